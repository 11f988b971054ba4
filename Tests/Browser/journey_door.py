"""The door: 1,000 tickets through the page's field while the network comes and goes, reloads in between, a second door beside it.

Nothing is lost, nothing is double, and what two doors have let in is seen on both. The rules of the page are the house's: the
same cases are run against both.
"""
import json
import random
import subprocess
import tempfile

from selenium.webdriver.support.ui import WebDriverWait

import canaries
import door_rules
import wire
from browser import Browser
from door_device import ONLINE, Device, DoorServer, Seat, left, told
from page_checks import PageChecks
from server import free_port
from steps import expect, fill, go, leave, press
from validator import Validator

COUNT = 1000
# Besides those: five whom two doors let in, one who is let in by mistake, one who waits to be sent.
MORE = 7


def run(world):
    door_rules.check(world)
    with tempfile.TemporaryDirectory(prefix="plenaria-door.") as data:
        made = json.loads(subprocess.run(
            [world.server.binary, "bench-registrations", "--data", data, "--count", str(COUNT + MORE)], check=True, capture_output=True,
            text=True).stdout)
        for person in made["people"]:
            canaries.remember("ticket", person["ticket"])
        server, other = DoorServer(world.server.binary, data, free_port()).wait(), Browser()
        try:
            main = Device(world.browser, server.address + made["devices"][0])
            garden = Device(other, server.address + made["devices"][1])
            thousand(world, server, main, made)
            both(main, garden, made)
            looks(world, server, main)
            by_name(main, made)
            refused(main, made)
            gone(server, main, Seat(server, other), made)
        finally:
            world.browser.cdp("Network.emulateNetworkConditions", **ONLINE)
            other.close()
            server.end()


def thousand(world, server, main, made):
    """Every ticket once, in no order; the network is cut, the page reloaded and the house stopped at random moments."""
    chance = random.Random(41)
    tickets = [person["ticket"] for person in made["people"][:COUNT]]
    chance.shuffle(tickets)
    events = {"cut": 0, "reload": 0, "reload while cut": 0, "house stopped": 0, "reload then": 0}
    is_running = True
    for index, ticket in enumerate(tickets):
        if chance.random() < 0.02:
            main.cut(not main.is_cut)
            events["cut"] += main.is_cut
        if chance.random() < 0.008 or index % 300 == 170:
            settle(main, index)
            events["reload then" if not is_running else "reload while cut" if main.is_cut else "reload"] += 1
            main.reload()
            assert main.seen()["came"] == index, f"after a reload {main.seen()}, {index} were let in"
        if index % 300 == 150:
            server.end()
            is_running = False
            events["house stopped"] += 1
        if index % 300 == 190:
            server.start()
            is_running = True
        main.scan(ticket)
    assert all(events.values()), f"each of them has happened: {events}"
    settle(main, COUNT)
    main.cut(False)
    main.wait("all is sent", lambda seen: seen["waiting"] == 0, 90)
    seen = main.seen()
    assert (seen["came"], seen["conflicts"]) == (COUNT, 0), seen
    counted = told(main)
    assert len(counted) == COUNT, f"{len(counted)} scans at the house"
    assert all(scan["result"] == "admitted" and not scan["isConflict"] for scan in counted)
    assert len({scan["key"] for scan in counted}) == COUNT, "each person once"
    world.report.say(f"journey_door: {COUNT} tickets, {events}: 0 lost, 0 double")


def settle(main, count):
    """All that was typed has been taken in; it may well wait to be sent."""
    main.wait(f"{count} let in", lambda seen: seen["came"] == count, 30)


def both(main, garden, made):
    """Both doors are cut off and let in the same five; the first by the clock counts, and both see it."""
    garden.wait("the other door knows who is in", lambda seen: seen["came"] == COUNT)
    for device in (main, garden):
        device.cut(True)
        for person in made["people"][COUNT:COUNT + 5]:
            device.scan(person["ticket"])
        settle(device, COUNT + 5)
        assert device.seen()["conflicts"] == 0, "nobody can know yet"
    garden.cut(False)
    garden.wait("the second door was on line first", lambda seen: seen["waiting"] == 0)
    main.cut(False)
    for device in (main, garden):
        device.wait("both see it", lambda seen: (seen["waiting"], seen["conflicts"], seen["came"]) == (0, 5, COUNT + 5))
    shown = garden.browser.driver.find_element("css selector", "#door-disagree").text
    expect(shown, "Already in: Main entrance", "it is said where and when")
    expect(shown, "Shown there: Let in", "and what was shown")
    scans = told(main)
    wrong = [scan for scan in scans if scan["isConflict"]]
    assert len(wrong) == 5 and all(scan["result"] == "again" for scan in wrong), wrong
    assert len(scans) == COUNT + 10, f"{len(scans)} scans"


