import Base
import HTML

/// A report's text as a page: Markdown's blocks with the values and figures of the index in their places.
package struct ReportArticlePage: Sendable {
    /// In the language of the text.
    let scene: Scene
    let view: IndexView
    let reading: ReportReading
    let blocks: [MarkdownBlock]
    /// The level of the highest heading on its page.
    private let first: Int

    package init(_ scene: Scene, _ view: IndexView, _ reading: ReportReading, headingsFrom first: Int = 2) {
        self.scene = scene
        self.view = view
        self.reading = reading
        self.first = first
        blocks = Markdown.blocks(reading.text.marked)
    }

    package var main: Markup {
        var counts = Counts()
        return each(blocks) { block($0, &counts) }
    }

    /// Chapters and what is in them, as links; nothing where there are fewer than three.
    package var contents: Markup {
        let headings = blocks.compactMap { block -> (level: Int, text: String)? in
            guard case .heading(let level, let runs) = block else { return nil }
            return (level, runs.map { reading.filled($0.text) }.joined())
        }
        guard headings.count > 2 else { return .empty }
        return """
            <nav class="report-contents" aria-labelledby="contents"><h2 id="contents">\(scene.words("report.contents"))</h2><ol>\
            \(each(headings.enumerated()) { place, heading in
                guard heading.level < 3 else { return .empty }
                return ##"<li\##(#" class="below""#, if: heading.level > 1)><a href="#part-\##(place + 1)">\##(heading.text)</a></li>"##
            })</ol></nav>
            """
    }

    private struct Counts {
        var headings = 0
        var figures = 0
    }

    private func block(_ block: MarkdownBlock, _ counts: inout Counts) -> Markup {
        switch block {
        case .heading(let level, let runs):
            counts.headings += 1
            let tags: [Markup] = ["h2", "h3", "h4", "h5", "h6"]
            let tag = tags[min(max(first + level - 3, 0), tags.count - 1)]
            return "<\(tag) id=\"part-\(counts.headings)\">\(words(runs))</\(tag)>\n"
        case .paragraph(let runs):
            guard let place = ReportArticlePage.figure(runs, reading) else { return "<p>\(words(runs))</p>\n" }
            guard let figure = reading.figures[place] else {
                return #"<p class="notice warn">\#(scene.words("report.figure.unread"))</p>"#
            }
            counts.figures += 1
            return ReportFigurePage.figure(scene, view, figure, number: counts.figures)
        case .list(let start, let items):
            let inner = each(items) { item -> Markup in
                if item.count == 1, case .paragraph(let runs) = item[0] { return "<li>\(words(runs))</li>" }
                return "<li>\(each(item) { self.block($0, &counts) })</li>"
            }
            guard let start else { return "<ul>\(inner)</ul>\n" }
            return "<ol\(#" start="\#(start)""#, if: start != 1)>\(inner)</ol>\n"
        case .quote(let inner): return "<blockquote>\(each(inner) { self.block($0, &counts) })</blockquote>\n"
        case .table(let head, let rows): return table(head, rows)
        case .code(_, let text, _): return "<pre><code>\(reading.filled(text, isCode: true))</code></pre>\n"
        case .rule: return "<hr>\n"
        }
    }

    /// The figure that a paragraph stands for.
    static func figure(_ runs: [MarkdownRun], _ reading: ReportReading) -> Int? {
        runs.count == 1 && !runs[0].isCode ? reading.figure(runs[0].text) : nil
    }

    private func table(_ head: [[MarkdownRun]], _ rows: [[[MarkdownRun]]]) -> Markup {
        let isNumeric = ReportArticlePage.numeric(head, rows, reading)
        func cell(_ place: Int, _ runs: [MarkdownRun]) -> Markup {
            #"<td\#(#" class="number""#, if: isNumeric[place])>\#(words(runs))</td>"#
        }
        return """
            <div class="table-wrap" tabindex="0"><table class="table"><thead><tr>\(each(head.enumerated()) { place, runs in
                runs.isEmpty ? "<td></td>" : #"<th scope="col"\#(#" class="number""#, if: isNumeric[place])>\#(words(runs))</th>"#
            })</tr></thead><tbody>\(each(rows) { row in "<tr>\(each(row.enumerated()) { cell($0, $1) })</tr>" })</tbody></table></div>

            """
    }

    /// Columns in which every filled cell is a number.
    static func numeric(_ head: [[MarkdownRun]], _ rows: [[[MarkdownRun]]], _ reading: ReportReading) -> [Bool] {
        head.indices.map { place in
            let texts = rows.map { $0[place].map { reading.filled($0.text) }.joined() }.filter { !$0.isEmpty }
            return !texts.isEmpty
                && texts.allSatisfy { text in
                    text.contains(where: \.isNumber) && text.allSatisfy { $0.isNumber || "+−-–.,% \u{202f}\u{a0}".contains($0) }
                }
        }
    }

    // MARK: Words

    private func words(_ runs: [MarkdownRun]) -> Markup { each(runs) { run($0) } }

    private func run(_ run: MarkdownRun) -> Markup {
        let lines = reading.filled(run.text, isCode: run.isCode).split(separator: "\n", omittingEmptySubsequences: false)
        var out = each(lines.enumerated()) { place, line in "\("<br>", if: place > 0)\(String(line))" }
        if run.isCode { out = "<code>\(out)</code>" }
        if run.isEmphasis { out = "<em>\(out)</em>" }
        if run.isStrong { out = "<strong>\(out)</strong>" }
        if run.isStruck { out = "<s>\(out)</s>" }
        guard let link = run.link else { return out }
        return #"<a href="\#(url: reading.filled(link))" rel="nofollow noopener ugc">\#(out)</a>"#
    }
}
