import Base
import Store

/// What was answered. One registration has one set of answers, given to one version; the private ones lie apart and are read by
/// functions of their own.
package enum AnswerStore {
    /// The answers that are not private.
    package struct Kept: Hashable, Sendable {
        package let version: Identifier
        package let answers: Answers
        package let at: Instant
    }
    package struct PrivatePart: Hashable, Sendable {
        package let purpose: QuestionSection.Purpose
        package let version: Identifier
        package let answers: Answers
        package let deleteAt: Instant
    }

    // MARK: Writing

    /// Puts the answers in the place of those before. Only what the version asks of somebody who answers so is kept; consents go
    /// to their log; what is private goes apart, with its date, or nowhere if that is over.
    package static func save(
        _ answers: Answers, _ version: QuestionnaireVersion, of registration: Registration, in language: Language,
        from source: Consent.Source, in tx: Writer
    ) throws {
        let asked = version.content.asked(answers)
        var open = Answers.none
        var parts: [QuestionSection.Purpose: Answers] = [:]
        for section in version.content.sections {
            for question in section.questions where asked.contains(question.id) {
                guard let value = answers[question.id] else { continue }
                if case .consent(let isGiven) = value {
                    try ConsentStore.add(
                        Consent(
                            question: question.id, version: version.id, purpose: section.purpose,
                            digest: ConsentStore.digest(of: question), language: language, isGiven: isGiven, at: tx.now,
                            source: source), of: registration.id, in: tx)
                } else if section.purpose.isPrivate {
                    parts[section.purpose, default: .none][question.id] = value
                } else {
                    open[question.id] = value
                }
            }
        }
        try tx.execute(
            """
            INSERT INTO registration_answer (registration_id, version_id, answers, at)
            VALUES (\(registration.id), \(version.id), \(json(open)), \(tx.now))
            ON CONFLICT (registration_id) DO UPDATE SET version_id = excluded.version_id, answers = excluded.answers,
              at = excluded.at
            """)
        try save(parts, version, of: registration, in: tx)
    }

    private static func save(
        _ parts: [QuestionSection.Purpose: Answers], _ version: QuestionnaireVersion, of registration: Registration,
        in tx: Writer
    ) throws {
        try tx.execute("DELETE FROM registration_private WHERE registration_id = \(registration.id)")
        guard !parts.isEmpty, let event = try EventStore.find(registration.event, in: tx) else { return }
        for (purpose, answers) in parts {
            let deleteAt = AnswerKeeping.end(of: event, days: version.content.keepDays(purpose))
            guard deleteAt > tx.now else {
                try AnswerFileStore.remove(of: registration.id, purpose: purpose, in: tx)
                continue
            }
            try tx.execute(
                """
                INSERT INTO registration_private (registration_id, purpose, version_id, answers, delete_at)
                VALUES (\(registration.id), \(purpose.rawValue), \(version.id), \(json(answers)), \(deleteAt))
                """)
        }
    }

    /// Deletes the private answers whose date has come, so many at once; how many there were. If the event was moved, their date
    /// moves with it.
    @discardableResult
    package static func sweep(limit: Int = 500, in tx: Writer) throws -> Int {
        let rows = try tx.rows(
            """
            SELECT p.registration_id AS registration_id, p.purpose AS purpose, p.version_id AS version_id, r.event_id AS event_id
            FROM registration_private p JOIN registration r ON r.id = p.registration_id
            WHERE p.delete_at <= \(tx.now) ORDER BY p.delete_at, p.registration_id LIMIT \(limit)
            """)
        for row in rows {
            let (registration, purpose) = (
                try row.id("registration_id"), try row.raw("purpose", as: QuestionSection.Purpose.self)
            )
            if let event = try EventStore.find(row.id("event_id"), in: tx),
                let version = try QuestionnaireStore.version(row.id("version_id"), in: tx)
            {
                let due = AnswerKeeping.end(of: event, days: version.content.keepDays(purpose))
                if due > tx.now {
                    try tx.execute(
                        """
                        UPDATE registration_private SET delete_at = \(due)
                        WHERE registration_id = \(registration) AND purpose = \(purpose.rawValue)
                        """)
                    continue
                }
            }
            try tx.execute(
                "DELETE FROM registration_private WHERE registration_id = \(registration) AND purpose = \(purpose.rawValue)")
            try AnswerFileStore.remove(of: registration, purpose: purpose, in: tx)
            try tx.audit("answers.deleted", by: nil, on: "registration", registration)
            let reference = Reference(kind: "registration", id: registration, title: Localized("—", "und"), path: "")
            try tx.note(Note(name: "answers.deleted", reference: reference, payload: ["purpose": purpose.rawValue]))
        }
        return rows.count
    }

    package static func isSweepDue(in tx: Reader) throws -> Bool {
        try tx.first("SELECT registration_id FROM registration_private WHERE delete_at <= \(tx.now) LIMIT 1") != nil
    }

    /// Everything that was answered, files and consents too.
    package static func erase(_ registration: Identifier, in tx: Writer) throws {
        try tx.execute("DELETE FROM registration_answer WHERE registration_id = \(registration)")
        try tx.execute("DELETE FROM registration_private WHERE registration_id = \(registration)")
        try ConsentStore.erase(registration, in: tx)
        try AnswerFileStore.remove(of: registration, in: tx)
    }

    // MARK: Reading

    /// What is not private; nil if nothing was answered.
    package static func find(_ registration: Identifier, in tx: Reader) throws -> Kept? {
        guard
            let row = try tx.first(
                "SELECT version_id, answers, at FROM registration_answer WHERE registration_id = \(registration)")
        else { return nil }
        let consents = try ConsentStore.latest(of: registration, in: tx)
        return try kept(row, consents)
    }

    /// Of all registrations of an event: two statements, however many there are. Nothing private is in it.
    package static func all(of event: Identifier, in tx: Reader) throws -> [Identifier: Kept] {
        let rows = try tx.rows(
            """
            SELECT a.registration_id AS registration_id, a.version_id AS version_id, a.answers AS answers, a.at AS at
            FROM registration_answer a JOIN registration r ON r.id = a.registration_id WHERE r.event_id = \(event)
            """)
        let consents = try ConsentStore.latest(ofEvent: event, in: tx)
        var found: [Identifier: Kept] = [:]
        for row in rows {
            let id = try row.id("registration_id")
            found[id] = try kept(row, consents[id] ?? [])
        }
        return found
    }

    private static func kept(_ row: Row, _ consents: [Consent]) throws -> Kept {
        var answers: Answers = try row.decoded("answers")
        for consent in consents where !consent.purpose.isPrivate { answers[consent.question] = .consent(consent.isGiven) }
        return Kept(version: try row.id("version_id"), answers: answers, at: try row.instant("at"))
    }

    /// The private parts. Whoever calls has asked whether they may be seen.
    static func privateParts(of registration: Identifier, in tx: Reader) throws -> [PrivatePart] {
        let parts = try tx.rows(
            "SELECT purpose, version_id, answers, delete_at FROM registration_private WHERE registration_id = \(registration)"
        ).map {
            PrivatePart(
                purpose: try $0.raw("purpose"), version: try $0.id("version_id"), answers: try $0.decoded("answers"),
                deleteAt: try $0.instant("delete_at"))
        }
        let order = QuestionSection.Purpose.allCases
        return parts.sorted { (order.firstIndex(of: $0.purpose) ?? 0) < (order.firstIndex(of: $1.purpose) ?? 0) }
    }

    /// All that the holder of a registration answered, private or not: for her own page alone.
    package static func whole(_ registration: Identifier, in tx: Reader) throws -> Answers {
        var answers = try find(registration, in: tx)?.answers ?? .none
        for part in try privateParts(of: registration, in: tx) { answers = answers.adding(part.answers) }
        for consent in try ConsentStore.latest(of: registration, in: tx) {
            answers[consent.question] = .consent(consent.isGiven)
        }
        return answers
    }
}
