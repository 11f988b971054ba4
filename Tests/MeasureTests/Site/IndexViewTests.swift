import Base
import CompositeIndex
import Testing

@testable import Measure

@Suite struct IndexViewTests {
    @Test("Scores between 0 and 100 are drawn on that scale, others between their ends")
    func scale() throws {
        #expect(try IndexSample.view().scale == 0...100)
        var content = MeasureStage.tiny
        content.method = Method([
            .normalise(Normalisation(.minMax(low: 0, high: 1))), .aggregate(Aggregation([Aggregation.Level(.arithmetic)])),
        ])
        #expect(try IndexSample.view(content).scale == 0...1)
        content.method.steps[0] = .normalise(Normalisation(.zScore(mean: 0, deviation: 1)))
        let view = try IndexSample.view(content)
        #expect(view.scale.lowerBound < 0 && view.share(of: view.scale.upperBound) == 1)
    }

    @Test("The tree goes from the top down, parts after their whole")
    func tree() throws {
        let view = try IndexSample.view()
        #expect(view.tree.map { view.code($0.node) } == ["T", "P", "p1", "p2", "Q", "q1"])
        #expect(view.tree.map(\.depth) == [0, 1, 2, 2, 1, 2])
    }

    @Test("Rows are narrowed down by group, sorted by rank, and who has no score comes last")
    func rows() throws {
        let view = try IndexSample.view()
        let south = view.rows(in: ["region": "south"])
        #expect(south.map { view.build.units[$0].code } == ["CC", "DD"])
        let node = try #require(view.node("p2"))
        #expect(view.sorted(view.counted, by: node).last.map { view.build.units[$0].code } == "DD")
        #expect(view.groups(of: "region") == ["north", "south"])
        #expect(view.mean(node, over: []) == nil && view.best(node)?.score == 100)
    }

    @Test("What a unit lacks is carried by the parts that it has")
    func shares() throws {
        let view = try IndexSample.view()
        let row = try #require(view.build.row(of: "DD"))
        let shares = try #require(view.shares(ofRow: row))
        let codes = ["p1", "p2", "q1"].map { code in view.node(code).map { shares[$0] } ?? -1 }
        #expect(codes == [0.5, 0, 0.5])
        var content = MeasureStage.tiny
        content.method.aggregation = Aggregation([Aggregation.Level(.median)])
        #expect(try IndexSample.view(content).shares(ofRow: row) == nil)
    }

    @Test("An edition that is not the newest of its index knows its successor")
    func successor() throws {
        let newer = IndexSample.edition("tiny-2027", period: "2027", number: 2)
        #expect(try IndexSample.view(archive: [newer, IndexSample.edition()]).successor?.slug == "tiny-2027")
        #expect(try IndexSample.view(archive: [IndexSample.edition()]).successor == nil)
    }
}
