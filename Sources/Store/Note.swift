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
        try send(
            """
            INSERT INTO note (id, at, name, reference, payload)
            VALUES (\(newID()), \(now), \(note.name), \(json(note.reference)), \(json(note.payload)))
            """)
    }
}

package enum NoteStore {
    /// Notes that are to be delivered now, oldest first.
    package static func waiting(_ limit: Int, in tx: Reader) throws -> [(id: Identifier, note: Note)] {
        try tx.rows(
            "SELECT id, name, reference, payload FROM note WHERE delivered_at IS NULL AND next_at <= \(tx.now) ORDER BY id LIMIT \(limit)"
        ).map { row in
            (
                try row.id("id"),
                Note(name: try row.text("name"), reference: try row.decoded("reference"), payload: try row.decoded("payload"))
            )
        }
    }

    /// It is tried again after a pause that doubles from four seconds up to about an hour.
    package static func failed(_ id: Identifier, in tx: Writer) throws {
        let attempts = try tx.count("SELECT attempts FROM note WHERE id = \(id)") + 1
        let next = tx.now.adding(seconds: Int64(2) << Int64(min(attempts, 11)))
        try tx.execute("UPDATE note SET attempts = \(attempts), next_at = \(next) WHERE id = \(id) AND delivered_at IS NULL")
    }

    package static func delivered(_ ids: [Identifier], in tx: Writer) throws {
        guard let last = ids.last else { return }
        // Few lengths, so that there are few statements.
        let length = [1, 20].first { ids.count <= $0 } ?? max(200, ids.count)
        let ids = ids + Array(repeating: last, count: length - ids.count)
        try tx.execute("UPDATE note SET delivered_at = \(tx.now) WHERE id IN (\(list: ids))")
    }
}
