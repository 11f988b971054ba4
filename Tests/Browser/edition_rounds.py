"""Twelve experts in two rounds: letters with a link each, points, what all answers were like, and the committee's signature."""
import random

from selenium.webdriver import ActionChains, Keys
from selenium.webdriver.common.by import By

from canaries import remember
from catcher import link_in
from edition_desk import SET
from edition_sample import NAMES, WHOLES, means, nearer, points
from edition_stage import cells, choose
from steps import expect, fill, go, one, press, text
from wire import get

STATEMENT = "Decided by the committee on its first day, by the mean of the second round."
# One in Arabic, one in Spanish, the others in English.
LANGUAGES = {3: "ar", 7: "es"}
EXPERTS = [
    "Amara", "Bellmer", "Castaing", "Dimashqi", "Ekström", "Fujita", "Gaspar", "Herrera", "Ibsen", "Jovanović", "Kimani",
    "Lindqvist"]


def run(stage):
    stage.experts = [
        (f"{name} Sample", f"expert{place}@experts.example", LANGUAGES.get(place, "en")) for place, name in enumerate(EXPERTS)]
    invite(stage)
    chance = random.Random(12)
    first = [points(chance) for _ in EXPERTS]
    links = answer_all(stage, 1, first)
    close(stage, 1, first)
    mean = means(first)
    second = [nearer(own, mean) for own in first]
    newer = answer_all(stage, 2, second, before=first)
    ended = [link for link in links if get(link).status != 404]
    assert not ended, f"links of the first letters still open something: {ended}"
    close(stage, 2, second)
    after(stage, newer[0], second)
    sign(stage)
    stage.answers = second


def invite(stage):
    seat = stage.organiser
    for name, address, language in stage.experts:
        remember("name", name)
        go(seat, f"{stage.desk}/rounds?lang=en")
        fill(seat, "expert", name)
        fill(seat, "email", address)
        choose(seat, "language", language)
        press(seat, "form:has(#expert) button")
        expect(text(seat), name, "she is on the list")
    stage.look(seat, "experts")


def answer_all(stage, number, answers, before=None):
    """Opens the round; everyone gets a letter with a link of her own and spreads her points. The links."""
    seat, letters = stage.organiser, len(stage.world.mail.letters)
    go(seat, f"{stage.desk}/rounds?lang=en")
    fill(seat, "question_en", f"What should count, and how much? Round {number}.")
    press(seat, "form:has(#question_en) button")
    expect(text(seat, f"#round-{number}"), "0 of 12", "nobody has answered yet")
    links = []
    for place, (name, address, language) in enumerate(stage.experts):
        letter = stage.world.mail.wait(address, after=letters)
        expect(letter["Content-Language"], language, "the letter is in her language")
        links.append(link_in(letter, r"/experts/"))
        if place == 0:
            assert name in letter.get_body(("plain",)).get_content(), "the letter greets her"
        answer(stage, number, place, links[-1], answers[place], before)
    assert len(set(links)) == len(EXPERTS), "each has a link of her own"
    stage.forget()
    return links


def answer(stage, number, place, link, own, before):
    """Nobody is signed in; the link alone says who she is."""
    guest = stage.guest
    stage.forget()
    guest.browser.driver.get(link)
    page = text(guest)
    others = [name for other, (name, _, _) in enumerate(stage.experts) if other != place and name in page]
    assert not others, f"she is told who else was asked: {others}"
    if number == 2:
        seen(stage, place, before)
    if place == 0:
        wrong_sum(stage, number, own)
    spread(guest, own)
    press(guest, "form.budget button[type=submit]")
    assert guest.browser.driver.find_elements(By.CSS_SELECTOR, ".notice.good[role=status]"), text(guest)
    if place == 0 or (place == 3 and number == 2):
        stage.look(guest, f"an expert's page in round {number}, {stage.experts[place][2]}", is_kept=False)


