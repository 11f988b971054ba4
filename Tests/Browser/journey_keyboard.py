"""Signing in, adding a session and publishing it by keyboard alone."""
from selenium.webdriver import ActionChains, Keys

import wire
from steps import ADMINISTRATOR, code_in, expect, go, leave, text

EVENT = "gmc-2022"
MOST_STOPS = 150


def run(world):
    letters = len(world.mail.letters)
    go(world, "/?lang=en")
    enter(world, ".bar a[href*='/sign-in']")
    write(world, "main input[name=email]", ADMINISTRATOR)
    enter(world)
    write(world, "main input[name=code]", code_in(world.mail.wait(ADMINISTRATOR, after=letters)))
    enter(world)
    enter(world, ".bar a[href^='/desk']")
    enter(world, f"main .chips a[href*='/desk/e/{EVENT}/programme']")
    enter(world, "main a[href*='/sessions/new']")
    write(world, "main input[name=title-en]", "A session by keyboard")
    enter(world, "main .desk-form .actions button")
    expect(text(world), "A session by keyboard", "the draft has the session")
    enter(world, "main .tabs a[href*='/releases']")
    write(world, "main textarea[name=message-en]", "Published by keyboard")
    enter(world, "main .desk-form .actions button")
    expect(wire.get(f"{world.site}/e/{EVENT}/programme?lang=en").text, "A session by keyboard", "readers see it")


def keys(world, *keys):
    ActionChains(world.browser.driver).send_keys(*keys).perform()


def reach(world, selector):
    """Tab until the focus is on it; it must be in sight then, with nothing over it."""
    for _ in range(MOST_STOPS):
        keys(world, Keys.TAB)
        if world.browser.run("return document.activeElement.matches(arguments[0])", selector):
            covered = world.browser.run("""
                const box = document.activeElement.getBoundingClientRect();
                const top = document.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height, 40) / 2);
                return !top || !(document.activeElement.contains(top) || top.contains(document.activeElement));
                """)
            assert not covered, f"{selector} has the focus and something lies over it"
            return
    raise AssertionError(f"{MOST_STOPS} stops and not at {selector}")


def write(world, selector, words):
    reach(world, selector)
    keys(world, words)


def enter(world, selector=None):
    """Enter on the part, or where the focus is; another page opens."""
    if selector:
        reach(world, selector)
    leave(world, lambda: keys(world, Keys.ENTER))
