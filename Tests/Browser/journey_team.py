"""Three people at one plan, each in a browser of her own: one organises, one edits a track, one may only look."""
from selenium.webdriver import ActionChains, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import Select, WebDriverWait

from browser import Browser
from catcher import link_in
from steps import expect, fill, go, one, press, sign_in, text

EVENT = "sample-2026"
PLAN = f"/desk/e/{EVENT}/plan?lang=en"


class Seat:
    """One of the three, with a browser of her own; the steps take it as their world."""

    def __init__(self, world, browser):
        self.site, self.mail, self.browser = world.site, world.mail, browser


def run(world):
    others = [Browser(), Browser()]
    organiser, editor, reader = Seat(world, world.browser), *(Seat(world, other) for other in others)
    try:
        for seat in (organiser, editor, reader):
            seat.browser.look(1400, "light", settle=False)
        meet(organiser, editor, reader)
        move_by_keyboard(organiser, editor, reader)
        move_by_mouse(organiser, editor, reader)
        only_look(reader)
        only_her_track(editor)
        hours_are_shown(editor)
        undo_own(organiser, editor)
        at_cross_purposes(organiser, editor)
        without_scripts(organiser, editor)
        whole_without_scripts(organiser)
        for seat in (editor, reader):
            problems = seat.browser.axe()
            assert not problems, problems
    finally:
        for other in others:
            other.close()


def meet(organiser, editor, reader):
    """The organiser invites; the letters lead the two in, who say how they are called."""
    sign_in(organiser)
    invite(organiser, editor, "editor", "edith@sample.example", "Edith Sample", track="Policy")
    invite(organiser, reader, "reader", "rea@sample.example", "Rea Sample")
    for seat in (organiser, editor, reader):
        go(seat, PLAN)


def invite(organiser, guest, role, address, name, track=None):
    go(organiser, f"/desk/e/{EVENT}/team?lang=en")
    letters = len(organiser.mail.letters)
    fill(organiser, "email", address)
    Select(one(organiser, "main select[name=role]")).select_by_value(role)
    if track:
        Select(one(organiser, "main select[name=part]")).select_by_visible_text(track)
    press(organiser, "section[aria-labelledby=invite] form button")
    letter = organiser.mail.wait(address, after=letters)
    guest.browser.driver.get(link_in(letter, r"/invitation/"))
    fill(guest, "name", name)
    press(guest, "main form button")


def block(seat, title):
    return seat.browser.driver.find_element(By.XPATH, f"//li[@data-session][.//b[normalize-space()='{title}']]")


def place(seat, title):
    """Start in minutes after midnight and the room's identifier; both nothing while the plan is being renewed."""
    return seat.browser.run(
        """const found = [...document.querySelectorAll("[data-session]")].find(
             block => block.querySelector("b")?.textContent.trim() === arguments[0]);
           return found ? [Number(found.dataset.start), found.dataset.room, found.closest(".plan-aside") === null] : []""",
        title,
    )


def wait_for(seat, title, wanted, what):
    """Without asking for the page again: the plan renews itself."""
    WebDriverWait(seat.browser.driver, 20).until(lambda _: place(seat, title) == wanted, f"{what}: {title} is at {wanted}")


def mark(seat):
    """Something that a new page would not have."""
    seat.browser.run("window.wasHere = true")


def is_same_page(seat):
    return seat.browser.run("return window.wasHere === true")


def move_by_keyboard(organiser, editor, reader):
    title = "An index that can be checked"
    start, room, _ = place(editor, title)
    for seat in (organiser, editor, reader):
        mark(seat)
    editor.browser.run("arguments[0].focus()", block(editor, title))
    keys = ActionChains(editor.browser.driver)
    keys.send_keys("m", Keys.ARROW_DOWN, Keys.ARROW_DOWN).perform()
    expect(text(editor, "#plan-status"), "11:40–12:40 Room 2", "the status line says where it would go")
    ActionChains(editor.browser.driver).send_keys(Keys.ENTER).perform()
    for seat in (editor, organiser, reader):
        wait_for(seat, title, [start + 10, room, True], "moved by keyboard")
        assert is_same_page(seat), "the plan renews itself without a new page"
    expect(text(reader), "Edith Sample", "it is said who changed the plan last")


