import Base
import HTML
import Paper

/// A figure of a report on paper: a chart, and the table where the chart does not say every number.
enum ReportFigureSheet {
    static func blocks(_ words: Words, _ view: IndexView, _ figure: ReportFigure, number: Int) -> [PaperBlock] {
        let title = "\(words("report.figure.n", ["number": words.number(number)])) \(ReportFigurePage.title(words, figure))"
        guard !figure.rows.isEmpty else {
            return [.paragraph([PaperRun(text: title, isStrong: true), PaperRun(" " + words("report.figure.empty"))])]
        }
        func chart(_ kind: PaperChart.Kind, _ note: String? = nil) -> PaperBlock {
            let notes = [figure.note, note].compactMap { $0 }.joined(separator: " ")
            return .chart(PaperChart(title: title, note: notes.isEmpty ? nil : notes, kind: kind))
        }
        let ends = ends(view, words.language)
        switch figure.drawing {
        case .bars: return [chart(.bars(rows(words, figure)), mark(words, figure))]
        case .ranges: return [chart(.ranges(rows(words, figure)))]
        case .radar(let series):
            let axes = figure.rows.suffix(series.first?.shares.count ?? 0).map(\.label)
            let help = words("index.radar.help", ["low": ends.low, "high": ends.high])
            // On paper the first outline is the strong one: the country before what it is compared with.
            let sorted = figure.kind == .profile ? series.reversed() : series
            return [chart(.radar(axes: axes, lines(words, sorted)), help), table(words, figure)]
        case .lines(let series, let breaks):
            let note = words(breaks.isEmpty ? "index.timeline.help" : "index.timeline.breaks")
            return [
                chart(.lines(categories: figure.rows.map(\.label), lines(words, series), scale: [ends.low, ends.high]), note),
                table(words, figure),
            ]
        case .map: return [chart(map(figure), words("index.map.help")), table(words, figure)]
        case .plain:
            let heading: PaperBlock = .paragraph([PaperRun(text: title, isStrong: true)])
            return [heading, table(words, figure)] + (figure.note.map { [.paragraph([PaperRun($0)])] } ?? [])
        }
    }

    private static func lines(_ words: Words, _ series: [ReportFigure.Series]) -> [PaperChart.Series] {
        series.map { PaperChart.Series(name: $0.name.isEmpty ? words("index.all") : $0.name, points: $0.shares) }
    }

    /// What the stroke is.
    private static func mark(_ words: Words, _ figure: ReportFigure) -> String? {
        guard figure.rows.contains(where: { $0.mark != nil }) else { return nil }
        let group = figure.subjects["group"].flatMap { $0.isEmpty ? nil : $0 } ?? words("index.all")
        return "\(words("index.mean")): \(group)."
    }

    /// The number that is drawn stands at the bar; those before it go to the name.
    private static func rows(_ words: Words, _ figure: ReportFigure) -> [PaperChart.Row] {
        figure.rows.map { row in
            let texts = row.cells.map { ReportFigurePage.text($0, words.language) }
            let label = figure.drawn == 1 && figure.kind != .movers ? "\(texts[0]) · \(row.label)" : row.label
            let value = figure.kind == .movers ? "\(texts[0]) → \(texts[1])" : texts[figure.drawn]
            return PaperChart.Row(
                label: label, value: value, share: row.low == nil ? row.share : row.mark, low: row.low, high: row.high,
                mark: row.low == nil ? row.mark : nil, isMarked: row.isMarked)
        }
    }

    private static func table(_ words: Words, _ figure: ReportFigure) -> PaperBlock {
        let isNumeric = [false] + figure.heads.dropFirst().map { _ in true }
        return .table(
            head: figure.heads.map { [PaperRun(ReportFigurePage.head(words, $0))] },
            rows: figure.rows.map { row in
                let mark = row.isMarked ? " (\(words("index.mark.imputed")))" : ""
                let indent = String(repeating: "\u{2003}", count: max(0, row.depth - 1))
                return [[PaperRun(text: indent + row.label + mark, isStrong: row.depth == 0 && figure.drawing == .plain)]]
                    + row.cells.map { [PaperRun(ReportFigurePage.text($0, words.language))] }
            }, isNumeric: isNumeric)
    }

    private static func ends(_ view: IndexView, _ language: Language) -> (low: String, high: String) {
        let decimals = view.scale.upperBound.rounded() == view.scale.upperBound ? 0 : 1
        return (
            ScoreText.text(view.scale.lowerBound, language, decimals: decimals),
            ScoreText.text(view.scale.upperBound, language, decimals: decimals)
        )
    }

    /// Dots in the same projection as on the page.
    private static func map(_ figure: ReportFigure) -> PaperChart.Kind {
        let places = figure.rows.compactMap { row -> PaperChart.Place? in
            guard let code = row.code, let at = WorldShape.place(of: CountryCode.short(code) ?? code) else { return nil }
            return PaperChart.Place(point: PaperChart.Point(x: at.x, y: at.y), share: row.share, label: row.label)
        }
        let outline = WorldShape.outline.map { $0.map { PaperChart.Point(x: $0.x, y: $0.y) } }
        return .map(outline: outline, aspect: WorldShape.aspect, places)
    }
}
