import CompositeIndex
import Foundation
import Testing

@Suite("The tree of an index")
struct FrameworkTests {
    private func node(_ code: String, _ level: Int, _ parent: String?, weight: Double = 1) -> Node {
        Node(code: code, level: level, parent: parent, weight: weight)
    }

    @Test("everything that is wrong is told at once")
    func problems() {
        let nodes = [
            node("a", 1, "P"), node("a", 1, "P"), node("", 1, "P"), node("b", 1, "Q"), node("c", 0, "P"), node("P", 2, "P"),
            node("R", 2, "I"),
            node("I", 3, nil), node("J", 3, nil), node("d", 1, "P", weight: -1),
        ]
        let rules = Framework.problems(of: nodes).map(\.rule)
        #expect(
            Set(rules) == [
                "node-repeated", "node-without-code", "node-orphan", "node-level", "node-below-itself", "framework-many-indices",
                "node-childless", "node-weight",
            ])
        #expect(throws: Problems.self) { try Framework(nodes) }
        #expect(Framework.problems(of: []).map(\.rule) == ["framework-empty"])
        #expect(Framework.problems(of: [node("a", 1, nil)]).map(\.rule) == ["framework-flat"])
        #expect(
            Framework.problems(of: [node("a", 1, "b"), node("b", 2, "c"), node("c", 3, "b")]).map(\.rule).contains(
                "framework-without-index"))
        #expect(Framework.problems(of: [node("a", 1, "I", weight: 0), node("I", 2, nil)]).map(\.rule) == ["node-weightless"])
        var posts = node("a", 1, "I")
        posts.goalposts = Node.Goalposts(low: 3, high: 3)
        #expect(Framework.problems(of: [posts, node("I", 2, nil)]).map(\.rule) == ["node-goalposts"])
    }

    @Test("shares are the products of the shares up the tree, and sum to 1 over the indicators")
    func shares() throws {
        let tree = try Framework([
            node("a", 1, "P", weight: 1), node("b", 1, "P", weight: 3), node("c", 1, "I", weight: 1),
            node("P", 2, "I", weight: 3), node("I", 3, nil),
        ])
        #expect(tree.effectiveWeights() == [0.1875, 0.5625, 0.25, 0.75, 1])
        #expect(tree.indicators(under: tree.index) == [0, 1, 2] && tree.indicators(under: 3) == [0, 1])
        #expect(tree.height == 3 && tree.aggregates == [3, 4])
    }

    @Test("without a part the rest is a tree again; a whole that loses its last part goes with it")
    func removing() throws {
        let tree = try Framework([node("a", 1, "P"), node("b", 1, "Q"), node("P", 2, "I"), node("Q", 2, "I"), node("I", 3, nil)])
        #expect(try tree.removing("a").nodes.map(\.code) == ["b", "Q", "I"])
        #expect(try tree.removing("Q").nodes.map(\.code) == ["a", "P", "I"])
        #expect(throws: Problems.self) { try tree.removing("z") }
    }

    @Test("JSON of a tree is its nodes, and what is no tree is refused on the way in")
    func json() throws {
        let tree = try Framework([node("a", 1, "I"), node("I", 2, nil)])
        let text = try JSONEncoder().encode(tree)
        #expect(try JSONDecoder().decode(Framework.self, from: text) == tree)
        let broken = String(decoding: text, as: UTF8.self).replacingOccurrences(of: "\"parent\":\"I\"", with: "\"parent\":\"X\"")
        #expect(throws: Problems.self) { try JSONDecoder().decode(Framework.self, from: Data(broken.utf8)) }
    }

    @Test("a place is said as spreadsheets say it")
    func place() {
        #expect(Problem.Place(table: "d.csv", row: 7, column: 2).description == "d.csv B7")
        #expect(Problem.Place(table: "d.csv", row: 1_048_576, column: 16_384).description == "d.csv XFD1048576")
        #expect(Problem.Place(table: "d.csv", column: 27).description == "d.csv column AA")
    }
}
