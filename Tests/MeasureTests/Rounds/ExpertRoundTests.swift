import Base
import Testing

@testable import Measure

@Suite struct ExpertRoundTests {
    @Test("points of a node sum to 100, but for rounding")
    func sums() {
        let id = Identifier(at: Instant(seconds: 0))
        let round = ExpertRound(
            id: id, edition: id, number: 1, question: .empty, openedAt: Instant(seconds: 1),
            wholes: [ExpertRound.Whole(code: "T", parts: ["a", "b", "c"])])
        #expect(ExpertAnswer(["T": ["a": 33.33, "b": 33.33, "c": 33.34]]).faults(in: round).isEmpty)
        #expect(ExpertAnswer(["T": ["a": 33.333, "b": 33.333, "c": 33.333]]).faults(in: round).isEmpty)
        #expect(ExpertAnswer(["T": ["a": 50, "b": 40]]).faults(in: round).map(\.sum) == [90])
        #expect(ExpertAnswer().faults(in: round).map(\.whole) == ["T"])
    }
}
