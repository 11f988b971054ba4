import Base
import CompositeIndex
import HTML

/// One report at the desk: its text in one language, what is wrong in it, what may stand in it, and how it will look.
package enum ReportEditorPage {
    package struct View: Sendable {
        package let report: Report
        package let edition: IndexEdition
        /// nil as long as the index cannot be computed.
        package let source: ReportSource?
        package let draft: ReportDraft
        package let complaints: Complaints
        /// With what was typed in it.
        package let typed: Report

        package init(
            _ report: Report, _ material: ReportMaterial, source: ReportSource?, draft: ReportDraft, _ complaints: Complaints
        ) {
            self.report = report
            edition = material.edition
            typed = draft.applied(to: report)
            self.source = source?.tried(for: report)
            self.draft = draft
            self.complaints = complaints
        }
        var path: String { report.desk(in: edition) }
    }

    package static func main(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let parts = FormParts(words, view.complaints)
        let title = view.report.title.text(scene.language)
        return """
            \(MeasureTabsPage.head(
                scene, view.edition, .reports, title: title, below: (words("measure.tab.reports"), "\(view.edition.desk)/reports")))\
            \(parts.summary)\(faults(scene, view))\
            <div class="desk-columns"><div>\(languages(scene, view))\(form(scene, view, parts))</div>\
            <div>\(state(scene, view))\(view.source.map { ReportHelpPage.main(scene, $0, view.report.kind) })</div></div>\
            \(preview(scene, view))
            """
    }

    // MARK: What is wrong

    private static func faults(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        guard let source = view.source else { return #"<p class="notice warn">\#(words("report.noIndex"))</p>"# }
        let all = ReportReading.faults(of: view.typed, source)
        guard !all.isEmpty else { return .empty }
        let most = 50
        return """
            <section class="notice bad" aria-labelledby="faults"><h2 id="faults">\(words("report.faults"))</h2>\
            <p>\(words("report.faults.help", count: all.count))</p><ul>\(each(all.prefix(most)) { tag, fault in
                """
                <li><a href="\(url: scene.link("\(view.path)?text=\(tag)"))">\(words("report.fault.place", [
                    "language": words.languageName(tag), "line": words.number(fault.line),
                ]))</a> \(sentence(words, fault))</li>
                """
            })</ul>\("<p>\(words("measure.problems.more", count: all.count - most))</p>", if: all.count > most)</section>
            """
    }

    static func sentence(_ words: Words, _ fault: ReportFault) -> String {
        words(
            "report.fault.\(fault.rule)",
            Dictionary(uniqueKeysWithValues: fault.subjects.enumerated().map { ("s\($0 + 1)", $1) }))
    }

    // MARK: The text

    /// One language at a time: a text is long.
    private static func languages(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        return """
            <nav aria-label="\(words("report.languages"))"><ul class="chips">\(each(Language.allCases) { language in
                let tag = language.rawValue
                let isWritten = view.report.text[tag] != nil
                let isAuthentic = isWritten && view.report.text.authentic == tag
                return """
                    <li><a href="\(url: scene.link("\(view.path)?text=\(tag)"))"\(#" aria-current="true""#, if: language == view.draft.language)>\
                    \(words.languageName(tag))\(" ✓<span class=\"visually-hidden\"> \(words("report.written"))</span>", if: isWritten)\
                    \(" · \(words("report.authentic"))", if: isAuthentic)</a></li>
                    """
            })</ul></nav>
            """
    }

    private static func form(_ scene: Scene, _ view: View, _ parts: FormParts) -> Markup {
        let (words, draft) = (scene.words, view.draft)
        let saved = view.report.text[draft.language.rawValue] ?? ""
        // Who was overtaken sees what the other wrote.
        let isOther = !view.complaints.isEmpty && saved != draft.text && !saved.isEmpty
        return """
            \(#"<details open><summary>\#(words("report.saved"))</summary><pre class="report-saved" dir="auto">\#(saved)</pre></details>"#, if: isOther)\
            <form class="desk-form" method="post" action="\(url: scene.link(view.path))">\(scene.guardField)\
            \(MeasurePartsPage.seenField(view.report.revision))<input type="hidden" name="text_language" value="\(draft.language.rawValue)">\
            \(parts.input("title", label: words("report.title"), value: draft.title, language: draft.language))\
            \(parts.input("authors", label: words("report.authors"), value: draft.authors, help: words("report.authors.help")))\
            \(parts.area(
                "text", label: words("report.text", ["language": words.languageName(draft.language.rawValue)]), value: draft.text, rows: 26,
                help: words("report.text.help"), language: draft.language))\
            \(parts.box("isAuthentic", label: words("report.isAuthentic"), isChecked: draft.isAuthentic))\
            <p class="actions"><button class="button" type="submit">\(words("measure.save"))</button></p></form>
            """
    }

    // MARK: State

    private static func state(_ scene: Scene, _ view: View) -> Markup {
        let (words, report) = (scene.words, view.report)
        func button(_ verb: String, _ kind: Markup = "button quiet") -> Markup {
            MeasurePartsPage.button(
                scene, view.path + "/state", words("report.do.\(verb)"), kind: kind, does: verb, seen: report.revision)
        }
        let buttons: Markup =
            report.state == .draft ? "\(button("publish", "button"))\(button("remove"))" : button("withdraw")
        let isPublic = report.state == .published && view.edition.state == .released
        let help = words(
            isPublic ? "report.help.public" : report.state == .published ? "report.help.waiting" : "report.help.draft")
        return """
            <section class="panel"><h2>\(words("report.state"))</h2><p>\(ReportDeskPage.badge(words, report))</p><p class="help">\(help)</p>\
            <div class="actions">\(buttons)</div><ul class="plain">\
            \(#"<li><a href="\#(url: scene.link(view.edition.path + "/reports"))">\#(words("measure.toPublic"))</a></li>"#, if: isPublic)\
            \(#"<li><a href="\#(url: view.path + "/report.pdf?text=" + view.draft.language.rawValue)">\#(words("report.pdf"))</a></li>"#, if: view.source != nil && !report.text.isEmpty)</ul></section>
            """
    }

    // MARK: How it will look

    private static func preview(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        guard let source = view.source, let text = view.typed.text[view.draft.language.rawValue] else { return .empty }
        var own = scene
        own.words = words.speaking(view.draft.language)
        let reading = ReportReading(text, source, view.draft.language)
        let article = ReportArticlePage(own, source.view, reading, headingsFrom: 3)
        let unit = source.unit.map { source.view.build.units[$0].name }
        return """
            <section class="report-preview"><h2>\(words("report.preview"))</h2>\
            \(unit.map { #"<p class="help">\#(words("report.preview.unit", ["name": $0]))</p>"# as Markup })\
            <article class="report" lang="\(view.draft.language.rawValue)" dir="\(view.draft.language.direction)">\
            <div class="report-text">\(article.main)</div></article></section>
            """
    }
}
