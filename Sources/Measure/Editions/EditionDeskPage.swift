import Base
import CompositeIndex
import HTML
import People

/// Editions at the desk: the list, a new one, and one with the steps that lead to its release.
package enum EditionDeskPage {
    // MARK: The list

    package static func list(_ scene: Scene, _ editions: [IndexEdition]) -> Markup {
        let words = scene.words
        return """
            <nav class="breadcrumb" aria-label="\(words("measure.breadcrumb"))"><ol>\
            <li><a href="\(url: scene.link("/desk"))">\(words("frame.desk"))</a></li>\
            <li aria-current="page">\(words("measure.title"))</li></ol></nav>\
            <div class="head"><h1>\(words("measure.title"))</h1><p class="actions">\
            <a class="button" href="\(url: scene.link("/desk/measure/new"))">\(words("measure.new"))</a></p></div>\
            \(#"<p class="empty">\#(words("measure.none"))</p>"#, if: editions.isEmpty)\
            <ul class="cards">\(each(editions) { card(scene, $0) })</ul>
            """
    }

    private static func card(_ scene: Scene, _ edition: IndexEdition) -> Markup {
        let words = scene.words
        let tabs: [MeasureTabsPage.Tab] = [.framework, .data, .method, .release]
        return """
            <li class="card"><h2><a href="\(url: scene.link(edition.desk))">\(MeasureTabsPage.name(scene, edition))</a></h2>\
            <p class="meta">\(MeasureTabsPage.badges(scene, edition))</p>\
            <ul class="chips ways">\(each(tabs) { tab in
                #"<li><a href="\#(url: scene.link(tab.path(edition)))">\#(words("measure.tab.\(tab.rawValue)"))</a></li>"#
            })</ul></li>
            """
    }

    // MARK: A new one

    package static func new(
        _ scene: Scene, _ form: EditionForm, earlier: [IndexEdition], _ complaints: Complaints
    ) -> Markup {
        let words = scene.words
        let parts = FormParts(words, complaints)
        let options =
            [(value: "", label: words("measure.from.none"))]
            + earlier.map { (value: $0.id.text, label: "\($0.name.text(scene.language)) \($0.period)") }
        return """
            <nav class="breadcrumb" aria-label="\(words("measure.breadcrumb"))"><ol>\
            <li><a href="\(url: scene.link("/desk"))">\(words("frame.desk"))</a></li>\
            <li><a href="\(url: scene.link("/desk/measure"))">\(words("measure.title"))</a></li>\
            <li aria-current="page">\(words("measure.new"))</li></ol></nav>\
            <h1>\(words("measure.new"))</h1>\(parts.summary)\
            <form class="desk-form" method="post" action="\(url: scene.link("/desk/measure/new"))">\(scene.guardField)\
            \(parts.input("slug", label: words("measure.slug"), value: form["slug"], help: words("measure.slug.help"), required: true))\
            \(parts.choice("from", label: words("measure.from"), options: options, selected: form["from"], help: words("measure.from.help")))\
            \(fields(scene, parts, form))\
            <p class="actions"><button class="button" type="submit">\(words("measure.create"))</button></p></form>
            """
    }

    private static func fields(_ scene: Scene, _ parts: FormParts, _ form: EditionForm) -> Markup {
        let words = parts.words
        return """
            \(parts.input("series", label: words("measure.series"), value: form["series"], help: words("measure.series.help"), required: true))\
            \(parts.input("period", label: words("measure.period"), value: form["period"], help: words("measure.period.help"), required: true))\
            \(MeasurePartsPage.texts(scene, parts, "name", label: words("measure.name"), form.lines.texts("name")))\
            \(MeasurePartsPage.texts(
                scene, parts, "description", label: words("measure.description"), form.lines.texts("description"), isLong: true))\
            \(MeasurePartsPage.texts(
                scene, parts, "comparability", label: words("measure.comparability"), form.lines.texts("comparability"), isLong: true,
                help: words("measure.comparability.help")))\
            \(parts.box("isSample", label: words("measure.isSample"), isChecked: form["isSample"] == "yes"))
            """
    }

    // MARK: One edition

    package struct View: Sendable {
        package let edition: IndexEdition
        package let content: IndexContent
        package var form: EditionForm
        /// Until when contacts are to comment, as it was typed.
        package var until = ""
        package var complaints = Complaints()

        package init(_ edition: IndexEdition, _ content: IndexContent) {
            self.edition = edition
            self.content = content
            form = EditionForm(EditionDraft(edition))
        }
    }

    package static func main(_ scene: Scene, _ view: View) -> Markup {
        let (words, edition) = (scene.words, view.edition)
        let parts = FormParts(words, view.complaints)
        return """
            \(MeasureTabsPage.head(scene, edition, .overview, title: "\(edition.name.text(scene.language)) \(edition.period)"))\
            \(#"<p class="notice warn">\#(words("measure.sample.long"))</p>"#, if: edition.isSample)\(parts.summary)\
            <div class="desk-columns"><div>\(describing(scene, view, parts))</div>\
            <div><section class="panel"><h2>\(words("measure.steps"))</h2>\(steps(scene, edition))\(stateForms(scene, view, parts))</section>\
            <section class="panel"><h2>\(words("measure.contents"))</h2>\(contents(scene, view))</section></div></div>
            """
    }

    private static func describing(_ scene: Scene, _ view: View, _ parts: FormParts) -> Markup {
        let words = scene.words
        guard view.edition.state.isOpen else {
            return """
                <section class="panel"><h2>\(words("measure.about"))</h2><div class="prose"><p>\(scene.text(view.edition.description))</p>\
                <p>\(scene.text(view.edition.comparability))</p></div>\(seal(scene, view.edition))</section>
                """
        }
        return """
            <form class="desk-form" method="post" action="\(url: scene.link(view.edition.desk + "/describe"))">\(scene.guardField)\
            \(MeasurePartsPage.seenField(view.edition.revision))\(fields(scene, parts, view.form))\
            <p class="actions"><button class="button" type="submit">\(words("measure.save"))</button></p></form>
            """
    }

    private static func seal(_ scene: Scene, _ edition: IndexEdition) -> Markup {
        guard let seal = edition.seal else { return .empty }
        let words = scene.words
        return """
            <dl class="account"><div><dt>\(words("measure.digest"))</dt><dd><code dir="ltr">\(seal.digest)</code></dd></div>\
            <div><dt>\(words("measure.program"))</dt><dd dir="ltr">\(seal.program)</dd></div>\
            <div><dt>\(words("measure.frozenAt"))</dt><dd>\(MeasurePartsPage.moment(scene, seal.at))</dd></div></dl>
            """
    }

    /// The four states in their order, the present one marked in words as well.
    private static func steps(_ scene: Scene, _ edition: IndexEdition) -> Markup {
        let words = scene.words
        let here = IndexEdition.State.allCases.firstIndex(of: edition.state) ?? 0
        return """
            <ol class="steps">\(each(IndexEdition.State.allCases.enumerated()) { place, state in
                """
                <li\(#" aria-current="step""#, if: place == here)><strong>\(words("measure.state.\(state.rawValue)"))</strong>\
                \(#" <span class="good">✓ \#(words("measure.step.done"))</span>"#, if: place < here)\
                <span class="help">\(words("measure.state.\(state.rawValue).help"))</span></li>
                """
            })</ol>
            """
    }

    private static func stateForms(_ scene: Scene, _ view: View, _ parts: FormParts) -> Markup {
        let (words, edition) = (scene.words, view.edition)
        let path = edition.desk + "/state"
        func button(_ verb: String, _ kind: Markup = "button quiet") -> Markup {
            MeasurePartsPage.button(scene, path, words("measure.do.\(verb)"), kind: kind, does: verb)
        }
        let release: Markup =
            #"<a class="button" href="\#(url: scene.link(edition.desk + "/release"))">\#(words("measure.toRelease"))</a>"#
        let buttons: Markup =
            switch edition.state {
            case .draft: "\(opening(scene, view, parts, path))\(button("freeze"))"
            case .preview: "\(button("freeze", "button"))\(button("draft"))"
            case .frozen: "\(release)\(button("thaw"))"
            case .released:
                #"<a class="button quiet" href="\#(url: scene.link(edition.desk + "/corrections"))">\#(words("measure.toCorrect"))</a>"#
            }
        return #"<div class="actions">\#(buttons)</div>"#
    }

    /// The preview, with the end of the comments if there is to be one.
    private static func opening(_ scene: Scene, _ view: View, _ parts: FormParts, _ path: String) -> Markup {
        let words = scene.words
        return """
            <form class="desk-form" method="post" action="\(url: scene.link(path))">\(scene.guardField)\
            \(parts.input("until", label: words("measure.until"), value: view.until, type: "datetime-local", help: words("measure.until.help")))\
            <p class="actions"><button class="button" type="submit" name="do" value="preview">\(words("measure.do.preview"))</button></p></form>
            """
    }

    private static func contents(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let content = view.content
        let errors = content.problems.count { $0.gravity == .error }
        return """
            <ul class="plain"><li>\(words.list([
                words("measure.count.nodes", count: content.nodes.count),
                words("measure.count.indicators", count: content.nodes.count { $0.level == 1 }),
            ]))</li>\
            <li>\(words.list([
                words("measure.count.units", count: content.data?.units.count ?? 0),
                words("measure.count.missing", count: content.data?.missing ?? 0),
            ]))</li>\
            <li>\(words("measure.count.weightSets", count: content.weightSets.count))</li>\
            <li>\(errors == 0 ? words("measure.computable") : words("measure.problems.errors", count: errors))</li></ul>
            """
    }
}
