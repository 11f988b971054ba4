"""One letter to many: written with a preview and a test, sent to those whom a filter means, each of whom gets one; then the same
without scripts."""
import time

from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import Select, WebDriverWait

from steps import SECRETARIAT, expect, fill, follow, go, one, press, sign_in, text

LETTERS = "/desk/e/gmc-2025/letters"
# Who takes part on line in the demo and reads English, and who has a place in the room.
ONLINE = {"nguyen.mau@people.example", "tuayang@people.example"}
ROOM = {"maria.jose@people.example", "abdulrahman@people.example", "wang.shili@people.example"}


def run(world):
    sign_in(world, SECRETARIAT)
    first = len(world.mail.letters)
    write(world, "On line", "English", "How to join {event}", "Dear {name},\n\nThe stream opens at nine.\n\n{page}")
    preview(world)
    test(world)
    go(world, world.browser.run("return location.pathname"))
    send(world, 2)
    WebDriverWait(world.browser.driver, 30).until(lambda _: "2 of 2" in text(world, "#mailing"), "the page counts by itself")
    finished(world, 2)
    got = letters(world, first, "How to join 2025 Global MOOC and Online Education Conference")
    assert got == {address: 1 for address in ONLINE}, got
    letter = world.mail.wait("nguyen.mau@people.example", after=first)
    expect(letter.get_body(("plain",)).get_content(), "Dear Nguyễn Thị Mẫu,", "her name stands in it")
    world.browser.cdp("Emulation.setScriptExecutionDisabled", value=True)
    try:
        write(world, "In the room", "Any", "Doors of {event}", "{name}: the doors open at nine.")
        send(world, 3)
        until_done(world)
        finished(world, 3)
    finally:
        world.browser.cdp("Emulation.setScriptExecutionDisabled", value=False)
    got = letters(world, first, "Doors of 2025 Global MOOC and Online Education Conference")
    assert got == {address: 1 for address in ROOM}, got
    follow(world, "Letters")
    expect(text(world), "How to join", "both stand in the list")
    expect(text(world), "Doors of", "both stand in the list")


def write(world, kind, language, subject, body):
    go(world, f"{LETTERS}?lang=en")
    press(world, "main a[href*='/mailings/new']")
    for name, label in (("category", kind), ("language", language), ("state", "Confirmed")):
        Select(one(world, f"main select[name={name}]")).select_by_visible_text(label)
    fill(world, "subject", "{nobody} " + subject)
    fill(world, "text", body)
    act(world, "save")
    expect(text(world, "main [role=alert]"), "nobody", "a field that no letter has is named")
    fill(world, "subject", subject)
    act(world, "save")
    assert "/mailings/new" not in world.browser.driver.current_url, text(world)[:800]


def act(world, name):
    press(world, f"main .desk-form button[name=act][value={name}]")


def preview(world):
    act(world, "preview")
    expect(text(world), "How to join 2025 Global MOOC", "the preview fills the fields in")
    expect(text(world), "The stream opens at nine.", "and shows the text")


def test(world):
    before = len(world.mail.letters)
    act(world, "test")
    letter = world.mail.wait(SECRETARIAT, after=before)
    expect(letter["Subject"], "How to join 2025 Global MOOC", "the test comes to who asked for it")
    assert len(world.mail.letters) == before + 1, "and to nobody else"


def send(world, count):
    expect(text(world), f"{count} people get it", "it says how many it is")
    press(world, "form[action*='/send'] button")


def until_done(world, seconds=30):
    """Without a script the page renews itself when somebody asks it to."""
    end = time.monotonic() + seconds
    while "Sent" not in text(world, "#mailing .badge"):
        assert time.monotonic() < end, text(world, "#mailing")
        time.sleep(0.5)
        follow(world, "Look again")


def finished(world, count):
    page = text(world, "#mailing")
    expect(page, f"{count} of {count}", "all are settled")
    assert not world.browser.driver.find_elements(By.CSS_SELECTOR, "form[action*='/send'] button"), "it is sent once"


def letters(world, first, subject):
    """Address → how many letters of that subject arrived."""
    counts = {}
    for letter in world.mail.letters[first:]:
        if letter["Subject"] == subject and SECRETARIAT not in letter["X-Envelope-To"]:
            counts[letter["X-Envelope-To"]] = counts.get(letter["X-Envelope-To"], 0) + 1
    return counts
