import Base
import Testing

@testable import Convene

@Suite struct AnswerKeepingTests {
    @Test("the day begins where the event takes place")
    func end() throws {
        let event = ProgrammeStage.event
        #expect(AnswerKeeping.lastDate(of: event, days: 30).description == "2026-01-03")
        #expect(AnswerKeeping.end(of: event, days: 30).description == "2026-01-03T06:00:00Z")
    }
}
