import Base
import Synchronization

/// Lists that were made before: one for each event, as long as nothing that is on it has changed, and for half a minute at
/// most.
package final class DoorListShelf: Sendable {
    private struct Kept {
        let mark: String
        let until: Instant
        let list: DoorList
    }
    private let lists = Mutex<[Identifier: Kept]>([:])
    package static let shared = DoorListShelf()
    private static let term: Int64 = 30
    private static let most = 16

    package init() {}

    /// The list of an event. `mark` changes when anything does that is on it.
    package func list(
        of event: Identifier, mark: String, now: Instant, make: () throws -> DoorList
    ) rethrows -> DoorList {
        if let kept = lists.withLock({ $0[event] }), kept.mark == mark, now < kept.until,
            kept.until <= now.adding(seconds: DoorListShelf.term)
        {
            return kept.list
        }
        let made = try make()
        lists.withLock { lists in
            if lists.count >= DoorListShelf.most { lists.removeAll() }
            lists[event] = Kept(mark: mark, until: now.adding(seconds: DoorListShelf.term), list: made)
        }
        return made
    }
}
