import Base
import CompositeIndex

/// One edition as its pages see it, a released one as a rule: what is said of it, what was computed, and short ways from one to the other.
package struct IndexView: Sendable {
    package let edition: IndexEdition
    package let content: IndexContent
    package let corrections: [Correction]
    package let build: Build
    /// From the lowest to the highest that a bar can show: 0 to 100 or 0 to 1 where the scores lie there.
    package let scale: ClosedRange<Double>
    /// Rows of units that have ranks; groups of units are shown apart from them.
    package let counted: [Int]
    /// The released editions of the same index, the newest first.
    package let archive: [IndexEdition]
    /// The periods before and the own one, computed together; empty for an index of one period.
    package var series: [IndexSeries.Point] = []
    /// Seen by those who make it: perhaps nothing of it is public yet, and nodes have pages of their own.
    package var isAtDesk = false

    package init(
        _ edition: IndexEdition, _ content: IndexContent, _ corrections: [Correction] = [], archive: [IndexEdition] = [],
        build: Build
    ) {
        self.archive = archive
        self.edition = edition
        self.content = content
        self.corrections = corrections
        self.build = build
        counted = build.units.indices.filter { build.units[$0].kind == .unit }
        scale = IndexView.scale(of: build, counted)
    }

    private static func scale(of build: Build, _ rows: [Int]) -> ClosedRange<Double> {
        var low = Double.infinity, high = -Double.infinity
        for row in rows {
            for node in build.framework.nodes.indices where !build.scores[row, node].isNaN {
                low = min(low, build.scores[row, node])
                high = max(high, build.scores[row, node])
            }
        }
        guard low <= high else { return 0...1 }
        // Rounding may carry the best a little over the end.
        if low >= 0, high <= 1 + 1e-9 { return 0...1 }
        if low >= 0, high <= 100 + 1e-7 { return 0...100 }
        return low < high ? low...high : (low - 1)...(high + 1)
    }

    /// The edition that took this one's place; nil for the newest.
    package var successor: IndexEdition? { archive.first.flatMap { $0.id == edition.id ? nil : $0 } }
    package var framework: Framework { build.framework }
    package var index: Int { framework.index }
    package var unitCount: Int { counted.count }
    package func node(_ code: String) -> Int? { framework.position(of: code) }
    package func code(_ node: Int) -> String { framework.nodes[node].code }
    package func name(_ node: Int) -> Localized { content.name(of: framework.nodes[node]) }
    package func score(_ row: Int, _ node: Int) -> Double? { IndexView.there(build.scores[row, node]) }
    package func rank(_ row: Int, _ node: Int) -> Double? { IndexView.there(build.ranks[row, node]) }
    static func there(_ number: Double) -> Double? { number.isNaN ? nil : number }

    /// Every node from the top down, each whole followed by its parts, with its depth.
    package var tree: [(node: Int, depth: Int)] {
        func below(_ node: Int, _ depth: Int) -> [(node: Int, depth: Int)] {
            [(node, depth)] + framework.children[node].flatMap { below($0, depth + 1) }
        }
        return below(index, 0)
    }

    /// Groupings in use, as they are sorted in the data.
    package var groupings: [String] { content.data?.groupings ?? [] }
    package func groups(of grouping: String) -> [String] {
        var found: [String] = []
        for row in counted { if let group = build.units[row].groups[grouping], !found.contains(group) { found.append(group) } }
        return found.sorted()
    }

    /// Rows that count and lie in all of these groups.
    package func rows(in groups: [String: String]) -> [Int] {
        counted.filter { row in groups.allSatisfy { build.units[row].groups[$0.key] == $0.value } }
    }

    /// The best of a node first; who has no score comes last.
    package func sorted(_ rows: [Int], by node: Int) -> [Int] {
        rows.sorted { one, other in
            let (left, right) = (rank(one, node) ?? .infinity, rank(other, node) ?? .infinity)
            return left != right ? left < right : one < other
        }
    }

    package func mean(_ node: Int, over rows: [Int]) -> Double? {
        let values = rows.compactMap { score($0, node) }
        return values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
    }

    /// The highest score and the first who has it.
    package func best(_ node: Int) -> (row: Int, score: Double)? {
        counted.compactMap { row in score(row, node).map { (row, $0) } }.max { ($0.1, $1.0) < ($1.1, $0.0) }.map { ($0.0, $0.1) }
    }

    /// A value as it stood at a stage; nil where there was none or the step is not part of the method.
    package func value(_ unit: String, _ node: Int, at name: Build.Stage.Name) -> Double? {
        guard let stage = build[stage: name], let row = stage.units.firstIndex(where: { $0.code == unit }),
            let column = framework.indicators.firstIndex(of: node)
        else { return nil }
        return IndexView.there(stage.table[row, column])
    }

    /// Where a score lies between the ends of the scale, from 0 to 1.
    package func share(of score: Double) -> Double {
        min(max((score - scale.lowerBound) / (scale.upperBound - scale.lowerBound), 0), 1)
    }

    /// What each node counts in the index for this unit: what it lacks is carried by the others. nil where a rule knows no
    /// shares (the median, outranking).
    package func shares(ofRow row: Int) -> [Double]? {
        guard let aggregation = build.method.aggregation else { return nil }
        var shares = Array(repeating: 0.0, count: framework.nodes.count)
        shares[index] = 1
        for node in framework.aggregates.reversed() {
            switch aggregation.level(of: framework.nodes[node]).rule {
            case .arithmetic, .geometric, .harmonic, .power: break
            default: return nil
            }
            let parts = framework.children[node].filter { score(row, $0) != nil }
            let total = parts.reduce(0) { $0 + build.weights[$1] }
            for part in parts where total > 0 { shares[part] = shares[node] * build.weights[part] / total }
        }
        return shares
    }
}
