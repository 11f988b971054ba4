import CompositeIndex
import Testing

@testable import Measure

@Suite struct FrameworkTreeTests {
    private func outline(_ tree: FrameworkTree) -> [String] {
        tree.rows.map { String(repeating: ".", count: $0.depth) + $0.node.code + String($0.node.level) }
    }

    @Test("rows come from the index down, with the moves that each can make")
    func rows() {
        let tree = FrameworkTree(MeasureStage.tiny.nodes)
        #expect(outline(tree) == ["T3", ".P2", "..p11", "..p21", ".Q2", "..q11"])
        let moves = Dictionary(uniqueKeysWithValues: tree.rows.map { ($0.node.code, $0.moves) })
        #expect(moves["T"] == [])
        #expect(moves["P"] == [.down])
        #expect(moves["p2"] == [.up, .inward, .outward])
        #expect(moves["q1"] == [.outward])
    }

    @Test("up, down, in and out, with levels that follow")
    func moves() {
        var tree = FrameworkTree(MeasureStage.tiny.nodes)
        let moved = tree.move("Q", .up)
        #expect(moved && outline(tree) == ["T3", ".Q2", "..q11", ".P2", "..p11", "..p21"])
        let inward = tree.move("P", .inward)
        #expect(inward && outline(tree) == ["T4", ".Q3", "..q11", "..P2", "...p11", "...p21"])
        let outward = tree.move("p1", .outward)
        #expect(outward && outline(tree) == ["T4", ".Q3", "..q11", "..P2", "...p21", "..p11"])
        let nowhere = tree.move("T", .up)
        #expect(!nowhere)
        #expect(Framework.problems(of: tree.nodes).isEmpty)
    }

    @Test("a drag takes a node with its parts before, after or into another")
    func drops() {
        var tree = FrameworkTree(MeasureStage.tiny.nodes)
        let before = tree.drop("q1", .before("p2"))
        #expect(before && outline(tree) == ["T3", ".P2", "..p11", "..q11", "..p21", ".Q1"])
        let after = tree.drop("P", .after("Q"))
        #expect(after && outline(tree) == ["T3", ".Q1", ".P2", "..p11", "..q11", "..p21"])
        let into = tree.drop("P", .into("Q"))
        #expect(into && outline(tree) == ["T4", ".Q3", "..P2", "...p11", "...q11", "...p21"])
        #expect(Framework.problems(of: tree.nodes).isEmpty)
        let same = tree
        let nowhere = [
            tree.drop("P", .into("p1")), tree.drop("P", .after("P")), tree.drop("Q", .before("T")), tree.drop("T", .into("Q")),
            tree.drop("Z", .into("Q")), tree.drop("P", .into("Z")),
        ]
        #expect(!nowhere.contains(true) && tree == same)
    }

    @Test("a drag as the form says it")
    func verbs() {
        #expect(FrameworkTree.Drop("into", "Q") == .into("Q") && FrameworkTree.Drop("before", "Q") == .before("Q"))
        #expect(FrameworkTree.Drop("up", "Q") == nil && FrameworkTree.Drop("", "") == nil)
    }

    @Test("what is added is an indicator; what loses its parts becomes one; what is removed takes its parts along")
    func adding() {
        var tree = FrameworkTree([])
        let top = tree.add(Node(code: "I", level: 9, parent: nil), under: nil)
        let second = tree.add(Node(code: "a", level: 9, parent: nil), under: "I")
        #expect(top && second && outline(tree) == ["I2", ".a1"])
        let twin = tree.add(Node(code: "a", level: 1, parent: nil), under: "I")
        let beside = tree.add(Node(code: "J", level: 1, parent: nil), under: nil)
        #expect(!twin && !beside)
        _ = tree.add(Node(code: "b", level: 1, parent: nil), under: "a")
        #expect(outline(tree) == ["I3", ".a2", "..b1"])
        let gone = tree.remove("a")
        #expect(gone == ["a", "b"] && outline(tree) == ["I1"])
    }

    @Test("a change keeps place and level")
    func change() {
        var tree = FrameworkTree(MeasureStage.tiny.nodes)
        let done = tree.change(Node(code: "P", name: "Pillar", level: 7, parent: nil, weight: 3))
        #expect(done && tree.nodes.first { $0.code == "P" }?.weight == 3)
        #expect(outline(tree) == outline(FrameworkTree(MeasureStage.tiny.nodes)))
    }
}
