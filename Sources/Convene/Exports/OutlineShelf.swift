import Base
import Synchronization

/// Outlines that were made before. A release never changes, but its event's name and place may; a kept outline counts as long
/// as they are those it was made with.
final class OutlineShelf: Sendable {
    private struct Key: Hashable {
        let release: Identifier
        let language: Language
    }
    private struct Kept {
        let event: Event
        let address: String
        let outline: ScheduleOutline
    }
    private let kept = Mutex<[Key: Kept]>([:])
    private let limit: Int
    static let shared = OutlineShelf()

    init(limit: Int = 64) { self.limit = limit }

    /// Without materials: they change without a release.
    func outline(_ event: Event, _ view: ProgrammeView, addresses: SessionAddresses) -> ScheduleOutline {
        let key = Key(release: view.release.id, language: view.language)
        if let known = kept.withLock({ $0[key] }), known.event == event, known.address == addresses.event {
            return known.outline
        }
        let outline = ScheduleOutline(event, view, addresses: addresses)
        kept.withLock { kept in
            if kept.count >= limit { kept.removeAll(keepingCapacity: true) }
            kept[key] = Kept(event: event, address: addresses.event, outline: outline)
        }
        return outline
    }
}
