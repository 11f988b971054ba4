"""Two browsers at one edition: the organiser's, and one that is lent to everybody else in turn."""
import tempfile
from pathlib import Path

from selenium.webdriver.support.ui import Select

import wire
from browser import Browser
from journey_team import Seat
from page_checks import PageChecks
from steps import one
from validator import Validator

DESK = "/desk/measure"


class Stage:
    """`with Stage(world, slug, sample, scripted=True) as stage`; without scripts neither browser runs any."""

    def __init__(self, world, slug, sample, scripted):
        self.world, self.slug, self.sample, self.scripted = world, slug, sample, scripted
        self.desk, self.public = f"{DESK}/{slug}", f"/index/{slug}"
        self.validator = Validator()
        self.answers = []

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="plenaria-edition.")
        self.organiser, self.guest = self.world, Seat(self.world, Browser())
        for seat in (self.organiser, self.guest):
            seat.browser.look(1280, "light", settle=False)
            seat.browser.cdp("Emulation.setScriptExecutionDisabled", value=not self.scripted)
        return self

    def __exit__(self, *_):
        self.organiser.browser.cdp("Emulation.setScriptExecutionDisabled", value=False)
        self.guest.browser.close()
        self.folder.cleanup()

    def file(self, name, text):
        """The path of a file that can be handed in."""
        path = Path(self.folder.name) / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    def forget(self):
        """The guest's browser goes to somebody else."""
        self.guest.browser.cookies()
        self.guest.browser.driver.delete_all_cookies()

    def status(self, path, seat=None):
        """What the server answers to whoever sits there, or to a stranger."""
        return wire.get(self.world.site + path, seat.browser.cookies() if seat else "").status

    def look(self, seat, name, is_kept=True):
        """The page that is open, as every page is looked at; what answered a form cannot be asked for again to be validated."""
        if not self.scripted:
            return
        PageChecks(seat.browser, self.world.report, self.validator, self.world.site).looks(f"{self.slug}, {name}")
        if is_kept:
            page = wire.get(seat.browser.driver.current_url.split("#")[0], seat.browser.cookies())
            self.validator.add(f"{self.slug}, {name}", page.body)

    def done(self):
        self.validator.check(self.world.report)


def choose(seat, name, value):
    Select(one(seat, f"main select[name='{name}']")).select_by_value(value)


def tick(seat, selector):
    box = one(seat, selector)
    if not box.is_selected():
        seat.browser.run("arguments[0].scrollIntoView({block: 'center'})", box)
        box.click()


def cells(seat, selector):
    """The texts of a table's rows, cell by cell."""
    return seat.browser.run(
        """return [...document.querySelectorAll(arguments[0] + " tbody tr")].map(
             row => [...row.cells].map(cell => cell.textContent.replace(/\\s+/g, " ").trim()))""", selector)
