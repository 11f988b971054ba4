"""The browser tests: every page of pages.txt and of the desk, then the journeys (journey_*.py).

run.py --binary .build/debug/plenaria      starts the server itself, with the demo world
run.py --site http://127.0.0.1:8080        looks at a server that runs already (public pages only)
  --only WORD                              the pages and journeys whose names hold WORD
"""
import argparse
import contextlib
import importlib
import re
import sys
import traceback
from pathlib import Path
from urllib.parse import urlsplit

from selenium.common.exceptions import TimeoutException
from selenium.webdriver.support.ui import WebDriverWait

import canaries
import log_search
import wire
from browser import Browser
from catcher import Catcher
from page_checks import PageChecks
from report import Report
from server import Server
from validator import Validator

HERE = Path(__file__).resolve().parent
MOST_DESK_PAGES = 20
# Pages that nobody sees without having signed in.
SIGNED_IN = ("/desk", "/previews")
# Following these would change something or leave.
NEVER_FOLLOW = re.compile(r"/sign-out|/sign-in/|\.(ics|xml|json|csv|pdf|zip|txt)$|/export")


class World:
    """What a journey is given: `run(world)` raises AssertionError where the world is not as it should be."""

    def __init__(self, site, browser, report, mail, server):
        self.site = site
        self.browser = browser
        self.report = report
        self.mail = mail
        self.server = server


def listed_paths(site, report, only, cookies=""):
    """The paths of pages.txt: those behind the sign-in for whoever brings cookies, else the public ones. A link to follow that is not
    there fails."""
    for line in (HERE / "pages.txt").read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#") or line.startswith(SIGNED_IN) != bool(cookies) or only not in line:
            continue
        page, *patterns = (part.strip() for part in line.split(" > "))
        for pattern in patterns:
            if pattern.startswith("+"):
                page += pattern[1:]
                continue
            links = [wire.path_of(link) for link in wire.get(site + page, cookies).links()]
            found = next((link for link in links if re.search(pattern, link.split("?")[0])), None)
            if not report.check(f"{line.strip()}: there is such a link", [] if found else [f"{page}: {len(links)} links, none matches"]):
                break
            page = found.split("?")[0]
        else:
            yield page


def dead_links(site, paths, report, cookies=""):
    """Every link on the pages leads somewhere."""
    known, dead = {}, []
    for path in paths:
        page = wire.get(site + path, cookies)
        if not page.is_html:
            continue
        for link in page.links():
            if NEVER_FOLLOW.search(urlsplit(link).path):
                continue
            if link not in known and len(known) < 400:
                known[link] = wire.get(link, cookies).status
            if known.get(link, 200) >= 400:
                dead.append(f"{path} → {wire.path_of(link)}: {known[link]}")
    report.check(f"no dead link ({len(known)} followed)", dict.fromkeys(dead))


def sign_in(world):
    """By the link that the server printed: its page has a button, as mail scanners follow links too."""
    driver = world.browser.driver
    driver.get(world.server.sign_in_link())
    driver.find_element("css selector", "main form button").click()
    with contextlib.suppress(TimeoutException):
        WebDriverWait(driver, 10).until(lambda it: "/sign-in" not in it.current_url)
    world.report.check("the printed link signs in", [] if "/sign-in" not in driver.current_url else [driver.current_url])


def kind_of(path):
    """The path without its identifiers: one page of a kind is looked at."""
    return re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}|\d+", "*", path)


def desk_paths(site, cookies, listed):
    """The pages below /desk that links lead to, besides the listed ones: of each kind one."""
    queue, seen, kinds = ["/desk"], {"/desk"}, {"/desk", *map(kind_of, listed)}
    while queue and len(seen) <= 4 * MOST_DESK_PAGES:
        path = queue.pop(0)
        page = wire.get(site + path, cookies)
        yield path
        if page.status != 200 or not page.is_html:
            continue
        for link in page.links():
            target = urlsplit(link).path
            kind = kind_of(target)
            if target in seen or kind in kinds or not target.startswith("/desk") or NEVER_FOLLOW.search(target):
                continue
            seen.add(target)
            kinds.add(kind)
            if len(seen) <= MOST_DESK_PAGES:
                queue.append(target)


def check_pages(world, only):
    validator = Validator()
    checks = PageChecks(world.browser, world.report, validator, world.site)
    public = list(listed_paths(world.site, world.report, only))
    for path in public:
        world.report.say(path)
        checks.page(path)
    dead_links(world.site, public, world.report)
    if world.server:
        sign_in(world)
        cookies = world.browser.cookies()
        listed = list(listed_paths(world.site, world.report, only, cookies))
        desk = listed + [path for path in desk_paths(world.site, cookies, listed) if only in path]
        for path in desk:
            world.report.say(path)
            checks.page(path, cookies, is_public=False)
        dead_links(world.site, desk, world.report, cookies)
    world.report.say("HTML validator")
    validator.check(world.report)


def run_journeys(world, only):
    """Each in a world of its own: nobody gets more than three letters an hour, and what one leaves behind misleads no other."""
    for path in sorted(HERE.glob("journey_*.py")):
        if only not in path.stem:
            continue
        world.report.say(path.stem)
        world.browser.cookies()
        world.browser.driver.delete_all_cookies()
        # The pages before were first views, past the workers that keep copies; a journey is not.
        world.browser.cdp("Network.setBypassServiceWorker", bypass=False)
        server = Server(world.server.binary, world.mail.settings)
        own = World(server.address, world.browser, world.report, world.mail, server)
        try:
            guarded(path.stem, own, lambda: importlib.import_module(path.stem).run(own) if server.wait() else None)
        finally:
            world.browser.cookies()
            server.stop()


def guarded(name, world, body):
    """A part that breaks off is one failure, and the next part still runs."""
    try:
        body()
        return world.report.check(name, [])
    except Exception:  # noqa: BLE001  whatever it was, it is a failure of this part
        # The driver's own stack says nothing to us.
        lines = traceback.format_exc(limit=-4).split("Stacktrace:")[0].splitlines()
        return world.report.check(name, [f"at {world.browser.driver.current_url}", *lines], most=30)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary")
    parser.add_argument("--site")
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    if bool(options.binary) == bool(options.site):
        parser.error("one of --binary and --site is needed")
    report = Report()
    with Catcher() as mail:
        server = browser = None
        try:
            if options.binary:
                report.say("starting the server")
                server = Server(options.binary, mail.settings).wait()
            browser = Browser()
            world = World(server.address if server else options.site.rstrip("/"), browser, report, mail, server)
            guarded("pages", world, lambda: check_pages(world, options.only))
            if server:
                run_journeys(world, options.only)
        except Exception:  # noqa: BLE001  the closing line must come
            report.check("the browser tests", traceback.format_exc().splitlines(), most=40)
        finally:
            if browser:
                browser.close()
            if server:
                server.stop()
    if options.binary:
        log_search.check(report, Server.started, canaries.KNOWN, is_whole=not options.only)
    report.close()


if __name__ == "__main__":
    sys.path.insert(0, str(HERE))
    main()
