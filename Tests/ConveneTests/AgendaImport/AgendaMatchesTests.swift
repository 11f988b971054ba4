import Base
import Testing

@testable import Convene

@Suite("Which session an item is")
struct AgendaMatchesTests {
    private func matches(_ items: [AgendaItem], _ sessions: [Session], _ mode: AgendaMode) -> [Identifier?] {
        let settled = items.map { AgendaPlan.Settled(item: $0, date: $0.date ?? ProgrammeStage.first, end: $0.end ?? $0.start) }
        return AgendaMatches(settled, sessions, mode).old.map { $0?.id }
    }

    @Test("two items of one name and time are two sessions, each found once")
    func twins() {
        let sessions = [ProgrammeStage.session("Tea", "10:00"), ProgrammeStage.session("Tea", "10:00")]
        let items = [
            AgendaStage.item("tea ", "10:00", "10:30"), AgendaStage.item("Téa", "10:00", "10:30"),
            AgendaStage.item("Tea", "10:00", "10:30"),
        ]
        #expect(matches(items, sessions, .add) == [sessions[0].id, sessions[1].id, nil])
    }

    @Test("adding finds only what has the same start")
    func starts() {
        let sessions = [ProgrammeStage.session("Tea", "10:00")]
        let items = [AgendaStage.item("Tea", "15:00", "15:30")]
        #expect(matches(items, sessions, .add) == [nil])
        #expect(matches(items, sessions, .replaceDays) == [sessions[0].id])
    }
}
