import Base

/// Work to be done later by whichever process comes first: a name and a small payload for a verb. It may run more than
/// once, so what it does must bear that.
package struct Job: Sendable, Hashable {
    package let name: String
    /// JSON.
    package let payload: String
    package let due: Instant
    package init(_ name: String, payload: String = "{}", due: Instant) {
        self.name = name
        self.payload = payload
        self.due = due
    }
}

extension Writer {
    @discardableResult
    package func enqueue(_ job: Job) throws -> Identifier {
        let id = newID()
        try execute(
            "INSERT INTO job (id, name, payload, due_at, state) VALUES (\(id), \(job.name), \(job.payload), \(job.due), 'waiting')"
        )
        return id
    }
}