def move_by_mouse(organiser, editor, reader):
    """From beside the plan into it: a place in the second room, at half past nine."""
    title = "Micro-credentials in public service"
    target = organiser.browser.run("""
        const grid = document.querySelector(".plan-grid"), head = [...document.querySelectorAll("h3[data-room]")].at(-1);
        document.querySelector(".plan-scroll").scrollIntoView({block: "center"});
        const box = grid.getBoundingClientRect(), column = head.getBoundingClientRect();
        const row = (box.bottom - column.bottom) / Number(grid.dataset.rows);
        return [column.x + 40, column.bottom + row * 18, head.dataset.room];""")
    source = block(organiser, title)
    box = organiser.browser.run("const box = arguments[0].getBoundingClientRect(); return [box.x, box.y]", source)
    hold = (box[0] + 100, box[1] + 12)
    mouse = ActionChains(organiser.browser.driver, duration=40)
    mouse.w3c_actions.pointer_action.move_to_location(*map(int, hold)).pointer_down()
    mouse.w3c_actions.pointer_action.move_to_location(int(hold[0]) - 40, int(hold[1]) + 20)
    mouse.w3c_actions.pointer_action.move_to_location(int(target[0]) + 100, int(target[1]) + 12).pointer_up()
    mouse.perform()
    for seat in (organiser, editor, reader):
        wait_for(seat, title, [480 + 18 * 5, target[2], True], "moved by mouse")


def only_look(reader):
    assert not reader.browser.driver.find_elements(By.CSS_SELECTOR, "#plan[data-edit], #plan-undo, main form[method=post]")
    assert attempt(reader, "Lunch") == 403, "a reader may not move anything"


def attempt(seat, title):
    """What the server answers to somebody who moves a session past the page, with the page's own token."""
    session = block(seat, title).get_attribute("data-session")
    return seat.browser.run(
        """const body = new URLSearchParams({ _token: document.querySelector("input[name=_token]").value,
             date: "2026-12-02", start: "10:00", minutes: "30", room: "" });
           return fetch(arguments[0], { method: "POST", body }).then((answer) => answer.status)""",
        f"/desk/e/{EVENT}/sessions/{session}/place",
    )


def only_her_track(editor):
    """Sessions of other tracks stay where they are: by mouse, by keyboard, by form and past all of them."""
    title = "Captions in six languages"
    go(editor, PLAN)
    assert block(editor, title).get_attribute("data-fixed") == "yes", "it cannot be taken"
    assert block(editor, title).get_attribute("tabindex") is None, "nor reached by keyboard to be moved"
    assert not editor.browser.driver.find_elements(By.CSS_SELECTOR, "main form[action*='/plan/break']"), "no break"
    for other in (title, "Lunch"):
        assert attempt(editor, other) == 403, f"{other} is not hers"
    session = f"/desk/e/{EVENT}/sessions/{block(editor, title).get_attribute('data-session')}"
    go(editor, f"{session}/place?lang=en")
    assert not editor.browser.driver.find_elements(By.CSS_SELECTOR, "main [name=start]"), "there is no form"
    go(editor, f"{session}?lang=en")
    assert not editor.browser.driver.find_elements(By.CSS_SELECTOR, "main .desk-form .actions button"), "nothing to save"
    go(editor, f"/desk/e/{EVENT}/programme?lang=en")
    assert not editor.browser.driver.find_elements(
        By.CSS_SELECTOR, "main form[action*='/rooms'], main form[action*='/days'], main form[action*='/tracks']"
    ), "rooms, days and tracks are not hers"
    go(editor, PLAN)


