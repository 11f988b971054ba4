extension Framework {
    /// Everything that keeps nodes from being a tree, and what somebody should look at.
    public static func problems(of nodes: [Node]) -> [Problem] {
        guard !nodes.isEmpty else { return [Problem("framework-empty", [], "the framework has no nodes")] }
        return repeated(nodes) + misplaced(nodes) + tops(nodes) + childless(nodes) + odd(nodes)
    }

    private static func repeated(_ nodes: [Node]) -> [Problem] {
        var seen: Set<String> = []
        return nodes.flatMap { node in
            var found: [Problem] = []
            if node.code.isEmpty {
                found.append(Problem("node-without-code", [node.name], "the node “\(node.name)” has no code"))
            }
            if !seen.insert(node.code).inserted {
                found.append(Problem("node-repeated", [node.code], "the code \(node.code) is used by two nodes"))
            }
            return found
        }
    }

    /// Parents that there are not, that are no higher (which also rules out rings), or that are said of the index.
    private static func misplaced(_ nodes: [Node]) -> [Problem] {
        let levels = Dictionary(nodes.map { ($0.code, $0.level) }, uniquingKeysWith: { first, _ in first })
        return nodes.flatMap { node in
            var found: [Problem] = []
            if node.level < 1 {
                found.append(
                    Problem(
                        "node-level", [node.code],
                        "the level of \(node.code) is \(node.level): levels count from 1, the indicators"))
            }
            guard let parent = node.parent else { return found }
            guard let above = levels[parent] else {
                return found + [
                    Problem(
                        "node-orphan", [node.code, parent], "\(node.code) is a part of \(parent), which is not in the framework")
                ]
            }
            if above <= node.level {
                found.append(
                    Problem(
                        "node-below-itself", [node.code, parent],
                        "\(node.code) of level \(node.level) is a part of \(parent), whose level \(above) is no higher"))
            }
            return found
        }
    }

    private static func tops(_ nodes: [Node]) -> [Problem] {
        let tops = nodes.filter { $0.parent == nil }
        if tops.isEmpty {
            return [Problem("framework-without-index", [], "every node is a part of another: one must be the index")]
        }
        guard tops.count > 1 else {
            return tops[0].level > 1
                ? []
                : [
                    Problem(
                        "framework-flat", [tops[0].code],
                        "\(tops[0].code) is the only node without a whole, and is an indicator")
                ]
        }
        let codes = tops.map(\.code)
        return [
            Problem(
                "framework-many-indices", codes, "\(codes.joined(separator: ", ")) are part of nothing: only the index may be")
        ]
    }

    private static func childless(_ nodes: [Node]) -> [Problem] {
        let wholes = Set(nodes.compactMap(\.parent))
        return nodes.filter { $0.level > 1 && !wholes.contains($0.code) }
            .map { Problem("node-childless", [$0.code], "\($0.code) of level \($0.level) has no parts") }
    }

    private static func odd(_ nodes: [Node]) -> [Problem] {
        var found: [Problem] = []
        for node in nodes {
            if !node.weight.isFinite || node.weight < 0 {
                found.append(
                    Problem("node-weight", [node.code], "the weight of \(node.code) is \(node.weight): expected 0 or more"))
            }
            if let posts = node.goalposts, !(posts.low < posts.high) {
                found.append(
                    Problem(
                        "node-goalposts", [node.code],
                        "the goalposts of \(node.code) are \(posts.low) and \(posts.high): the first must be the lower"))
            }
        }
        let parts = Dictionary(grouping: nodes.filter { $0.parent != nil }, by: { $0.parent ?? "" })
        for whole in nodes {
            guard let below = parts[whole.code], below.allSatisfy({ $0.weight == 0 }) else { continue }
            found.append(Problem("node-weightless", [whole.code], "all parts of \(whole.code) have weight 0"))
        }
        return found
    }
}

extension Problem {
    static func unknown(node code: String) -> Problem {
        Problem("node-unknown", [code], "there is no \(code) in the framework")
    }
}
