import Base
import CompositeIndex

/// The released editions of one index with what they were computed from, the oldest first.
package struct EditionHistory: Sendable {
    package struct Point: Sendable {
        package let edition: IndexEdition
        package let score: Double?
        package let rank: Double?
        /// Of how many the rank is.
        package let count: Int
        /// Method or framework differ from those of the edition before: the two scores do not measure the same.
        package let isBreak: Bool
    }

    private let chapters: [(edition: IndexEdition, content: IndexContent, build: Build)]

    package init(_ chapters: [(edition: IndexEdition, content: IndexContent, build: Build)]) {
        self.chapters = chapters.sorted { ($0.edition.period, $0.edition.id) < ($1.edition.period, $1.edition.id) }
    }

    /// Editions without the unit are left out; it may have joined later.
    package func points(of unit: String) -> [Point] {
        var before: IndexContent?
        return chapters.compactMap { edition, content, build in
            let isBreak = before.map { !EditionHistory.isSame($0, content) } ?? false
            before = content
            guard build.row(of: unit) != nil else { return nil }
            let index = build.framework.code
            return Point(
                edition: edition, score: build.score(of: unit, index), rank: build.rank(of: unit, index),
                count: build.units.count { $0.kind == .unit }, isBreak: isBreak)
        }
    }

    /// What the scores depend on besides the data. Names may change as they like.
    static func isSame(_ one: IndexContent, _ other: IndexContent) -> Bool {
        func bones(_ content: IndexContent) -> [Node] {
            content.nodes.map { node in
                var node = node
                node.name = ""
                return node
            }
        }
        return bones(one) == bones(other) && one.method == other.method
    }
}

extension Framework {
    /// Of the index itself.
    package var code: String { nodes[index].code }
}
