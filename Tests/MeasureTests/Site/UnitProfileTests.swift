import Base
import CompositeIndex
import Testing

@testable import Measure

@Suite struct UnitProfileTests {
    private func profile(_ code: String, by grouping: String? = nil) throws -> (IndexView, UnitProfile) {
        let view = try IndexSample.view(MeasureDemo.content)
        return (view, UnitProfile(view, row: try #require(view.build.row(of: code)), grouping: grouping))
    }

    @Test("Strengths lie above the mean of the group, the furthest first; what was estimated is neither")
    func extremes() throws {
        let (_, profile) = try profile("X07")
        #expect(profile.grouping == "income" && profile.strengths.count <= UnitProfile.most)
        let leads = profile.strengths.compactMap(\.lead)
        #expect(!leads.isEmpty && leads == leads.sorted(by: >) && leads.allSatisfy { $0 > 0 })
        #expect(profile.weaknesses.compactMap(\.lead).allSatisfy { $0 < 0 })
        #expect((profile.strengths + profile.weaknesses).allSatisfy { !$0.mark.contains(.imputed) })
    }

    @Test("The means are of the group that the reader chose, of the same countries")
    func group() throws {
        let (view, profile) = try profile("X02", by: "region")
        #expect(profile.grouping == "region" && profile.group == "East" && profile.peers == 12)
        let top = try #require(profile.lines.first)
        #expect(top.mean == view.mean(view.index, over: view.rows(in: ["region": "East"])))
        #expect(try self.profile("X02", by: "nonsense").1.grouping == "income")
    }

    @Test("A filled cell is named, has no measured value, and the score lies within what it could be")
    func gaps() throws {
        let view = try IndexSample.view(MeasureDemo.content)
        let row = try #require(
            view.counted.first { row in view.framework.indicators.contains { view.build.marks[row, $0].contains(.imputed) } })
        let profile = UnitProfile(view, row: row, grouping: nil)
        let bounds = try #require(profile.bounds)
        let score = try #require(view.score(row, view.index))
        #expect(!profile.missing.isEmpty && profile.missing.allSatisfy { $0.raw == nil })
        #expect(bounds.contains(score) && bounds.lowerBound < bounds.upperBound)
    }

    @Test("A gap that is not filled moves the weights")
    func shifted() throws {
        let view = try IndexSample.view()
        let profile = UnitProfile(view, row: try #require(view.build.row(of: "DD")), grouping: nil)
        #expect(profile.shifted.map { view.code($0.node) } == ["p1", "p2"])
        #expect(UnitProfile(view, row: 0, grouping: nil).shifted.isEmpty)
    }
}
