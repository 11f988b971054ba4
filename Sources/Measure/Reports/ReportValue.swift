import Base
import CompositeIndex

/// A number or a name that stands in a report's sentences: what it is, found in the index and written in a language.
package struct ReportValue: Sendable {
    /// The closed list of what may stand first between the braces.
    package enum Kind: String, CaseIterable, Sendable {
        case score, rank, range, mean, units, indicators, missing, best, name, group, edition, period, digest, corrections

        /// How it is written; a country is a code, `unit`, `#1` or `#last`.
        package var usage: String {
            switch self {
            case .score, .rank: "\(rawValue) UNIT PART?"
            case .range: "range UNIT"
            case .mean: "mean PART? GROUPING=GROUP?"
            case .units: "units GROUPING=GROUP?"
            case .best: "best PART?"
            case .name: "name UNIT|PART"
            case .group: "group UNIT GROUPING"
            case .indicators, .missing, .edition, .period, .digest, .corrections: rawValue
            }
        }
    }

    private enum Found {
        case score(Double?)
        case rank(Double?)
        case count(Int)
        case share(Double)
        case range(String)
        case plain(String)
        case text(Localized)
    }
    private let found: Found

    package init(_ typed: ReportText.Value, _ source: ReportSource) throws(ReportFault) {
        var words = typed.text.split(whereSeparator: \.isWhitespace).map(String.init)
        guard let first = words.first, let kind = Kind(rawValue: first) else {
            let all = Kind.allCases.map(\.rawValue).joined(separator: ", ")
            throw ReportFault("valueUnknown", line: typed.line, [typed.text, all])
        }
        words.removeFirst()
        var rows = source.view.counted
        // A group has a name of several words: it is the last thing.
        if let place = words.firstIndex(where: { $0.contains("=") }), kind == .mean || kind == .units {
            let pair = words[place...].joined(separator: " ").split(separator: "=", maxSplits: 1).map(String.init)
            rows = try source.rows(pair.first ?? "", pair.count > 1 ? pair[1] : "", line: typed.line)
            words.removeSubrange(place...)
        }
        found = try ReportValue.find(kind, words, rows, source, typed)
    }

    private static func find(
        _ kind: Kind, _ words: [String], _ rows: [Int], _ source: ReportSource, _ typed: ReportText.Value
    ) throws(ReportFault) -> Found {
        let (view, line) = (source.view, typed.line)
        let count = counts[kind] ?? 0...0
        guard count.contains(words.count) else { throw ReportFault("valueShape", line: line, [typed.text, kind.usage]) }
        func part(_ place: Int) throws(ReportFault) -> Int {
            words.indices.contains(place) ? try source.node(words[place], line: line) : view.index
        }
        switch kind {
        case .score: return .score(view.score(try source.row(words[0], line: line), try part(1)))
        case .rank: return .rank(view.rank(try source.row(words[0], line: line), try part(1)))
        case .range:
            let row = try source.row(words[0], line: line)
            return source.ranges?.text(view.build.units[row].code, .en).map { .range($0) } ?? .rank(view.rank(row, view.index))
        case .mean: return .score(view.mean(try part(0), over: rows))
        case .units: return .count(rows.count)
        case .indicators: return .count(view.framework.indicators.count)
        case .missing:
            let cells = view.content.data.map { ($0.missing, $0.cells) } ?? (0, 1)
            return .share(Double(cells.0) / Double(max(1, cells.1)))
        case .best: return view.best(try part(0)).map { .plain(view.build.units[$0.row].name) } ?? .score(nil)
        case .name:
            if let node = view.node(words[0]) { return .text(view.name(node)) }
            return .plain(view.build.units[try source.row(words[0], line: line)].name)
        case .group:
            let row = try source.row(words[0], line: line)
            let group = view.build.units[row].groups[try source.grouping(words[1], line: line)]
            return group.map { .plain($0) } ?? .score(nil)
        case .edition: return .text(view.edition.name)
        case .period: return .plain(view.edition.period)
        case .digest: return .plain(view.edition.seal.map { String($0.digest.prefix(16)) } ?? "–")
        case .corrections: return .count(view.corrections.count)
        }
    }

    /// How many words may follow.
    private static let counts: [Kind: ClosedRange<Int>] = [
        .score: 1...2, .rank: 1...2, .range: 1...1, .mean: 0...1, .best: 0...1, .name: 1...1, .group: 2...2,
    ]

    package func text(_ language: Language) -> String {
        switch found {
        case .score(let score): ScoreText.text(score, language)
        case .rank(let rank): ScoreText.rank(rank, language)
        case .count(let count): ScoreText.text(Double(count), language, decimals: 0)
        case .share(let share): ScoreText.percent(share, language)
        case .range(let text), .plain(let text): text
        case .text(let text): text.text(language)
        }
    }
}
