import Base

/// A figure of a report as values: its rows are the table, and each drawing is made of the same rows, on the page and on paper.
package struct ReportFigure: Hashable, Sendable {
    /// What stands over a column: the last part of a word key (`index.<word>`), or a name.
    package enum Head: Hashable, Sendable {
        case word(String)
        /// Of a grouping of the data, which may have a word.
        case grouping(String)
        case name(String)
    }

    package enum Cell: Hashable, Sendable {
        case score(Double?)
        /// With its sign.
        case lead(Double?)
        case rank(Double?)
        /// Ranks, lowest first.
        case range(Double, Double)
        case count(Int)
        case measured(Double?, unit: String)
    }

    package struct Row: Hashable, Sendable {
        package let label: String
        /// The country's code, for the way to its page.
        package var code: String?
        package var depth = 0
        /// Of a part that was estimated, not measured.
        package var isMarked = false
        package let cells: [Cell]
        /// Each from 0 to 1: the length of a bar, a stroke to compare it with, the ends of a range.
        package var share: Double?
        package var mark: Double?
        package var low: Double?
        package var high: Double?
    }

    /// A line of a radar or over the editions; shares from 0 to 1, nil where there is none.
    package struct Series: Hashable, Sendable {
        package let name: String
        package let shares: [Double?]
    }

    package enum Drawing: Hashable, Sendable {
        case bars
        case ranges
        /// A spoke a row.
        case radar([Series])
        /// A place a row; a break lies before each row of `breaks`.
        case lines([Series], breaks: Set<Int>)
        /// A dot a row, at the place of its code, by its share.
        case map
        /// The table alone.
        case plain
    }

    package let kind: ReportFigureOrder.Kind
    /// As its author calls it; nil leaves the usual title, which `subjects` are put into.
    package let title: String?
    package let note: String?
    package let subjects: [String: String]
    /// Over the labels, then over each cell.
    package let heads: [Head]
    /// Which cell is drawn.
    package let drawn: Int
    package let rows: [Row]
    package let drawing: Drawing

    package init(
        _ order: ReportFigureOrder, subjects: [String: String] = [:], heads: [Head], drawn: Int = 0, rows: [Row],
        drawing: Drawing
    ) {
        kind = order.kind
        title = order["title"]
        note = order["note"]
        self.subjects = subjects
        self.heads = heads
        self.drawn = drawn
        self.rows = rows
        self.drawing = drawing
    }

    /// Throws a `ReportFault` for what the index does not have.
    package static func of(
        _ order: ReportFigureOrder, _ source: ReportSource, _ language: Language
    ) throws(ReportFault) -> ReportFigure {
        switch order.kind {
        case .ranking: try ReportEditionFigures.ranking(order, source, language)
        case .groups: try ReportEditionFigures.groups(order, source, language)
        case .ranges: try ReportEditionFigures.ranges(order, source)
        case .movers: try ReportEditionFigures.movers(order, source)
        case .map: try ReportEditionFigures.map(order, source, language)
        case .profile: try ReportCountryFigures.profile(order, source, language)
        case .compare: try ReportCountryFigures.compare(order, source, language)
        case .timeline: try ReportCountryFigures.timeline(order, source)
        case .strengths, .weaknesses: try ReportCountryFigures.extremes(order, source, language)
        case .indicators: try ReportCountryFigures.indicators(order, source, language)
        }
    }
}
