"""Rows of an outline are dragged by a handle: between two others, or onto one. Without scripts there is no handle, and buttons do it."""
from selenium.webdriver import ActionChains
from selenium.webdriver.common.by import By

from steps import SECRETARIAT, go, leave, one, press, sign_in

TREE = "/desk/measure/sample-2027/framework?lang=en"


def run(world):
    sign_in(world, SECRETARIAT)
    go(world, TREE)
    drag(world, "A12", "A11", 0.1)
    assert ["A1", "A12", "A11", "A2"] == rows(world)[2:6], rows(world)
    drag(world, "A1", "A3", 0.5)
    assert ["A", "A2", "A21", "A22", "A3", "A31", "A1", "A12", "A11", "B"] == rows(world)[1:11], rows(world)
    drag(world, "A2", "A2", 0.9, is_sent=False)
    drag(world, "A2", "A21", 0.5, is_sent=False)
    world.browser.cdp("Emulation.setScriptExecutionDisabled", value=True)
    try:
        go(world, TREE)
        assert not world.browser.driver.find_elements(By.CSS_SELECTOR, ".grip"), "no handle without scripts"
        assert not one(world, ".by-pointer").is_displayed(), "nor a word of it"
        press(world, "#n-A11 button[value=up]")
        assert ["A1", "A11", "A12", "B"] == rows(world)[7:11], rows(world)
    finally:
        world.browser.cdp("Emulation.setScriptExecutionDisabled", value=False)


def rows(world):
    return [row.get_attribute("id")[2:] for row in world.browser.driver.find_elements(By.CSS_SELECTOR, ".outline > li")]


def drag(world, code, target, part, is_sent=True):
    """By the handle of a row to a height of another one: 0 is its upper edge, 1 its lower."""
    grip, row = one(world, f"#n-{code} .grip"), one(world, f"#n-{target}")
    world.browser.run("arguments[0].scrollIntoView({block: 'center'})", row)
    y = int((part - 0.5) * row.size["height"])
    move = ActionChains(world.browser.driver).click_and_hold(grip).move_to_element_with_offset(row, 0, y).move_by_offset(1, 0).release()
    before = rows(world)
    if is_sent:
        return leave(world, move.perform)
    move.perform()
    assert rows(world) == before, "where it cannot go it stays"
    assert not world.browser.driver.find_elements(By.CSS_SELECTOR, ".dragged, .drop-into, .drop-before, .drop-after"), "and no mark is left"
