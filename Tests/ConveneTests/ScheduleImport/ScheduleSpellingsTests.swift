import Base
import Formats
import Testing

@testable import Convene

@Suite("Names that differ in case alone")
struct ScheduleSpellingsTests {
    @Test("rooms and tracks that become one are told with their line")
    func told() {
        var schedule = ForeignSchedule(format: .csv)
        var event = ForeignEvent(identity: "a", line: 7)
        event.room = "aula"
        schedule.events = [event]
        schedule.rooms = [.init(name: "Aula"), .init(name: "aula"), .init(name: "Hall")]
        schedule.tracks = [.init(name: "Café"), .init(name: "Cafe")]
        let found = ScheduleSpellings.findings(schedule)
        #expect(found.map(\.arguments) == [["one": "Aula", "other": "aula"], ["one": "Café", "other": "Cafe"]])
        #expect(found[0].line == 7)
    }
}
