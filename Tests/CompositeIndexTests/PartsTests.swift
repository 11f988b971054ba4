import CompositeIndex
import Testing

@Suite struct PartsTests {
    private func framework() throws -> Framework {
        try Framework([
            Node(code: "x", level: 2, parent: "i"), Node(code: "a", level: 1, parent: "x"),
            Node(code: "i", level: 3, parent: nil),
            Node(code: "c", level: 1, parent: "y"), Node(code: "y", level: 2, parent: "i"),
            Node(code: "b", level: 1, parent: "x"),
        ])
    }

    @Test("parts are found by code in tables of nodes and of indicators")
    func columns() throws {
        let nodes = Table(columns: (0..<6).map { [Double($0)] }), indicators = Table(columns: [[1], [2], [3]])
        let whole = try Parts(of: "i", in: framework(), values: nodes)
        #expect(whole.codes == ["x", "y"] && whole.values.cells == [0, 4])
        #expect(try Parts(of: "x", in: framework(), values: nodes).values.cells == [1, 5])
        let under = try Parts(of: "x", in: framework(), values: indicators)
        #expect(under.codes == ["a", "b"] && under.values.cells == [1, 3])
    }

    @Test("what has no parts, or none in the table, is refused")
    func refusals() throws {
        let indicators = Table(columns: [[1], [2], [3]])
        for (code, rule) in [("z", "node-unknown"), ("a", "node-childless"), ("i", "parts-columns")] {
            let error = #expect(throws: Problems.self) { try Parts(of: code, in: framework(), values: indicators) }
            #expect(error?.list.map(\.rule) == [rule])
        }
    }
}
