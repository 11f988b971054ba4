"""From a pasted agenda to what readers are told when a time changes."""
import html
import re

import wire
from steps import expect, fill, follow, go, one, press, text

# Line 5 has a time that is none.
AGENDA = """{date}
9:00-9:30 Registration and coffee
9:30-10:15 Keynote: Courses without borders
Speaker: Wangari Otieno, University of Nairobi
{wrong}-11:30 Round table: Credit across borders
11:30-12:00 Closing remarks
"""
LABELS = {"en": "Time", "es": "Hora", "ar": "الوقت"}


def publish_agenda(world, event, date, looks=lambda name: None):
    """The whole path on an event without programme; `date` as the text says it. `looks` checks the page that is open."""
    public = f"{world.site}/e/{event}/programme"
    before = reader(public)
    assert "Credit across borders" not in before, "the event has no programme yet"
    paste(world, event, date, looks)
    publish(world, event, "The first programme")
    expect(reader(public), "Credit across borders", "readers see the programme")
    move(world, event)
    assert "10:45" not in reader(public), "a draft does not leak"
    go(world, f"/desk/e/{event}/releases")
    looks("what would be published")
    publish(world, event, "The round table begins later")
    for page in ("changes", "releases/2"):
        go(world, f"/e/{event}/{page}")
        looks(page)
    go(world, f"/desk/e/{event}/releases/1")
    looks("going back to a release")
    expect(reader(public), "10:45", "a page that was kept for readers is fresh again")
    for language, label in LABELS.items():
        log = reader(f"{world.site}/e/{event}/changes", language)
        found = re.search(r'<li class="moved">(.*?)</li>', log, re.DOTALL)
        assert found, f"{language}: the change log tells of the new time"
        expect(words(found.group(1)), label, f"{language}: what changed")
        old, new = re.search(r"<del>(.*?)</del>.*<ins>(.*?)</ins>", found.group(1), re.DOTALL).groups()
        expect(words(old), "10:30–11:30", f"{language}: the old time")
        expect(words(new), "10:45–11:30", f"{language}: the new time")


def reader(address, language="en"):
    """The page as someone sees it who is not signed in."""
    page = wire.get(wire.in_language(address, language))
    assert page.status == 200, f"{address}: {page.status}"
    return html.unescape(page.text)


def words(markup):
    return html.unescape(re.sub(r"<[^>]+>", "", markup))


def paste(world, event, date, looks):
    """First with a wrong line, which is named; then corrected, looked at and confirmed."""
    go(world, f"/desk/e/{event}/agenda?lang=en")
    fill(world, "text", AGENDA.format(date=date, wrong="10:75"))
    press(world, "main .desk-form button[type=submit]")
    looks("agenda with a wrong line")
    expect(text(world, "main [role=alert]"), "Line 5", "the wrong line is named")
    assert "wrong" in one(world, "#line-5").get_attribute("class"), "the wrong line is marked"
    expect(text(world, "#line-5"), "10:75", "what was found stands there")
    assert not world.browser.driver.find_elements("css selector", "form[action*='/confirm']"), "nothing can be confirmed"
    fill(world, "text", AGENDA.format(date=date, wrong="10:30"))
    press(world, "main .desk-form button[type=submit]")
    looks("agenda preview")
    verdicts = text(world, "main .chips.plain").lower()
    expect(verdicts, "understood", "what was understood is counted")
    expect(verdicts, "guessed", "what was guessed is counted")
    expect(text(world), "Credit across borders", "the preview shows the sessions")
    press(world, "form[action*='/confirm'] button")
    expect(text(world), "Courses without borders", "the draft has the sessions")


def move(world, event):
    """The round table begins a quarter later, in the form editor."""
    go(world, f"/desk/e/{event}/programme")
    follow(world, "Credit across borders")
    fill(world, "start", "10:45")
    press(world, "main .desk-form .actions button")
    expect(text(world), "10:45–11:30", "the draft has the new time")


def publish(world, event, message):
    go(world, f"/desk/e/{event}/releases")
    fill(world, "message-en", message)
    press(world, "main .desk-form .actions button")
    expect(text(world, "main"), message, "the release is listed")
