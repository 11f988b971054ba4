import Base
import CompositeIndex

/// One unit beside the others: every part against the mean of a group and the best, what is strong and what is weak, and what
/// was done to its cells.
package struct UnitProfile: Sendable {
    package struct Line: Sendable {
        package let node: Int
        package let depth: Int
        package let score: Double?
        package let rank: Double?
        /// Of the group, or of all where there is none.
        package let mean: Double?
        package let best: Double?
        package let mark: Mark
        /// In the index, for this unit and for one that lacks nothing.
        package let share: Double?
        package let usualShare: Double
        package let raw: Double?

        /// Above or below the group's mean.
        package var lead: Double? { score.flatMap { score in mean.map { score - $0 } } }
        package var isIndicator: Bool
    }

    package let row: Int
    package let unit: IndexUnit
    package let grouping: String?
    package let group: String?
    /// How many units the mean is of.
    package let peers: Int
    package let lines: [Line]
    /// Between which the score lies if what was not measured were lowest or highest; nil if nothing is missing.
    package let bounds: ClosedRange<Double>?

    /// `grouping` as the reader chose it; else the one named `income`, else the first.
    package init(_ view: IndexView, row: Int, grouping wanted: String?) {
        self.row = row
        unit = view.build.units[row]
        let known = view.groupings.filter { view.build.units[row].groups[$0] != nil }
        let grouping = known.first { $0 == wanted } ?? known.first { $0 == "income" } ?? known.first
        self.grouping = grouping
        group = grouping.flatMap { view.build.units[row].groups[$0] }
        var filter: [String: String] = [:]
        if let grouping, let group { filter[grouping] = group }
        let rows = view.rows(in: filter)
        peers = rows.count
        let shares = view.shares(ofRow: row)
        let usual = view.framework.effectiveWeights(view.build.weights)
        let (build, code) = (view.build, view.build.units[row].code)
        lines = view.tree.map { node, depth in
            Line(
                node: node, depth: depth, score: view.score(row, node), rank: view.rank(row, node),
                mean: view.mean(node, over: rows), best: view.best(node)?.score, mark: build.marks[row, node],
                share: shares?[node], usualShare: usual[node], raw: view.value(code, node, at: .raw),
                isIndicator: view.framework.nodes[node].level == 1)
        }
        bounds = try? view.build.bounds(ofRow: row)
    }

    package static let most = 5
    private var measured: [Line] {
        lines.filter { $0.isIndicator && $0.lead != nil && !$0.mark.contains(.imputed) }
    }
    /// Measured indicators furthest above the group's mean, the furthest first.
    package var strengths: [Line] {
        Array(measured.filter { ($0.lead ?? 0) > 0 }.sorted { ($0.lead ?? 0) > ($1.lead ?? 0) }.prefix(UnitProfile.most))
    }
    /// Furthest below it.
    package var weaknesses: [Line] {
        Array(measured.filter { ($0.lead ?? 0) < 0 }.sorted { ($0.lead ?? 0) < ($1.lead ?? 0) }.prefix(UnitProfile.most))
    }
    package var missing: [Line] {
        lines.filter { $0.isIndicator && !$0.mark.contains(.exempt) && ($0.mark.contains(.imputed) || $0.score == nil) }
    }
    package var treated: [Line] { lines.filter { $0.isIndicator && $0.mark.isTreated } }
    package var overridden: [Line] { lines.filter { $0.mark.contains(.overridden) } }
    /// Parts that count more or less than usual.
    package var shifted: [Line] {
        lines.filter { line in line.share.map { abs($0 - line.usualShare) > 1e-9 } ?? false }
    }
}

extension Mark {
    package var isTreated: Bool { !isDisjoint(with: [.winsorisedHigh, .winsorisedLow, .transformed]) }
}
