import Base
import CompositeIndex

/// Between which ranks each unit lies when the choices of `Robustness` are made at random. The same edition gives the same ranges
/// each time.
package struct RankRanges: Sendable {
    package static let samples = 512

    private let ranks: [String: RankStatistics]
    package var isEmpty: Bool { ranks.isEmpty }

    /// nil where the index has no choice to vary.
    package init?(_ view: IndexView) {
        guard let runs = Robustness.run(view, samples: RankRanges.samples, .uncertainty) else { return nil }
        ranks = Dictionary(runs.ranks.map { ($0.unit, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Nine of ten runs lie between the two quantiles.
    package subscript(unit: String) -> RankStatistics? {
        ranks[unit].flatMap { $0.quantiles.count > 1 ? $0 : nil }
    }

    /// From the one quantile to the other, in whole ranks.
    package func text(_ unit: String, _ language: Language) -> String? {
        guard let one = self[unit] else { return nil }
        let (low, high) = (one.quantiles[0].rounded(), one.quantiles[1].rounded())
        let from = ScoreText.rank(low, language)
        return low == high ? from : "\(from)–\(ScoreText.rank(high, language))"
    }
}
