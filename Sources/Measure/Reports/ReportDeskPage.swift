import Base
import HTML

/// Reports at the desk: those of an edition, and a new one.
package enum ReportDeskPage {
    package static func list(
        _ scene: Scene, _ edition: IndexEdition, _ reports: [Report], _ form: ReportForm, _ complaints: Complaints
    ) -> Markup {
        let words = scene.words
        return """
            \(MeasureTabsPage.head(scene, edition, .reports, title: words("measure.tab.reports")))\
            \(FormParts(words, complaints).summary)<p class="lede">\(words("report.lede"))</p>\
            \(reports.isEmpty ? #"<p class="empty">\#(words("report.none.desk"))</p>"# : table(scene, edition, reports))\
            \(new(scene, edition, form, FormParts(words, complaints)))
            """
    }

    private static func table(_ scene: Scene, _ edition: IndexEdition, _ reports: [Report]) -> Markup {
        let words = scene.words
        let heads = [words("measure.name"), words("report.state"), words("report.kind"), words("report.languages")]
        let rows: [[Markup]] = reports.map { report in
            [
                #"<a href="\#(url: scene.link(report.desk(in: edition)))">\#(scene.text(report.title))</a>"#,
                badge(words, report), "\(words("report.kind.\(report.kind.rawValue)"))",
                "\(report.languages.isEmpty ? "–" : words.list(report.languages.map { words.languageName($0) }))",
            ]
        }
        return MeasurePartsPage.table(words("measure.tab.reports"), heads, rows)
    }

    static func badge(_ words: Words, _ report: Report) -> Markup {
        let colour: Markup = report.state == .published ? "understood" : "guessed"
        return #"<span class="badge \#(colour)">\#(words("report.state.\(report.state.rawValue)"))</span>"#
    }

    private static func new(_ scene: Scene, _ edition: IndexEdition, _ form: ReportForm, _ parts: FormParts) -> Markup {
        let words = scene.words
        let starts = ReportForm.Start.allCases.map {
            (value: $0.rawValue, label: words("report.start.\($0.rawValue)"))
        }
        return """
            <form class="desk-form" method="post" action="\(url: scene.link("\(edition.desk)/reports"))">\(scene.guardField)\
            <h2>\(words("report.new"))</h2>\
            \(parts.input("slug", label: words("measure.slug"), value: form.slug, help: words("report.slug.help"), required: true))\
            \(parts.choice("start", label: words("report.start"), options: starts, selected: form.slug.isEmpty ? "annual" : form.start.rawValue,
                help: words("report.start.help")))\
            \(parts.input("title", label: words("report.title"), value: form.title, help: words("report.title.new.help")))\
            <p class="actions"><button class="button" type="submit">\(words("measure.create"))</button></p></form>
            """
    }
}
