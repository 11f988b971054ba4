import Base
import CompositeIndex
import Store

/// Keeping computed weights as a set that the method can use by its name, and taking a set away again.
package enum WeightActions {
    /// They must have been computed from the edition as it stands, and an index must come out of them.
    package static func keep(
        _ computation: WeightComputation, as name: String, statement: String, of edition: Identifier, by viewer: Viewer?,
        in tx: Writer
    ) throws {
        _ = try viewer.demand(.secretariat)
        guard EditionDraft.isSlug(name), name != "framework", name != "equal" else {
            throw Refusal(.invalid, "measure.refusal.setName", field: "set")
        }
        guard computation.isSound else { throw Refusal(.conflict, "measure.refusal.weightsUnsound", field: "set") }
        let set = computation.set(name, statement: statement, at: tx.now)
        try EditionActions.edit(edition, as: "index.weightsComputed", seen: computation.revision, by: viewer, in: tx) { content in
            guard !content.weightSets.contains(where: { $0.name == name }) else {
                throw Refusal(.conflict, "measure.refusal.setTaken", field: "set")
            }
            content.weightSets.append(set)
        }
    }

    /// Only a computed one: what a committee has signed stays.
    package static func remove(_ name: String, of edition: Identifier, seen: Int?, by viewer: Viewer?, in tx: Writer) throws {
        try EditionActions.edit(edition, as: "index.weightsRemoved", seen: seen, by: viewer, in: tx) { content in
            guard let place = content.weightSets.firstIndex(where: { $0.name == name && $0.origins != nil }) else {
                throw Refusal(.notFound, "refusal.notFound")
            }
            if case .named(name, _)? = content.method.aggregation?.weights {
                throw Refusal(.conflict, "measure.refusal.setUsed", field: "sets")
            }
            content.weightSets.remove(at: place)
        }
    }
}
