"""What everybody sees of a released edition: ranking, profile, audit, method, sliders, and a correction."""
import json
import math
import random

from selenium.webdriver import Keys
from selenium.webdriver.support.ui import WebDriverWait

import wire
from edition_desk import REASON, SET
from edition_files import download, geometric, table
from edition_rounds import STATEMENT
from edition_sample import UNITS, WHOLES, means
from edition_stage import cells
from journey_index import SET as TYPE
from journey_index import SHOWN, served
from steps import expect, go, one, press, text

PAGES = ["", "/u/K07", "/matrix", "/map", "/compare?u=K07&u=K08", "/sliders", "/method", "/audit", "/corrections", "/downloads"]
FILES = ["scores.json", *(f"download/{name}" for name in (
    "scores.csv", "raw.csv", "treated.csv", "normalised.csv", "codebook.csv", "marks.csv", "method.json", "all.json",
    "all.xlsx", "reproduce.zip"))]
WEIGHTINGS = 20


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


# MARK: Sliders


def sliders(stage):
    """Twenty weightings: the same in the browser and from the server, and the address that comes of them gives it anew."""
    seat, chance = stage.guest, random.Random(60)
    codes = [part for parts in WHOLES.values() for part in parts]
    open_sliders(stage, f"{stage.world.site}{stage.public}/sliders?lang=en")
    before, furthest = drag(stage), 0.0
    for number in range(WEIGHTINGS):
        weights = {code: round(chance.uniform(0.05, 90), chance.choice([0, 1, 6])) or 0.5 for code in codes}
        seat.browser.run(TYPE, weights)
        found, address = seat.browser.run(SHOWN), seat.browser.run("return location.href")
        assert found != before, "other weights, other scores"
        assert all(f"{code}:" in address for code in codes), address
        furthest = max(furthest, differences(found, served(stage.world, address)))
        if number % 5 == 0:
            open_sliders(stage, address)
            values = {code: float(one(seat, f"#w-{code}").get_attribute("value")) for code in codes}
            assert values == weights, f"{address} gives {values}"
            furthest = max(furthest, differences(found, seat.browser.run(SHOWN)))
        before = found
    assert furthest <= 1e-9, f"scores differ by {furthest}"
    stage.world.report.say(f"{WEIGHTINGS} weightings of {UNITS} countries: the furthest difference is {furthest:.3g}")
    stage.look(seat, "sliders")


def drag(stage):
    """A slider by keyboard: number, share, scores and address follow. What is shown then."""
    seat = stage.guest
    before, usual = seat.browser.run(SHOWN), one(seat, "#w-A").get_attribute("value")
    one(seat, "input[type=range][aria-labelledby='l-A']").send_keys(Keys.END)
    weight = float(one(seat, "#w-A").get_attribute("value"))
    assert weight > 3 * float(usual), f"the slider leads from {usual} to {weight}"
    expect(seat.browser.run("return location.href"), f"w=A:{weight:g}", "the address carries the weight")
    found = seat.browser.run(SHOWN)
    assert found != before, "other weights, other scores"
    return found


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
    change = json.loads(download(stage, "all.json"))["corrections"][0]
    found = [change[name] for name in ("unit", "indicator", "old", "new")]
    assert found == [unit, indicator, float(old), float(new)], change
