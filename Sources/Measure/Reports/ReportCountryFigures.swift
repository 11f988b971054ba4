import Base
import CompositeIndex

/// Figures about one country, or a few side by side.
package enum ReportCountryFigures {
    /// The parts of the index, beside the mean of a group.
    static func profile(_ order: ReportFigureOrder, _ source: ReportSource, _ language: Language) throws(ReportFault)
        -> ReportFigure
    {
        let view = source.view
        let profile = UnitProfile(view, row: try order.unit(source), grouping: try order.grouping(source))
        let parts = view.framework.children[view.index]
        let lines = parts.compactMap { part in profile.lines.first { $0.node == part } }
        let series = [
            ReportFigure.Series(name: profile.group ?? "", shares: lines.map { $0.mean.map(view.share) }),
            ReportFigure.Series(name: profile.unit.name, shares: lines.map { $0.score.map(view.share) }),
        ]
        return ReportFigure(
            order, subjects: subjects(profile), heads: [.word("part"), .word("score"), .word("mean"), .word("rank")],
            rows: lines.map { line in
                row(view, line, language, [.score(line.score), .score(line.mean), .rank(line.rank)], depth: 0)
            }, drawing: lines.count > 2 ? .radar(series) : .bars)
    }

    static func compare(_ order: ReportFigureOrder, _ source: ReportSource, _ language: Language) throws(ReportFault)
        -> ReportFigure
    {
        let view = source.view
        let units = try order.units(source, 2...5)
        let parts = view.framework.children[view.index]
        let names = units.map { view.build.units[$0].name }
        let series = units.map { unit in
            ReportFigure.Series(name: view.build.units[unit].name, shares: parts.map { view.score(unit, $0).map(view.share) })
        }
        return ReportFigure(
            order, subjects: ["units": names.joined(separator: " · ")],
            heads: [.word("part")] + names.map { .name($0) },
            rows: ([view.index] + parts).enumerated().map { place, node in
                ReportFigure.Row(
                    label: view.name(node).text(language), depth: min(place, 1),
                    cells: units.map { .score(view.score($0, node)) })
            }, drawing: parts.count > 2 ? .radar(series) : .plain)
    }

    /// Scores over the editions of the index; each has its place on the scale of this one.
    static func timeline(_ order: ReportFigureOrder, _ source: ReportSource) throws(ReportFault) -> ReportFigure {
        let view = source.view
        let units = try order.units(source, 1...5)
        let all = units.map { source.history.points(of: view.build.units[$0].code) }
        let editions = (all.max { $0.count < $1.count } ?? []).map(\.edition)
        guard editions.count > 1 else { throw ReportFault("earlierNone", line: order.line, [order.kind.rawValue]) }
        let points = all.map { Dictionary($0.map { ($0.edition.id, $0) }, uniquingKeysWith: { first, _ in first }) }
        let names = units.map { view.build.units[$0].name }
        let cells = editions.map { edition -> [ReportFigure.Cell] in
            guard points.count == 1, let point = points[0][edition.id] else {
                return points.map { .score($0[edition.id]?.score) }
            }
            return [.score(point.score), .rank(point.rank), .count(point.count)]
        }
        let heads: [ReportFigure.Head] =
            points.count == 1 ? [.word("score"), .word("rank"), .word("audit.units")] : names.map { .name($0) }
        let breaks = editions.indices.filter { place in points.contains { $0[editions[place].id]?.isBreak == true } }
        return ReportFigure(
            order, subjects: ["units": names.joined(separator: " · ")], heads: [.word("edition")] + heads,
            rows: zip(editions, cells).map { ReportFigure.Row(label: $0.period, cells: $1) },
            drawing: .lines(
                zip(names, points).map { name, points in
                    ReportFigure.Series(name: name, shares: editions.map { points[$0.id]?.score.map(view.share) })
                }, breaks: Set(breaks)))
    }

    /// Measured indicators furthest above the mean of the group, or below it.
    static func extremes(_ order: ReportFigureOrder, _ source: ReportSource, _ language: Language) throws(ReportFault)
        -> ReportFigure
    {
        let view = source.view
        let profile = UnitProfile(view, row: try order.unit(source), grouping: try order.grouping(source))
        let lines = order.kind == .strengths ? profile.strengths : profile.weaknesses
        return ReportFigure(
            order, subjects: subjects(profile), heads: [.word("part"), .word("score"), .word("mean"), .word("difference")],
            rows: lines.map { line in
                row(view, line, language, [.score(line.score), .score(line.mean), .lead(line.lead)], depth: 0)
            }, drawing: .bars)
    }

    /// Every part of the index with what was measured; what was estimated is marked.
    static func indicators(_ order: ReportFigureOrder, _ source: ReportSource, _ language: Language) throws(ReportFault)
        -> ReportFigure
    {
        let view = source.view
        let profile = UnitProfile(view, row: try order.unit(source), grouping: try order.grouping(source))
        let rows = profile.lines.map { line in
            let unit = view.framework.nodes[line.node].unit ?? ""
            return row(
                view, line, language,
                [
                    .score(line.score), .score(line.mean), .rank(line.rank),
                    .measured(line.isIndicator ? line.raw : nil, unit: unit),
                ],
                depth: line.depth)
        }
        return ReportFigure(
            order, subjects: subjects(profile),
            heads: [.word("part"), .word("score"), .word("mean"), .word("rank"), .word("measured")], rows: rows, drawing: .plain)
    }

    private static func subjects(_ profile: UnitProfile) -> [String: String] {
        ["unit": profile.unit.name, "group": profile.group ?? ""]
    }

    private static func row(
        _ view: IndexView, _ line: UnitProfile.Line, _ language: Language, _ cells: [ReportFigure.Cell], depth: Int
    ) -> ReportFigure.Row {
        ReportFigure.Row(
            label: view.name(line.node).text(language), depth: depth, isMarked: line.mark.contains(.imputed), cells: cells,
            share: line.score.map(view.share), mark: line.mean.map(view.share))
    }
}
