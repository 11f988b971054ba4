import Base
import CompositeIndex
import Store

/// Changing the framework of an edition that is not frozen, node by node or as a whole.
package enum FrameworkActions {
    package static func add(
        _ node: Node, _ texts: IndexContent.Texts, under whole: String?, to edition: Identifier, seen: Int?, by viewer: Viewer?,
        in tx: Writer
    ) throws {
        try EditionActions.edit(edition, as: "index.nodeAdded", seen: seen, by: viewer, in: tx) { content in
            guard isCode(node.code) else { throw Refusal(.invalid, "measure.refusal.code", field: "code") }
            guard content.node(node.code) == nil else { throw Refusal(.conflict, "measure.refusal.codeTaken", field: "code") }
            var tree = FrameworkTree(content.nodes)
            guard tree.add(node, under: whole) else { throw Refusal(.invalid, "measure.refusal.whole", field: "whole") }
            content.nodes = tree.nodes
            content.texts[node.code] = texts
        }
    }

    /// All but its place: names, weight, direction, unit, goalposts.
    package static func change(
        _ node: Node, _ texts: IndexContent.Texts, of edition: Identifier, seen: Int?, by viewer: Viewer?, in tx: Writer
    ) throws {
        try EditionActions.edit(edition, as: "index.nodeChanged", seen: seen, by: viewer, in: tx) { content in
            var tree = FrameworkTree(content.nodes)
            guard tree.change(node) else { throw Refusal(.notFound, "refusal.notFound") }
            content.nodes = tree.nodes
            content.texts[node.code] = texts
        }
    }

    /// Another code: data, weights, method and closed rounds follow, and no number changes. A round that asks about the node must
    /// be closed first: its answers come by code.
    package static func rename(
        _ code: String, to new: String, of edition: Identifier, seen: Int?, by viewer: Viewer?, in tx: Writer
    ) throws {
        try EditionActions.edit(edition, as: "index.nodeRenamed", seen: seen, by: viewer, in: tx) { content in
            guard content.node(code) != nil else { throw Refusal(.notFound, "refusal.notFound") }
            guard new != code else { return }
            guard isCode(new) else { throw Refusal(.invalid, "measure.refusal.code", field: "code") }
            guard content.node(new) == nil else { throw Refusal(.conflict, "measure.refusal.codeTaken", field: "code") }
            let columns = content.data?.columns ?? []
            guard !columns.contains(new) || !columns.contains(code) else {
                throw Refusal(.conflict, "measure.refusal.codeColumn", field: "code")
            }
            let rounds = try RoundStore.all(of: edition, in: tx)
            guard !rounds.contains(where: { $0.state == .open && $0.speaks(of: code) }) else {
                throw Refusal(.conflict, "measure.refusal.codeAsked", field: "code")
            }
            guard !rounds.contains(where: { $0.speaks(of: new) }) else {
                throw Refusal(.conflict, "measure.refusal.codeOfOld", field: "code")
            }
            content.rename(code, to: new)
            try RoundStore.rename(code, to: new, of: edition, in: tx)
        }
    }

    package static func move(
        _ code: String, _ move: FrameworkTree.Move, of edition: Identifier, seen: Int?, by viewer: Viewer?, in tx: Writer
    ) throws {
        try EditionActions.edit(edition, as: "index.nodeMoved", seen: seen, by: viewer, in: tx) { content in
            var tree = FrameworkTree(content.nodes)
            guard content.node(code) != nil else { throw Refusal(.notFound, "refusal.notFound") }
            // At the end of the row nothing moves.
            _ = tree.move(code, move)
            content.nodes = tree.nodes
        }
    }

    /// As a drag does it: before or after another node, or into it.
    package static func drop(
        _ code: String, _ drop: FrameworkTree.Drop, of edition: Identifier, seen: Int?, by viewer: Viewer?, in tx: Writer
    ) throws {
        try EditionActions.edit(edition, as: "index.nodeMoved", seen: seen, by: viewer, in: tx) { content in
            var tree = FrameworkTree(content.nodes)
            guard content.node(code) != nil, content.node(drop.target) != nil else {
                throw Refusal(.notFound, "refusal.notFound")
            }
            // Where it cannot go it stays.
            _ = tree.drop(code, drop)
            content.nodes = tree.nodes
        }
    }

    package static func remove(_ code: String, of edition: Identifier, seen: Int?, by viewer: Viewer?, in tx: Writer) throws {
        try EditionActions.edit(edition, as: "index.nodeRemoved", seen: seen, by: viewer, in: tx) { content in
            var tree = FrameworkTree(content.nodes)
            let gone = tree.remove(code)
            guard !gone.isEmpty else { throw Refusal(.notFound, "refusal.notFound") }
            content.nodes = tree.nodes
            content.forget(gone)
        }
    }

    /// Another framework in the place of this one. It must be a whole tree.
    package static func replace(
        _ nodes: [Node], of edition: Identifier, seen: Int?, by viewer: Viewer?, in tx: Writer
    ) throws {
        try EditionActions.edit(edition, as: "index.frameworkReplaced", seen: seen, by: viewer, in: tx) { content in
            guard !Framework.problems(of: nodes).contains(where: { $0.gravity == .error }) else {
                throw Refusal(.invalid, "measure.refusal.framework", field: "file")
            }
            let gone = Set(content.nodes.map(\.code)).subtracting(nodes.map(\.code))
            content.nodes = nodes
            content.forget(gone)
        }
    }

    /// As tables and programs write codes: a letter, then letters, digits, `_`, `-` and `.`, 40 at most.
    package static func isCode(_ text: String) -> Bool {
        func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte) || (97...122).contains(byte) }
        guard (1...40).contains(text.utf8.count), text.utf8.first.map(isLetter) == true else { return false }
        return text.utf8.allSatisfy { isLetter($0) || (48...57).contains($0) || [45, 46, 95].contains($0) }
    }
}
