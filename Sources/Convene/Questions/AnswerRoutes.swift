import Base
import HTML
import People
import Store
import Web

/// The questions within the form of a registration: shown, read and kept. Whoever calls has asked whether the form may be opened;
/// only the event, the questionnaire and the registration are asked for here.
package enum AnswerRoutes {
    /// The fields of the newest version, with what was answered before or was just typed; nothing while there is no version.
    package static func markup(
        _ exchange: Exchange, _ questionnaire: Identifier, event: Event, of registration: Identifier, _ complaints: Complaints,
        in tx: Reader
    ) throws -> Markup {
        guard let version = try QuestionnaireStore.latest(of: questionnaire, in: tx) else { return .empty }
        let kept = try AnswerStore.whole(registration, in: tx)
        let scene = exchange.scene(withForms: true)
        // A form that was refused is shown as it was typed.
        let isTyped = exchange.form[AnswerPage.versionField] != nil
        let form = isTyped ? sent(exchange) : AnswerForm(kept, scene.words)
        var view = AnswerPage.View(
            event: event, content: version.content, version: version.id, form: form, kept: kept, complaints: complaints)
        view.organisations = try register(version.content, in: tx).names(exchange.language)
        return AnswerPage.fields(scene, view)
    }

    /// What was sent, held to the version that it was sent for; nil while there is none. Throws `Complaints`.
    package static func read(
        _ exchange: Exchange, _ questionnaire: Identifier, of registration: Identifier, in tx: Reader
    ) throws -> AnswerActions.Filled? {
        guard let version = try version(exchange, questionnaire, in: tx) else { return nil }
        let before = try AnswerStore.whole(registration, in: tx)
        let answers = try sent(exchange).answers(
            to: version.content, before: before, register: register(version.content, in: tx))
        return AnswerActions.Filled(
            version: version, answers: answers, uploads: exchange.files, language: exchange.language)
    }

    /// Of a version that was published while she wrote she has seen nothing: hers counts, if it is one of this form.
    private static func version(_ exchange: Exchange, _ questionnaire: Identifier, in tx: Reader) throws -> QuestionnaireVersion?
    {
        if let id = Identifier(exchange.form.line(AnswerPage.versionField)),
            let seen = try QuestionnaireStore.version(id, in: tx), seen.questionnaire == questionnaire
        {
            return seen
        }
        return try QuestionnaireStore.latest(of: questionnaire, in: tx)
    }

    static func sent(_ exchange: Exchange) -> AnswerForm {
        AnswerForm(
            sent: exchange.form.fields,
            uploads: exchange.files.map {
                AnswerForm.Upload(field: $0.field, name: $0.name, type: $0.type.rawValue, size: $0.bytes.count)
            })
    }

    /// Empty where no question asks for an organisation.
    static func register(_ content: QuestionnaireContent, in tx: Reader) throws -> OrganisationRegister {
        guard content.questions.contains(where: { $0.kind == .organisation }) else { return .none }
        return OrganisationRegister(
            try OrganisationStore.all(in: tx).map { one in
                OrganisationRegister.Entry(id: one.id, names: one.names, all: one.history.map(\.names))
            })
    }

    // MARK: Rounds

    /// Private answers go on their date.
    package static let round = Module.Round("answers", seconds: 300) { hall in
        guard try await hall.database.read({ try AnswerStore.isSweepDue(in: $0) }) else { return }
        while try await hall.database.write({ try AnswerStore.sweep(limit: 200, in: $0) }) == 200 {}
    }
}
