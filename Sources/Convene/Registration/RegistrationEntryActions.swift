import Base
import People
import Store

/// Registering somebody else by a program: the form's own verbs or the desk's, once for each key, whoever sends it again.
package enum RegistrationEntryActions {
    package struct Entry: Sendable {
        package var category: Identifier
        package var holder: RegistrationHolder
        /// The digest of the program's key.
        package var key: String
        package var way: Way
        package init(category: Identifier, holder: RegistrationHolder, key: String, way: Way) {
            self.category = category
            self.holder = holder
            self.key = key
            self.way = way
        }
    }
    package enum Way: Sendable {
        /// What holds for whoever fills the form holds here.
        case form(code: String)
        /// What the desk may.
        case desk(member: Identifier?)
    }

    /// The registration, and whether it was made now.
    package static func enter(
        _ entry: Entry, to event: Event, by viewer: Viewer?, tell: RegistrationTeller, in tx: Writer
    ) throws -> (registration: Registration, isNew: Bool) {
        _ = try viewer.demand(.organiser, in: event.id)
        if let known = try RegistrationStore.find(key: entry.key, of: event.id, in: tx) {
            return (try same(known, entry), false)
        }
        guard let category = try PlaceCategoryStore.find(entry.category, in: tx), category.event == event.id else {
            throw Refusal(.invalid, "api.fault.value", field: "category")
        }
        guard try RegistrationStore.active(email: entry.holder.email.lowercased(), of: event.id, in: tx) == nil else {
            throw Refusal(.conflict, "registration.refusal.taken", field: "email")
        }
        switch entry.way {
        case .form(let code):
            let wish = RegistrationWish(category: category.id, code: code, key: entry.key, isOwn: false)
            let held = try RegistrationActions.hold(wish, of: event, by: viewer, tell: tell, in: tx)
            let done = try RegistrationActions.submit(
                held, holder: entry.holder, category: category, by: viewer, isOwn: false, tell: tell, in: tx)
            return (done, true)
        case .desk(let member):
            if let member, try OrganisationStore.find(member, in: tx) == nil {
                throw Refusal(.invalid, "api.fault.value", field: "member")
            }
            let done = try RegistrationDeskActions.add(
                entry.holder, to: category.id, organisation: member, of: event, key: entry.key, by: viewer, tell: tell, in: tx)
            return (done, true)
        }
    }

    /// A key stands for one person: sent with another address it is a mistake of the program, unless the registration was
    /// passed on meanwhile.
    private static func same(_ known: Registration, _ entry: Entry) throws -> Registration {
        guard known.generation > 1 || known.holder.email.lowercased() == entry.holder.email.lowercased() else {
            throw Refusal(.invalid, "api.refusal.key", field: "Idempotency-Key")
        }
        return known
    }
}
