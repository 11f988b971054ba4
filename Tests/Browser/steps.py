"""What the journeys have in common: filling forms, pressing buttons, signing in by a letter."""
import re

from selenium.common.exceptions import WebDriverException
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

import canaries
from catcher import link_in

# Nobody gets more than three letters an hour: the journeys share these two.
ADMINISTRATOR = "admin@plenaria.example"
SECRETARIAT = "secretariat@plenaria.example"


def one(world, selector):
    return world.browser.driver.find_element(By.CSS_SELECTOR, selector)


def text(world, selector="main"):
    return one(world, selector).text


def go(world, path):
    canaries.address(path)
    world.browser.driver.get(world.site + path)


def leave(world, act):
    """Does what leads to another page, and waits until the page that was open is gone."""
    page = one(world, "html")
    act()
    WebDriverWait(world.browser.driver, 15).until(lambda _: is_gone(page))


def is_gone(element):
    """Between two pages the driver has several ways to say so; a stale reference is only one of them."""
    try:
        element.is_enabled()
        return False
    except WebDriverException:
        return True


def press(world, selector):
    """Clicks what leads to another page. Sticky parts may lie over it, so that it is brought to the middle first."""
    element = one(world, selector)
    world.browser.run("arguments[0].scrollIntoView({block: 'center'})", element)
    leave(world, element.click)


def follow(world, words):
    """Clicks the link that bears these words."""
    leave(world, world.browser.driver.find_element(By.PARTIAL_LINK_TEXT, words).click)


def fill(world, name, value):
    canaries.remember("typed", value)
    field = one(world, f"main [name='{name}']")
    field.clear()
    field.send_keys(value)


def expect(found, wanted, what):
    """`wanted` is a part of the text `found`."""
    assert wanted in found, f"{what}: no “{wanted}” in:\n{found[:1500]}"


def path(world):
    return world.browser.run("return location.pathname")


def ask_for_letter(world, address):
    """Asks on the sign-in page and gives the letter that arrives."""
    letters = len(world.mail.letters)
    go(world, "/sign-in?lang=en")
    fill(world, "email", address)
    press(world, "main form button")
    return world.mail.wait(address, after=letters, holding="/sign-in/")


def code_in(letter):
    found = re.search(r"\b(\d{4}) (\d{4})\b", letter.get_body(("plain",)).get_content())
    assert found, "the letter bears no code"
    return found.group()


def sign_in(world, address=ADMINISTRATOR):
    """By a letter: the link's page has a button, as mail scanners follow links too."""
    world.browser.driver.get(link_in(ask_for_letter(world, address)))
    press(world, "main form button")
    assert "/sign-in" not in path(world), f"not signed in: {path(world)}"
    canaries.cookies(world.browser.driver)
