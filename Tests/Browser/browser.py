"""One Chromium for all checks: pages in each language, colour scheme and width, and what the browser noticed."""
import json
from importlib.resources import files
from urllib.parse import urlsplit

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

import canaries

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN_AXE = """
const [tags, done] = arguments;
axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']}).then(
  found => done(found.violations.flatMap(rule => rule.nodes.slice(0, 3).map(node =>
    `${rule.id} (${rule.nodes.length} places): ${node.target.join(' ')} | ` +
    node.any.concat(node.all, node.none).map(check => check.message).join('; ')))),
  error => done([`axe itself failed: ${error}`]));
"""
HEIGHT = 900


class Browser:
    def __init__(self):
        options = webdriver.ChromeOptions()
        options.binary_location = "/usr/bin/chromium"
        for flag in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--lang=en"):
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
        self.driver.set_page_load_timeout(30)
        self.driver.set_script_timeout(30)

    def close(self):
        self.driver.quit()

    def cdp(self, command, **parameters):
        return self.driver.execute_cdp_cmd(command, parameters)

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def look(self, width, scheme, settle=True):
        """Sets the width in CSS pixels and the colour scheme. Motion is off, so that axe never measures a colour on its way.

        `settle` waits for the new styles; it needs scripts to be on.
        """
        self.cdp("Emulation.setDeviceMetricsOverride", width=width, height=HEIGHT, deviceScaleFactor=1, mobile=False)
        features = [
            {"name": "prefers-color-scheme", "value": scheme},
            {"name": "prefers-reduced-motion", "value": "reduce"},
        ]
        self.cdp("Emulation.setEmulatedMedia", features=features)
        if settle:
            # Two frames later the new styles are in place.
            self.driver.execute_async_script(
                "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done()))"
            )

    def visit(self, address, cold=False):
        """Opens a page; what the last one left in the logs is gone."""
        self.driver.get_log("browser")
        self.driver.get_log("performance")
        # A first view is one without the worker that keeps copies.
        self.cdp("Network.enable")
        self.cdp("Network.setBypassServiceWorker", bypass=cold)
        if cold:
            self.cdp("Network.clearBrowserCache")
        self.driver.get(address)

    def axe(self):
        """Violations on the page as it is now, a line each."""
        if not self.run("return typeof axe === 'object'"):
            self.run(AXE)
        return self.driver.execute_async_script(RUN_AXE, AXE_TAGS)

    def complaints(self):
        """Errors and warnings of the console since the visit: scripts, missing files, the content security policy."""
        entries = self.driver.get_log("browser")
        return [f"{entry['source']}: {entry['message']}" for entry in entries if entry["level"] in ("SEVERE", "WARNING")]

    def traffic(self):
        """Address → bytes over the wire, of everything that was asked for since the visit."""
        addresses, sizes = {}, {}
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            parameters = message["params"]
            if message["method"] == "Network.requestWillBeSent":
                addresses[parameters["requestId"]] = parameters["request"]["url"]
            elif message["method"] in ("Network.loadingFinished", "Network.dataReceived"):
                size = parameters.get("encodedDataLength", 0)
                name = parameters["requestId"]
                if message["method"] == "Network.loadingFinished":
                    sizes[name] = max(sizes.get(name, 0), size)
                else:
                    sizes[name] = sizes.get(name, 0) + size
        return [(address, int(sizes.get(name, 0))) for name, address in addresses.items()]

    def cookies(self):
        canaries.cookies(self.driver)
        return "; ".join(f"{cookie['name']}={cookie['value']}" for cookie in self.driver.get_cookies())

    def press_tab(self):
        for kind in ("rawKeyDown", "keyUp"):
            self.cdp("Input.dispatchKeyEvent", type=kind, key="Tab", code="Tab", windowsVirtualKeyCode=9)


def is_foreign(address, site):
    """True for a request that leaves our site; data: and the browser's own pages do not."""
    parts = urlsplit(address)
    return parts.scheme in ("http", "https", "ws", "wss") and parts.netloc != urlsplit(site).netloc
