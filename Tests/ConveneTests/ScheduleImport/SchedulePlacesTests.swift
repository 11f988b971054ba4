import Base
import Formats
import Testing

@testable import Convene

@Suite("Places of foreign sessions")
struct SchedulePlacesTests {
    private static func place(hours: Int, day: CalendarDate?, days: [CalendarDate]) -> SchedulePlaces.Place? {
        var schedule = ForeignSchedule(format: .scheduleXML)
        schedule.days = days
        var event = ForeignEvent(identity: "a", line: 1)
        guard case .once(let midnight) = ImportStage.zone.reading(ProgrammeStage.first, ClockTime(minutes: 0)) else { return nil }
        event.start = midnight.adding(minutes: hours * 60)
        event.day = day
        return SchedulePlaces(schedule, event: ProgrammeStage.event, days: [], extendsDays: false).place(event)
    }

    @Test("the small hours belong to the day that the file puts them on, else to the day before if the file has it")
    func night() {
        let first = ProgrammeStage.first
        #expect(Self.place(hours: 25, day: first, days: [first]) == .init(date: first, start: ClockTime(minutes: 1500)))
        #expect(Self.place(hours: 25, day: nil, days: [first]) == .init(date: first, start: ClockTime(minutes: 1500)))
        #expect(Self.place(hours: 25, day: nil, days: []) == .init(date: ProgrammeStage.second, start: ClockTime(minutes: 60)))
        #expect(Self.place(hours: 33, day: nil, days: [first])?.date == ProgrammeStage.second)
    }

    @Test("a day that the event does not have gives no place")
    func outside() { #expect(Self.place(hours: 24 * 5, day: nil, days: []) == nil) }
}
