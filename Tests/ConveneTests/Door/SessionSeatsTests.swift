import Base
import Testing

@testable import Convene

@Suite struct SessionSeatsTests {
    @Test("what is at the same time") func overlap() throws {
        let day = try EventWorld.day("2025-12-02")
        func session(_ start: Int, _ minutes: Int, _ date: CalendarDate, _ id: Int64) -> Session {
            Session(
                id: Identifier(at: Instant(seconds: id)), date: date, start: ClockTime(minutes: start), minutes: minutes,
                room: nil,
                kind: .talk, title: .empty, abstract: .empty, section: .empty, languages: [], appearances: [], slots: [])
        }
        let one = session(600, 60, day, 1)
        #expect(SeatOffer.overlap(one, session(630, 60, day, 2)))
        #expect(!SeatOffer.overlap(one, session(660, 60, day, 3)))
        #expect(!SeatOffer.overlap(one, session(600, 60, day.adding(days: 1), 4)))
        #expect(!SeatOffer.overlap(one, one))
    }
}
