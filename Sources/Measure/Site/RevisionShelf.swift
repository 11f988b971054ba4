import Base
import Synchronization

/// What was computed of an edition before. As with `BuildShelf`, an edition's revision rises with every change.
package final class RevisionShelf<Value: Sendable>: Sendable {
    private struct Key: Hashable {
        let edition: Identifier
        let revision: Int
    }
    private let known = Mutex<[Key: Value]>([:])
    private let limit: Int

    package init(limit: Int = 32) { self.limit = limit }

    package func value(of edition: IndexEdition, _ make: () -> Value) -> Value {
        let key = Key(edition: edition.id, revision: edition.revision)
        if let found = known.withLock({ $0[key] }) { return found }
        let made = make()
        known.withLock { known in
            if known.count >= limit { known.removeAll(keepingCapacity: true) }
            known[key] = made
        }
        return made
    }
}
