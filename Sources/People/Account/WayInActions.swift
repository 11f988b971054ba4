import Base
import Store

/// What every change of somebody's ways in has in common.
enum WayInActions {
    /// Nobody shuts herself out: a letter to her address or a linked provider must be left.
    static func demandOne(_ person: Identifier, in tx: Reader) throws {
        let hasAddress = try PersonStore.find(person, in: tx)?.email != nil
        guard try hasAddress || !ProviderStore.links(of: person, in: tx).isEmpty else {
            throw Refusal(.conflict, "account.refusal.lastWay")
        }
    }

    static func say(_ verb: String, _ person: Identifier, _ tx: Writer) throws {
        guard let found = try PersonStore.find(person, in: tx) else { return }
        try tx.audit(verb, by: person, on: "person", person)
        try tx.note(Note(name: verb, reference: PersonActions.reference(found), payload: [:]))
    }
}
