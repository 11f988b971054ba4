import Base
import Formats
import HTML

/// Importing a schedule: the file, then what it is, what it would change, what is doubtful. Nothing is saved before.
package enum ScheduleImportPage {
    package struct Preview: Sendable {
        package let id: Identifier
        package let name: String
        package let schedule: ForeignSchedule
        package let plan: SchedulePlan
        package let form: ScheduleImportForm
        package let version: Int
    }
    package static func path(_ event: Event) -> String { "/desk\(event.path)/import" }
    /// So many entries of a list are shown at once; the rest is folded or counted.
    static let most = 100

    package static func head(_ scene: Scene, _ event: Event, _ complaints: Complaints) -> Markup {
        let title = scene.words("scheduleImport.title")
        return "\(DraftDeskPage.head(scene, event, .imports, title: title))\(FormParts(scene.words, complaints).summary)"
    }

    /// The form for a file; `refusal` says why the one before was not taken.
    package static func upload(_ scene: Scene, _ event: Event, refusal: FormatRefusal? = nil, _ complaints: Complaints) -> Markup
    {
        let words = scene.words
        let complaint = complaints["file"]
        return """
            \(head(scene, event, complaints))\(refusal.map { refused($0, words) })<p class="lede">\(words("scheduleImport.lede"))</p>
            <form class="desk-form" method="post" enctype="multipart/form-data" action="\(url: scene.link(path(event)))">\
            \(scene.guardField)<div class="field\(" invalid", if: complaint != nil)"><label for="file">\
            \(words("scheduleImport.file"))</label><p class="help" id="file-help">\(words("scheduleImport.file.help"))</p>\
            \(complaint.map { #"<p class="error" id="file-error">\#(words($0.words, $0.arguments))</p>"# })\
            <input id="file" name="file" type="file" accept=".xml,.json,.ics,.csv,.tsv,.txt" aria-describedby="file-help" required></div>\
            <p class="actions"><button class="button" type="submit">\(words("scheduleImport.read"))</button></p></form>

            """
    }

    /// Line, column and path, and what was expected there.
    static func refused(_ refusal: FormatRefusal, _ words: Words) -> Markup {
        let place = ["line": words.number(refusal.line), "column": words.number(refusal.column)]
        let at =
            refusal.line == 0
            ? "" : words(refusal.column == 0 ? "scheduleImport.line" : "scheduleImport.place", place) + ": "
        return """
            <div class="notice bad" role="alert"><p><b>\(words("scheduleImport.refused"))</b></p>\
            <p>\(at)\(words("format.refusal.\(refusal.code)", refusal.arguments))</p>\
            \(#"<p class="meta"><code dir="ltr">\#(refusal.path)</code></p>"#, if: !refusal.path.isEmpty)</div>

            """
    }

    package static func preview(_ scene: Scene, _ event: Event, _ view: Preview) -> Markup {
        let words = scene.words
        return """
            \(head(scene, event, Complaints()))\(about(words, view))\(counts(words, view.plan))\
            \(#"<p class="notice good">\#(words("scheduleImport.same"))</p>"#, if: !view.plan.changesAnything)\
            <div class="desk-columns lead"><div>\(confirm(scene, event, view), if: view.plan.changesAnything)\(choices(scene, event, view))\
            <p><a href="\(url: scene.link(path(event)))">\(words("scheduleImport.again"))</a></p></div>
            <div>\(conflicts(scene, view.plan))\(effect(scene, event, view.plan))\(links(scene, view.plan))\
            \(each(FormatFinding.Kind.allCases) { findings(words, $0, view.plan.findings($0)) })\
            \(missing(scene, view.plan))</div></div>
            """
    }

    private static func about(_ words: Words, _ view: Preview) -> Markup {
        let schedule = view.schedule
        let arguments = [
            "format": schedule.format.name, "title": schedule.title.isEmpty ? view.name : schedule.title,
            "events": words.number(schedule.events.count), "rooms": words.number(schedule.rooms.count),
            "days": words.number(schedule.days.count),
        ]
        let made = [schedule.generator, schedule.version].filter { !$0.isEmpty }.joined(separator: " · ")
        return """
            <section class="panel" aria-labelledby="about"><h2 id="about">\(words("scheduleImport.about"))</h2>\
            <p>\(words("scheduleImport.about.text", arguments))</p>\(#"<p class="meta">\#(made)</p>"#, if: !made.isEmpty)</section>

            """
    }

    private static func counts(_ words: Words, _ plan: SchedulePlan) -> Markup {
        let figures = [
            ("created", plan.created.count), ("changed", plan.changed.count), ("unchanged", plan.unchanged),
            ("removed", plan.removed.count), ("unplaced", plan.unplaced), ("links", plan.links.count),
        ]
        return """
            <ul class="counts">\(each(figures) { key, count in
                "<li><b class=\"tabular\">\(words.number(count))</b> \(words("scheduleImport.count.\(key)"))</li>"
            })</ul>

            """
    }

    private static func effect(_ scene: Scene, _ event: Event, _ plan: SchedulePlan) -> Markup {
        guard !plan.changes.isEmpty else { return .empty }
        let shown = Array(plan.changes.prefix(most))
        let rest = plan.changes.count - shown.count
        let more = scene.words("scheduleImport.more", ["count": scene.words.number(rest)])
        let folded: Markup = """
            <details><summary>\(more)</summary>\(ChangeLogPage.log(scene, event, Array(plan.changes.dropFirst(most).prefix(2_000))))</details>
            """
        return """
            <section class="panel" aria-labelledby="effect"><h2 id="effect">\(scene.words("scheduleImport.effect"))</h2>\
            \(ChangeLogPage.log(scene, event, shown))\(folded, if: rest > 0)</section>

            """
    }

    /// Links that sessions get or lose, under the session's name.
    private static func links(_ scene: Scene, _ plan: SchedulePlan) -> Markup {
        guard !plan.links.isEmpty else { return .empty }
        let words = scene.words
        let all = plan.programme.sessions + plan.programme.unplaced
        let titles = Dictionary(all.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
        let rows = all.map(\.id).flatMap { id in
            (plan.links.added[id] ?? []).map { (id, $0, "added") } + (plan.links.removed[id] ?? []).map { (id, $0, "removed") }
        }
        let more = words("scheduleImport.more", ["count": words.number(rows.count - most)])
        return """
            <section class="panel" aria-labelledby="links"><h2 id="links">\(words("scheduleImport.links"))</h2>\
            <ul class="plain">\(each(rows.prefix(most)) { id, link, what in
                """
                <li><b>\(words("scheduleImport.links.\(what)"))</b> <bdi>\(titles[id]?.text(words.language) ?? "")</bdi>: \
                <bdi>\(link.title)</bdi> <code dir="ltr">\(link.url)</code></li>
                """
            })</ul>\("<p>\(more)</p>", if: rows.count > most)</section>

            """
    }

    private static func findings(_ words: Words, _ kind: FormatFinding.Kind, _ all: [FormatFinding]) -> Markup {
        guard !all.isEmpty else { return .empty }
        let id = "finding-\(kind.rawValue)"
        return """
            <section class="panel" aria-labelledby="\(id)"><h2 id="\(id)">\(words("scheduleImport.finding.\(kind.rawValue)"))</h2>\
            <ul class="plain">\(each(all.prefix(most)) { finding in
                """
                <li>\(#"<span class="meta">\#(words("scheduleImport.line", ["line": words.number(finding.line)]))</span> "#,
                      if: finding.line > 0)\(words("format.finding.\(finding.code)", finding.arguments))</li>
                """
            })</ul></section>

            """
    }

    private static func conflicts(_ scene: Scene, _ plan: SchedulePlan) -> Markup {
        guard !plan.conflicts.isEmpty else { return .empty }
        let words = scene.words
        return """
            <section class="panel" aria-labelledby="conflicts"><h2 id="conflicts">\(words("scheduleImport.conflicts"))</h2>\
            <ul class="plain">\(each(plan.conflicts.prefix(most)) { one in
                let title = plan.programme.anySession(one.session).map { scene.text($0.title) } ?? .empty
                let field = words("scheduleImport.field.\(one.field)")
                return """
                    <li><b>\(title)</b> \(words("scheduleImport.conflict", [
                        "field": field, "ours": String(one.ours.prefix(120)), "theirs": String(one.theirs.prefix(120)),
                    ]))</li>
                    """
            })</ul></section>

            """
    }

    private static func missing(_ scene: Scene, _ plan: SchedulePlan) -> Markup {
        guard !plan.missing.isEmpty else { return .empty }
        let titles = plan.missing.prefix(most).compactMap { plan.programme.anySession($0)?.title }
        return """
            <section class="panel" aria-labelledby="missing"><h2 id="missing">\(scene.words("scheduleImport.missing"))</h2>\
            <ul class="plain">\(each(titles) { "<li>\(scene.text($0))</li>" })</ul></section>

            """
    }

    /// Choices are a GET form: the preview has an address of its own.
    private static func choices(_ scene: Scene, _ event: Event, _ view: Preview) -> Markup {
        let words = scene.words
        let parts = FormParts(words)
        let chosen = view.form.choices
        var tags = Language.allCases.map { (value: $0.rawValue, label: words.languageName($0.rawValue)) }
        if !tags.contains(where: { $0.value == chosen.tag }) { tags.append((chosen.tag, words.languageName(chosen.tag))) }
        let kept = scene.kept.map { #"<input type="hidden" name="\#($0.name)" value="\#($0.value)">"# as Markup }
        return """
            <form class="desk-form panel" method="get" action="\(url: scene.link(path(event) + "/\(view.id)"))">\(each(kept) { $0 })\
            \(parts.choice("tag", label: words("scheduleImport.tag"), options: tags, selected: chosen.tag))\
            \(parts.box("extends", label: words("scheduleImport.extends"), isChecked: chosen.extendsDays))\
            \(parts.box("removes", label: words("scheduleImport.removes"), isChecked: chosen.removesMissing))\
            \(parts.box("wins", label: words("scheduleImport.wins"), isChecked: chosen.fileWins))
            <p class="actions"><button class="button quiet" type="submit">\(words("scheduleImport.renew"))</button></p></form>

            """
    }

    private static func confirm(_ scene: Scene, _ event: Event, _ view: Preview) -> Markup {
        let hidden = each(view.form.fields + [("version", String(view.version))]) {
            #"<input type="hidden" name="\#($0.name)" value="\#($0.value)">"#
        }
        return """
            <form class="panel" method="post" action="\(url: scene.link(path(event) + "/\(view.id)"))">\(scene.guardField)\(hidden)\
            <p class="actions"><button class="button" type="submit">\(scene.words("scheduleImport.confirm"))</button></p></form>

            """
    }
}
