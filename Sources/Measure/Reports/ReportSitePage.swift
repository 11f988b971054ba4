import Base
import CompositeIndex
import HTML

/// Reports as everyone reads them: those of an edition, and one as an article.
package enum ReportSitePage {
    /// A report in one of its languages.
    package struct View: Sendable {
        package let report: Report
        package let source: ReportSource
        /// BCP 47 of the text that is shown.
        package let tag: String
        package let reading: ReportReading
        /// How far it is, and whose it is if it is one for each country.
        package var unit: String? { source.unit.map { source.view.build.units[$0].name } }
        private var code: String? { source.unit.map { source.view.build.units[$0].code } }

        /// In the language that is asked for, else in the authentic one.
        package init(_ report: Report, _ source: ReportSource, _ language: Language) {
            self.report = report
            self.source = source
            let (text, tag) = report.text.reading(language)
            self.tag = tag
            reading = ReportReading(text, source, Language(tag: tag) ?? language)
        }

        package var title: String {
            let title = report.title[tag] ?? report.title.text(Language(tag: tag) ?? .en)
            return unit.map { "\($0): \(title)" } ?? title
        }
        /// The same words in the language of the text.
        package func words(_ words: Words) -> Words { Language(tag: tag).map { words.speaking($0) } ?? words }
        package var path: String {
            let edition = source.view.edition
            return code.map { report.path(in: edition, unit: percentEncoded($0)) } ?? report.path(in: edition)
        }
        package var pdf: String { code == nil ? "\(path)/report.pdf" : "\(path).pdf" }
    }

    // MARK: All of an edition

    package static func list(_ scene: Scene, _ view: IndexView, _ reports: [Report]) -> Markup {
        let words = scene.words
        let whole = reports.filter { $0.kind == .edition }
        let country = reports.first { $0.kind == .country }
        return """
            \(IndexFramePage.head(scene, view, .reports))\
            \(#"<p class="empty">\#(words("report.none"))</p>"#, if: reports.isEmpty)\
            \(#"<ul class="cards">\#(each(whole) { card(scene, view, $0) })</ul>"#, if: !whole.isEmpty)\
            \(country.map { countries(scene, view, $0) })
            """
    }

    private static func card(_ scene: Scene, _ view: IndexView, _ report: Report) -> Markup {
        let words = scene.words
        let (path, tag) = (report.path(in: view.edition), report.text.reading(scene.language).tag)
        return """
            <li class="card"><h2><a href="\(url: scene.link(path))">\(scene.text(report.title))</a></h2>\
            <p class="meta">\(byline(scene, report))</p>\
            <ul class="chips ways"><li><a href="\(url: "\(path)/report.pdf?lang=\(tag)")">PDF\
            <span class="visually-hidden">: \(report.title.text(scene.language))</span></a></li>\(each(report.languages) { other in
                other == tag ? .empty
                    : #"<li><a href="\#(url: "\(path)?lang=\(other)")" hreflang="\#(other)">\#(words.languageName(other))</a></li>"#
            })</ul></li>
            """
    }

    private static func byline(_ scene: Scene, _ report: Report) -> Markup {
        let words = scene.words
        let date = report.publishedAt.map { words("report.publishedOn", ["date": words.date($0.wall().date)]) }
        return """
            \(#"<span><bdi>\#(report.authors)</bdi></span>"#, if: !report.authors.isEmpty)\(date.map { "<span>\($0)</span>" as Markup })
            """
    }

    private static func countries(_ scene: Scene, _ view: IndexView, _ report: Report) -> Markup {
        let rows = scene.words.sorted(view.counted) { view.build.units[$0].name }
        return """
            <section class="panel"><h2>\(scene.text(report.title))</h2><ul class="plain report-countries">\(each(rows) { row in
                let unit = view.build.units[row]
                let path = report.path(in: view.edition, unit: percentEncoded(unit.code))
                return #"<li><a href="\#(url: scene.link(path))"><bdi>\#(unit.name)</bdi></a></li>"#
            })</ul></section>
            """
    }

    // MARK: One

    package static func masthead(_ scene: Scene, _ view: View) -> Markup {
        let edition = view.source.view.edition
        return """
            <div class="masthead small">\(Band.markup(edition.series))<div class="wrap"><p class="eyebrow">\
            <a href="\(url: scene.link(edition.path))">\(IndexFramePage.name(scene, edition))</a></p>\
            <h1\(#" lang="\#(view.tag)""#, if: Language(tag: view.tag) != scene.language)>\(view.title)</h1>\
            <p class="meta">\(byline(scene, view.report))</p></div></div>

            """
    }

    package static func main(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        var own = scene
        own.words = view.words(words)
        let article = ReportArticlePage(own, view.source.view, view.reading)
        let language = Language(tag: view.tag)
        let isOther = language != scene.language
        return """
            \(IndexFramePage.head(scene, view.source.view, .reports))\
            \(#"<p class="notice">\#(words("report.otherLanguage", ["language": words.languageName(view.tag)]))</p>"#, if: isOther)\
            <article class="report" lang="\(view.tag)" dir="\(language?.direction ?? "auto")">\
            \(article.contents)<div class="report-text"><p class="actions"><a class="button" href="\(url: "\(view.pdf)?lang=\(view.tag)")">\
            \(own.words("report.pdf"))</a></p>\(article.main)\(data(own, view))</div></article>
            """
    }

    /// Which numbers these are.
    private static func data(_ scene: Scene, _ view: View) -> Markup {
        #"<p class="help report-data">\#(data(scene.words, view))</p>"#
    }

    /// The same on the page and on paper.
    static func data(_ words: Words, _ view: View) -> String {
        let edition = view.source.view.edition
        let last = view.source.view.corrections.map(\.at).max() ?? edition.releasedAt
        return words(
            "report.data",
            [
                "edition": "\(edition.name.text(words.language)) \(edition.period)",
                "date": last.map { words.date($0.wall().date) } ?? words("measure.state.\(edition.state.rawValue)"),
                "corrections": words.number(view.source.view.corrections.count),
                "digest": edition.seal.map { String($0.digest.prefix(16)) } ?? "–",
            ])
    }
}
