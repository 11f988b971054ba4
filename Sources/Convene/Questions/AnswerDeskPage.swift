import Base
import HTML

/// What one registration's holder answered, at the desk: the open answers, then the way to the private ones, the log of consents
/// and the desk's own fields.
package enum AnswerDeskPage {
    package struct View: Sendable {
        package let event: Event
        package let desk: AnswerActions.Desk
        package var typed: AnswerForm
        package var complaints = Complaints()
        /// The private page; its parts were read and that is on record.
        package var parts: [AnswerStore.PrivatePart]?
        package init(event: Event, desk: AnswerActions.Desk, typed: AnswerForm) {
            self.event = event
            self.desk = desk
            self.typed = typed
        }
        var path: String { AnswerDeskPage.path(event, desk.registration.id) }
    }

    package static func path(_ event: Event, _ registration: Identifier) -> String {
        "\(RegistrationDeskPage.path(event))/\(registration)/answers"
    }
    static func file(_ scene: Scene, _ event: Event, _ file: Identifier) -> String {
        scene.link("\(QuestionnaireDeskPage.path(event))/files/\(file)")
    }

    /// A block for the page of a registration.
    package static func section(_ scene: Scene, _ event: Event, _ desk: AnswerActions.Desk) -> Markup {
        guard let version = desk.version else { return .empty }
        let words = scene.words
        return """
            <section class="panel"><h2>\(words("questions.answersOf"))</h2>\
            \(AnswerListPage.markup(scene, version.content, desk.answers, file: { file(scene, event, $0) }))\
            <p class="actions"><a class="button quiet" href="\(url: scene.link(path(event, desk.registration.id)))">\
            \(words("questions.toAnswers"))</a></p></section>
            """
    }

    package static func main(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let one = view.desk.registration
        return """
            \(RegistrationTabsPage.head(scene, view.event, .registrations, title: words("questions.answersOf")))\
            <p class="back"><a href="\(url: scene.link("\(RegistrationDeskPage.path(view.event))/\(one.id)"))">\
            <bdi>\(one.holder.name.isEmpty ? one.number : one.holder.name)</bdi></a></p>\
            \(FormParts(words, view.complaints).summary)\(view.parts == nil ? open(scene, view) : closed(scene, view))
            """
    }

    // MARK: Open

    private static func open(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        guard let version = view.desk.version else { return #"<p class="lede">\#(words("questions.nothing"))</p>"# }
        return """
            <section class="panel"><p class="meta"><span>\(words("questions.answered", ["number": words.number(version.number)]))</span> \
            \(view.desk.at.map { "<span>\(RegisterPage.moment(scene, view.event, $0))</span>" })</p>\
            \(AnswerListPage.markup(scene, version.content, view.desk.answers, isWhole: true, file: { file(scene, view.event, $0) }))</section>\
            \(toPrivate(scene, view), if: !view.desk.privateParts.isEmpty)\(own(scene, view, version, isPrivate: false))\
            \(consents(scene, view, version), if: !view.desk.consents.isEmpty)
            """
    }

    private static func toPrivate(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let purposes = view.desk.privateParts.sorted { $0.key.rawValue < $1.key.rawValue }
        return """
            <section class="panel"><h2>\(words("questions.privateParts"))</h2>\
            <ul class="plain">\(each(purposes) { purpose, deleteAt in
                """
                <li><p>\(words("questions.purpose.\(purpose.rawValue)"))</p>\
                <p class="meta">\(words("questions.deletedOn", ["date": day(words, view.event, deleteAt)]))</p></li>
                """
            })</ul><p class="actions"><a class="button quiet" href="\(url: scene.link(view.path + "/private"))">\
            \(words("questions.showPrivate"))</a></p><p class="help">\(words("questions.showPrivate.help"))</p></section>
            """
    }
    private static func day(_ words: Words, _ event: Event, _ at: Instant) -> String {
        words.date((Zone(event.zone) ?? .utc).wall(at: at).date)
    }

    private static func consents(_ scene: Scene, _ view: View, _ version: QuestionnaireVersion) -> Markup {
        let words = scene.words
        let heads = ["questions.consent", "questions.consent.said", "questions.consent.when", "questions.consent.where"]
        return """
            <section class="panel"><h2 id="consents">\(words("questions.consents"))</h2>\
            <div class="table-wrap" role="region" tabindex="0" aria-labelledby="consents"><table class="table stacked"><thead><tr>\
            \(each(heads) { #"<th scope="col">\#(words($0))</th>"# })</tr></thead><tbody>\(each(view.desk.consents) { one in
                let label = version.content.question(one.question).map { scene.text($0.label) } ?? "—"
                return """
                    <tr><th scope="row">\(label)</th><td>\(words("questions.answer.\(one.isGiven ? "yes" : "no")"))</td>\
                    <td>\(RegisterPage.moment(scene, view.event, one.at))</td>\
                    <td>\(words("questions.source.\(one.source.rawValue)")) · \(one.language.autonym)</td></tr>
                    """
            })</tbody></table></div></section>
            """
    }

    // MARK: Private

    private static func closed(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        guard let version = view.desk.version, let parts = view.parts, !parts.isEmpty else {
            return #"<p class="lede">\#(words("questions.nothing"))</p>"#
        }
        let answers = parts.reduce(Answers.none) { $0.adding($1.answers) }
        return """
            <p class="notice">\(words("questions.readPrivate"))</p><section class="panel">\
            \(AnswerListPage.markup(scene, version.content, answers, isWhole: true, file: { file(scene, view.event, $0) }))</section>\
            \(own(scene, view, version, isPrivate: true))
            """
    }

    // MARK: The desk's own

    private static func own(_ scene: Scene, _ view: View, _ version: QuestionnaireVersion, isPrivate: Bool) -> Markup {
        let asking = AnswerForm.Asking.desk(isPrivate: isPrivate)
        guard
            version.content.sections.contains(where: { section in section.questions.contains { asking.includes($0, in: section) }
            })
        else { return .empty }
        let words = scene.words
        var fields = AnswerPage.View(
            event: view.event, content: version.content, version: version.id, form: view.typed,
            kept: (view.parts ?? []).reduce(view.desk.answers) { $0.adding($1.answers) }, complaints: view.complaints)
        fields.asking = asking
        return """
            <h2>\(words("questions.own"))</h2>\
            <form class="desk-form" method="post" enctype="multipart/form-data" \
            action="\(url: scene.link(view.path + (isPrivate ? "/private" : "")))">\
            \(scene.guardField)\(AnswerPage.fields(scene, fields))\
            <p class="actions"><button class="button" type="submit">\(words("event.desk.save"))</button></p></form>
            """
    }
}
