"""What every page must hold, in each language, colour scheme and width."""
import browser as browsers
import wire

LANGUAGES = ["en", "ar"]
SCHEMES = ["light", "dark"]
WIDTHS = [1280, 320]
# Over the wire: page, style, scripts, pictures.
BUDGET = 60 * 1024

STATE_OF_FOCUS = """
const element = document.activeElement;
if (!element || element === document.body) return null;
const style = getComputedStyle(element), box = element.getBoundingClientRect();
const name = element.tagName.toLowerCase() + (element.id ? '#' + element.id : '') + ' "' +
  (element.innerText || element.name || '').trim().slice(0, 30) + '"';
return {
  name, href: element.getAttribute('href') || '',
  ring: (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none',
  shown: box.width > 0 && box.height > 0 && box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight
};
"""
TOO_WIDE = """
const limit = window.innerWidth, root = document.documentElement;
if (root.scrollWidth <= limit) return [];
const wide = [...document.body.querySelectorAll('*')].filter(element => {
  const box = element.getBoundingClientRect(); return box.width > 0 && (box.right > limit + 0.5 || box.left < -0.5);
}).slice(-3).map(element => element.tagName.toLowerCase() + '.' + element.className);
return [`the page is ${root.scrollWidth} px wide in a window of ${limit} px: ${wide.join(', ')}`];
"""
VISIBLE_PARTS = """
return [...document.querySelectorAll('main :is(h1, h2, h3, h4, a)')]
  .filter(node => node.getClientRects().length > 0)
  .map(node => node.textContent.replace(/\\s+/g, ' ').trim()).filter(text => text);
"""


class PageChecks:
    def __init__(self, browser, report, validator, site):
        self.browser = browser
        self.report = report
        self.validator = validator
        self.site = site

    def page(self, path, cookies="", is_public=True):
        """All checks of one page. It is loaded once a language; scheme and width change on the open page."""
        for language in LANGUAGES:
            address = wire.in_language(self.site + path, language)
            plain = wire.get(address, cookies)
            if not self.report.check(f"{path} {language}: answers", self._answers(plain)):
                continue
            self.report.check(f"{path} {language}: language and direction", self._direction(plain, language))
            self.validator.add(f"{path} {language}", plain.body)
            self._in_browser(path, language, address, plain, is_public)

    def _in_browser(self, path, language, address, plain, is_public):
        self.browser.look(WIDTHS[0], SCHEMES[0])
        self.browser.visit(address, cold=True)
        traffic = self.browser.traffic()
        name = f"{path} {language}"
        foreign = [asked for asked, _ in traffic if browsers.is_foreign(asked, self.site)]
        self.report.check(f"{name}: asks nobody else", foreign)
        if is_public:
            self.report.check(f"{name}: first view within {BUDGET // 1024} KB", self._over_budget(traffic))
        parts = [*plain.parts(), *self.browser.run(VISIBLE_PARTS)]
        self.report.check(f"{name}: keyboard", self._keyboard())
        self.looks(name)
        self.report.check(f"{name}: quiet console", self.browser.complaints())
        if language == "en":
            shown = self._without_scripts(address)
            missing = [f"only with scripts: {text}" for text in parts if text not in shown]
            self.report.check(f"{name}: works without scripts", dict.fromkeys(missing))

    def looks(self, name):
        """The page that is open, in each width and colour scheme."""
        for width in WIDTHS:
            for scheme in SCHEMES:
                self.browser.look(width, scheme)
                self.report.check(f"{name} {scheme} {width}: axe", self.browser.axe())
            self.report.check(f"{name} {width}: no sideways scrolling", self.browser.run(TOO_WIDE))
        self.browser.look(WIDTHS[0], SCHEMES[0])

    def _without_scripts(self, address):
        """The headings and links of the main part that show while the browser runs no script of the page."""
        self.browser.cdp("Emulation.setScriptExecutionDisabled", value=True)
        try:
            self.browser.look(WIDTHS[0], SCHEMES[0], settle=False)
            self.browser.visit(address)
            return set(self.browser.run(VISIBLE_PARTS))
        finally:
            self.browser.cdp("Emulation.setScriptExecutionDisabled", value=False)

    @staticmethod
    def _answers(page):
        if page.status != 200:
            return [f"status {page.status}"]
        return [] if page.is_html else [f"it is {page.headers.get('content-type')}"]

    @staticmethod
    def _direction(page, language):
        root = page.tree
        wanted = {"lang": language, "dir": "rtl" if language == "ar" else "ltr"}
        return [f"{name}={root.get(name)}, not {value}" for name, value in wanted.items() if root.get(name) != value]

    @staticmethod
    def _over_budget(traffic):
        total = sum(size for _, size in traffic)
        if 0 < total <= BUDGET:
            return []
        return [f"{total} bytes in all", *(f"{size:>8} {address}" for address, size in traffic)]

    def _keyboard(self):
        """Tab reaches a skip link first, and whatever has the focus shows it."""
        problems = []
        for step in range(12):
            self.browser.press_tab()
            state = self.browser.run(STATE_OF_FOCUS)
            if state is None:
                if step == 0:
                    problems.append("Tab reaches nothing")
                break
            if step == 0 and not self._is_skip_link(state["href"]):
                problems.append(f"the first stop is {state['name']}, not a skip link to something on the page")
            if not state["ring"]:
                problems.append(f"{state['name']} does not show its focus")
            if not state["shown"]:
                problems.append(f"{state['name']} has the focus but cannot be seen")
        return problems

    def _is_skip_link(self, href):
        return href.startswith("#") and self.browser.run("return !!document.getElementById(arguments[0])", href[1:])
