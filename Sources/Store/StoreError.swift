/// What can go wrong with storage, said alike for both engines.
package enum StoreError: Error, Hashable, Sendable {
    /// A UNIQUE or PRIMARY KEY constraint; the detail names it as far as the engine tells.
    case unique(String)
    case foreignKey(String)
    /// A CHECK or NOT NULL constraint.
    case check(String)
    /// The transaction met another one and may be run again.
    case conflict(String)
    /// The disk is full or the file cannot be written.
    case full(String)
    /// The connection to the server is gone; what was under way may or may not have been committed.
    case disconnected(String)
    /// The data directory or database is in use by another process, or is not ours.
    case refused(String)
    /// A row does not have the form that the program expects.
    case row(String)
    /// A migration was changed after it had been applied, or is missing.
    case migration(String)
    case other(String)

    package var isRetryable: Bool {
        if case .conflict = self { return true }
        return false
    }

    /// The whole transaction is lost, whatever a savepoint inside it undoes.
    var endsTransaction: Bool {
        switch self {
        case .conflict, .full, .disconnected: true
        default: false
        }
    }
}

extension StoreError {
    /// A statement failed outside a savepoint and the closure went on.
    package static let passedOver = StoreError.other(
        "a statement failed and the transaction went on without a savepoint; nothing was written")

    /// The case's name alone: an engine's own text may quote what people wrote and stays out of logs.
    package var kind: String { String("\(self)".prefix { $0 != "(" }) }
}
