import Base
import CompositeIndex
import Testing

@testable import Measure

@Suite struct BuildShelfTests {
    private let edition = IndexEdition(
        id: Identifier(at: Instant(seconds: 0)), slug: "tiny-2026", series: "tiny", period: "2026", name: Localized("Tiny"))

    @Test("a build is made once a revision; with the next one it is made anew")
    func once() throws {
        let shelf = BuildShelf(limit: 2)
        var asked = 0
        func content() -> IndexContent {
            asked += 1
            return MeasureStage.tiny
        }
        let first = try shelf.build(of: edition, content())
        _ = try shelf.build(of: edition, content())
        #expect(asked == 1)
        #expect(first.rank(of: "DD", "T") != nil)
        var next = edition
        next.revision += 1
        _ = try shelf.build(of: next, content())
        #expect(asked == 2 && shelf.count == 2)
    }

    @Test("what stands in the way is remembered too")
    func problems() {
        let shelf = BuildShelf()
        for _ in 0..<2 {
            #expect(throws: Problems.self) { try shelf.build(of: edition, IndexContent()) }
        }
        #expect(shelf.count == 1)
    }
}
