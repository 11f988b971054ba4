import Base
import Store

/// Materials in the database, each with what is known of its file.
package enum MaterialStore {
    /// Those of one session, each recording followed by its captions.
    package static func all(of session: Identifier, in event: Identifier, _ tx: Reader) throws -> [Material] {
        Material.ordered(
            try tx.rows("\(selection) WHERE m.event_id = \(event) AND m.session_id = \(session) ORDER BY m.position, m.id")
                .map(material))
    }

    /// Those of an event that everybody may see, by session: what exports name.
    package static func shared(in event: Identifier, _ tx: Reader) throws -> [Identifier: [Material]] {
        let all = try tx.rows(
            """
            \(selection) WHERE m.event_id = \(event) AND m.visibility = \(MaterialVisibility.everyone.rawValue)
            ORDER BY m.position, m.id
            """
        ).map(material)
        return Dictionary(grouping: all, by: \.session).mapValues { Material.ordered($0) }
    }

    /// Where the materials of an event's sessions are, by session: addresses elsewhere, files of ours by their path.
    package static func addresses(of event: Event, in tx: Reader) throws -> [Identifier: [String]] {
        let rows = try tx.rows("SELECT id, session_id, file_id, url FROM session_material WHERE event_id = \(event.id)")
        let all = try rows.map { row in
            let (session, file) = (try row.id("session_id"), try row.optionalID("file_id"))
            let address = file == nil ? try row.text("url") : Material.path(event, session, try row.id("id"))
            return (session: session, address: address)
        }
        return Dictionary(grouping: all, by: \.session).mapValues { $0.map(\.address) }
    }

    package static func find(
        _ id: Identifier, of session: Identifier, in event: Identifier, _ tx: Reader
    ) throws -> Material? {
        try tx.first("\(selection) WHERE m.id = \(id) AND m.event_id = \(event) AND m.session_id = \(session)").map(material)
    }

    /// Stands behind a name of the session in the draft.
    package static func isSpeaker(
        _ person: Identifier, of session: Identifier, in event: Identifier, _ tx: Reader
    ) throws -> Bool {
        try tx.first(
            """
            SELECT id FROM programme_appearance
            WHERE session_id = \(session) AND event_id = \(event) AND person_id = \(person) LIMIT 1
            """) != nil
    }

    static func insert(_ material: Material, in tx: Writer) throws {
        try tx.execute(
            """
            INSERT INTO session_material (id, event_id, session_id, position, kind, title, language, licence, visibility,
              file_id, url, recording_id, person_id, created_at)
            VALUES (\(material.id), \(material.event), \(material.session), \(material.position), \(material.kind.rawValue),
              \(material.title), \(material.language), \(material.licence?.rawValue ?? ""), \(material.visibility.rawValue),
              \(material.file?.id), \(material.url), \(material.recording), \(material.person), \(material.createdAt))
            """)
    }

    /// Captions are seen by whoever sees their recording.
    static func update(_ material: Material, in tx: Writer) throws {
        try tx.execute(
            """
            UPDATE session_material SET kind = \(material.kind.rawValue), title = \(material.title),
              language = \(material.language), licence = \(material.licence?.rawValue ?? ""),
              visibility = \(material.visibility.rawValue), file_id = \(material.file?.id), url = \(material.url),
              recording_id = \(material.recording)
            WHERE id = \(material.id)
            """)
        try tx.execute(
            """
            UPDATE session_material SET visibility = \(material.visibility.rawValue) WHERE recording_id = \(material.id)
            """)
    }

    static func place(_ id: Identifier, at position: Int, in tx: Writer) throws {
        try tx.execute("UPDATE session_material SET position = \(position) WHERE id = \(id)")
    }

    static func remove(_ id: Identifier, in tx: Writer) throws {
        try tx.execute("DELETE FROM session_material WHERE id = \(id)")
    }

    private static let selection: SQL = """
        SELECT m.id AS id, m.event_id AS event_id, m.session_id AS session_id, m.position AS position, m.kind AS kind,
          m.title AS title, m.language AS language, m.licence AS licence, m.visibility AS visibility, m.file_id AS file_id,
          m.url AS url, m.recording_id AS recording_id, m.person_id AS person_id, m.created_at AS created_at,
          f.name AS file_name, f.media_type AS media_type, f.size AS size, f.sha256 AS sha256
        FROM session_material m LEFT JOIN stored_file f ON f.id = m.file_id
        """

    private static func material(_ row: Row) throws -> Material {
        let file = try row.optionalID("file_id").map { id in
            Material.File(
                id: id, name: try row.text("file_name"), type: try row.text("media_type"), size: try row.int("size"),
                sha256: try row.text("sha256"))
        }
        return Material(
            id: try row.id("id"), event: try row.id("event_id"), session: try row.id("session_id"),
            position: try row.int("position"), kind: try row.raw("kind"), title: try row.localized("title"),
            language: try row.text("language"), licence: MaterialLicence(rawValue: try row.text("licence")),
            visibility: try row.raw("visibility"), file: file, url: try row.text("url"),
            recording: try row.optionalID("recording_id"), person: try row.optionalID("person_id"),
            createdAt: try row.instant("created_at"))
    }

    /// What was added for a session stays with it; only who added it is forgotten.
    static let personal = PersonalRecord(
        "materials", columns: ["session_material.person_id"],
        export: {
            "SELECT event_id, session_id, kind, title, url, created_at FROM session_material WHERE person_id = \($0)"
        },
        files: {
            "SELECT file_id AS id FROM session_material WHERE person_id = \($0) AND file_id IS NOT NULL ORDER BY created_at DESC"
        },
        erasure: .removed { person, tx in
            try tx.execute("UPDATE session_material SET person_id = NULL WHERE person_id = \(person)")
        },
        merge: { from, into, tx in
            try tx.execute("UPDATE session_material SET person_id = \(into) WHERE person_id = \(from)")
        })
}
