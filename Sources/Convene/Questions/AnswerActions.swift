import Base
import Store
import Web

/// Keeping answers, and looking at them: the open ones for whoever runs the event, the private ones for the same people, each look
/// on record.
package enum AnswerActions {
    /// A form that was read without a complaint.
    package struct Filled: Sendable {
        package let version: QuestionnaireVersion
        package let answers: Answers
        package let uploads: [UploadedFile]
        /// In which the form was read.
        package let language: Language
        package init(version: QuestionnaireVersion, answers: Answers, uploads: [UploadedFile] = [], language: Language) {
            self.version = version
            self.answers = answers
            self.uploads = uploads
            self.language = language
        }
    }

    /// A part of the verb that submits or corrects a registration, which has asked whether it may and says what it did.
    package static func keep(
        _ filled: Filled, of registration: Registration, from source: Consent.Source, in tx: Writer
    ) throws {
        let answers = try AnswerFileStore.settle(
            filled.answers, filled.uploads, filled.version.content, of: registration.id, in: tx)
        try AnswerStore.save(answers, filled.version, of: registration, in: filled.language, from: source, in: tx)
    }

    /// The holder takes a consent back, or gives it after all, on her own page; her address was asked for before.
    package static func consent(
        _ isGiven: Bool, to question: Identifier, of registration: Registration, in language: Language,
        from source: Consent.Source, by viewer: Viewer?, tx: Writer
    ) throws {
        if source == .desk { _ = try viewer.demand(.organiser, in: registration.event) }
        guard let kept = try AnswerStore.find(registration.id, in: tx),
            let version = try QuestionnaireStore.version(kept.version, in: tx),
            let asked = version.content.question(question), asked.kind == .consent, !asked.isInternal,
            let purpose = version.content.purpose(of: question)
        else { throw Refusal(.notFound, "refusal.notFound") }
        try ConsentStore.add(
            Consent(
                question: question, version: version.id, purpose: purpose, digest: ConsentStore.digest(of: asked),
                language: language, isGiven: isGiven, at: tx.now, source: source), of: registration.id, in: tx)
        try say(isGiven ? "answers.consentGiven" : "answers.consentWithdrawn", registration, viewer, tx)
    }

    // MARK: At the desk

    package struct Desk: Sendable {
        package let registration: Registration
        package let version: QuestionnaireVersion?
        package let answers: Answers
        package let at: Instant?
        package let consents: [Consent]
        /// Private answers that are there, without what is in them.
        package let privateParts: [QuestionSection.Purpose: Instant]
    }

    /// The open answers of a registration.
    package static func look(at id: Identifier, of event: Event, by viewer: Viewer?, in tx: Reader) throws -> Desk {
        _ = try viewer.demand(.organiser, in: event.id)
        let registration = try find(id, of: event, in: tx)
        let kept = try AnswerStore.find(id, in: tx)
        let parts = try AnswerStore.privateParts(of: id, in: tx).map { ($0.purpose, $0.deleteAt) }
        return Desk(
            registration: registration, version: try kept.flatMap { try QuestionnaireStore.version($0.version, in: tx) },
            answers: kept?.answers ?? .none, at: kept?.at,
            consents: try ConsentStore.history(of: id, in: tx).filter { !$0.purpose.isPrivate },
            privateParts: Dictionary(parts, uniquingKeysWith: { first, _ in first }))
    }

    /// The private answers of a registration, for organisers and the secretariat. Who looked is written down.
    package static func privatePart(of id: Identifier, of event: Event, by viewer: Viewer?, in tx: Writer) throws
        -> [AnswerStore.PrivatePart]
    {
        let viewer = try viewer.demand(.organiser, in: event.id)
        let registration = try find(id, of: event, in: tx)
        let parts = try AnswerStore.privateParts(of: id, in: tx)
        if !parts.isEmpty { try tx.audit("answers.privateRead", by: viewer.person, on: "registration", registration.id) }
        return parts
    }

    /// What the desk itself writes to the questions that are internal. `filled` holds all answers, the holder's as they were.
    package static func fill(
        _ filled: Filled, of id: Identifier, of event: Event, by viewer: Viewer?, in tx: Writer
    ) throws {
        let viewer = try viewer.demand(.organiser, in: event.id)
        let registration = try find(id, of: event, in: tx)
        try keep(filled, of: registration, from: .desk, in: tx)
        try say("answers.filled", registration, viewer, tx)
    }

    /// A file of an answer. Of a private part who took it is written down.
    package static func file(_ id: Identifier, of event: Event, by viewer: Viewer?, in tx: Writer) throws -> Identifier {
        let viewer = try viewer.demand(.organiser, in: event.id)
        guard let place = try AnswerFileStore.place(id, in: tx) else { throw Refusal(.notFound, "refusal.notFound") }
        let registration = try find(place.registration, of: event, in: tx)
        if place.purpose.isPrivate { try tx.audit("answers.fileRead", by: viewer.person, on: "registration", registration.id) }
        return id
    }

    private static func find(_ id: Identifier, of event: Event, in tx: Reader) throws -> Registration {
        guard let found = try RegistrationStore.find(id, in: tx), found.event == event.id else {
            throw Refusal(.notFound, "refusal.notFound")
        }
        return found
    }

    /// Nothing of what was answered goes into the trail, not even its digest: few answers are possible, and could be tried out.
    private static func say(_ verb: String, _ registration: Registration, _ viewer: Viewer?, _ tx: Writer) throws {
        try tx.audit(verb, by: viewer?.person, on: "registration", registration.id)
        try tx.note(Note(name: verb, reference: registration.reference))
    }
}