def spread(seat, own):
    """By keyboard from field to field: what stood there is selected on the way in, so that typing takes its place. Points are
    not remembered as typed: they cannot be told from other numbers."""
    values = [str(value) for parts in own.values() for value in parts.values()]
    first = one(seat, "form.budget input[id^='p-']")
    first.send_keys(Keys.CONTROL, "a")
    ActionChains(seat.browser.driver).send_keys(Keys.TAB.join(values)).perform()
    fields = seat.browser.driver.find_elements(By.CSS_SELECTOR, "form.budget input[id^='p-']")
    assert [field.get_attribute("value") for field in fields] == values, "the points stand in their fields"


def wrong_sum(stage, number, own):
    """99 points are not taken, and what was typed is still there."""
    if number != 1:
        return
    guest = stage.guest
    spread(guest, {**own, "C": {**own["C"], "C3": own["C"]["C3"] - 1}})
    press(guest, "form.budget button[type=submit]")
    expect(text(guest, ".error-summary"), "99", "the sum is told")
    assert one(guest, "#p-C-C1").get_attribute("value") == str(own["C"]["C1"]), "what was typed is still there"
    stage.look(guest, "an expert's wrong sum", is_kept=False)


def seen(stage, place, before):
    """How all answers lay, and her own beside them; the new round begins with what she said."""
    guest, mean = stage.guest, means(before)
    for whole, parts in before[place].items():
        for part, value in parts.items():
            found = one(guest, f"#p-{whole}-{part}").get_attribute("value")
            assert found == str(value), f"the round begins with her last answer, {value} for {part}: {found}"
    if stage.experts[place][2] != "en":
        return
    rows = {row[0]: row[1:] for row in cells(guest, "main section")}
    assert len(rows) == len(mean), rows
    for whole, parts in WHOLES.items():
        for part in parts:
            row = rows[f"{NAMES[whole]}{NAMES[part]}"]
            assert abs(float(row[0]) - mean[part]) <= 0.0501, (part, row, mean[part])
            assert row[4] == str(len(EXPERTS)), row
            assert float(row[5].split(" ")[0]) == before[place][whole][part], row
    expect(text(guest), "Median of the last round", "the median stands at the field")


def close(stage, number, answers):
    seat = stage.organiser
    go(seat, f"{stage.desk}/rounds?lang=en")
    expect(text(seat, f"#round-{number}"), "12 of 12", "everyone has answered")
    press(seat, f"#round-{number} form[action*='/close'] button")
    rows = {row[0]: row[1:] for row in cells(seat, f"#round-{number}")}
    mean = means(answers)
    for whole, parts in WHOLES.items():
        for part in parts:
            found = float(rows[f"{NAMES[whole]}{NAMES[part]}"][0])
            assert abs(found - mean[part]) <= 0.0501, f"{part}: mean {found}, the answers give {mean[part]}"
    stage.look(seat, f"round {number} closed")


def after(stage, link, answers):
    """Her link still shows how the second round went; there is no form any more."""
    guest = stage.guest
    guest.browser.driver.get(link)
    expect(text(guest), "No round is open just now", "the round is over")
    assert not guest.browser.driver.find_elements(By.CSS_SELECTOR, "form.budget"), "nothing more can be answered"
    assert len(guest.browser.driver.find_elements(By.CSS_SELECTOR, "main section table")) == 2, "both rounds are told"
    stage.look(guest, "an expert's page at the end")
    stage.forget()


def sign(stage):
    seat = stage.organiser
    go(seat, f"{stage.desk}/rounds?lang=en")
    one(seat, "#round-2 details summary").click()
    fill(seat, "set", SET)
    choose(seat, "by", "mean")
    press(seat, "#round-2 form[action*='/sign'] button")
    expect(text(seat, ".error-summary"), "statement is needed", "a signature says something")
    assert one(seat, "#set").get_attribute("value") == SET, "what was typed is still there"
    fill(seat, "statement", STATEMENT)
    press(seat, "#round-2 form[action*='/sign'] button")
    found = text(seat)
    expect(found, SET, "the set is signed")
    expect(found, STATEMENT, "with what the committee says")
