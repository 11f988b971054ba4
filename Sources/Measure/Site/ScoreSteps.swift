import Base

/// Scores in six steps of the same width between the lowest and the highest that occur: for maps and heat tables, which show the
/// number as well.
package struct ScoreSteps: Hashable, Sendable {
    package static let count = 6
    package let low: Double
    package let high: Double

    /// Of the index, over the units that have ranks.
    package init(_ view: IndexView, nodes: [Int]) {
        let scores = view.counted.flatMap { row in nodes.compactMap { view.score(row, $0) } }
        low = scores.min() ?? 0
        high = scores.max() ?? 1
    }

    /// From 1, the lowest, to 6.
    package func step(_ score: Double) -> Int {
        guard high > low else { return 1 }
        return min(ScoreSteps.count, Int((score - low) / (high - low) * Double(ScoreSteps.count)) + 1)
    }

    /// Where each step begins and ends.
    package var ranges: [(low: Double, high: Double)] {
        let width = (high - low) / Double(ScoreSteps.count)
        return (0..<ScoreSteps.count).map { (low + width * Double($0), low + width * Double($0 + 1)) }
    }
}
