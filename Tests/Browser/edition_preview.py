"""The contact of a country sees her profile before everybody does, says what is wrong, and is answered; of others nothing."""
from selenium.webdriver.common.by import By

from catcher import link_in
from edition_desk import state
from edition_stage import choose
from steps import expect, fill, follow, go, one, press, sign_in, text

CONTACT, RELEASER = "contact@countries.example", "press@people.example"
COMMENT = "Our lines were counted twice; please look at them again."
ANSWER = "Looked at: the ministry's figure stands until it sends another."


def run(stage, contact, releaser):
    """`contact` and `releaser` are persons; each is given a country of her own, and the second is who will give the cue."""
    stage.previews = [give(stage, "K07", contact), give(stage, "K08", releaser)]
    sign_in(stage.guest, CONTACT)
    assert stage.status(stage.previews[0], stage.guest) == 404, "nothing is shown before the preview is open"
    state(stage, "preview", "Preview")
    look(stage)
    comment(stage)
    answer(stage)
    others(stage)


def give(stage, unit, person):
    """The address of the preview."""
    seat = stage.organiser
    go(seat, f"{stage.desk}/previews?lang=en")
    choose(seat, "unit", unit)
    choose(seat, "person", person)
    press(seat, "form:has(#unit) button")
    for panel in seat.browser.driver.find_elements(By.CSS_SELECTOR, "section.panel[id^='p-']"):
        if panel.find_element(By.CSS_SELECTOR, "h2").text == stage.sample.names[unit]:
            return f"/previews/{panel.get_attribute('id')[2:]}"
    raise AssertionError(f"{unit} is not among the previews:\n{text(seat)}")


def look(stage):
    guest = stage.guest
    # Other journeys have written to her of previews of their own.
    letter = stage.world.mail.wait(CONTACT, holding=stage.previews[0])
    assert stage.previews[0] in link_in(letter, "/previews/"), "she is told by a letter where to look"
    go(guest, "/previews?lang=en")
    stage.look(guest, "a contact's previews")
    follow(guest, stage.sample.names["K07"])
    found = text(guest)
    expect(found, stage.sample.names["K07"], "it is her country")
    expect(found, "confidential", "she is told that it is not public")
    expect(found, f"{float(stage.sample.value('K07', 'A1')):g}", "her own value stands there")
    named = [name for unit, name in stage.sample.names.items() if unit != "K07" and name in found]
    assert not named, f"other countries are told of: {named}"
    stage.look(guest, "preview")


def comment(stage):
    fill(stage.guest, "text", COMMENT)
    press(stage.guest, "main .desk-form button")
    expect(text(stage.guest), COMMENT, "what she said stands there")


def answer(stage):
    seat, id = stage.organiser, stage.previews[0].rsplit("/", 1)[-1]
    go(seat, f"{stage.desk}/previews?lang=en")
    expect(text(seat, f"#p-{id}"), "Waits for an answer", "the desk sees that somebody waits")
    fill(seat, f"text-{id}", ANSWER)
    press(seat, f"#p-{id} .desk-form button")
    assert "Waits for an answer" not in text(seat, f"#p-{id}"), "it is answered"
    stage.look(seat, "previews at the desk")
    go(stage.guest, f"{stage.previews[0]}?lang=en")
    expect(text(stage.guest), ANSWER, "she reads the answer")


def others(stage):
    """What is not hers is not there for her: another country, the desk, and the public pages."""
    for path in (stage.previews[1], f"{stage.public}/u/K08", f"{stage.public}/u/K07", f"{stage.desk}/release"):
        found = stage.status(path, stage.guest)
        assert found == 404, f"{path} answers {found} to the contact"
    assert stage.status(f"{stage.desk}/data", stage.guest) == 403, "the desk is not hers"
    assert stage.status(stage.previews[0]) in (401, 404), "a stranger sees no preview"


def closed(stage):
    """Frozen: she may look and not comment."""
    go(stage.guest, f"{stage.previews[0]}?lang=en")
    expect(text(stage.guest), COMMENT, "the talk is kept")
    assert not stage.guest.browser.driver.find_elements(By.CSS_SELECTOR, "main .desk-form"), "nothing more is said"
    assert one(stage.guest, "main h1").text == stage.sample.names["K07"], "it is still her country"
