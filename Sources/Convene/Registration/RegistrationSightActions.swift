import Base
import Store

/// Looking at registrations, for whoever may.
package enum RegistrationSightActions {
    /// So many registrations behind one that was the last of the part before, and the last of this part if there are more.
    package static func part(
        of event: Event, _ filter: RegistrationFilter, after: String?, limit: Int, by viewer: Viewer?, in tx: Reader
    ) throws -> (items: [Registration], next: Identifier?) {
        _ = try viewer.demand(.organiser, in: event.id)
        let last = try after.map { try cursor($0, event, in: tx) }
        let found = try RegistrationListStore.part(of: event.id, filter, after: last, limit: limit + 1, in: tx)
        let items = Array(found.prefix(limit))
        return (items, found.count > limit ? items.last?.id : nil)
    }

    package static func one(_ id: Identifier, of event: Event, by viewer: Viewer?, in tx: Reader) throws -> Registration {
        _ = try viewer.demand(.organiser, in: event.id)
        guard let one = try RegistrationStore.find(id, in: tx), one.event == event.id else {
            throw Refusal(.notFound, "refusal.notFound")
        }
        return one
    }

    /// A registration keeps its place in the order whatever becomes of it, so that whoever goes on misses nothing.
    private static func cursor(_ text: String, _ event: Event, in tx: Reader) throws -> Registration {
        guard let id = Identifier(text), let one = try RegistrationStore.find(id, in: tx), one.event == event.id else {
            throw Refusal(.invalid, "refusal.cursor", field: "after")
        }
        return one
    }
}
