"""What the organiser does at the desk: from the empty edition to the frozen one, the release and a correction."""
import re
from datetime import datetime, timedelta, timezone

from selenium.webdriver import ActionChains, Keys
from selenium.webdriver.common.by import By

from canaries import remember
from edition_sample import FRAMEWORK, REPEATED_CELL, WRONG_CELL
from edition_stage import cells, choose, tick
from steps import SECRETARIAT, expect, fill, go, leave, one, press, sign_in, text
from wire import get

SET = "experts-journey"
REASON = "The ministry had counted schools, not lines."


def create(stage):
    seat = stage.organiser
    go(seat, "/desk/measure/new?lang=en")
    fill(seat, "slug", stage.slug)
    fill(seat, "series", "journey")
    fill(seat, "period", "2026")
    fill(seat, "name_en", "Journey Index")
    fill(seat, "description_en", "Sixty countries that nobody has been to.")
    fill(seat, "comparability_en", "The first of its kind.")
    tick(seat, "#isSample")
    press(seat, "main form[action*='/desk/measure/new'] button[type=submit]")
    expect(text(seat, "#state"), "Draft", "the edition is there")
    stage.look(seat, "overview")


def framework(stage):
    seat = stage.organiser
    go(seat, f"{stage.desk}/framework?lang=en")
    one(seat, "#file").send_keys(stage.file("framework.csv", FRAMEWORK))
    press(seat, "form[action*='/framework/import'] button")
    assert order(seat) == "JIX A A1 A2 A3 B B1 B2 B3 C C1 C2 C3", order(seat)
    # C before B, and back: by keyboard where scripts run, else by the buttons.
    move(stage, "C", Keys.ARROW_UP, "up")
    assert order(seat).endswith("C C1 C2 C3 B B1 B2 B3"), order(seat)
    move(stage, "C", Keys.ARROW_DOWN, "down")
    assert order(seat).endswith("B B1 B2 B3 C C1 C2 C3"), order(seat)
    stage.look(seat, "framework")


def order(seat):
    return " ".join(row.get_attribute("id")[2:] for row in seat.browser.driver.find_elements(By.CSS_SELECTOR, ".outline > li"))


def move(stage, code, key, verb):
    seat = stage.organiser
    if not stage.scripted:
        return press(seat, f"#n-{code} button[value={verb}]")
    seat.browser.run("arguments[0].focus()", one(seat, f"#n-{code} a"))
    leave(seat, ActionChains(seat.browser.driver).key_down(Keys.ALT).send_keys(key).key_up(Keys.ALT).perform)
    assert seat.browser.run("return document.activeElement.closest('li')?.id") == f"n-{code}", "it keeps the focus"


def data(stage):
    """First with a wrong cell and a country twice: both are told with their cells, and nothing is taken over."""
    seat = stage.organiser
    hand_in(stage, stage.sample.wrong_data())
    found = text(seat, "main .notice.bad")
    expect(found, f"data.csv {WRONG_CELL}", "the wrong cell is named")
    expect(found, "twelve", "what stands there is told")
    expect(found, f"data.csv {REPEATED_CELL}", "and all that is wrong in one list")
    expect(text(seat), "There are no data yet", "nothing is taken over")
    stage.look(seat, "data with problems", is_kept=False)
    hand_in(stage, stage.sample.data())
    assert not seat.browser.driver.find_elements(By.CSS_SELECTOR, "main .notice.bad"), text(seat)
    expect(text(seat), "60 countries", "all countries are there")
    expect(text(seat), f"{len(stage.sample.gaps)} ", "gaps are counted")
    stage.look(seat, "data")


def hand_in(stage, rows):
    go(stage.organiser, f"{stage.desk}/data?lang=en")
    one(stage.organiser, "#file").send_keys(stage.file("data.csv", rows))
    press(stage.organiser, "main form[enctype='multipart/form-data'] button")


def method(stage):
    """A zero in a geometric mean is told before anything is frozen; then the method that stays."""
    seat = stage.organiser
    go(seat, f"{stage.desk}/method?lang=en")
    choose(seat, "impute", "groupMedian")
    choose(seat, "imputeGroup", "region")
    tick(seat, "#treat")
    choose(seat, "normalise", "minMax")
    fill(seat, "low", "0")
    fill(seat, "high", "100")
    choose(seat, "rule2", "geometric")
    choose(seat, "rule3", "geometric")
    press(seat, "main form[action*='/method'] button")
    expect(text(seat, "main .notice.bad"), "let the scale begin at 1", "the zero is told")
    stage.look(seat, "method with a conflict")
    choose(seat, "rule2", "arithmetic")
    fill(seat, "low", "1")
    press(seat, "main form[action*='/method'] button")
    expect(text(seat), "no conflict was found", "the method is sound")
    stage.look(seat, "method")


