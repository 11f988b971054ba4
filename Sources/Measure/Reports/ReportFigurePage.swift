import Base
import HTML

/// A figure of a report: its number and title, the drawing, and the table that says the same.
package enum ReportFigurePage {
    static func figure(_ scene: Scene, _ view: IndexView, _ figure: ReportFigure, number: Int) -> Markup {
        let words = scene.words
        let (label, title) = (words("report.figure.n", ["number": words.number(number)]), title(words, figure))
        return """
            <figure class="report-figure" id="figure-\(number)"><figcaption><b>\(label)</b> \(title)</figcaption>\
            \(figure.rows.isEmpty ? #"<p class="empty">\#(words("report.figure.empty"))</p>"# : body(scene, view, figure, "\(label) \(title)"))\
            \(figure.note.map { #"<p class="help">\#($0)</p>"# as Markup })</figure>

            """
    }

    /// As its author calls it, else by what it shows.
    static func title(_ words: Words, _ figure: ReportFigure) -> String {
        if let title = figure.title { return title }
        var subjects = figure.subjects
        if let grouping = subjects["grouping"] { subjects["grouping"] = IndexFramePage.grouping(words, grouping) }
        if subjects["group"] == "" { subjects["group"] = words("index.all") }
        return words("report.figure.title.\(figure.kind.rawValue)", subjects)
    }

    private static func body(_ scene: Scene, _ view: IndexView, _ figure: ReportFigure, _ caption: String) -> Markup {
        switch figure.drawing {
        case .bars: "\(key(scene, figure))\(table(scene, view, figure, caption, class: "ix-intervals"))"
        case .ranges: table(scene, view, figure, caption, class: "ix-intervals")
        case .plain: table(scene, view, figure, caption, class: "ix-profile")
        case .radar(let series):
            twin(scene, view, figure, caption, ReportDrawingPage.radar(scene, view, figure, series, title: caption))
        case .lines(let series, let breaks):
            twin(scene, view, figure, caption, ReportDrawingPage.lines(scene, figure, series, breaks, title: caption))
        case .map: twin(scene, view, figure, caption, ReportDrawingPage.map(scene, figure, title: caption))
        }
    }

    /// A drawing with its table behind a word.
    private static func twin(
        _ scene: Scene, _ view: IndexView, _ figure: ReportFigure, _ caption: String, _ drawing: Markup
    ) -> Markup {
        """
        \(drawing)<details><summary>\(scene.words("report.figure.table"))<span class="visually-hidden">: \(caption)</span></summary>\
        \(table(scene, view, figure, caption, class: "ix-plain"))</details>
        """
    }

    /// What the stroke beside the bars is.
    private static func key(_ scene: Scene, _ figure: ReportFigure) -> Markup {
        guard figure.rows.contains(where: { $0.mark != nil }) else { return .empty }
        let words = scene.words
        let group = figure.subjects["group"].flatMap { $0.isEmpty ? nil : $0 } ?? words("index.all")
        return """
            <ul class="ix-key"><li class="ix-key-fill"><bdi>\(figure.subjects["unit"] ?? words("index.score"))</bdi></li>\
            <li class="ix-key-mean">\(words("index.mean")): <bdi>\(group)</bdi></li></ul>
            """
    }

    // MARK: The table

    private static func table(
        _ scene: Scene, _ view: IndexView, _ figure: ReportFigure, _ caption: String, class name: String
    ) -> Markup {
        let isDrawn = name != "ix-plain"
        return IndexFramePage.table(
            caption, class: name,
            head: #"<tr>\#(each(figure.heads) { #"<th scope="col">\#(head(scene.words, $0))</th>"# })</tr>"#,
            rows: each(figure.rows) { row in
                """
                <tr\(#" class="ix-depth-\#(min(row.depth, 4))""#, if: figure.drawing == .plain)><th scope="row">\(label(scene, view, row))\
                \(#" <span class="badge guessed">\#(scene.words("index.mark.imputed"))</span>"#, if: row.isMarked)</th>\
                \(each(row.cells.enumerated()) { place, cell in
                    isDrawn && place == figure.drawn && !drawing(figure, row).isEmpty
                        ? drawn(scene, cell, drawing(figure, row)) : plain(scene, cell, head(scene.words, figure.heads[place + 1]))
                })</tr>
                """
            })
    }

    static func head(_ words: Words, _ head: ReportFigure.Head) -> String {
        switch head {
        case .word(let word): words("index.\(word)")
        case .grouping(let grouping): IndexFramePage.grouping(words, grouping)
        case .name(let name): name
        }
    }

    private static func label(_ scene: Scene, _ view: IndexView, _ row: ReportFigure.Row) -> Markup {
        // Of an edition that is not public there are no pages to lead to.
        guard let code = row.code, view.edition.state == .released else { return "<bdi>\(row.label)</bdi>" }
        let path = IndexFramePage.path(view.edition, unit: code)
        return #"<a href="\#(url: scene.link(path))"><bdi>\#(row.label)</bdi></a>"#
    }

    private static func drawing(_ figure: ReportFigure, _ row: ReportFigure.Row) -> Markup {
        if let low = row.low, let high = row.high { return IndexFigurePage.range(low, row.mark ?? low, high) }
        guard let share = row.share else { return .empty }
        return IndexFigurePage.strip(share, mean: row.mark, best: nil)
    }

    private static func drawn(_ scene: Scene, _ cell: ReportFigure.Cell, _ drawing: Markup) -> Markup {
        #"<td class="ix-where"><b class="tabular">\#(text(cell, scene.language))</b>\#(drawing)</td>"#
    }

    private static func plain(_ scene: Scene, _ cell: ReportFigure.Cell, _ head: String) -> Markup {
        if case .lead = cell {
            return #"<td class="number" data-label="\#(head)"><bdi dir="ltr">\#(text(cell, scene.language))</bdi></td>"#
        }
        return #"<td class="number" data-label="\#(head)">\#(text(cell, scene.language))</td>"#
    }

    /// The same on the page and on paper.
    static func text(_ cell: ReportFigure.Cell, _ language: Language) -> String {
        switch cell {
        case .score(let score): return ScoreText.text(score, language)
        case .lead(let lead): return ScoreText.signed(lead, language, decimals: lead == lead?.rounded() ? 0 : 1)
        case .rank(let rank): return ScoreText.rank(rank, language)
        case .range(let low, let high):
            let from = ScoreText.rank(low, language)
            return low == high ? from : "\(from)–\(ScoreText.rank(high, language))"
        case .count(let count): return ScoreText.text(Double(count), language, decimals: 0)
        case .measured(let value, let unit):
            guard let value else { return "" }
            return unit.isEmpty ? ScoreText.value(value, language) : "\(ScoreText.value(value, language)) \(unit)"
        }
    }
}
