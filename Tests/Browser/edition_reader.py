"""What everybody sees of a released edition: ranking, profile, audit, sliders, files, and the bundle that gives the same numbers."""
import csv
import io
import json
import math
import random
import re
import subprocess
import zipfile
from pathlib import Path

from lxml import etree
from selenium.webdriver.support.ui import WebDriverWait

import wire
from edition_desk import REASON, SET
from edition_rounds import STATEMENT
from edition_sample import INDICATORS, UNITS, WHOLES, means
from edition_stage import cells
from journey_index import SET as TYPE
from journey_index import SHOWN, served
from steps import expect, go, one, press, text

PAGES = ["", "/u/K07", "/matrix", "/map", "/compare?u=K07&u=K08", "/sliders", "/method", "/audit", "/corrections", "/downloads"]
FILES = ["scores.json", *(f"download/{name}" for name in (
    "scores.csv", "raw.csv", "treated.csv", "normalised.csv", "codebook.csv", "marks.csv", "method.json", "all.json", "all.xlsx",
    "reproduce.zip"))]
WEIGHTINGS = 20
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def nothing_yet(stage, *seats):
    """Not for a stranger, nor for those who work on it."""
    for path in [stage.public + page for page in PAGES] + [f"{stage.public}/{file}" for file in FILES]:
        for seat in (None, *seats):
            found = stage.status(path, seat)
            assert found == 404, f"{path} answers {found} before the release"
    assert stage.public not in wire.get(stage.world.site + "/index").text, "the list does not tell of it"


def pages(stage):
    for page in PAGES:
        assert stage.status(stage.public + page) == 200, page
    seat = stage.guest
    scores = table(stage, "scores.csv")
    go(seat, f"{stage.public}?lang=en")
    rows = cells(seat, "main table")
    assert len(rows) == UNITS, len(rows)
    expect(text(seat), "Sample data.", "the invented is labelled")
    best = min(scores, key=lambda row: float(row["Rank"]))
    expect(rows[0][1], best["uName"], "the best stands first")
    stage.look(seat, "ranking")
    place, column = sorted(stage.sample.gaps)[0]
    go(seat, f"{stage.public}/u/{stage.sample.units[place]}?lang=en")
    expect(text(seat), stage.sample.names[stage.sample.units[place]], "a profile")
    expect(text(seat), "estimated", f"{column}, which nobody knows, is marked")
    stage.look(seat, "profile")
    go(seat, f"{stage.public}/audit?lang=en")
    expect(text(seat), "Coverage", "the audit begins with what was measured")
    outliers = [row for row in cells(seat, "main") if row and "C2" in row[0] and "extremes brought in" in row]
    assert outliers, "the treated patents are listed"
    stage.look(seat, "audit")
    go(seat, f"{stage.public}/method?lang=en")
    for wanted in (SET, STATEMENT, stage.digest):
        expect(text(seat), wanted, "the method tells where the weights come from, and the digest")
    stage.look(seat, "method as everybody sees it")


def table(stage, name):
    page = wire.get(f"{stage.world.site}{stage.public}/download/{name}")
    assert page.status == 200, f"{name}: {page.status}"
    return list(csv.DictReader(io.StringIO(page.body.decode("utf-8-sig"))))


# MARK: Sliders


def sliders(stage):
    """Twenty weightings: in the browser and from the server the same, and the address that comes of them gives the same anew."""
    seat, chance = stage.guest, random.Random(60)
    codes = [part for parts in WHOLES.values() for part in parts]
    open_sliders(stage, f"{stage.world.site}{stage.public}/sliders?lang=en")
    furthest = 0.0
    for number in range(WEIGHTINGS):
        weights = {code: round(chance.uniform(0.05, 90), chance.choice([0, 1, 6])) or 0.5 for code in codes}
        seat.browser.run(TYPE, weights)
        found, address = seat.browser.run(SHOWN), seat.browser.run("return location.href")
        assert all(f"{code}:" in address for code in codes), address
        furthest = max(furthest, differences(found, served(stage.world, address)))
        if number % 5 == 0:
            open_sliders(stage, address)
            values = {code: float(one(seat, f"#w-{code}").get_attribute("value")) for code in codes}
            assert values == weights, f"{address} gives {values}"
            furthest = max(furthest, differences(found, seat.browser.run(SHOWN)))
    assert furthest <= 1e-9, f"scores differ by {furthest}"
    stage.world.report.say(f"{WEIGHTINGS} weightings of {UNITS} countries: the furthest difference is {furthest:.3g}")
    stage.look(seat, "sliders")


