import Base
import Store
import Synchronization

/// Forms in the database. A version is inserted and read, nothing else.
package enum QuestionnaireStore {
    /// A form in a list: without its questions.
    package struct Listed: Hashable, Sendable {
        package let id: Identifier
        package let name: Localized
        package let createdAt: Instant
        /// The newest version; nil if none was published.
        package let number: Int?
        package let at: Instant?
        /// Registrations whose answers were given to any of its versions.
        package let answers: Int
        package let isDraftDifferent: Bool
    }
    /// A version in a list.
    package struct Head: Hashable, Sendable {
        package let id: Identifier
        package let number: Int
        package let at: Instant
        package let answers: Int
    }

    /// The one written form: the same content gives the same bytes.
    package static func canonical(_ content: QuestionnaireContent) -> String { json(content) }
    package static func digest(of content: QuestionnaireContent) -> String { AuditTrail.digest(canonical(content)) }

    // MARK: Forms

    static func insert(_ one: Questionnaire, in tx: Writer) throws {
        try tx.execute(
            """
            INSERT INTO questionnaire (id, event_id, name, draft, created_at)
            VALUES (\(one.id), \(one.event), \(one.name), \(canonical(one.draft)), \(one.createdAt))
            """)
    }
    static func update(_ one: Questionnaire, in tx: Writer) throws {
        try tx.execute(
            "UPDATE questionnaire SET name = \(one.name), draft = \(canonical(one.draft)) WHERE id = \(one.id)")
    }
    /// It must have no version.
    static func remove(_ id: Identifier, in tx: Writer) throws {
        try tx.execute("DELETE FROM questionnaire WHERE id = \(id)")
    }

    package static func find(_ id: Identifier, of event: Identifier, in tx: Reader) throws -> Questionnaire? {
        try tx.first("SELECT id, event_id, name, draft, created_at FROM questionnaire WHERE id = \(id) AND event_id = \(event)")
            .map { row in
                Questionnaire(
                    id: try row.id("id"), event: try row.id("event_id"), name: try row.localized("name"),
                    draft: try row.decoded("draft"), createdAt: try row.instant("created_at"))
            }
    }

    /// In the order of their making.
    package static func all(of event: Identifier, in tx: Reader) throws -> [Listed] {
        try tx.rows(
            """
            SELECT q.id AS id, q.name AS name, q.draft AS draft, q.created_at AS created_at, v.number AS number, v.at AS at,
              v.content AS content,
              (SELECT COUNT(*) FROM registration_answer a JOIN questionnaire_version w ON w.id = a.version_id
               WHERE w.questionnaire_id = q.id) AS answers
            FROM questionnaire q LEFT JOIN questionnaire_version v ON v.questionnaire_id = q.id
              AND v.number = (SELECT MAX(number) FROM questionnaire_version m WHERE m.questionnaire_id = q.id)
            WHERE q.event_id = \(event) ORDER BY q.created_at, q.id
            """
        ).map { row in
            Listed(
                id: try row.id("id"), name: try row.localized("name"), createdAt: try row.instant("created_at"),
                number: try row.optionalInt("number"), at: try row.optionalInstant("at"), answers: try row.int("answers"),
                isDraftDifferent: try row.text("draft") != row.optionalText("content"))
        }
    }

    /// Those that people can be asked: with a version.
    package static func published(of event: Identifier, in tx: Reader) throws -> [(id: Identifier, name: Localized)] {
        try tx.rows(
            """
            SELECT id, name FROM questionnaire q WHERE event_id = \(event)
              AND EXISTS (SELECT 1 FROM questionnaire_version v WHERE v.questionnaire_id = q.id) ORDER BY created_at, id
            """
        ).map { (try $0.id("id"), try $0.localized("name")) }
    }

    // MARK: Versions

    static func insert(_ version: QuestionnaireVersion, in tx: Writer) throws {
        try tx.execute(
            """
            INSERT INTO questionnaire_version (id, questionnaire_id, number, content, digest, at)
            VALUES (\(version.id), \(version.questionnaire), \(version.number), \(canonical(version.content)),
              \(version.digest), \(version.at))
            """)
    }

    package static func version(_ number: Int, of questionnaire: Identifier, in tx: Reader) throws -> QuestionnaireVersion? {
        try tx.first(
            "SELECT \(columns) FROM questionnaire_version WHERE questionnaire_id = \(questionnaire) AND number = \(number)"
        ).map(version)
    }
    package static func version(_ id: Identifier, in tx: Reader) throws -> QuestionnaireVersion? {
        if let kept = QuestionnaireShelf.kept(id) { return kept }
        return try tx.first("SELECT \(columns) FROM questionnaire_version WHERE id = \(id)").map(version).map(
            QuestionnaireShelf.keep)
    }
    /// What people are asked now; nil before the first version.
    package static func latest(of questionnaire: Identifier, in tx: Reader) throws -> QuestionnaireVersion? {
        try tx.first(
            "SELECT id FROM questionnaire_version WHERE questionnaire_id = \(questionnaire) ORDER BY number DESC LIMIT 1"
        ).flatMap { try version($0.id("id"), in: tx) }
    }

    /// Newest first, with how many gave their answers to each.
    package static func versions(of questionnaire: Identifier, in tx: Reader) throws -> [Head] {
        try tx.rows(
            """
            SELECT v.id AS id, v.number AS number, v.at AS at,
              (SELECT COUNT(*) FROM registration_answer a WHERE a.version_id = v.id) AS answers
            FROM questionnaire_version v WHERE v.questionnaire_id = \(questionnaire) ORDER BY v.number DESC
            """
        ).map {
            Head(
                id: try $0.id("id"), number: try $0.int("number"), at: try $0.instant("at"), answers: try $0.int("answers"))
        }
    }

    private static let columns: SQL = "id, questionnaire_id, number, content, digest, at"

    private static func version(_ row: Row) throws -> QuestionnaireVersion {
        QuestionnaireVersion(
            id: try row.id("id"), questionnaire: try row.id("questionnaire_id"), number: try row.int("number"),
            content: try row.decoded("content"), digest: try row.text("digest"), at: try row.instant("at"))
    }
}

/// Decoded versions by their identifier: thousands who open a form at once have it decoded once. Versions never change, so
/// nothing here can be stale.
private enum QuestionnaireShelf {
    private static let most = 64
    private static let shelf = Mutex<[Identifier: QuestionnaireVersion]>([:])

    static func kept(_ id: Identifier) -> QuestionnaireVersion? { shelf.withLock { $0[id] } }

    static func keep(_ version: QuestionnaireVersion) -> QuestionnaireVersion {
        shelf.withLock { kept in
            if kept.count >= most { kept.removeAll() }
            kept[version.id] = version
        }
        return version
    }
}
