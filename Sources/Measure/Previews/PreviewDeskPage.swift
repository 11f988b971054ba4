import Base
import CompositeIndex
import HTML
import People

/// Previews at the desk: who sees which country, what they said, and the desk's answers.
package enum PreviewDeskPage {
    package struct View: Sendable {
        package let edition: IndexEdition
        package let content: IndexContent
        package let previews: [CountryPreview]
        package let comments: [Identifier: [PreviewComment]]
        package let people: [Person]
        package var complaints = Complaints()
        /// What was typed, and to which preview.
        package var typed = ""
        package var answered: Identifier?

        package init(
            edition: IndexEdition, content: IndexContent, previews: [CountryPreview], comments: [Identifier: [PreviewComment]],
            people: [Person]
        ) {
            self.edition = edition
            self.content = content
            self.previews = previews
            self.comments = comments
            self.people = people
        }
        var path: String { MeasureTabsPage.Tab.previews.path(edition) }
    }

    package static func main(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        return """
            \(MeasureTabsPage.head(scene, view.edition, .previews, title: words("measure.tab.previews")))\
            \(FormParts(words, view.complaints).summary)<p>\(words("measure.previews.help"))</p>\
            \(#"<p class="notice">\#(words("measure.previews.closed"))</p>"#, if: view.edition.state == .draft)\
            <div class="desk-columns"><div>\
            \(#"<p class="empty">\#(words("measure.previews.none"))</p>"#, if: view.previews.isEmpty)\
            \(each(view.previews) { one(scene, view, $0) })</div><div>\(inviting(scene, view), if: view.edition.state.isOpen)</div></div>
            """
    }

    private static func one(_ scene: Scene, _ view: View, _ preview: CountryPreview) -> Markup {
        let words = scene.words
        let unit = view.content.data?.unit(preview.unit)?.name ?? preview.unit
        let person = view.people.first { $0.id == preview.person }?.name ?? "—"
        let comments = view.comments[preview.id] ?? []
        let waits = comments.last.map { !$0.isDesk } ?? false
        let parts = FormParts(words, view.answered == preview.id ? view.complaints : Complaints())
        let body = PreviewPage.form(
            scene, "\(view.path)/\(preview.id)", view.answered == preview.id ? view.typed : "", parts,
            field: "text-\(preview.id)")
        return """
            <section class="panel" id="p-\(preview.id)"><h2><bdi>\(unit)</bdi></h2><p class="meta"><span><bdi>\(person)</bdi></span> \
            \(#"<span class="badge guessed">\#(words("measure.comment.waits"))</span>"#, if: waits)</p>\
            \(PreviewPage.thread(scene, comments))\
            <details\(" open", if: waits || view.answered == preview.id)><summary>\(words("measure.comment.answer"))</summary>\(body)</details>\
            \(MeasurePartsPage.button(scene, "\(view.path)/\(preview.id)/withdraw", words("measure.preview.withdraw"), kind: "link"))</section>
            """
    }

    private static func inviting(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let parts = FormParts(words, view.answered == nil ? view.complaints : Complaints())
        let units = words.sorted((view.content.data?.units ?? []).map { (value: $0.code, label: $0.name) }) { $0.label }
        let people = words.sorted(view.people) { $0.name }.map { (value: $0.id.text, label: $0.name) }
        return """
            <section class="panel"><h2>\(words("measure.preview.give"))</h2>\
            <form class="desk-form" method="post" action="\(url: scene.link(view.path))">\(scene.guardField)\
            \(parts.choice("unit", label: words("measure.country"), options: units))\
            \(parts.choice("person", label: words("measure.contact"), options: people, help: words("measure.contact.help")))\
            <p class="actions"><button class="button" type="submit">\(words("measure.preview.give"))</button></p></form></section>
            """
    }
}
