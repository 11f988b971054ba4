import Base
import HTML

/// Materials at the desk: what a session has, in order; adding, changing and removing. It works without script.
package enum MaterialDeskPage {
    package struct View: Sendable {
        package let event: Event
        package let desk: MaterialActions.Desk
        package var form: MaterialForm
        package var complaints = Complaints()

        package init(event: Event, desk: MaterialActions.Desk, form: MaterialForm, complaints: Complaints = Complaints()) {
            self.event = event
            self.desk = desk
            self.form = form
            self.complaints = complaints
        }
    }

    package static func path(_ event: Event, _ session: Identifier) -> String {
        "/desk\(event.path)/sessions/\(session)/materials"
    }

    package static func list(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let way = path(view.event, view.desk.session.id)
        return """
            \(head(scene, view, words("material.title")))\(FormParts(words, view.complaints).summary)\
            <section class="panel"><h2>\(words("material.there"))</h2>\(rows(scene, view))</section>\
            \(adding(scene, view, way), if: view.desk.rights.mayAdd)
            """
    }

    private static func adding(_ scene: Scene, _ view: View, _ way: String) -> Markup {
        "<h2>\(scene.words("material.add"))</h2>\(form(scene, view, to: way, file: nil))"
    }

    package static func edit(_ scene: Scene, _ view: View, _ material: Material) -> Markup {
        let words = scene.words
        let way = "\(path(view.event, view.desk.session.id))/\(material.id)"
        return """
            \(head(scene, view, editTitle(words, material), isBelow: true))\(FormParts(words, view.complaints).summary)\
            \(form(scene, view, to: way, file: material.file))\
            <details class="danger"><summary>\(words("material.remove"))</summary><p>\(words("material.remove.help"))</p>\
            <form method="post" action="\(url: scene.link(way + "/remove"))">\(scene.guardField)\
            <button class="button quiet" type="submit">\(words("material.remove.confirm"))</button></form></details>
            """
    }

    package static func editTitle(_ words: Words, _ material: Material) -> String {
        words("material.change", ["title": MaterialPage.name(words, material)])
    }

    /// Speakers without a role know nothing of the desk: their way leads back to the public page.
    private static func head(_ scene: Scene, _ view: View, _ title: String, isBelow: Bool = false) -> Markup {
        let words = scene.words
        let session = view.desk.session
        let way = path(view.event, session.id)
        let isReader = view.desk.rights.isReader
        let back = isReader ? "/desk\(view.event.path)/sessions/\(session.id)" : "\(view.event.path)/s/\(session.id)"
        let desk = isReader ? DraftDeskPage.Place.programme.path(view.event) : "\(view.event.path)/programme"
        return """
            <nav class="breadcrumb" aria-label="\(words("programme.breadcrumb"))"><ol>\
            \(#"<li><a href="\#(url: scene.link("/desk"))">\#(words("frame.desk"))</a></li>"#, if: isReader)\
            <li><a href="\(url: scene.link(desk))">\(scene.text(view.event.name))</a></li>\
            <li><a href="\(url: scene.link(back))">\(scene.text(session.title))</a></li>\
            \(#"<li><a href="\#(url: scene.link(way))">\#(words("material.title"))</a></li>"#, if: isBelow)\
            <li aria-current="page">\(title)</li></ol></nav><h1>\(title)</h1>
            """
    }

    // MARK: The list

    private static func rows(_ scene: Scene, _ view: View) -> Markup {
        guard !view.desk.materials.isEmpty else { return "<p>\(scene.words("material.none"))</p>" }
        return #"<ul class="plain materials">\#(each(view.desk.materials) { row(scene, view, $0) })</ul>"#
    }

    private static func row(_ scene: Scene, _ view: View, _ material: Material) -> Markup {
        let words = scene.words
        let rights = view.desk.rights
        let way = "\(path(view.event, view.desk.session.id))/\(material.id)"
        let name = MaterialPage.name(words, material)
        return """
            <li\(#" class="under""#, if: material.recording != nil)><p><a href="\(url: MaterialPage.address(view.event, material))"\
            \(MaterialPage.rel(material))>\(MaterialPage.name(scene, material))</a> \
            <span class="meta">\(MaterialPage.about(scene, material))</span></p>\
            \(tools(scene, way, name, rights), if: rights.mayChange(material))</li>
            """
    }

    private static func tools(_ scene: Scene, _ way: String, _ name: String, _ rights: MaterialRights) -> Markup {
        let words = scene.words
        return """
            <div class="actions"><a href="\(url: scene.link(way))" aria-label="\(words("material.change", ["title": name]))">\
            \(words("material.edit"))</a>\(moving(scene, way, name), if: rights.isEditor)</div>
            """
    }

    private static func moving(_ scene: Scene, _ way: String, _ name: String) -> Markup {
        let words = scene.words
        func button(_ value: Markup, _ sign: Markup) -> Markup {
            """
            <button class="button quiet" name="do" value="\(value)" type="submit" \
            aria-label="\(words("material.\(value.text)", ["title": name]))">\(sign)</button>
            """
        }
        return """
            <form class="inline" method="post" action="\(url: scene.link(way + "/move"))">\(scene.guardField)\
            \(button("up", "↑"))\(button("down", "↓"))</form>
            """
    }

    // MARK: The form

    private static func form(_ scene: Scene, _ view: View, to way: String, file: Material.File?) -> Markup {
        let words = scene.words
        let parts = FormParts(words, view.complaints)
        let form = view.form
        let kinds = MaterialKind.allCases.map { (value: $0.rawValue, label: words("material.kind.\($0.rawValue)")) }
        let open = MaterialVisibility.allCases.map { (value: $0.rawValue, label: words("material.visibility.\($0.rawValue)")) }
        let licences =
            [(value: "", label: words("material.licence.none"))]
            + MaterialLicence.allCases.map { (value: $0.rawValue, label: $0.name) }
        return """
            <form class="desk-form" method="post" enctype="multipart/form-data" action="\(url: scene.link(way))">\(scene.guardField)\
            \(parts.choice("kind", label: words("material.kind"), options: kinds, selected: form["kind"]))\
            \(parts.choice("visibility", label: words("material.visibility"), options: open, selected: form["visibility"]))\
            \(upload(words, view.complaints, file))\
            \(parts.input("url", label: words("material.url"), value: form["url"], type: "url", help: words("material.url.help")))\
            \(parts.input("language", label: words("material.language"), value: form["language"], help: words("material.language.help")))\
            \(parts.choice("licence", label: words("material.licence"), options: licences, selected: form["licence"]))\
            \(recordings(scene, view, parts))\(titles(scene, view, parts))\
            <p class="actions"><button class="button" type="submit">\(words("material.save"))</button></p></form>
            """
    }

    private static func upload(_ words: Words, _ complaints: Complaints, _ file: Material.File?) -> Markup {
        let complaint = complaints["file"]
        let limit = ["limit": words.number(MaterialContent.limit >> 20)]
        let help = file.map { words("material.file.kept", ["file": $0.name]) } ?? words("material.file.help", limit)
        return """
            <div class="field\(" invalid", if: complaint != nil)"><label for="file">\(words("material.file"))</label>\
            <p class="help" id="file-help">\(help)</p>\
            \(complaint.map { #"<p class="error" id="file-error">\#(words($0.words, $0.arguments))</p>"# })\
            <input id="file" name="file" type="file" accept="\(MaterialContent.endings)" \
            aria-describedby="file-help\(" file-error", if: complaint != nil)"\(#" aria-invalid="true""#, if: complaint != nil)></div>
            """
    }

    /// Only where there is a recording that captions could belong to.
    private static func recordings(_ scene: Scene, _ view: View, _ parts: FormParts) -> Markup {
        let words = scene.words
        let there = view.desk.materials.filter { $0.kind == .recording }
        guard !there.isEmpty || view.complaints["recording"] != nil else { return .empty }
        let options =
            [(value: "", label: words("material.recording.none"))]
            + there.map { (value: $0.id.text, label: MaterialPage.name(words, $0)) }
        return parts.choice(
            "recording", label: words("material.recording"), options: options, selected: view.form["recording"],
            help: words("material.recording.help"))
    }

    /// The reader's language stands open, and every other that has a complaint.
    private static func titles(_ scene: Scene, _ view: View, _ parts: FormParts) -> Markup {
        let words = scene.words
        func input(_ language: Language) -> Markup {
            let field = MaterialForm.title(language)
            let label = words("material.titleIn", ["language": words.languageName(language.rawValue)])
            return parts.input(field, label: label, value: view.form[field], language: language)
        }
        let others = Language.allCases.filter { $0 != scene.language }
        let isOpen = others.contains { view.complaints[MaterialForm.title($0)] != nil }
        return """
            <fieldset><legend>\(words("material.titles"))</legend><p class="help">\(words("material.titles.help"))</p>\
            \(input(scene.language))<details\(" open", if: isOpen)><summary>\(words("material.titles.others"))</summary>\
            \(each(others, input))</details></fieldset>
            """
    }
}
