import Base
import CompositeIndex
import Testing

@testable import Measure

@Suite struct AuditShelfTests {
    @Test("a revision is studied once, and gives what a study gives; the next one is studied anew")
    func once() async throws {
        let shelf = AuditShelf()
        let view = try IndexSample.view()
        let first = try #require(await shelf.ranges(view))
        let direct = try #require(RankRanges(view))
        #expect(first.text("AA", .en) == direct.text("AA", .en))
        #expect(await shelf.robustness(view)?.shares.isEmpty == false)
        // Of the same revision nothing is computed again, whatever the content.
        var other = MeasureStage.tiny
        other.data?.values[0] = [4, 3, 2, 1]
        other.data?.values[2] = [9, 3, 2, 1]
        #expect(await shelf.ranges(try IndexSample.view(other))?.text("AA", .en) == first.text("AA", .en))
        var next = IndexSample.edition()
        next.revision += 1
        let again = await shelf.ranges(try IndexSample.view(other, next))
        #expect(again?.text("AA", .en) != first.text("AA", .en))
    }
}
