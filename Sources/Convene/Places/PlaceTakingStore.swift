import Base
import Store

/// Taking a place and giving it back: the category's counter and the organisation's quota, together or not at all. All verbs,
/// whoever calls them, go through here.
enum PlaceTakingStore {
    enum Outcome: Hashable {
        case taken
        case full
        /// There are places, but none any more for that organisation.
        case quotaFull
    }

    /// The quota is the scarcer one and is asked first; what was taken of it goes back if the category is full.
    static func take(_ category: Identifier, for organisation: Identifier?, in tx: Writer) throws -> Outcome {
        let quota = try PlaceCategoryStore.quota(of: organisation, in: category, tx)
        if let quota, try !PlaceCounterStore.take(quota, in: tx) { return .quotaFull }
        if try PlaceCounterStore.take(category, in: tx) { return .taken }
        if let quota { try PlaceCounterStore.giveBack(quota, in: tx) }
        return .full
    }

    /// The arrival's number besides; without a quota both are one statement.
    static func arrive(_ category: Identifier, for organisation: Identifier?, in tx: Writer) throws -> (arrival: Int, Outcome) {
        if organisation == nil {
            if let arrival = try PlaceCounterStore.arriveAndTake(category, in: tx) { return (arrival, .taken) }
            return (try PlaceCounterStore.arrive(category, in: tx), .full)
        }
        let outcome = try take(category, for: organisation, in: tx)
        return (try PlaceCounterStore.arrive(category, in: tx), outcome)
    }

    static func giveBack(_ category: Identifier, of organisation: Identifier?, in tx: Writer) throws {
        try PlaceCounterStore.giveBack(category, in: tx)
        if let quota = try PlaceCategoryStore.quota(of: organisation, in: category, tx) {
            try PlaceCounterStore.giveBack(quota, in: tx)
        }
    }
}
