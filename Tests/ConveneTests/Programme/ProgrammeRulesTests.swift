import Base
import Testing

@testable import Convene

@Suite("What is checked of a draft")
struct ProgrammeRulesTests {
    private func codes(_ programme: Programme) -> [ProgrammeWarning.Code] { ProgrammeRules.warnings(of: programme).map(\.code) }

    /// Of a kind that needs neither a speaker nor a text.
    private func session(
        _ title: String, _ start: String, minutes: Int = 30, on date: CalendarDate = ProgrammeStage.first, room: Room? = nil
    ) -> Session {
        var session = ProgrammeStage.session(title, start, minutes: minutes, on: date, room: room)
        session.kind = .ceremony
        return session
    }

    @Test("a sound programme has no warnings, parallel sessions without rooms included")
    func sound() {
        let sessions = [
            session("A", "09:00"), session("B", "09:00"), session("C", "09:30"),
        ]
        #expect(codes(ProgrammeStage.programme(sessions)) == [])
    }

    @Test("two sessions overlap in one room; meeting at the minute is no overlap")
    func overlap() throws {
        let room = ProgrammeStage.room("Hall")
        let one = session("A", "09:00", room: room)
        let two = session("B", "09:29", room: room)
        let three = session("C", "09:59", room: room)
        let warnings = ProgrammeRules.warnings(of: ProgrammeStage.programme([one, two, three], rooms: [room]))
        let warning = try #require(warnings.first)
        #expect(warnings.count == 1)
        #expect((warning.code, warning.session, warning.other) == (.roomOverlap, two.id, one.id))
    }

    @Test("a person is in two places only if they must be there")
    func twice() {
        var one = session("A", "09:00")
        var two = session("B", "09:10")
        one.appearances = [ProgrammeStage.appearance("José Pérez")]
        two.appearances = [ProgrammeStage.appearance("jose  perez", .online)]
        #expect(codes(ProgrammeStage.programme([one, two])) == [.personTwice])
        two.appearances = [ProgrammeStage.appearance("José Pérez", .recorded)]
        #expect(codes(ProgrammeStage.programme([one, two])) == [])
    }

    @Test("times that clocks skip or repeat are found, and block a release")
    func clocks() {
        let date = CalendarDate("2025-03-30")!
        let skipped = session("Gap", "02:30", minutes: 90, on: date)
        #expect(codes(ProgrammeStage.programme([skipped], zone: "Europe/Paris")) == [.skippedTime])
        let doubled = session("Twice", "02:30", minutes: 90, on: CalendarDate("2025-10-26")!)
        #expect(codes(ProgrammeStage.programme([doubled], zone: "Europe/Paris")) == [.doubledTime])
        #expect(codes(ProgrammeStage.programme([skipped])) == [])
        #expect(ProgrammeWarning.Code.skippedTime.blocksRelease && ProgrammeWarning.Code.doubledTime.blocksRelease)
    }

    @Test("no title, no length, past the day, no day, slots outside")
    func alone() {
        var session = self.session("", "23:50", minutes: 0)
        #expect(codes(ProgrammeStage.programme([session])) == [.noTitle, .noLength])
        session.title = Localized("Late")
        session.minutes = 30
        #expect(codes(ProgrammeStage.programme([session])) == [.outsideDay])
        var programme = ProgrammeStage.programme([session])
        programme.days[0].ends = ClockTime(minutes: 1680)
        #expect(codes(programme) == [])
        programme.days = []
        #expect(codes(programme) == [.noDay])
        session = self.session("Block", "09:00")
        session.slots = Slot.split(start: ProgrammeStage.time("08:50"), minutes: 30, each: 10) { _ in
            Identifier(at: ProgrammeStage.now)
        }
        #expect(codes(ProgrammeStage.programme([session])) == [.slotsOutside])
    }
}
