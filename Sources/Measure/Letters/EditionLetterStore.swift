import Base
import Store

/// Who was told what: a row for each person and occasion.
package enum EditionLetterStore {
    /// False if she was told before. Whoever is told is told by the same transaction.
    static func mark(_ occasion: EditionOccasion, of edition: Identifier, to person: Identifier, in tx: Writer) throws -> Bool {
        try tx.execute(
            """
            INSERT INTO index_letter (person_id, edition_id, kind, about, at)
            VALUES (\(person), \(edition), \(occasion.kind), \(occasion.about), \(tx.now))
            ON CONFLICT (person_id, edition_id, kind, about) DO NOTHING
            """) == 1
    }

    /// Previews of contacts who were told of them before `told` and have said nothing yet.
    static func silent(since told: Instant, of edition: Identifier, in tx: Reader) throws -> [Identifier] {
        try tx.rows(
            """
            SELECT p.id AS id FROM index_preview p
            JOIN index_letter l ON l.edition_id = p.edition_id AND l.person_id = p.person_id AND l.kind = 'preview'
              AND l.about = p.id
            WHERE p.edition_id = \(edition) AND l.at <= \(told)
              AND NOT EXISTS (SELECT 1 FROM index_comment c WHERE c.preview_id = p.id AND c.is_desk = 0)
            ORDER BY p.id
            """
        ).map { try $0.id("id") }
    }

    /// Editions whose contacts may comment, but not for longer than until `end`.
    static func closing(before end: Instant, in tx: Reader) throws -> [Identifier] {
        try tx.rows(
            """
            SELECT id FROM index_edition
            WHERE state = 'preview' AND comments_until > \(tx.now) AND comments_until <= \(end) ORDER BY id
            """
        ).map { try $0.id("id") }
    }

    /// That she was told something, and nothing of hers.
    static let personal = PersonalRecord(
        "indexLetters", columns: ["index_letter.person_id"],
        export: { "SELECT edition_id, kind, about, at FROM index_letter WHERE person_id = \($0)" },
        erasure: .removed { person, tx in try tx.execute("DELETE FROM index_letter WHERE person_id = \(person)") },
        merge: { from, into, tx in
            try tx.execute(
                """
                DELETE FROM index_letter WHERE person_id = \(from) AND EXISTS (
                  SELECT 1 FROM index_letter kept WHERE kept.person_id = \(into) AND kept.edition_id = index_letter.edition_id
                    AND kept.kind = index_letter.kind AND kept.about = index_letter.about)
                """)
            try tx.execute("UPDATE index_letter SET person_id = \(into) WHERE person_id = \(from)")
        })
}
