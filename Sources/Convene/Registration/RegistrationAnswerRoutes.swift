import Base
import HTML
import People
import Store
import Web

/// The organiser's questions within the form of a registration: shown, read and kept with it.
enum RegistrationAnswerRoutes {
    /// Fields that may be sent more than once.
    static let repeats: Set<String> = []

    /// What was read of a form, to be kept in the transaction of the verb.
    struct Kept: Sendable {
        fileprivate let filled: AnswerActions.Filled?
        fileprivate let source: Consent.Source
        func save(_ one: Registration, _ tx: Writer) throws {
            if let filled { try AnswerActions.keep(filled, of: one, from: source, in: tx) }
        }
    }

    static func markup(
        _ exchange: Exchange, _ passage: RegistrationPassage, _ complaints: Complaints, in tx: Reader
    ) throws -> Markup {
        guard let questionnaire = passage.category.questionnaire else { return .empty }
        return try AnswerRoutes.markup(
            exchange, questionnaire, event: passage.event, of: passage.registration.id, complaints, in: tx)
    }

    /// Both parts of the form at once: all complaints come together.
    static func read(
        _ exchange: Exchange, _ passage: RegistrationPassage, _ typed: RegistrationForm
    ) async throws -> (RegistrationHolder, Kept) {
        let source: Consent.Source = passage.isForm ? .form : .page
        var complaints = Complaints()
        var filled: AnswerActions.Filled?
        if let questionnaire = passage.category.questionnaire {
            do {
                filled = try await exchange.database.read { tx in
                    try AnswerRoutes.read(exchange, questionnaire, of: passage.registration.id, in: tx)
                }
            } catch let more as Complaints { complaints = more }
        }
        do {
            let holder = try typed.holder(reading: exchange.language)
            guard complaints.isEmpty else { throw complaints }
            return (holder, Kept(filled: filled, source: source))
        } catch let own as Complaints where own != complaints {
            var all = own
            for one in complaints.all { all.add(one.field, one.words, one.arguments) }
            throw all
        }
    }

    /// The organiser's forms that a kind of place can ask.
    static func choices(of event: Event, _ language: Language, in tx: Reader) throws -> [(value: String, label: String)] {
        try QuestionnaireStore.published(of: event.id, in: tx).map { (value: $0.id.text, label: $0.name.text(language)) }
    }

    /// What one person answered is not the next one's.
    static func forget(_ one: Registration, in tx: Writer) throws { try AnswerStore.erase(one.id, in: tx) }
}
