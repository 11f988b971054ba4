"""Signing in by a letter: link and code, once each, in the browser that asked. (Without scripts: journey_no_script.)"""
from catcher import link_in
from steps import SECRETARIAT, ask_for_letter, code_in, expect, fill, go, one, path, press, text


def run(world):
    by_link(world)
    world.browser.driver.delete_all_cookies()
    by_code(world)


def is_signed_in(world):
    return bool(world.browser.driver.find_elements("css selector", "form[action*='/sign-out']"))


def buttons(world):
    return world.browser.driver.find_elements("css selector", "main form[action*='/sign-in/'] button")


def by_link(world):
    letter = ask_for_letter(world, SECRETARIAT)
    expect(letter["Subject"], "Plenaria", "the letter's subject names the site")
    link = link_in(letter)
    for _ in range(2):
        # To open the link is not yet to use it: mail programs open links by themselves.
        world.browser.driver.get(link)
        assert buttons(world) and not is_signed_in(world), "the link's page has a button and does nothing else"
    press(world, "main form button")
    assert is_signed_in(world), f"the button signs in; now at {path(world)}"
    one(world, "header details.person summary").click()
    press(world, "form[action*='/sign-out'] button")
    assert not is_signed_in(world), "signed out"
    world.browser.driver.get(link)
    assert not buttons(world), f"the link works once:\n{text(world)}"
    go(world, "/desk")
    assert not is_signed_in(world) and one(world, "main a[href*='/sign-in']"), "the desk asks to sign in"


def by_code(world):
    """Another browser cannot use the link; the code works where the letter was asked for, and once."""
    driver = world.browser.driver
    letter = ask_for_letter(world, SECRETARIAT)
    asking = driver.get_cookies()
    driver.delete_all_cookies()
    driver.get(link_in(letter))
    assert not buttons(world), f"another browser is refused:\n{text(world)}"
    go(world, "/sign-in/code")
    fill(world, "code", code_in(letter))
    press(world, "main form button")
    assert not is_signed_in(world), "the code does not work in another browser"
    driver.delete_all_cookies()
    for cookie in asking:
        driver.add_cookie(cookie)
    go(world, "/sign-in/code")
    fill(world, "code", "0000 0000")
    press(world, "main form button")
    assert one(world, "#code-error").is_displayed(), "a wrong code is said to be wrong, beside the field"
    fill(world, "code", code_in(letter))
    press(world, "main form button")
    assert is_signed_in(world), f"the code signs in:\n{text(world)}"
