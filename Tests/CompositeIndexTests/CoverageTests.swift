import CompositeIndex
import Testing

@Suite struct CoverageTests {
    private func framework() throws -> Framework {
        try Framework([
            Node(code: "a", level: 1, parent: "x"), Node(code: "b", level: 1, parent: "x"),
            Node(code: "c", level: 1, parent: "y"),
            Node(code: "x", level: 2, parent: "i"), Node(code: "y", level: 2, parent: "i"),
            Node(code: "i", level: 3, parent: nil),
        ])
    }

    private let units = [
        IndexUnit(code: "A", groups: ["region": "N"]), IndexUnit(code: "B", groups: ["region": "N"]),
        IndexUnit(code: "C", groups: ["region": "S"]),
    ]
    private let values = Table(columns: [[1, .nan, 1], [1, 1, .nan], [1, .nan, .nan]])

    @Test("shares of what is there, by unit, indicator, node and group")
    func shares() throws {
        let coverage = Coverage(of: values, try framework(), units: units)
        let third = 1.0 / 3, twoThirds = 2.0 / 3
        #expect(coverage.whole == 5.0 / 9)
        #expect(coverage.units == [1, third, third])
        #expect(coverage.indicators == [twoThirds, twoThirds, third])
        #expect(coverage.nodes.row(1).suffix(3) == [0.5, 0, third])
        let groups = ["region": ["N": twoThirds, "S": third]]
        #expect(coverage.groups == groups)
    }

    @Test("what does not concern a unit is no gap")
    func exempt() throws {
        let coverage = Coverage(of: values, try framework(), units: units) { row, node in row > 0 && node == 2 }
        #expect(coverage.units == [1, 0.5, 0.5])
        #expect(coverage.indicators[2] == 1)
        #expect(coverage.nodes[1, 4].isNaN)
        #expect(coverage.whole == 5.0 / 7)
    }
}
