"""What docs/first-conference.md tells, step by step: from the printed link to the talks in a phone's calendar."""
from datetime import datetime
from zoneinfo import ZoneInfo

from icalendar import Calendar
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import Select

import wire
from server import Server
from steps import expect, fill, go, one, press, text

TALKS = [
    ("Courses that travel", "09:30", "Main hall", "Amina Diallo"),
    ("Counting credits twice", "10:30", "Main hall", "Jorge Ríos"),
    ("A laboratory at home", "10:30", "Room B", "Mei Lin"),
]


class Newcomer:
    """On a phone, with a server of her own, as somebody has who has just installed it."""

    def __init__(self, world, server):
        self.site, self.mail, self.browser = server.address, world.mail, world.browser


def run(world):
    server = Server(world.server.binary, world.mail.settings).wait()
    try:
        world.browser.look(390, "light", settle=False)
        newcomer = Newcomer(world, server)
        world.browser.driver.get(server.sign_in_link())
        press(newcomer, "main form button")
        create(newcomer)
        for name, capacity in (("Main hall", "200"), ("Room B", "40")):
            add_room(newcomer, name, capacity)
        for talk in TALKS:
            add_talk(newcomer, *talk)
        publish(newcomer)
        look(newcomer)
    finally:
        server.stop()


def create(world):
    go(world, "/desk?lang=en")
    press(world, "main a[href*='/desk/events/new']")
    Select(one(world, "main [name=series]")).select_by_value("")
    fill(world, "seriesSlug", "island")
    fill(world, "name_en", "Island Conference on Open Learning")
    fill(world, "shortName", "Island 2027")
    fill(world, "slug", "island-2027")
    for name, date in (("first", "2027-05-20"), ("last", "2027-05-20")):
        # A date field takes its parts in the order of the browser's language; its value is the same everywhere.
        world.browser.run("arguments[0].value = arguments[1]", one(world, f"main [name={name}]"), date)
    fill(world, "zone", "Africa/Dakar")
    tick(world, "main [name=isPublic]")
    press(world, "main .desk-form .actions button")
    assert "/desk/e/island-2027" in world.browser.driver.current_url, text(world)[:500]


def tick(world, selector):
    """Clicks what stays on the page, brought to the middle first: the button of a form sticks to the foot of a phone."""
    part = one(world, selector)
    world.browser.run("arguments[0].scrollIntoView({block: 'center'})", part)
    part.click()


def programme(world):
    go(world, "/desk/e/island-2027/programme?lang=en")


def add_room(world, name, capacity):
    programme(world)
    tick(world, "details:has([name=room-new-en]) summary")
    fill(world, "room-new-en", name)
    fill(world, "room-new-capacity", capacity)
    press(world, "details:has([name=room-new-en]) button")
    expect(text(world), name, "the room is there")


def add_talk(world, title, start, room, speaker):
    programme(world)
    press(world, "main a[href*='/sessions/new']")
    fill(world, "title-en", title)
    fill(world, "start", start)
    fill(world, "end", "")
    fill(world, "minutes", "45")
    Select(one(world, "main [name=room]")).select_by_visible_text(room)
    fill(world, "person-0-name", speaker)
    press(world, "main .desk-form .actions button")
    expect(text(world), title, "the talk is in the draft")


def publish(world):
    missing = wire.get(f"{world.site}/e/island-2027/programme?lang=en")
    assert "Courses that travel" not in missing.text, "nobody sees the draft"
    go(world, "/desk/e/island-2027/releases?lang=en")
    fill(world, "message-en", "Our first programme")
    press(world, "main .desk-form .actions button")


def look(world):
    """As a reader's phone sees it: the page, then the calendar that it subscribes to."""
    world.browser.driver.delete_all_cookies()
    go(world, "/e/island-2027/programme?lang=en")
    for title, start, room, _ in TALKS:
        for words in (title, start, room):
            expect(text(world), words, "the programme")
    wide = world.browser.run("return document.documentElement.scrollWidth - innerWidth")
    assert wide <= 0, f"the page is {wide} px wider than the phone"
    link = world.browser.driver.find_element(By.CSS_SELECTOR, "a[href*='/programme.ics']").get_attribute("href")
    answer = wire.get(link)
    assert answer.headers.get("content-type", "").startswith("text/calendar"), answer.headers.get("content-type")
    events = {str(event["SUMMARY"]): event for event in Calendar.from_ical(answer.body).walk("VEVENT")}
    assert set(events) == {talk[0] for talk in TALKS}, sorted(events)
    for title, start, room, _ in TALKS:
        begins = events[title].decoded("DTSTART")
        hour, minute = map(int, start.split(":"))
        assert begins == datetime(2027, 5, 20, hour, minute, tzinfo=ZoneInfo("Africa/Dakar")), f"{title}: {begins}"
        expect(str(events[title]["LOCATION"]), room, title)
