"""The same edition with scripts off: everything by forms, the sliders as well; and the embargo ends by itself."""
import time

import edition_desk
import edition_reader
import journey_edition
from edition_sample import Sample
from edition_stage import Stage


def run(world):
    with Stage(world, "plain-2026", Sample(seed=7), scripted=False) as stage:
        journey_edition.make(stage)
        instant(stage)
        edition_reader.pages(stage)
        edition_reader.form(stage)
        journey_edition.finish(stage)


def instant(stage):
    """Public by the clock, and by no hand."""
    edition_desk.plan(stage, edition_desk.next_minute())
    edition_reader.nothing_yet(stage, stage.organiser, stage.guest)
    stage.forget()
    deadline = time.monotonic() + 90
    while stage.status(stage.public) != 200:
        assert time.monotonic() < deadline, "the embargo did not end"
        time.sleep(0.5)
