import Base
import Formats
import Foundation
import Store

@testable import Convene

/// Foreign schedules for tests: made here, or read from text.
enum ImportStage {
    static let zone = Zone(ProgrammeStage.event.zone)!
    static let choices = ScheduleChoices(tag: "en")

    /// Sessions of a day, one after the other, in two rooms.
    static func schedule(_ titles: [String], acronym: String = "demo") -> ForeignSchedule {
        var schedule = ForeignSchedule(format: .scheduleXML)
        schedule.acronym = acronym
        schedule.zone = zone.name
        schedule.days = [ProgrammeStage.first]
        schedule.events = titles.enumerated().map { event($0, $1) }
        schedule.rooms = [ForeignSchedule.Room(name: "Hall"), ForeignSchedule.Room(name: "Studio", capacity: 40)]
        schedule.tracks = [ForeignSchedule.Track(name: "Policy", colour: "#aa0033")]
        return schedule
    }

    static func event(_ index: Int, _ title: String) -> ForeignEvent {
        var event = ForeignEvent(identity: "id-\(index)", line: 10 + index)
        guard case .once(let start) = zone.reading(ProgrammeStage.first, ClockTime(minutes: 540 + 30 * (index / 2))) else {
            return event
        }
        event.start = start
        event.day = ProgrammeStage.first
        event.minutes = 30
        event.room = index.isMultiple(of: 2) ? "Hall" : "Studio"
        event.track = "Policy"
        event.type = "lecture"
        event.title = title
        event.abstract = "About \(title)"
        event.languages = ["en"]
        event.persons = [ForeignEvent.Person(name: "Speaker \(index)")]
        return event
    }

    static func apply(_ schedule: ForeignSchedule, _ choices: ScheduleChoices = choices, in tx: Writer) throws -> SchedulePlan {
        try ScheduleImportActions.apply(
            schedule, to: ProgrammeStage.event, choices: choices, seen: nil, by: ProgrammeStage.editor, in: tx)
    }
    static func draft(_ tx: Reader) throws -> Programme { try ProgrammeStore.draft(of: ProgrammeStage.event, in: tx) }

    static func plan(
        _ schedule: ForeignSchedule, _ draft: Programme = Programme(zone: ProgrammeStage.event.zone),
        origins: [ScheduleOrigin] = [], choices: ScheduleChoices = choices
    ) -> SchedulePlan {
        let identifiers = IdentifierSequence(at: ProgrammeStage.now)
        return SchedulePlan(
            schedule, draft: draft, event: ProgrammeStage.event, origins: origins, choices: choices,
            newID: { identifiers.next() })
    }
}