def use_weights(stage):
    seat = stage.organiser
    go(seat, f"{stage.desk}/method?lang=en")
    choose(seat, "weights", f"set:{SET}")
    press(seat, "main form[action*='/method'] button")
    expect(text(seat), "no conflict was found", "it can be computed with the experts' weights")


def state(stage, verb, wanted):
    go(stage.organiser, f"{stage.desk}?lang=en")
    press(stage.organiser, f"form[action*='/state'] button[value={verb}]")
    expect(text(stage.organiser, "#state"), wanted, f"after {verb}")


def freeze(stage):
    """The digest stands at the desk; nothing can be handed in any more."""
    state(stage, "freeze", "Frozen")
    seat = stage.organiser
    stage.digest = re.search(r"\b[0-9a-f]{64}\b", text(seat)).group()
    go(seat, f"{stage.desk}/data?lang=en")
    assert not seat.browser.driver.find_elements(By.CSS_SELECTOR, "#file"), "frozen data take no file"
    go(seat, f"{stage.desk}/method?lang=en")
    expect(text(seat), "The edition is frozen", "the method says so")


def register(stage, name, address):
    """A person who can sign in by a letter, and has no role; her identifier."""
    seat = stage.organiser
    remember("name", name)
    go(seat, "/desk/people/new?lang=en")
    fill(seat, "name", name)
    fill(seat, "email", address)
    press(seat, "main .desk-form .actions button")
    return seat.browser.run("return location.pathname").rsplit("/", 1)[-1]


# MARK: The release


def plan(stage, embargo, releaser=None):
    """`embargo` as the field has it, empty for a cue."""
    seat = stage.organiser
    go(seat, f"{stage.desk}/release?lang=en")
    seat.browser.run("arguments[0].value = arguments[1]", one(seat, "#embargo"), embargo)
    if releaser:
        tick(seat, f"#r-{releaser}")
    press(seat, "main form.desk-form button")
    assert not seat.browser.driver.find_elements(By.CSS_SELECTOR, ".error-summary"), text(seat)
    stage.look(seat, f"release planned for {embargo or 'a cue'}")


def next_minute():
    """Far enough to see that nothing is public before, near enough to wait for: the field takes whole minutes."""
    at = datetime.now(timezone.utc) + timedelta(seconds=75)
    return at.strftime("%Y-%m-%dT%H:%M")


def give_cue(stage):
    """The named person's page has one button, and nothing that is the desk's alone."""
    guest = stage.guest
    go(guest, f"{stage.desk}/release?lang=en")
    assert not guest.browser.driver.find_elements(By.CSS_SELECTOR, "#embargo"), "she plans nothing"
    stage.look(guest, "the cue")
    press(guest, "form[action*='/release/now'] button")
    expect(text(guest), "Public since", "it is released")


def cue_status(seat, stage):
    """What the server answers to a cue past the page, with the page's own token."""
    return seat.browser.run(
        """const body = new URLSearchParams({ _token: document.querySelector("input[name=_token]").value });
           return fetch(arguments[0], { method: "POST", body }).then((answer) => answer.status)""", f"{stage.desk}/release/now")


# MARK: After the release


def correct(stage, unit, indicator, value):
    seat = stage.organiser
    go(seat, f"{stage.desk}/corrections?lang=en")
    choose(seat, "unit", unit)
    choose(seat, "indicator", indicator)
    fill(seat, "value", value)
    press(seat, "main form.desk-form button")
    expect(text(seat, ".error-summary"), "A reason is needed", "no correction without a reason")
    kept = [one(seat, f"#{name}").get_attribute("value") for name in ("unit", "indicator", "value")]
    assert kept == [unit, indicator, value], f"what was typed is still there: {kept}"
    fill(seat, "reason_en", REASON)
    press(seat, "main form.desk-form button")
    row = cells(seat, "main")[0]
    assert row[4:] == [stage.sample.value(unit, indicator), value, REASON], row
    stage.look(seat, "corrections at the desk")


def signed_in(stage):
    sign_in(stage.organiser, SECRETARIAT)
    assert get(stage.world.site + "/desk/measure", stage.organiser.browser.cookies()).status == 200, "the desk is hers"
