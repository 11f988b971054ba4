import Base
import HTML

/// Pasting an agenda: the text, then what it was taken for, line by line, and what it would change. Nothing is saved
/// before that was seen.
package enum AgendaImportPage {
    package struct Preview: Sendable {
        package let reading: AgendaReading
        package let plan: AgendaPlan
        package let version: Int
    }
    package struct View: Sendable {
        package let event: Event
        package let form: AgendaImportForm
        package var preview: Preview?
        package var complaints = Complaints()
    }

    package static func show(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let title = words("agendaImport.title")
        return """
            \(DraftDeskPage.head(scene, view.event, .agenda, title: title))\(FormParts(words, view.complaints).summary)\
            \(view.preview.map { result(scene, view, $0) })\
            \(paste(scene, view))
            """
    }

    // MARK: The text

    private static func paste(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let parts = FormParts(words, view.complaints)
        let modes = AgendaMode.allCases.map { (value: $0.rawValue, label: words("agendaImport.mode.\($0.rawValue)")) }
        let tags = Language.allCases.map { (value: $0.rawValue, label: words.languageName($0.rawValue)) }
        let questions = view.preview?.reading.questions ?? []
        return """
            <section class="panel" aria-labelledby="paste"><h2 id="paste">\(words("agendaImport.paste"))</h2>
            <form class="desk-form" method="post" action="\(url: scene.link(DraftDeskPage.Place.agenda.path(view.event)))">\(scene.guardField)\
            \(each(questions) { question(scene, view, parts, $0) })\
            \(parts.area("text", label: words("agendaImport.text"), value: view.form.text, rows: 18, help: words("agendaImport.text.help")))\
            \(parts.input("date", label: words("agendaImport.date"), value: view.form.date, type: "date", help: words("agendaImport.date.help")))\
            \(parts.choice("tag", label: words("agendaImport.tag"), options: tags, selected: view.form.tag))\
            \(parts.choice("mode", label: words("agendaImport.mode"), options: modes, selected: view.form.mode.rawValue,
                           help: words("agendaImport.mode.help")))\
            <p class="actions"><button class="button\(" quiet", if: view.preview?.plan.isReady == true)" type="submit">\
            \(words("agendaImport.read"))</button></p></form></section>

            """
    }

    /// A question as a field: a day, one of several days, or a time.
    private static func question(_ scene: Scene, _ view: View, _ parts: FormParts, _ question: AgendaQuestion) -> Markup {
        let words = scene.words
        let name = AgendaImportForm.field(question)
        let typed = view.form.answers[question.line] ?? ""
        let label = words(question.code.rawValue, question.arguments)
        let help = words("agendaImport.line", ["line": words.number(question.line)])
        if !question.options.isEmpty {
            let options =
                [(value: "", label: "")] + question.options.map { (value: $0.description, label: words.date($0, .full)) }
            return parts.choice(name, label: label, options: options, selected: typed, help: help)
        }
        let type = question.code == .endNeeded ? "text" : "date"
        return parts.input(name, label: label, value: typed, type: type, help: help)
    }

    // MARK: What it was taken for

    private static func result(_ scene: Scene, _ view: View, _ preview: Preview) -> Markup {
        let words = scene.words
        let plan = preview.plan
        let refusal = plan.refusal.map { words($0.code.rawValue, $0.arguments) }
        return """
            \(refusal.map { #"<p class="notice bad" role="alert">\#($0)</p>"# })\(standing(scene, plan), if: plan.refusal == nil)\
            \(zone(scene, view.event, preview.reading))\
            \(found(scene, view, plan), if: plan.refusal == nil)\(confirm(scene, view, preview), if: plan.isReady && !plan.changes.isEmpty)\
            \(AgendaLinesPage.list(scene, preview.reading.lines))
            """
    }

    private static func standing(_ scene: Scene, _ plan: AgendaPlan) -> Markup {
        let words = scene.words
        if let line = plan.wrong.first {
            let text = words("agendaImport.wrong", ["line": words.number(line.number)])
            return ##"<p class="notice bad" role="alert"><a href="#line-\##(line.number)">\##(text)</a></p>"##
        }
        if !plan.unsettled.isEmpty {
            return #"<p class="notice warn">\#(words("agendaImport.open", count: plan.unsettled.count))</p>"#
        }
        if plan.lines.isEmpty { return #"<p class="notice warn">\#(words("agendaImport.nothing"))</p>"# }
        if plan.changes.isEmpty { return #"<p class="notice good">\#(words("agendaImport.same"))</p>"# }
        return #"<p class="notice good">\#(words("agendaImport.found", count: plan.lines.count))</p>"#
    }

    /// Which zone the times are taken in, beside the text's own name for it.
    private static func zone(_ scene: Scene, _ event: Event, _ reading: AgendaReading) -> Markup {
        guard let text = reading.zoneText else { return .empty }
        return #"<p class="meta">\#(scene.words("agendaImport.zone", ["text": text, "zone": event.zone]))</p>"#
    }

    private static func found(_ scene: Scene, _ view: View, _ plan: AgendaPlan) -> Markup {
        guard !plan.lines.isEmpty else { return .empty }
        let words = scene.words
        var shown = plan.programme
        shown.sessions = plan.programme.sessions.filter { plan.lines[$0.id] != nil }
        return """
            <section class="panel" aria-labelledby="items"><h2 id="items">\(words("agendaImport.items"))</h2>\
            \(ReleasePage.programme(scene, shown))</section>
            <section class="panel" aria-labelledby="effect"><h2 id="effect">\(words("agendaImport.effect"))</h2>\
            \(ChangeLogPage.log(scene, view.event, plan.changes))</section>

            """
    }

    /// Text and answers travel in the form and are read again when it is confirmed.
    private static func confirm(_ scene: Scene, _ view: View, _ preview: Preview) -> Markup {
        let words = scene.words
        let form = view.form
        let answers = each(form.answers.sorted { $0.key < $1.key }) {
            #"<input type="hidden" name="answer-\#($0.key)" value="\#($0.value)">"#
        }
        return """
            <form method="post" action="\(url: scene.link(DraftDeskPage.Place.agenda.path(view.event) + "/confirm"))">\(scene.guardField)\
            <input type="hidden" name="text" value="\(form.text)">\
            <input type="hidden" name="mode" value="\(form.mode.rawValue)"><input type="hidden" name="tag" value="\(form.tag)">\
            <input type="hidden" name="date" value="\(form.date)"><input type="hidden" name="version" value="\(preview.version)">\
            \(answers)<p class="actions"><button class="button" type="submit">\(words("agendaImport.confirm"))</button></p></form>

            """
    }
}
