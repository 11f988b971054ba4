import Base
import Testing

@testable import Measure

@Suite struct CorrectionTests {
    @Test("what was corrected twice is undone to the first value")
    func undone() throws {
        let id = Identifier(at: Instant(seconds: 0))
        var data = try #require(MeasureStage.tiny.data)
        let log = [(1, 2.0, 3.0), (2, 3.0, 4.0)].map { number, old, new in
            Correction(
                id: id, edition: id, number: number, at: Instant(seconds: 1), person: nil, unit: "AA", indicator: "q1", old: old,
                new: new, reason: Localized("Wrong"), oldDigest: "", newDigest: "")
        }
        let done = data.set(4, "AA", "q1")
        #expect(done)
        #expect(Correction.undone(log, in: data) == MeasureStage.tiny.data)
    }
}
