"""What the door's journey plays with: a house that stops and starts again, and browsers that stand at its doors."""
import os
import subprocess

from selenium.webdriver.support.ui import WebDriverWait

from server import Server

OFFLINE = {"offline": True, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0}
ONLINE = {"offline": False, "latency": 5, "downloadThroughput": -1, "uploadThroughput": -1}

SEEN = """
const figure = (id) => Number(document.getElementById(`door-${id}`)?.textContent.replace(/\\D/g, "") ?? NaN);
return { came: figure("came"), waiting: figure("waiting"), conflicts: figure("conflicts"),
  state: document.getElementById("door-state").className, said: document.getElementById("door-said").innerText };
"""


class DoorServer(Server):
    """The same data through starts and ends, on the same port."""

    def __init__(self, binary, data, port):
        self.binary, self.data, self.port, self.lines = binary, data, port, []
        self.address = f"http://127.0.0.1:{port}"
        self.start()

    def start(self):
        self.process = subprocess.Popen(
            [self.binary, "serve", "--port", str(self.port), "--data", self.data], env={**os.environ, **self._settings()},
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace")
        self.watch()
        return self.wait()

    def end(self):
        self.process.terminate()
        self.process.wait(15)
        self.learn()


class Device:
    """A browser at a door. Its network is cut for the page and for the worker alike."""

    def __init__(self, browser, address):
        self.browser, self.address = browser, address
        self.is_cut = False
        browser.driver.get(address)
        self.ready()

    def ready(self):
        """The page is awake, and can be opened without a connection."""
        WebDriverWait(self.browser.driver, 30).until(
            lambda it: it.execute_script("return document.documentElement.dataset.ready === 'yes'"))
        WebDriverWait(self.browser.driver, 30).until(
            lambda it: it.execute_script("return document.body.dataset.offline === 'ready'"))

    def cut(self, is_cut):
        self.is_cut = is_cut
        self.browser.cdp("Network.enable")
        self.browser.cdp("Network.emulateNetworkConditions", **(OFFLINE if is_cut else ONLINE))

    def scan(self, text):
        """As a scanner does that types: all at once, and Enter."""
        self.browser.cdp("Input.insertText", text=text)
        for kind in ("keyDown", "keyUp"):
            self.browser.cdp(
                "Input.dispatchKeyEvent", type=kind, key="Enter", code="Enter", windowsVirtualKeyCode=13, text="\r")

    def reload(self):
        self.browser.driver.refresh()
        self.ready()

    def seen(self):
        return self.browser.run(SEEN)

    def wait(self, what, condition, seconds=60):
        WebDriverWait(self.browser.driver, seconds).until(lambda _: condition(self.seen()), f"{what}: {self.seen()}")


class Seat:
    """The organiser, in a browser of her own."""

    def __init__(self, server, browser):
        self.site, self.browser = server.address, browser


def told(device):
    """Every scan that the house knows of at this place, asked by the device's own address."""
    return device.browser.driver.execute_async_script("""
        const done = arguments[0], all = [];
        const ask = async (since) => {
          const body = await (await fetch(`${location.pathname}/list?since=${since}`, { cache: "no-store" })).json();
          all.push(...body.scans);
          return body.more ? ask(body.since) : all;
        };
        ask("").then(done, (error) => done(String(error)));""")


def left(device):
    """What the browser still keeps of this door."""
    return device.browser.driver.execute_async_script("""
        const done = arguments[0], { door } = JSON.parse(document.getElementById("main").dataset.door);
        indexedDB.open(`plenaria-door-${door}`).onsuccess = ({ target: { result } }) => {
          const transaction = result.transaction(["parts", "scans"]), parts = transaction.objectStore("parts").count();
          const scans = transaction.objectStore("scans").count(), waiting = transaction.objectStore("scans").index("waits").count();
          transaction.oncomplete = () => { result.close(); done({ parts: parts.result, scans: scans.result, waiting: waiting.result }); };
        };""")
