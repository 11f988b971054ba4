import Base
import Testing

@testable import Convene

@Suite struct PlanGridTests {
    private let hall = ProgrammeStage.room("Hall", 1)
    private let annex = ProgrammeStage.room("Annex", 2)

    private func grid(_ sessions: [Session]) -> PlanGrid {
        PlanGrid(ProgrammeStage.programme(sessions, rooms: [hall, annex]), on: ProgrammeStage.first)
    }

    @Test("a row is five minutes; the day is shown on full hours and never less than nine to six")
    func hours() {
        let usual = grid([ProgrammeStage.session("A", "09:10", minutes: 7, room: hall)])
        #expect((usual.opens.description, usual.closes.description, usual.rows) == ("09:00", "18:00", 108))
        #expect(usual.blocks[0].rows == 3..<5)
        let long = grid([
            ProgrammeStage.session("A", "07:40", room: hall), ProgrammeStage.session("B", "23:50", minutes: 100, room: hall),
        ])
        #expect((long.opens.description, long.closes.description) == ("07:00", "26:00"))
    }

    @Test("what overlaps in a room stands beside each other, and every session is there once")
    func lanes() throws {
        let sessions = [
            ProgrammeStage.session("A", "09:00", minutes: 60, room: hall),
            ProgrammeStage.session("B", "09:30", minutes: 60, room: hall),
            ProgrammeStage.session("C", "10:00", minutes: 30, room: hall),
            ProgrammeStage.session("D", "09:00", room: annex), ProgrammeStage.session("House", "11:00"),
        ]
        let grid = grid(sessions)
        #expect(Set(grid.blocks.map(\.session.id)) == Set(sessions.map(\.id)))
        #expect(grid.blocks.count == sessions.count)
        let lanes = Dictionary(uniqueKeysWithValues: grid.blocks.map { ($0.session.title.text(.en), $0.lane) })
        #expect(lanes == ["A": 0, "B": 1, "C": 0, "D": 0, "House": 0])
        #expect(grid.columns.map(\.lanes) == [2, 1])
        #expect(grid.columns.map(\.line) == [2, 4])
        #expect(grid.end == 5)
    }

    @Test("a session of a room that is gone is shown over the whole house, not lost")
    func lost() {
        let gone = ProgrammeStage.session("A", "09:00", room: ProgrammeStage.room("Gone"))
        #expect(grid([gone]).blocks.map(\.room) == [nil])
    }

    @Test("no two blocks share a cell", arguments: 1...10)
    func cells(seed: Int) {
        var state = UInt64(seed)
        func draw(_ below: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(below))
        }
        let sessions = (0..<40).map { number in
            ProgrammeStage.session(
                "S\(number)", ClockTime(minutes: 540 + 5 * draw(90)).description, minutes: 5 + 5 * draw(18),
                room: draw(2) == 0 ? hall : annex)
        }
        var taken: Set<[Int]> = []
        let grid = grid(sessions)
        for block in grid.blocks {
            guard let room = block.room, let column = grid.column(room) else { continue }
            #expect(block.lane < column.lanes)
            for row in block.rows { #expect(taken.insert([column.line + block.lane, row]).inserted) }
        }
        #expect(grid.blocks.count == 40)
    }

    @Test("gaps of a room: where a length fits, the whole house's items and the day's end counted")
    func gaps() {
        let moved = ProgrammeStage.session("Moved", "10:00", room: hall)
        let grid = grid([
            ProgrammeStage.session("A", "09:30", minutes: 30, room: hall), moved,
            ProgrammeStage.session("Lunch", "12:00", minutes: 60), ProgrammeStage.session("Other", "13:00", room: annex),
        ])
        let ends = ClockTime(minutes: 15 * 60)
        let free = grid.gaps(in: hall.id, minutes: 30, without: moved.id, ends: ends).map(\.description)
        #expect(free == ["09:00", "10:00", "13:00"])
        #expect(grid.gaps(in: hall.id, minutes: 121, without: moved.id, ends: ends).isEmpty)
        let house = grid.gaps(in: nil, minutes: 30, without: moved.id, ends: ends).map(\.description)
        #expect(house == ["09:00", "10:00", "13:30"])
    }
}
