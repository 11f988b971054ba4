"""What is not there, and what one may not see, is a page like any other."""
import wire
from page_checks import PageChecks
from steps import go, one


def run(world):
    checks = PageChecks(world.browser, world.report, None, world.site)
    for path, status in (("/nothing-here", 404), ("/e/nothing-here", 404), ("/desk", 401), ("/sign-in/nothing", 410)):
        for language in ("en", "ar"):
            address = wire.in_language(path, language)
            found = wire.get(world.site + address).status
            world.report.check(f"{address}: answers {status}", [] if found == status else [f"it answers {found}"])
            go(world, address)
            assert one(world, "main h1").text, f"{address}: the page says what is wrong"
            checks.looks(address)
