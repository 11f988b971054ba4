"""A reader of a conference: searching, stars with and without scripts, news since the last look, a copy without connection."""
import re

from selenium.webdriver.support.ui import WebDriverWait

from server import Server
from steps import SECRETARIAT, expect, fill, follow, go, one, press, sign_in, text

PROGRAMME = "/e/gmc-2025/programme?lang=en"
READY = "const done = arguments[0]; navigator.serviceWorker.ready.then(() => setTimeout(() => done(true), 1500));"


def run(world):
    search(world)
    plain_stars(world)
    world.browser.driver.delete_all_cookies()
    stars(world)
    account(world)
    news(world)
    copy(world)


def search(world):
    go(world, PROGRAMME)
    fill(world, "q", "declar")
    press(world, "form.search button")
    expect(text(world, ".result"), " of ", "the result is counted")
    expect(one(world, "main mark").text.lower(), "declaration", "what was found is marked")
    follow(world, "Show everything")
    expect(text(world), "Opening Video", "the way back shows everything")


def plain_stars(world):
    """Without scripts a star asks on a page of its own."""
    world.browser.cdp("Emulation.setScriptExecutionDisabled", value=True)
    try:
        go(world, PROGRAMME)
        press(world, "main .item a.star")
        expect(text(world), "Add this to your schedule?", "the star leads to the question")
        press(world, "main .panel form button")
        expect(text(world), "1 session", "it is on my schedule")
        press(world, "main .slot form button")
        expect(text(world), "You have not chosen anything yet", "and it is gone again")
    finally:
        world.browser.cdp("Emulation.setScriptExecutionDisabled", value=False)


def stars(world):
    """With scripts a star is a switch, and the page stays where it is."""
    go(world, PROGRAMME)
    page = one(world, "html")
    star = WebDriverWait(world.browser.driver, 15).until(lambda _: found(world, "main .item button.star"))
    assert star.get_attribute("aria-pressed") == "false", "nothing is chosen yet"
    world.browser.run("arguments[0].click()", star)
    assert star.get_attribute("aria-pressed") == "true", "the star is lit"
    assert page.is_enabled(), "the page was not left"
    go(world, "/e/gmc-2025/mine?lang=en")
    expect(text(world), "1 session", "it is on my schedule")
    go(world, PROGRAMME)
    WebDriverWait(world.browser.driver, 15).until(lambda _: found(world, "main button.star[aria-pressed=true]"))


def account(world):
    """After signing in the browser's star is the account's; there a star is a switch too."""
    sign_in(world, SECRETARIAT)
    go(world, PROGRAMME)
    wait = WebDriverWait(world.browser.driver, 15)
    wait.until(lambda _: found(world, "form.stars [aria-pressed=true]"))
    page = one(world, "html")
    world.browser.run("arguments[0].click()", found(world, "form.stars [aria-pressed=false]"))
    wait.until(lambda _: len(world.browser.driver.find_elements("css selector", "form.stars [aria-pressed=true]")) == 2)
    assert page.is_enabled(), "the page was not left"
    assert world.browser.driver.get_cookie("plenaria-favourites") is None, "the browser keeps nothing of it any more"
    go(world, "/e/gmc-2025/mine?lang=en")
    expect(text(world), "2 sessions", "both are in the account")
    press(world, "form[action*='/favourites/calendar'] button")
    expect(text(world, "main code"), "/e/gmc-2025/calendar/", "the private address is shown")
    go(world, "/e/gmc-2025/mine?lang=en")
    assert not found(world, "main code"), "and shown once"
    world.browser.driver.delete_all_cookies()


def found(world, selector):
    return next(iter(world.browser.driver.find_elements("css selector", selector)), None)


def news(world):
    """This browser saw an earlier release: the page says so until it is told that this has been seen."""
    go(world, PROGRAMME)
    world.browser.run("localStorage.setItem('seen /e/gmc-2025', '0.5')")
    go(world, PROGRAMME)
    WebDriverWait(world.browser.driver, 15).until(lambda _: one(world, "#news").is_displayed())
    assert "since=0.5" in one(world, "#news a").get_attribute("href"), "the link leads to what changed since"
    one(world, "#news button").click()
    go(world, PROGRAMME)
    WebDriverWait(world.browser.driver, 15).until(lambda _: found(world, "main button.star"))
    assert not one(world, "#news").is_displayed(), "seen is seen"


def copy(world):
    """A server of its own is ended: what was looked at is still there and says of when it is; what is mine was never kept."""
    own = Server(world.server.process.args[0]).wait()
    driver = world.browser.driver
    try:
        driver.get(own.address + PROGRAMME)
        assert driver.execute_async_script(READY), "there is a worker"
        session = own.address + one(world, "main .item h4 a").get_dom_attribute("href")
        driver.get(own.address + "/e/gmc-2025/mine?lang=en")
        driver.get(session)
        title = driver.title
        driver.execute_async_script(READY)
    finally:
        own.stop()
    for address in (session, own.address + PROGRAMME):
        driver.get(address)
        WebDriverWait(driver, 15).until(lambda _: one(world, "#copy").is_displayed())
        said = one(world, "#copy").text
        assert re.fullmatch(r"Off line: as of \d\d:\d\d", said), f"the copy says of when it is, not “{said}”"
        assert one(world, ".item, .session").is_displayed(), "the programme is there"
    driver.get(session)
    assert driver.title == title, "it is the session that was looked at"
    kept = driver.execute_async_script(
        "const done = arguments[0]; caches.open('plenaria-copies-1').then(all => all.keys()).then(all => done(all.map(one => one.url)))"
    )
    assert not [one for one in kept if "/mine" in one], f"what is mine is in no copy: {kept}"