def open_sliders(stage, address):
    stage.guest.browser.driver.get(address)
    WebDriverWait(stage.guest.browser.driver, 15).until(lambda _: stage.guest.browser.run(
        "return document.querySelector('#sliders[data-ready]') !== null"))


def differences(one, other):
    assert one.keys() == other.keys() and len(one) == UNITS, "all countries are there"
    for unit in one:
        assert one[unit][0] == other[unit][0], f"{unit}: rank {one[unit][0]} and {other[unit][0]}"
    return max(abs(float(one[unit][1]) - float(other[unit][1])) for unit in one)


def form(stage):
    """Without scripts the same by a form: the server answers, and the address carries the weights."""
    seat = stage.guest
    go(seat, f"{stage.public}/sliders?lang=en")
    before = seat.browser.run(SHOWN)
    for code, weight in (("A", "10.5"), ("C", "0")):
        one(seat, f"#w-{code}").clear()
        one(seat, f"#w-{code}").send_keys(weight)
    press(seat, ".ix-weights button[type=submit]")
    address = seat.browser.driver.current_url
    expect(address, "w=A:10.5,C:0", "the address carries the weights")
    expect(text(seat), "Computed by the engine", "the server answers")
    found = seat.browser.run(SHOWN)
    assert found != before, "other weights, other scores"
    assert differences(found, served(stage.world, address)) == 0, "whoever opens the address sees the same"
    top = {row["uCode"]: row for row in table(stage, "scores.csv")}
    weights = {"A": 10.5, "B": means(stage.answers)["B"], "C": 0}
    for unit, (_, score) in found.items():
        assert math.isclose(float(score), geometric(top[unit], weights), rel_tol=1e-12), unit


# MARK: Files


def geometric(row, weights):
    return math.exp(sum(weight * math.log(float(row[part])) for part, weight in weights.items()) / sum(weights.values()))


def downloads(stage):
    """Every file can be read; scores agree between them, and are what the experts' weights make of the normalised values."""
    scores, weights = table(stage, "scores.csv"), means(stage.answers)
    normalised = {row["uCode"]: row for row in table(stage, "normalised.csv")}
    assert len(scores) == UNITS == len(normalised)
    everything = json.loads(wire.get(f"{stage.world.site}{stage.public}/download/all.json").body)
    told = {row["unit"]["code"]: row for row in everything["results"]}
    book = {row["uCode"]: row for row in workbook(wire.get(f"{stage.world.site}{stage.public}/download/all.xlsx").body, "scores")}
    for row in scores:
        unit = row["uCode"]
        for whole, parts in list(WHOLES.items())[1:]:
            mean = sum(weights[part] * float(normalised[unit][part]) for part in parts) / sum(weights[part] for part in parts)
            assert math.isclose(float(row[whole]), mean, rel_tol=1e-12), f"{unit} {whole}: {row[whole]}, by hand {mean}"
        assert math.isclose(float(row["JIX"]), geometric(row, {part: weights[part] for part in WHOLES["JIX"]}), rel_tol=1e-12), unit
        for code in [*WHOLES, *INDICATORS]:
            assert float(row[code]) == told[unit]["scores"][code] == float(book[unit][code]), f"{unit} {code}"
        assert float(row["Rank"]) == told[unit]["rank"] == float(book[unit]["Rank"]), unit
    raw = {row["uCode"]: row for row in table(stage, "raw.csv")}
    empty = {(place, code) for place, unit in enumerate(stage.sample.units) for code in INDICATORS if raw[unit][code] in ("", "NA")}
    assert empty == stage.sample.gaps, "what nobody knows stays empty in the raw table"
    marks = table(stage, "marks.csv")
    filled = {(stage.sample.units.index(row["uCode"]), row["iCode"]) for row in marks if row["mark"] == "imputed"}
    assert filled == stage.sample.gaps, "what was filled is marked"
    for name in ("treated.csv", "codebook.csv"):
        assert table(stage, name), name
    assert json.loads(wire.get(f"{stage.world.site}{stage.public}/download/method.json").body)["steps"], "the method has steps"


