"""The files of a released edition: each can be read, scores agree, and the bundle gives the same numbers again."""
import csv
import io
import json
import math
import re
import subprocess
import zipfile
from pathlib import Path

from lxml import etree

import wire
from edition_sample import INDICATORS, UNITS, WHOLES, means
from steps import expect

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def download(stage, name):
    page = wire.get(f"{stage.world.site}{stage.public}/download/{name}")
    assert page.status == 200, f"{name}: {page.status}"
    return page.body


def table(stage, name):
    return list(csv.DictReader(io.StringIO(download(stage, name).decode("utf-8-sig"))))


def geometric(row, weights):
    return math.exp(sum(weight * math.log(float(row[part])) for part, weight in weights.items()) / sum(weights.values()))


def downloads(stage):
    """Every file can be read; scores agree between them, and are what the experts' weights make of the normalised values."""
    scores, weights = table(stage, "scores.csv"), means(stage.answers)
    normalised = {row["uCode"]: row for row in table(stage, "normalised.csv")}
    assert len(scores) == UNITS == len(normalised)
    told = {row["unit"]["code"]: row for row in json.loads(download(stage, "all.json"))["results"]}
    book = {row["uCode"]: row for row in workbook(download(stage, "all.xlsx"), "scores")}
    for row in scores:
        unit = row["uCode"]
        for whole, parts in list(WHOLES.items())[1:]:
            mean = sum(weights[part] * float(normalised[unit][part]) for part in parts) / sum(weights[part] for part in parts)
            assert math.isclose(float(row[whole]), mean, rel_tol=1e-12), f"{unit} {whole}: {row[whole]}, by hand {mean}"
        top = geometric(row, {part: weights[part] for part in WHOLES["JIX"]})
        assert math.isclose(float(row["JIX"]), top, rel_tol=1e-12), f"{unit}: {row['JIX']}, by hand {top}"
        for code in [*WHOLES, *INDICATORS]:
            assert float(row[code]) == told[unit]["scores"][code] == float(book[unit][code]), f"{unit} {code}"
        assert float(row["Rank"]) == told[unit]["rank"] == float(book[unit]["Rank"]), unit
    raw = {row["uCode"]: row for row in table(stage, "raw.csv")}
    cells = ((place, unit, code) for place, unit in enumerate(stage.sample.units) for code in INDICATORS)
    empty = {(place, code) for place, unit, code in cells if raw[unit][code] in ("", "NA")}
    assert empty == stage.sample.gaps, "what nobody knows stays empty in the raw table"
    marks = table(stage, "marks.csv")
    filled = {(stage.sample.units.index(row["uCode"]), row["iCode"]) for row in marks if row["mark"] == "imputed"}
    assert filled == stage.sample.gaps, "what was filled is marked"
    for name in ("treated.csv", "codebook.csv"):
        assert table(stage, name), name
    assert json.loads(download(stage, "method.json"))["steps"], "the method has steps"


def workbook(body, name):
    """Rows of one sheet of an XLSX file, by its header; numbers as they are written there."""
    with zipfile.ZipFile(io.BytesIO(body)) as file:
        book = etree.fromstring(file.read("xl/workbook.xml"))
        place = [sheet.get("name") for sheet in book.iter(SHEET + "sheet")].index(name) + 1
        shared = []
        if "xl/sharedStrings.xml" in file.namelist():
            strings = etree.fromstring(file.read("xl/sharedStrings.xml"))
            shared = ["".join(item.itertext()) for item in strings.iter(SHEET + "si")]
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
    folder = Path(stage.folder.name) / f"bundle-{corrections}"
    zipfile.ZipFile(io.BytesIO(download(stage, "reproduce.zip"))).extractall(folder)
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
