"""The pages that nobody finds by a link: of somebody who registers, in each state, of a paper that is checked, of a letter under way.
Each is looked at as every page is: accessible, wide and narrow, light and dark, in both directions, without scripts."""
import re
import time

from selenium.webdriver.support.ui import WebDriverWait

import wire
from journey_register import REGISTER, own_page, register
from page_checks import PageChecks
from steps import SECRETARIAT, expect, fill, go, one, path, press, sign_in, text
from validator import Validator

EVENT = "/desk/e/gmc-2025"


def run(world):
    validator = Validator()
    checks = PageChecks(world.browser, world.report, validator, world.site)
    turn(world, validator)
    held(world, checks)
    own_pages(world, checks)
    sign_in(world, SECRETARIAT)
    cookies = world.browser.cookies()
    papers(world, checks, cookies)
    letter(world, checks, cookies)
    waiting(world, checks)
    validator.check(world.report)


def turn(world, validator):
    """The line before the counters: a page that looks again by itself, so that no check can hold it still; then the way back."""
    for language in ("en", "ar"):
        now = int(time.time() * 1000)
        page = wire.get(f"{world.site}{REGISTER}/turn/{'t' * 24}?since={now}&lang={language}")
        expect(page.headers.get("refresh"), "1", "it looks again")
        assert len(page.body) < 10_240, len(page.body)
        validator.add(f"the line {language}", page.body)
    go(world, f"{REGISTER}/turn/{'t' * 24}?since={int(time.time() * 1000) - 57_000}&lang=en")
    expect(text(world), "Your turn is kept.", "she is told that her turn is kept")
    WebDriverWait(world.browser.driver, 20).until(lambda driver: path(world) == REGISTER)


def held(world, checks):
    """The form, empty and with its complaints."""
    go(world, f"{REGISTER}?lang=en")
    press(world, ".cards > li:nth-child(1) form button")
    form = path(world)
    checks.page(form)
    go(world, f"{form}?lang=en")
    world.browser.run("document.querySelectorAll('main form').forEach(form => form.noValidate = true)")
    press(world, "form[action*='/submit'] button")
    expect(text(world, ".error-summary"), "Please agree, or write to the organisers", "what is missing is listed")
    checks.looks("the form with complaints")
    page = world.browser.driver.page_source
    assert page.count('class="error"') >= 4, "each complaint stands at its field"


def own_pages(world, checks):
    for place, state in ((1, "Confirmed"), (4, "Applied")):
        letter = register(world, "en", f"Ngozi Sample {state}", "", f"ngozi.{state}@people.example".lower(), place=place)
        own_page(world, letter)
        expect(text(world), state, "the page says where things stand")
        consent(world)
        own = path(world)
        checks.page(own)
        if state == "Confirmed":
            go(world, f"{own}?lang=en")
            press(world, "main a[href*='/people']")
            expect(text(world), "You do not stand in this list.", "she sees who agreed, and that she did not")
            checks.page(path(world))


def consent(world):
    """What she did not agree to she agrees to on her page, and takes it back: as easily, without scripts too."""
    world.browser.cdp("Emulation.setScriptExecutionDisabled", value=True)
    try:
        before = text(world, "#agreed").count("Take it back")
        press(world, "#agreed button[value=yes]")
        assert text(world, "#agreed").count("Take it back") == before + 1, text(world, "#agreed")
        press(world, "#agreed button[value=no]")
        assert text(world, "#agreed").count("Take it back") == before, text(world, "#agreed")
    finally:
        world.browser.cdp("Emulation.setScriptExecutionDisabled", value=False)


def papers(world, checks, cookies):
    """Certificates are issued; anybody who has a number sees what was issued."""
    go(world, f"{EVENT}/papers/certificates?lang=en")
    press(world, "form[action*='/issue'] button")
    checks.page(f"{EVENT}/papers/certificates", cookies, is_public=False)
    go(world, f"{EVENT}/papers/certificates?lang=en")
    number = re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}", text(world)).group(0)
    checks.page(f"/verify/{number}")


def letter(world, checks, cookies):
    """The demo's draft is sent."""
    go(world, f"{EVENT}/letters?lang=en")
    press(world, "main a[href*='/letters/mailings/']:not([href*='/new'])")
    press(world, "form[action*='/send'] button")
    checks.page(path(world), cookies, is_public=False)


def waiting(world, checks):
    """One place: the second waits, and is offered it when the first gives it up."""
    go(world, f"{EVENT}/places/new?lang=en")
    fill(world, "name_en", "Round table")
    fill(world, "capacity", "1")
    press(world, "main .desk-form .actions button")
    world.browser.driver.delete_all_cookies()
    first = register(world, "en", "Amina Sample", "", "amina@people.example", place=5)
    second = register(world, "en", "Boris Sample", "", "boris@people.example", place=5)
    own_page(world, second)
    expect(text(world), "Waiting", "the second one waits")
    waits = path(world)
    checks.page(waits)
    own_page(world, first)
    one(world, "details.danger summary").click()
    press(world, "details.danger form button")
    expect(text(world), "Cancelled", "the first one is out")
    checks.page(path(world))
    go(world, f"{waits}?lang=en")
    expect(text(world), "It is yours if you take it before", "the place is offered")
    checks.page(waits)