def workbook(body, name):
    """Rows of one sheet of an XLSX file, by its header; numbers as they are written there."""
    with zipfile.ZipFile(io.BytesIO(body)) as file:
        book = etree.fromstring(file.read("xl/workbook.xml"))
        place = [sheet.get("name") for sheet in book.iter(SHEET + "sheet")].index(name) + 1
        shared = []
        if "xl/sharedStrings.xml" in file.namelist():
            shared = ["".join(item.itertext()) for item in etree.fromstring(file.read("xl/sharedStrings.xml")).iter(SHEET + "si")]
        rows = []
        for row in etree.fromstring(file.read(f"xl/worksheets/sheet{place}.xml")).iter(SHEET + "row"):
            rows.append({re.match("[A-Z]+", cell.get("r")).group(): content(cell, shared) for cell in row.iter(SHEET + "c")})
    head = rows[0]
    return [{head[column]: value for column, value in row.items()} for row in rows[1:]]


def content(cell, shared):
    text = "".join(cell.itertext())
    return shared[int(text)] if cell.get("t") == "s" else text


def reproduce(stage, corrections=0):
    """The bundle's one command with the program itself: every number is the same."""
    answer = wire.get(f"{stage.world.site}{stage.public}/download/reproduce.zip")
    folder = Path(stage.folder.name) / f"bundle-{corrections}"
    zipfile.ZipFile(io.BytesIO(answer.body)).extractall(folder)
    command = "index build --data data.csv --framework framework.csv --method method.json --check expected/scores.csv"
    binary = str(Path(stage.world.server.binary).resolve())
    done = subprocess.run([binary, *command.split()], cwd=folder, capture_output=True, text=True)
    count = UNITS * (1 + len(WHOLES) + len(INDICATORS))
    assert done.returncode == 0, done.stderr
    expect(done.stdout, f"{count} numbers as in expected/scores.csv: {count} to the bit", "the same numbers")
    expect((folder / "README.md").read_text(encoding="utf-8"), command.split(" --check")[0], "the bundle tells the command")
    # A check that cannot fail says nothing: with one number changed it does.
    expected = folder / "expected/scores.csv"
    head, best, rest = expected.read_text(encoding="utf-8").split("\n", 2)
    cut = best.rsplit(",", 1)
    expected.write_text("\n".join([head, f"{cut[0]},{float(cut[1]) + 1e-9!r}", rest]), encoding="utf-8")
    done = subprocess.run([binary, *command.split()], cwd=folder, capture_output=True, text=True)
    assert done.returncode != 0 and f"1 of {count} numbers differ" in done.stderr, done.stderr


# MARK: A correction


def corrected(stage, unit, indicator, old, new, before):
    """Old value, new value and reason are public; the scores follow at once, on pages that had been kept as well."""
    seat = stage.guest
    go(seat, f"{stage.public}/corrections?lang=en")
    row = next(row for row in cells(seat, "main table") if stage.sample.names[unit] in row)
    assert [float(row[4]), float(row[5])] == [float(old), float(new)], row
    assert row[6] == REASON, row
    stage.look(seat, "corrections as everybody sees them")
    after = {row["uCode"]: row for row in table(stage, "scores.csv")}
    assert float(after[unit]["JIX"]) < float(before[unit]["JIX"]), "fewer lines, a lower score"
    raw = {row["uCode"]: row for row in table(stage, "raw.csv")}
    assert float(raw[unit][indicator]) == float(new), raw[unit]
    shown = wire.get(f"{stage.world.site}{stage.public}/u/{unit}?lang=en").text
    expect(shown, f"{float(after[unit]['JIX']):.1f}", "the profile shows the new score")
    change = json.loads(wire.get(f"{stage.world.site}{stage.public}/download/all.json").body)["corrections"][0]
    assert (change["unit"], change["indicator"], change["old"], change["new"]) == (unit, indicator, float(old), float(new)), change