def hours_are_shown(editor):
    """Rosa can only come on the first morning: what is outside is hatched while her session is held."""
    editor.browser.run("arguments[0].focus()", block(editor, "Recognition of credentials"))
    ActionChains(editor.browser.driver).send_keys("m").perform()
    expect(text(editor, "#plan-status"), "09:00–13:00", "her hours are said")
    assert editor.browser.driver.find_elements(By.CSS_SELECTOR, ".plan-off"), "and shown"
    ActionChains(editor.browser.driver).send_keys(Keys.ESCAPE).perform()
    assert not editor.browser.driver.find_elements(By.CSS_SELECTOR, ".plan-off"), "until she is let go"


def undo_own(organiser, editor):
    """Ctrl+Z takes back one's own step, though somebody else has moved another thing since."""
    title = "An index that can be checked"
    before = place(organiser, title)
    press(editor, "#plan-undo")
    wait_for(organiser, title, [before[0] - 10, before[1], True], "undone")
    press(editor, "#plan-redo")
    wait_for(organiser, title, before, "done again")


def at_cross_purposes(organiser, editor):
    """Two have the same form open: the second to save is told, and what she typed is still there."""
    session = block(organiser, "Recognition of credentials").get_attribute("data-session")
    form = f"/desk/e/{EVENT}/sessions/{session}?lang=en"
    for seat in (organiser, editor):
        go(seat, form)
    fill(organiser, "title-en", "Recognition of degrees")
    press(organiser, "main .desk-form .actions button")
    fill(editor, "title-en", "Recognition for everybody")
    press(editor, "main .desk-form .actions button")
    expect(text(editor, "main [role=alert]"), "changed", "she is told")
    assert one(editor, "main [name=title-en]").get_attribute("value") == "Recognition for everybody", "nothing typed is lost"
    for seat in (organiser, editor):
        go(seat, PLAN)
    wait_for(editor, "Recognition of degrees", place(organiser, "Recognition of degrees"), "the first stands")


def without_scripts(organiser, editor):
    """The same by forms: moving what stands in her track."""
    title = "Micro-credentials in public service"
    room = place(organiser, title)[1]
    editor.browser.cdp("Emulation.setScriptExecutionDisabled", value=True)
    try:
        go(editor, PLAN)
        press(editor, f"a[href*='{block(editor, title).get_attribute('data-session')}/place']")
        fill(editor, "start", "15:00")
        press(editor, "main .desk-form .actions button")
        expect(text(editor, ".plan-grid"), title, "placed by a form")
        wait_for(organiser, title, [900, room, True], "and seen by the other")
    finally:
        editor.browser.cdp("Emulation.setScriptExecutionDisabled", value=False)


def whole_without_scripts(organiser):
    """What concerns the whole plan by forms: placing, a break over all rooms, a track."""
    organiser.browser.cdp("Emulation.setScriptExecutionDisabled", value=True)
    try:
        go(organiser, PLAN)
        press(organiser, f"a[href*='{block(organiser, 'Posters').get_attribute('data-session')}/place']")
        fill(organiser, "start", "15:00")
        press(organiser, "main .desk-form .actions button")
        expect(text(organiser, ".plan-grid"), "Posters", "placed by a form")
        one(organiser, "main details:has(form[action*='/plan/break']) summary").click()
        fill(organiser, "title", "Tea")
        fill(organiser, "start", "16:30")
        fill(organiser, "minutes", "20")
        press(organiser, "main form[action*='/plan/break'] button")
        expect(text(organiser, ".plan-grid"), "Tea", "a break is laid over all rooms")
        go(organiser, f"/desk/e/{EVENT}/programme?lang=en")
        one(organiser, "#tracks ~ details:last-of-type summary").click()
        fill(organiser, "track-new-en", "Learners")
        fill(organiser, "track-new-colour", "red")
        press(organiser, "#tracks ~ details:last-of-type button")
        expect(text(organiser, "main [role=alert]"), "#rrggbb", "a wrong colour is named")
        fill(organiser, "track-new-colour", "#AA3300")
        press(organiser, "#tracks ~ details:last-of-type button")
        expect(text(organiser), "Learners", "the track is there")
        go(organiser, PLAN)
    finally:
        organiser.browser.cdp("Emulation.setScriptExecutionDisabled", value=False)
