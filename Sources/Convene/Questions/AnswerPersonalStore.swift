import Base
import Store

/// What answers tell of persons with an account. They name a registration and go where it goes; so they stand before it among
/// the records, while it still names her.
package enum AnswerPersonalStore {
    package static let records: [PersonalRecord] = [answers, privateAnswers, consents, files]

    private static let answers = PersonalRecord(
        "answers", columns: [],
        export: {
            """
            SELECT r.event_id AS event_id, a.at AS at, v.number AS version, v.content AS questions, a.answers AS answers
            FROM registration_answer a JOIN registration r ON r.id = a.registration_id
            JOIN questionnaire_version v ON v.id = a.version_id WHERE r.person_id = \($0)
            """
        },
        erasure: .removed { person, tx in
            for row in try tx.rows("SELECT id FROM registration WHERE person_id = \(person)") {
                try AnswerStore.erase(row.id("id"), in: tx)
            }
        }, merge: { _, _, _ in })

    private static let privateAnswers = PersonalRecord(
        "privateAnswers", columns: [],
        export: {
            """
            SELECT r.event_id AS event_id, p.purpose AS purpose, v.number AS version, p.answers AS answers, p.delete_at AS delete_at
            FROM registration_private p JOIN registration r ON r.id = p.registration_id
            JOIN questionnaire_version v ON v.id = p.version_id WHERE r.person_id = \($0)
            """
        },
        erasure: .removed { _, _ in }, merge: { _, _, _ in })

    private static let consents = PersonalRecord(
        "consents", columns: [],
        export: {
            """
            SELECT r.event_id AS event_id, c.question_id AS question_id, v.number AS version, c.purpose AS purpose, c.given AS given,
              c.language AS language, c.at AS at, c.source AS source, c.wording_digest AS wording_digest
            FROM registration_consent c JOIN registration r ON r.id = c.registration_id
            JOIN questionnaire_version v ON v.id = c.version_id WHERE r.person_id = \($0) ORDER BY c.at, c.turn
            """
        },
        erasure: .removed { _, _ in }, merge: { _, _, _ in })

    private static let files = PersonalRecord(
        "answerFiles", columns: [],
        export: {
            """
            SELECT r.event_id AS event_id, f.question_id AS question_id, s.name AS name, s.size AS size, s.created_at AS created_at
            FROM registration_file f JOIN registration r ON r.id = f.registration_id JOIN stored_file s ON s.id = f.file_id
            WHERE r.person_id = \($0)
            """
        },
        files: {
            """
            SELECT f.file_id AS id FROM registration_file f JOIN registration r ON r.id = f.registration_id
            JOIN stored_file s ON s.id = f.file_id WHERE r.person_id = \($0) ORDER BY s.created_at DESC
            """
        },
        erasure: .removed { _, _ in }, merge: { _, _, _ in })

    // MARK: Without an account

    /// All that is held of one registration's answers, for whoever has its own page.
    package static func export(_ registration: Identifier, in language: Language, in tx: Reader) throws -> AnswerExport? {
        guard let kept = try AnswerStore.find(registration, in: tx),
            let version = try QuestionnaireStore.version(kept.version, in: tx)
        else { return nil }
        return AnswerExport(
            version, try AnswerStore.whole(registration, in: tx), at: kept.at,
            consents: try ConsentStore.history(of: registration, in: tx), language)
    }
}
