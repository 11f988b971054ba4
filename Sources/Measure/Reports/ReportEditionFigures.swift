import Base
import CompositeIndex

/// Figures about a whole edition.
package enum ReportEditionFigures {
    static func ranking(_ order: ReportFigureOrder, _ source: ReportSource, _ language: Language) throws(ReportFault)
        -> ReportFigure
    {
        let view = source.view
        let node = try order.node("by", source)
        let sorted = view.sorted(try order.rows(source), by: node).prefix(try order.top(20))
        let rows = sorted.map { row in
            ReportFigure.Row(
                label: view.build.units[row].name, code: view.build.units[row].code,
                cells: [.rank(view.rank(row, node)), .score(view.score(row, node))], share: view.score(row, node).map(view.share))
        }
        return ReportFigure(
            order, subjects: ["name": view.name(node).text(language), "count": String(rows.count)],
            heads: [.word("unit"), .word("rank"), .word("score")], drawn: 1, rows: rows, drawing: .bars)
    }

    /// The mean of each group, the highest first.
    static func groups(_ order: ReportFigureOrder, _ source: ReportSource, _ language: Language) throws(ReportFault)
        -> ReportFigure
    {
        let view = source.view
        let node = try order.node("of", source)
        guard let grouping = try order.grouping(source) else {
            throw ReportFault("optionMissing", line: order.line, [order.kind.rawValue, "by"])
        }
        let found = view.groups(of: grouping).map { group in
            let rows = view.rows(in: [grouping: group])
            return (group: group, count: rows.count, mean: view.mean(node, over: rows))
        }
        let sorted = found.sorted { ($0.mean ?? -.infinity, $1.group) > ($1.mean ?? -.infinity, $0.group) }
        return ReportFigure(
            order, subjects: ["name": view.name(node).text(language), "grouping": grouping],
            heads: [.grouping(grouping), .word("mean"), .word("audit.units")],
            rows: sorted.map { one in
                ReportFigure.Row(
                    label: one.group, cells: [.score(one.mean), .count(one.count)], share: one.mean.map(view.share))
            }, drawing: .bars)
    }

    /// Between which ranks each lies; the published rank is the point.
    static func ranges(_ order: ReportFigureOrder, _ source: ReportSource) throws(ReportFault) -> ReportFigure {
        let view = source.view
        let sorted = view.sorted(try order.rows(source), by: view.index).prefix(try order.top(20))
        let ranges = source.ranges
        let rows = sorted.map { row in
            let rank = view.rank(row, view.index)
            let found = ranges?[view.build.units[row].code]
            let (low, high) = (found?.quantiles.first ?? rank ?? 1, found?.quantiles.last ?? rank ?? 1)
            return ReportFigure.Row(
                label: view.build.units[row].name, code: view.build.units[row].code,
                cells: [.rank(rank), .range(low.rounded(), high.rounded()), .rank(found?.median ?? rank)],
                mark: rank.map { place($0, view) }, low: place(low, view), high: place(high, view))
        }
        return ReportFigure(
            order, heads: [.word("unit"), .word("rank"), .word("audit.interval"), .word("audit.median")], drawn: 1, rows: rows,
            drawing: .ranges)
    }

    /// Who rose and who fell most since the edition before; the point is the rank now.
    static func movers(_ order: ReportFigureOrder, _ source: ReportSource) throws(ReportFault) -> ReportFigure {
        let view = source.view
        guard let before = source.before else { throw ReportFault("earlierNone", line: order.line, [order.kind.rawValue]) }
        let moved = view.counted.compactMap { row -> (row: Int, old: Double, new: Double)? in
            let code = view.build.units[row].code
            guard let old = before.build.rank(of: code, before.build.framework.code), let new = view.rank(row, view.index) else {
                return nil
            }
            return old == new ? nil : (row, old, new)
        }
        let most = moved.sorted { (abs($1.old - $1.new), $0.new) < (abs($0.old - $0.new), $1.new) }.prefix(try order.top(10))
        let sorted = most.sorted { ($0.old - $0.new, $1.new) > ($1.old - $1.new, $0.new) }
        return ReportFigure(
            order, subjects: ["period": before.edition.period],
            heads: [.word("unit"), .word("correction.old"), .word("correction.new"), .word("sliders.change")], drawn: 2,
            rows: sorted.map { one in
                ReportFigure.Row(
                    label: view.build.units[one.row].name, code: view.build.units[one.row].code,
                    cells: [.rank(one.old), .rank(one.new), .lead(one.old - one.new)], mark: place(one.new, view),
                    low: place(min(one.old, one.new), view), high: place(max(one.old, one.new), view))
            }, drawing: .ranges)
    }

    static func map(_ order: ReportFigureOrder, _ source: ReportSource, _ language: Language) throws(ReportFault) -> ReportFigure
    {
        let view = source.view
        let node = try order.node("by", source)
        let placed = view.counted.filter { isPlaced(view.build.units[$0].code) }
        guard placed.count * 2 >= view.counted.count, !placed.isEmpty else {
            throw ReportFault("mapNone", line: order.line, [view.build.units.first?.code ?? ""])
        }
        let rows = view.sorted(placed, by: node).map { row in
            ReportFigure.Row(
                label: view.build.units[row].name, code: view.build.units[row].code,
                cells: [.rank(view.rank(row, node)), .score(view.score(row, node))], share: view.score(row, node).map(view.share))
        }
        return ReportFigure(
            order, subjects: ["name": view.name(node).text(language)], heads: [.word("unit"), .word("rank"), .word("score")],
            drawn: 1, rows: rows, drawing: .map)
    }

    /// ISO 3166-1, in three letters or in two.
    private static func isPlaced(_ code: String) -> Bool {
        CountryCode.short(code) != nil || (code.utf8.count == 2 && code.utf8.allSatisfy { (65...90).contains($0) })
    }

    /// A rank on the way from the first to the last, from 0 to 1.
    private static func place(_ rank: Double, _ view: IndexView) -> Double {
        min(1, max(0, (rank - 1) / Double(max(1, view.unitCount - 1))))
    }
}
