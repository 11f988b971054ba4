"""The core without scripts: filters, language and time zone for readers; signing in and publishing for organisers."""
from publishing import publish_agenda
from steps import SECRETARIAT, expect, fill, follow, go, leave, one, press, sign_in, text


def run(world):
    world.browser.cdp("Emulation.setScriptExecutionDisabled", value=True)
    try:
        read(world)
        sign_in(world, SECRETARIAT)
        publish_agenda(world, "gmc-2023", "14 December 2023")
    finally:
        world.browser.cdp("Emulation.setScriptExecutionDisabled", value=False)


def read(world):
    go(world, "/e/gmc-2025/programme?lang=en")
    follow(world, "Keynote")
    expect(text(world), "Keynote Presentations", "the filter keeps keynotes")
    assert "Opening Video" not in text(world), "the filter leaves other kinds out"
    go(world, "/e/gmc-2025/programme?lang=en")
    fill(world, "q", "declaration")
    press(world, "form.search button")
    expect(text(world), "Release of Mexico City Declaration", "the search finds a session")
    assert "Opening Video" not in text(world), "the search leaves others out"
    go(world, "/e/gmc-2025/programme?lang=en")
    one(world, ".languages summary").click()
    leave(world, one(world, ".languages a[lang=es]").click)
    assert one(world, "html").get_attribute("lang") == "es", "the page is in Spanish"
    zone = one(world, "footer [name=tz]")
    zone.clear()
    zone.send_keys("Asia/Shanghai")
    press(world, "footer form.zone button")
    assert one(world, "html").get_attribute("lang") == "es", "the language stays when the zone changes"
    # 9:20 in Mexico City is 23:20 in Shanghai.
    expect(text(world), "23:20", "times are shown in the chosen zone too")
