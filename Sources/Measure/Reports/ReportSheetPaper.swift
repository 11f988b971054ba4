import Base
import HTML
import Paper

/// A report as a file: the same blocks, values and figures as on its page.
enum ReportSheet {
    /// `words` are those of the reader; the paper speaks the language of its text.
    static func paper(_ view: ReportSitePage.View, words reader: Words, baseURL: String, at now: Instant) -> ReportPaper {
        let words = view.words(reader)
        let tag = view.tag
        let edition = view.source.view.edition
        let name = "\(edition.name.text(words.language)) \(edition.period)"
        let sheet = Sheet(view: view, words: words)
        return ReportPaper(
            info: PaperInfo(
                title: view.title, author: view.report.authors.isEmpty ? name : view.report.authors, language: tag,
                created: view.report.publishedAt ?? now),
            band: edition.series, accent: PaperColour(0x8a5000), title: PaperText(view.title, tag),
            subtitle: PaperText(name, tag),
            facts: facts(view, words, baseURL),
            notice: edition.isSample ? PaperText("\(words("index.sample")) \(words("index.sample.text"))", tag) : nil,
            contents: words("report.contents"), footer: "\(name) · \(baseURL)\(view.path)", language: tag,
            blocks: sheet.blocks(Markdown.blocks(view.reading.text.marked))
                + [.rule, .paragraph([PaperRun(ReportSitePage.data(words, view))])])
    }

    private static func facts(_ view: ReportSitePage.View, _ words: Words, _ baseURL: String) -> [PaperFact] {
        func said(_ key: String) -> PaperText { PaperText(words(key), view.tag) }
        var facts: [PaperFact] = []
        if !view.report.authors.isEmpty { facts.append(PaperFact(said("report.authors"), PaperText(view.report.authors))) }
        if let at = view.report.publishedAt {
            facts.append(PaperFact(said("report.published"), PaperText(words.date(at.wall().date), view.tag)))
        }
        if let seal = view.source.view.edition.seal {
            facts.append(PaperFact(said("index.seal"), PaperText(String(seal.digest.prefix(16)), "en")))
        }
        return facts + [PaperFact(said("report.address"), PaperText(baseURL + view.path, "en"))]
    }

    /// Blocks of one reading.
    private struct Sheet {
        let view: ReportSitePage.View
        let words: Words
        private var reading: ReportReading { view.reading }

        func blocks(_ blocks: [MarkdownBlock]) -> [PaperBlock] {
            var figures = 0
            return blocks.flatMap { block($0, &figures) }
        }

        private func block(_ block: MarkdownBlock, _ figures: inout Int) -> [PaperBlock] {
            switch block {
            case .heading(let level, let runs): return [.heading(level: level, runs.map(run))]
            case .paragraph(let runs):
                guard let place = ReportArticlePage.figure(runs, reading) else { return [.paragraph(runs.map(run))] }
                guard let figure = reading.figures[place] else { return [.paragraph([PaperRun(words("report.figure.unread"))])] }
                figures += 1
                return ReportFigureSheet.blocks(words, view.source.view, figure, number: figures)
            case .list(let start, let items):
                return [.list(start: start, items: items.map { $0.flatMap { self.block($0, &figures) } })]
            case .quote(let inner): return [.quote(inner.flatMap { self.block($0, &figures) })]
            case .table(let head, let rows):
                return [
                    .table(
                        head: head.map { $0.map(run) }, rows: rows.map { $0.map { $0.map(run) } },
                        isNumeric: ReportArticlePage.numeric(head, rows, reading))
                ]
            case .code(_, let text, _): return [.code(reading.filled(text, isCode: true))]
            case .rule: return [.rule]
            }
        }

        private func run(_ run: MarkdownRun) -> PaperRun {
            PaperRun(
                text: reading.filled(run.text, isCode: run.isCode), isStrong: run.isStrong, isEmphasis: run.isEmphasis,
                isCode: run.isCode, link: run.link.map { reading.filled($0) })
        }
    }
}
