import Base

/// Something happened: written in the transaction in which it happened, delivered afterwards at least once.
package struct Note: Sendable, Hashable {
    /// `release.published`
    package let name: String
    package let reference: Reference
    package let payload: [String: String]
    package init(name: String, reference: Reference, payload: [String: String] = [:]) {
        self.name = name
        self.reference = reference
        self.payload = payload
    }
}

extension Writer {
    package func note(_ note: Note) throws {
        try execute(
            """
            INSERT INTO note (id, at, name, reference, payload)
            VALUES (\(newID()), \(now), \(note.name), \(json(note.reference)), \(json(note.payload)))
            """)
    }
}

package enum NoteStore {
    /// Notes that nobody has been given yet, oldest first.
    package static func waiting(_ limit: Int, in tx: Reader) throws -> [(id: Identifier, note: Note)] {
        try tx.rows("SELECT id, name, reference, payload FROM note WHERE delivered_at IS NULL ORDER BY id LIMIT \(limit)").map {
            row in
            (
                try row.id("id"),
                Note(name: try row.text("name"), reference: try row.decoded("reference"), payload: try row.decoded("payload"))
            )
        }
    }

    package static func delivered(_ id: Identifier, in tx: Writer) throws {
        try tx.execute("UPDATE note SET delivered_at = \(tx.now) WHERE id = \(id)")
    }
}
