import CompositeIndex

/// A framework while it is worked on: nodes in the order of their siblings, moved as in an outline. Levels follow from the tree:
/// what has no parts is an indicator, and a whole stands higher than its parts.
package struct FrameworkTree: Hashable, Sendable {
    package enum Move: String, CaseIterable, Sendable {
        case up, down
        /// Becomes the last part of the sibling before it.
        case inward = "in"
        /// Becomes the next sibling of its whole.
        case outward = "out"
    }

    /// Where a node goes that is dragged: beside another one, or to the end of its parts.
    package enum Drop: Hashable, Sendable {
        case before(String), after(String), into(String)

        /// As a form says it; nil for anything else.
        package init?(_ verb: String, _ code: String) {
            switch verb {
            case "before": self = .before(code)
            case "after": self = .after(code)
            case "into": self = .into(code)
            default: return nil
            }
        }
        package var target: String {
            switch self {
            case .before(let code), .after(let code), .into(let code): code
            }
        }
    }

    package struct Row: Hashable, Sendable {
        package let node: Node
        package let depth: Int
        package let moves: Set<Move>
        package let parts: Int
    }

    package private(set) var nodes: [Node]

    package init(_ nodes: [Node]) { self.nodes = nodes }

    private func parts(of code: String?) -> [Int] { nodes.indices.filter { nodes[$0].parent == code } }
    private func place(_ code: String) -> Int? { nodes.firstIndex { $0.code == code } }

    /// From the index down, each whole followed by its parts.
    package var rows: [Row] {
        var found: [Row] = []
        func add(_ siblings: [Int], _ depth: Int) {
            for (number, place) in siblings.enumerated() {
                let node = nodes[place]
                let below = parts(of: node.code)
                var moves: Set<Move> = []
                if number > 0 { moves.formUnion([.up, .inward]) }
                if number < siblings.count - 1 { moves.insert(.down) }
                if depth > 1 { moves.insert(.outward) }
                // There is one index: what stands beside it can only go into it.
                if depth == 0 { moves.subtract([.up, .down]) }
                found.append(Row(node: node, depth: depth, moves: moves, parts: below.count))
                add(below, depth + 1)
            }
        }
        add(parts(of: nil), 0)
        return found
    }

    /// False if the code is taken or its whole is not there. The first node is the index.
    package mutating func add(_ node: Node, under whole: String?) -> Bool {
        guard !node.code.isEmpty, place(node.code) == nil else { return false }
        guard whole.map({ place($0) != nil }) ?? nodes.isEmpty else { return false }
        var new = node
        new.parent = whole
        new.level = 1
        nodes.append(new)
        settle()
        return true
    }

    /// Takes a node away with all that is under it; the codes that went.
    package mutating func remove(_ code: String) -> Set<String> {
        guard place(code) != nil else { return [] }
        let gone = branch(code)
        nodes.removeAll { gone.contains($0.code) }
        settle()
        return gone
    }

    /// The code with all that are under it.
    private func branch(_ code: String) -> Set<String> {
        var found: Set<String> = [code]
        var before = 0
        while found.count > before {
            before = found.count
            found.formUnion(nodes.filter { $0.parent.map(found.contains) ?? false }.map(\.code))
        }
        return found
    }

    /// False where it cannot go: into itself, beside the index, or if it is the index.
    package mutating func drop(_ code: String, _ drop: Drop) -> Bool {
        guard let place = place(code), !branch(code).contains(drop.target), let target = self.place(drop.target) else {
            return false
        }
        let whole: String?
        if case .into = drop { whole = drop.target } else { whole = nodes[target].parent }
        guard whole != nil else { return false }
        var node = nodes.remove(at: place)
        node.parent = whole
        let there = target > place ? target - 1 : target
        switch drop {
        case .before: nodes.insert(node, at: there)
        case .after: nodes.insert(node, at: there + 1)
        case .into: nodes.append(node)
        }
        settle()
        return true
    }

    /// False where it cannot go there.
    package mutating func move(_ code: String, _ move: Move) -> Bool {
        guard let row = rows.first(where: { $0.node.code == code }), row.moves.contains(move), let place = place(code) else {
            return false
        }
        let siblings = parts(of: nodes[place].parent)
        guard let number = siblings.firstIndex(of: place) else { return false }
        switch move {
        case .up: nodes.swapAt(place, siblings[number - 1])
        case .down: nodes.swapAt(place, siblings[number + 1])
        case .inward:
            var node = nodes.remove(at: place)
            node.parent =
                row.node.parent == nil
                ? nodes.first { $0.parent == nil }?.code : self.code(of: siblings[number - 1], without: place)
            nodes.append(node)
        case .outward:
            guard let whole = nodes[place].parent, let above = self.place(whole) else { return false }
            var node = nodes.remove(at: place)
            node.parent = nodes[above > place ? above - 1 : above].parent
            nodes.insert(node, at: (above > place ? above - 1 : above) + 1)
        }
        settle()
        return true
    }

    /// What stands at a place that was counted before one was taken away.
    private func code(of sibling: Int, without gone: Int) -> String { nodes[sibling > gone ? sibling - 1 : sibling].code }

    /// Puts another node in the place of one with the same code; whole and level stay.
    package mutating func change(_ node: Node) -> Bool {
        guard let place = place(node.code) else { return false }
        var new = node
        new.parent = nodes[place].parent
        new.level = nodes[place].level
        nodes[place] = new
        return true
    }

    /// Levels are raised as far as they must be, and never lowered but for what lost all its parts.
    private mutating func settle() {
        func level(_ place: Int) -> Int {
            let below = parts(of: nodes[place].code).map(level)
            nodes[place].level = below.max().map { max(nodes[place].level, $0 + 1) } ?? 1
            return nodes[place].level
        }
        for top in parts(of: nil) { _ = level(top) }
    }
}
