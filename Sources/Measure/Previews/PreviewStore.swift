import Base
import Store

/// Previews and comments in the database.
package enum PreviewStore {
    package static func all(of edition: Identifier, in tx: Reader) throws -> [CountryPreview] {
        try tx.rows("SELECT * FROM index_preview WHERE edition_id = \(edition) ORDER BY unit, id").map(preview)
    }
    /// Hers, as long as the edition is in preview.
    package static func own(_ person: Identifier, in tx: Reader) throws -> [CountryPreview] {
        try tx.rows(
            """
            SELECT p.* FROM index_preview p JOIN index_edition e ON e.id = p.edition_id
            WHERE p.person_id = \(person) AND e.state IN ('preview', 'frozen') ORDER BY p.invited_at DESC, p.id
            """
        ).map(preview)
    }
    package static func find(_ id: Identifier, in tx: Reader) throws -> CountryPreview? {
        try tx.first("SELECT * FROM index_preview WHERE id = \(id)").map(preview)
    }

    /// False if she has that country already.
    static func insert(_ preview: CountryPreview, in tx: Writer) throws -> Bool {
        try tx.execute(
            """
            INSERT INTO index_preview (id, edition_id, unit, person_id, invited_at)
            VALUES (\(preview.id), \(preview.edition), \(preview.unit), \(preview.person), \(preview.invitedAt))
            ON CONFLICT (edition_id, unit, person_id) DO NOTHING
            """) == 1
    }
    static func remove(_ id: Identifier, in tx: Writer) throws {
        try tx.execute("DELETE FROM index_comment WHERE preview_id = \(id)")
        try tx.execute("DELETE FROM index_preview WHERE id = \(id)")
    }

    /// By preview, each in the order in which they were said.
    package static func comments(of edition: Identifier, in tx: Reader) throws -> [Identifier: [PreviewComment]] {
        Dictionary(
            grouping: try tx.rows(
                """
                SELECT c.* FROM index_comment c JOIN index_preview p ON p.id = c.preview_id
                WHERE p.edition_id = \(edition) ORDER BY c.at, c.id
                """
            ).map(comment), by: \.preview)
    }
    package static func comments(ofPreview id: Identifier, in tx: Reader) throws -> [PreviewComment] {
        try tx.rows("SELECT * FROM index_comment WHERE preview_id = \(id) ORDER BY at, id").map(comment)
    }
    static func insert(_ comment: PreviewComment, in tx: Writer) throws {
        try tx.execute(
            """
            INSERT INTO index_comment (id, preview_id, person_id, is_desk, at, body)
            VALUES (\(comment.id), \(comment.preview), \(comment.person), \(comment.isDesk), \(comment.at), \(comment.text))
            """)
    }

    private static func preview(_ row: Row) throws -> CountryPreview {
        CountryPreview(
            id: try row.id("id"), edition: try row.id("edition_id"), unit: try row.text("unit"), person: try row.id("person_id"),
            invitedAt: try row.instant("invited_at"))
    }
    private static func comment(_ row: Row) throws -> PreviewComment {
        PreviewComment(
            id: try row.id("id"), preview: try row.id("preview_id"), person: try row.optionalID("person_id"),
            isDesk: try row.bool("is_desk"), at: try row.instant("at"), text: try row.text("body"))
    }

    static let records = [previews, comments]

    private static let previews = PersonalRecord(
        "indexPreviews", columns: ["index_preview.person_id"],
        export: { "SELECT edition_id, unit, invited_at FROM index_preview WHERE person_id = \($0)" },
        erasure: .removed { person, tx in
            for row in try tx.rows("SELECT id FROM index_preview WHERE person_id = \(person)") {
                try remove(try row.id("id"), in: tx)
            }
        },
        merge: { from, into, tx in
            // Where both have a country, what was said in the one goes to the other.
            for row in try tx.rows("SELECT * FROM index_preview WHERE person_id = \(from)") {
                let old = try preview(row)
                let same = try tx.first(
                    "SELECT id FROM index_preview WHERE edition_id = \(old.edition) AND unit = \(old.unit) AND person_id = \(into)"
                )
                if let kept = try same?.id("id") {
                    try tx.execute("UPDATE index_comment SET preview_id = \(kept) WHERE preview_id = \(old.id)")
                    try tx.execute("DELETE FROM index_preview WHERE id = \(old.id)")
                } else {
                    try tx.execute("UPDATE index_preview SET person_id = \(into) WHERE id = \(old.id)")
                }
            }
        })

    private static let comments = PersonalRecord(
        "indexComments", columns: ["index_comment.person_id"],
        export: { "SELECT preview_id, at, is_desk, body FROM index_comment WHERE person_id = \($0)" },
        erasure: .removed { person, tx in
            try tx.execute("UPDATE index_comment SET person_id = NULL WHERE person_id = \(person)")
        },
        merge: { from, into, tx in try tx.execute("UPDATE index_comment SET person_id = \(into) WHERE person_id = \(from)") })
}
