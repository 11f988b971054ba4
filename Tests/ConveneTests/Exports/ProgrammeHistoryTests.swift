import Base
import Testing

@testable import Convene

@Suite struct ProgrammeHistoryTests {
    private func release(_ number: Int, _ sessions: [(Int, Int)]) throws -> Release {
        SiteSample.release(
            try sessions.map { try SiteSample.session($0.0, "2025-12-03", $0.1, 30, Localized("R\(number)")) }, number: number)
    }

    @Test("What was taken out is remembered as it stood last; what came back is not called off") func cancelled() throws {
        let all = [
            try release(1, [(1, 600), (2, 600), (3, 600)]), try release(2, [(1, 600), (3, 630)]),
            try release(3, [(1, 600), (2, 700)]),
        ]
        let history = ProgrammeHistory(all[2], earlier: all)
        #expect(history.cancelled.map(\.id) == [SiteSample.id(3)])
        #expect(history.cancelled.first?.start == ClockTime(minutes: 630))
        #expect(history.formerStarts.keys.sorted() == [SiteSample.id(2)])
        #expect(ProgrammeHistory(all[0], earlier: all) == .none)
    }

    @Test("The start before the last change is told, not the first one") func moved() throws {
        let all = [
            try release(1, [(1, 600)]), try release(2, [(1, 660)]), try release(3, [(1, 720)]), try release(4, [(1, 720)]),
        ]
        let history = ProgrammeHistory(all[3], earlier: all.shuffled())
        #expect(history.formerStarts[SiteSample.id(1)]?.description == "2025-12-03T17:00:00Z")
    }
}