def looks(world, server, main):
    """The page with all that can stand on it: accessible in both directions, wide and narrow, light and dark; valid HTML."""
    validator = Validator()
    checks = PageChecks(world.browser, world.report, validator, server.address)
    for language in ("ar", "en"):
        main.browser.driver.get(f"{main.address}?lang={language}")
        main.ready()
        main.wait("what does not agree is shown", lambda seen: seen["conflicts"] == 5)
        checks.looks(f"the door's page {language}")
        validator.add(f"the door's page {language}", wire.get(f"{main.address}?lang={language}", main.browser.cookies()).body)
    validator.check(world.report)


def by_name(main, made):
    """Found by name without a connection, let in, and taken back."""
    person = made["people"][COUNT + 5]
    main.cut(True)
    main.scan(person["name"].lower().replace("é", "e"))
    driver = main.browser.driver
    WebDriverWait(driver, 15).until(lambda _: driver.find_elements("css selector", "#door-found li button"))
    expect(driver.find_element("css selector", "#door-found").text, person["name"], "she is found")
    driver.find_element("css selector", "#door-found li button").click()
    settle(main, COUNT + 6)
    expect(main.seen()["said"], person["name"], "she is let in")
    driver.find_element("css selector", "#door-last li button").click()
    main.wait("and it is taken back", lambda seen: seen["came"] == COUNT + 5 and seen["waiting"] == 2)
    main.cut(False)
    main.wait("and sent", lambda seen: seen["waiting"] == 0)


def refused(main, made):
    """Without a connection the page tells what is wrong with a ticket, as the house does with one."""
    words = {"cancelled": "Cancelled", "passedOn": "Passed on", "forged": "Not one of our tickets"}
    for is_cut in (True, False):
        main.cut(is_cut)
        for kind, tickets in made["wrong"].items():
            main.scan(tickets[0])
            main.wait(f"{kind}, cut: {is_cut}", lambda seen, kind=kind: words[kind] in seen["said"], 15)
    main.wait("all is sent", lambda seen: seen["waiting"] == 0)


def gone(server, main, organiser, made):
    """A device that was taken away keeps nothing but what it has not sent; the next device at that door sends it."""
    desk = f"/desk/e/{made['event']}/doors?lang=en"
    main.cut(True)
    main.scan(made["people"][COUNT + 6]["ticket"])
    main.wait("kept", lambda seen: seen["waiting"] == 1)
    sign_in(server, organiser)
    go(organiser, desk)
    door = "//section[h3[contains(., 'Main entrance')]]"
    press_in(organiser, f"{door}//form[contains(@action, '/revoke')]//button")
    main.cut(False)
    main.wait("it says so", lambda seen: "bad" in seen["state"])
    assert left(main) == {"parts": 0, "scans": 1, "waiting": 1}, left(main)
    problems = main.browser.axe()
    assert not problems, problems
    organiser.browser.driver.find_element("xpath", f"{door}//details/summary").click()
    field = organiser.browser.driver.find_element("xpath", f"{door}//input[@type='text']")
    field.send_keys("Laptop")
    press_in(organiser, f"{door}//details//form//button")
    address = organiser.browser.driver.find_element("css selector", "main code.wide").text
    next_one = Device(main.browser, address)
    next_one.wait("the next device sends it", lambda seen: (seen["waiting"], seen["came"]) == (0, COUNT + 6))


def sign_in(server, organiser):
    """The first administrator, by the link that the house has printed."""
    organiser.browser.driver.get(server.sign_in_link())
    fill(organiser, "name", "Olga Sample")
    fill(organiser, "email", "olga@sample.example")
    press(organiser, "main form button")


def press_in(seat, path):
    """What leads to another page, by its place in this one."""
    element = seat.browser.driver.find_element("xpath", path)
    seat.browser.run("arguments[0].scrollIntoView({block: 'center'})", element)
    leave(seat, element.click)
