"""A newcomer registers from a phone: in Arabic without scripts, in Spanish with them; the letter, its calendar and its ticket,
which opens the door; then somebody cancels, and the first of the waiting list gets the offer."""
import re
import subprocess
import tempfile
from pathlib import Path

import icalendar

import canaries
from catcher import link_in
from door_device import Device
from steps import SECRETARIAT, expect, fill, go, one, path, press, sign_in, text
from wire import path_of

REGISTER = "/e/gmc-2025/register"
ARABIC = "عبد الرحمن بن محمد الأنصاري"


def run(world):
    phone(world)
    world.browser.cdp("Emulation.setScriptExecutionDisabled", value=True)
    try:
        letter = register(world, "ar", ARABIC, "Abdulrahman Al-Ansari", "ansari@people.example")
        expect(letter["Content-Language"], "ar", "the letter is in her language")
    finally:
        world.browser.cdp("Emulation.setScriptExecutionDisabled", value=False)
    ticket(world, letter)
    letter = register(world, "es", "María-José Ñúñez", "", "nunez@people.example")
    expect(letter["Content-Language"], "es", "the letter is in her language")
    wide(world)
    sign_in(world, SECRETARIAT)
    door(world)
    waiting(world)


def phone(world):
    world.browser.cdp(
        "Emulation.setDeviceMetricsOverride", width=390, height=844, deviceScaleFactor=1, mobile=True)


def wide(world):
    world.browser.cdp("Emulation.clearDeviceMetricsOverride")


def register(world, language, name, latin, address, place=1):
    """From the event's page to the letter; `place` counts the kinds of places from 1."""
    letters = len(world.mail.letters)
    go(world, f"/e/gmc-2025?lang={language}")
    assert world.browser.driver.find_elements("css selector", f"main a[href^='{REGISTER}']"), "the event's page leads there"
    go(world, f"{REGISTER}?lang={language}")
    press(world, f".cards > li:nth-child({place}) form button")
    assert path(world).startswith("/r/"), "a place is held"
    fill(world, "name", name)
    if latin:
        fill(world, "latin", latin)
    fill(world, "email", address)
    answer(world)
    press(world, "form[action*='/submit'] button")
    assert not world.browser.driver.find_elements("css selector", ".error-summary"), text(world)
    return world.mail.wait(address, after=letters)


def answer(world):
    """The organiser's questions: no to what may be chosen, yes to what must be agreed to. As by keyboard: nothing lies over it."""
    for field in world.browser.driver.find_elements("css selector", "main .asked input:is([type=radio][value=no], [type=checkbox][required])"):
        field.send_keys(" ")
    for field in world.browser.driver.find_elements("css selector", "main .asked input[type=tel]"):
        canaries.remember("typed", "+52 55 1234 5678")
        field.send_keys("+52 55 1234 5678")


def own_page(world, letter):
    address = link_in(letter, r"/r/")
    go(world, re.sub(r"^https?://[^/]+", "", address))
    return address


def ticket(world, letter):
    """The calendar is sound, its zone right; the ticket's QR is what the door reads."""
    files = {part.get_filename(): part for part in letter.iter_attachments()}
    calendars = [part for name, part in files.items() if name.endswith(".ics")]
    tickets = [part for name, part in files.items() if name.endswith(".pdf")]
    assert len(calendars) == 1 and len(tickets) == 1, f"one calendar and one ticket, not {list(files)}"
    content = calendars[0].get_content()
    calendar = icalendar.Calendar.from_ical(content if isinstance(content, (bytes, str)) else bytes(content))
    event = next(part for part in calendar.walk("VEVENT"))
    assert str(event["DTSTART"].dt).startswith("2025-12-03 09:20"), f"it begins with the first session, not {event['DTSTART'].dt}"
    assert int(event["SEQUENCE"]) >= 0 and event["STATUS"] == "CONFIRMED", "it is confirmed"
    own_page(world, letter)
    number = re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}", text(world)).group(0)
    world.ticket = (number, scanned(bytes(tickets[0].get_content())))
    canaries.remember("ticket", world.ticket[1])
    assert world.ticket[1], "the ticket has a code"


def scanned(pdf):
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "t.pdf").write_bytes(pdf)
        subprocess.run(["pdftoppm", "-r", "150", "-png", "t.pdf", "t"], cwd=folder, check=True)
        pages = sorted(str(page) for page in Path(folder).glob("t*.png"))
        return subprocess.run(["zbarimg", "-q", "--raw", *pages], capture_output=True, text=True).stdout.strip()


def door(world):
    """The code of the mailed ticket at a door of the same house: let in, once; the same without scripts; and the desk counts it."""
    driver = world.browser.driver
    go(world, "/desk/e/gmc-2025/doors?lang=en")
    entrance = "//section[h3[contains(., 'Main entrance')]]"
    driver.find_element("xpath", f"{entrance}//details/summary").click()
    driver.find_element("xpath", f"{entrance}//input[@type='text']").send_keys("Phone")
    press(world, "details[open] form[action*='/devices'] button")
    address = text(world, "main code.wide")
    canaries.address(address)
    device = Device(world.browser, re.sub(r"^https?://[^/]+", world.site, address) + "?lang=en")
    device.scan(world.ticket[1])
    device.wait("she is let in", lambda seen: (seen["came"], seen["waiting"]) == (1, 0))
    expect(device.seen()["said"], ARABIC, "the door says who it is")
    world.browser.cdp("Emulation.setScriptExecutionDisabled", value=True)
    try:
        go(world, path_of(device.address))
        one(world, "#code").send_keys(world.ticket[1])
        press(world, "#door-form button[type=submit]")
        expect(text(world), "Already in", "once is enough")
    finally:
        world.browser.cdp("Emulation.setScriptExecutionDisabled", value=False)
    go(world, "/desk/e/gmc-2025/doors?lang=en")
    expect(text(world, "#doors"), "1\ncame in", "the desk counts her")


def waiting(world):
    """A kind with one place: the second waits, the first cancels, the second is offered it and takes it."""
    go(world, "/desk/e/gmc-2025/places/new?lang=en")
    fill(world, "name_en", "Round table")
    fill(world, "capacity", "1")
    press(world, "main .desk-form .actions button")
    expect(text(world), "Round table", "there is a new kind of place")
    world.browser.driver.delete_all_cookies()
    first = register(world, "en", "First", "", "first@people.example", place=5)
    second = register(world, "en", "Second", "", "second@people.example", place=5)
    own_page(world, second)
    expect(text(world), "Waiting", "the second one waits")
    letters = len(world.mail.letters)
    own_page(world, first)
    one(world, "details.danger summary").click()
    press(world, "details.danger form button")
    expect(text(world), "Cancelled", "the first one is out")
    offer = world.mail.wait("second@people.example", after=letters)
    own_page(world, offer)
    expect(text(world), "It is yours if you take it before", "the offer says until when")
    press(world, "form[action$='/accept'] button, form[action*='/accept?'] button")
    expect(text(world), "Confirmed", "and it is hers")
