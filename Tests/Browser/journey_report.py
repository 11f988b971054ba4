"""A report from a template: a value that is not understood is told with its line, then it is published, read and printed."""
from edition_stage import choose
from steps import SECRETARIAT, expect, fill, go, one, press, sign_in, text
from wire import get

EDITION, SLUG = "/index/sample-2026", "journey"
DESK = f"/desk/measure/sample-2026/reports/{SLUG}"
PUBLIC = f"{EDITION}/reports/{SLUG}"


def run(world):
    world.browser.driver.delete_all_cookies()
    sign_in(world, SECRETARIAT)
    begin(world)
    mend(world)
    read(world)
    finish(world)


def begin(world):
    go(world, "/desk/measure/sample-2026/reports?lang=en")
    fill(world, "slug", SLUG)
    choose(world, "start", "annual")
    press(world, "main form[action*='/reports'] button[type=submit]")
    expect(text(world), "Preview", "the editor shows how it will look")
    expect(text(world, ".report-preview"), "Main results", "the template is a whole text")
    assert get(world.site + PUBLIC).status == 404, "a draft is nobody's"


def write(world, typed):
    go(world, f"{DESK}?text=en&lang=en")
    field = one(world, "#text")
    world.browser.run("arguments[0].value = arguments[1]", field, typed)
    press(world, f"main form[action*='{SLUG}'] button[type=submit]:not([name])")


def mend(world):
    write(world, "# Result\n\nFirst is {{name X99}}.\n\n```figure\nranking\ntop: 5\n```")
    expect(text(world, "main .notice.bad"), "English, line 3:", "the fault has its line")
    expect(text(world, "main .notice.bad"), "There is no country “X99”", "and says what is wrong")
    press(world, "button[value=publish]")
    expect(text(world, ".error-summary"), "Places that are not understood", "it cannot be published")
    write(world, "# Result\n\nFirst is {{name #1}}.\n\n```figure\nranking\ntop: 5\n```")
    assert "There is no country" not in text(world), text(world)
    press(world, "button[value=publish]")
    expect(text(world), "Everyone can read it", "it is published")


def read(world):
    page = get(f"{world.site}{PUBLIC}?lang=en")
    assert page.status == 200, page.status
    ranking = get(f"{world.site}{EDITION}?lang=en").tree.xpath("string(//table//tbody/tr[1]/th/a)").strip()
    expect(page.text, f"First is {ranking}.", "the first of the ranking")
    file = get(f"{world.site}{PUBLIC}/report.pdf?lang=en")
    assert file.status == 200 and file.body.startswith(b"%PDF"), file.status
    country = get(f"{world.site}{EDITION}/u/X07/report?lang=ar")
    assert country.status == 200 and 'dir="rtl"' in country.text, country.status


def finish(world):
    go(world, f"{DESK}?lang=en")
    press(world, "button[value=withdraw]")
    assert get(world.site + PUBLIC).status == 404, "it is taken back"
    press(world, "button[value=remove]")
    assert SLUG not in text(world, "main table"), text(world)
