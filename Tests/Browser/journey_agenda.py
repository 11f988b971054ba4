"""An organiser pastes an agenda, publishes it, changes a time, and readers are told; with scripts."""
from page_checks import PageChecks
from publishing import publish_agenda
from steps import sign_in


def run(world):
    sign_in(world)
    publish_agenda(world, "gmc-2024", "11 December 2024", PageChecks(world.browser, world.report, None, world.site).looks)
