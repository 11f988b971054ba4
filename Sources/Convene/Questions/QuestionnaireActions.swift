import Base
import Store

/// What an event's organisers do with its forms. A draft may be unfinished; what is published is whole, and stays.
package enum QuestionnaireActions {
    package static let most = 40

    // MARK: Looking

    package static func list(of event: Event, by viewer: Viewer?, in tx: Reader) throws -> [QuestionnaireStore.Listed] {
        _ = try viewer.demand(.organiser, in: event.id)
        return try QuestionnaireStore.all(of: event.id, in: tx)
    }

    package static func find(_ id: Identifier, of event: Event, by viewer: Viewer?, in tx: Reader) throws -> Questionnaire {
        _ = try viewer.demand(.organiser, in: event.id)
        guard let found = try QuestionnaireStore.find(id, of: event.id, in: tx) else {
            throw Refusal(.notFound, "refusal.notFound")
        }
        return found
    }

    package static func version(
        _ number: Int, of id: Identifier, event: Event, by viewer: Viewer?, in tx: Reader
    ) throws -> (Questionnaire, QuestionnaireVersion) {
        let one = try find(id, of: event, by: viewer, in: tx)
        guard let version = try QuestionnaireStore.version(number, of: id, in: tx) else {
            throw Refusal(.notFound, "refusal.notFound")
        }
        return (one, version)
    }

    // MARK: Forms

    @discardableResult
    package static func create(
        _ name: Localized, _ content: QuestionnaireContent = QuestionnaireContent(), for event: Event, by viewer: Viewer?,
        in tx: Writer
    ) throws -> Questionnaire {
        let viewer = try viewer.demand(.organiser, in: event.id)
        guard !name.isEmpty else { throw Refusal(.invalid, "questions.refusal.nameless", field: "name_en") }
        guard name.texts.values.allSatisfy({ $0.count <= 200 }) else {
            throw Refusal(.invalid, "questions.refusal.text", ["most": "200"], field: "name_en")
        }
        guard try QuestionnaireStore.all(of: event.id, in: tx).count < most else {
            throw Refusal(.conflict, "questions.refusal.forms", ["most": String(most)], field: "main")
        }
        try QuestionnaireRules.demandSize(content)
        let one = Questionnaire(id: tx.newID(), event: event.id, name: name, draft: content, createdAt: tx.now)
        try QuestionnaireStore.insert(one, in: tx)
        try say("questionnaire.created", one, before: nil, after: json(content), viewer, tx)
        return one
    }

    package static func rename(
        _ id: Identifier, to name: Localized, of event: Event, by viewer: Viewer?, in tx: Writer
    ) throws {
        var one = try find(id, of: event, by: viewer, in: tx)
        guard !name.isEmpty else { throw Refusal(.invalid, "questions.refusal.nameless", field: "name_en") }
        guard name.texts.values.allSatisfy({ $0.count <= 200 }) else {
            throw Refusal(.invalid, "questions.refusal.text", ["most": "200"], field: "name_en")
        }
        let before = json(one.name)
        one.name = name
        try QuestionnaireStore.update(one, in: tx)
        try say("questionnaire.renamed", one, before: before, after: json(name), try viewer.demand(.organiser, in: event.id), tx)
    }

    /// What was never published can go; what people answered stays.
    package static func remove(_ id: Identifier, of event: Event, by viewer: Viewer?, in tx: Writer) throws {
        let one = try find(id, of: event, by: viewer, in: tx)
        guard try QuestionnaireStore.latest(of: id, in: tx) == nil else {
            throw Refusal(.conflict, "questions.refusal.published", field: "main")
        }
        try QuestionnaireStore.remove(id, in: tx)
        try say(
            "questionnaire.removed", one, before: json(one.draft), after: nil, try viewer.demand(.organiser, in: event.id), tx)
    }

    // MARK: The draft

    /// One change of the draft: `change` is told what is there now, and gives what will be.
    @discardableResult
    package static func edit(
        _ verb: String, _ id: Identifier, of event: Event, by viewer: Viewer?, in tx: Writer,
        change: (inout QuestionnaireContent) throws -> Void
    ) throws -> Questionnaire {
        let viewer = try viewer.demand(.organiser, in: event.id)
        var one = try find(id, of: event, by: viewer, in: tx)
        let before = one.draft
        try change(&one.draft)
        guard one.draft != before else { return one }
        try QuestionnaireRules.demandSize(one.draft)
        try QuestionnaireStore.update(one, in: tx)
        try say(verb, one, before: json(before), after: json(one.draft), viewer, tx)
        return one
    }

    /// Sets a mark on a part of a draft: whoever changes it says what she has seen.
    package static func mark(_ part: some Encodable) -> String { String(AuditTrail.digest(json(part)).prefix(16)) }

    // MARK: Publishing

    /// Freezes the draft as the next version: from now on people are asked this one.
    @discardableResult
    package static func publish(_ id: Identifier, of event: Event, by viewer: Viewer?, in tx: Writer) throws
        -> QuestionnaireVersion
    {
        let viewer = try viewer.demand(.organiser, in: event.id)
        let one = try find(id, of: event, by: viewer, in: tx)
        try QuestionnaireRules.demandSize(one.draft)
        if let fault = QuestionnaireRules.faults(one.draft).first {
            throw Refusal(.conflict, fault.words, fault.arguments, field: "main")
        }
        let latest = try QuestionnaireStore.latest(of: id, in: tx)
        let digest = QuestionnaireStore.digest(of: one.draft)
        guard latest?.digest != digest else { throw Refusal(.conflict, "questions.refusal.same", field: "main") }
        let version = QuestionnaireVersion(
            id: tx.newID(), questionnaire: id, number: (latest?.number ?? 0) + 1, content: one.draft, digest: digest, at: tx.now)
        try QuestionnaireStore.insert(version, in: tx)
        try say(
            "questionnaire.published", one, before: latest.map { json($0.content) }, after: json(one.draft), viewer, tx,
            ["number": String(version.number)])
        try tx.changed(event.topic)
        return version
    }

    private static func say(
        _ verb: String, _ one: Questionnaire, before: String?, after: String?, _ viewer: Viewer, _ tx: Writer,
        _ payload: [String: String] = [:]
    ) throws {
        try tx.audit(verb, by: viewer.person, on: "questionnaire", one.id, before: before, after: after)
        try tx.note(Note(name: verb, reference: one.reference, payload: payload))
    }
}
