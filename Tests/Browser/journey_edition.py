"""An edition of an index from the empty page to a correction after its release: 12 experts in two rounds, 60 invented
countries, a preview, an embargo, a named person's cue, and what everybody sees then."""
import edition_desk
import edition_files
import edition_preview
import edition_reader
import edition_rounds
from edition_sample import Sample
from edition_stage import Stage
from steps import expect, go, sign_in, text


def run(world):
    with Stage(world, "journey-2026", Sample(seed=2026), scripted=True) as stage:
        make(stage)
        cue(stage)
        edition_reader.pages(stage)
        edition_reader.sliders(stage)
        finish(stage)


def make(stage):
    """Up to the frozen edition; the contact sits at the guest's browser then, and two persons are `stage.people`."""
    edition_desk.signed_in(stage)
    edition_desk.create(stage)
    edition_desk.framework(stage)
    edition_desk.data(stage)
    edition_desk.method(stage)
    edition_rounds.run(stage)
    edition_desk.use_weights(stage)
    stage.people = [
        edition_desk.register(stage, "Cora Contact", edition_preview.CONTACT),
        edition_desk.register(stage, "Rhea Releaser", edition_preview.RELEASER)]
    edition_preview.run(stage, *stage.people)
    edition_desk.freeze(stage)
    edition_preview.closed(stage)


def cue(stage):
    """An embargo holds against everybody; without one only the named person may give the cue."""
    organiser, guest = stage.organiser, stage.guest
    edition_desk.plan(stage, "2099-01-01T09:00", stage.people[1])
    edition_reader.nothing_yet(stage, organiser, guest)
    stage.forget()
    sign_in(guest, edition_preview.RELEASER)
    go(guest, f"{stage.desk}/release?lang=en")
    expect(text(guest), "It becomes public by itself", "she is told of the embargo")
    assert edition_desk.cue_status(guest, stage) == 422, "the embargo holds against her, too"
    edition_reader.nothing_yet(stage, guest)
    edition_desk.plan(stage, "")
    expect(text(organiser), "It waits for the cue of those who were named", "the organiser herself was not named")
    assert edition_desk.cue_status(organiser, stage) == 404, "so that her cue counts for nothing"
    edition_reader.nothing_yet(stage, organiser, guest)
    edition_desk.give_cue(stage)
    assert stage.status(stage.previews[1], guest) == 404, "there is no preview of what is public"
    stage.forget()


def finish(stage):
    edition_files.downloads(stage)
    edition_files.reproduce(stage)
    before = {row["uCode"]: row for row in edition_files.table(stage, "scores.csv")}
    old, new = stage.sample.value("K07", "A1"), "11.5"
    edition_desk.correct(stage, "K07", "A1", new)
    edition_reader.corrected(stage, "K07", "A1", old, new, before)
    edition_files.reproduce(stage, corrections=1)
    stage.done()
