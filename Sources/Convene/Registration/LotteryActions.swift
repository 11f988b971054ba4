import Base
import Store

/// The draw of a category in which the first minutes do not decide. Its seed was fixed, and its digest published, before
/// anybody could register; the order follows from it and from the reference numbers, so that nobody could choose it and
/// everybody can check it.
package enum LotteryActions {
    /// Holds every draw that is due. How many there were.
    @discardableResult
    package static func drawDue(of event: Identifier, tell: RegistrationTeller, in tx: Writer) throws -> Int {
        let due = try PlaceCategoryStore.drawsDue(of: event, in: tx).filter { $0.isDrawDue(at: tx.now) }
        for category in due { try draw(category, tell: tell, in: tx) }
        return due.count
    }

    private static func draw(_ category: PlaceCategory, tell: RegistrationTeller, in tx: Writer) throws {
        guard let seed = category.lottery?.seed else { return }
        var drawn = category
        drawn.lottery?.drawnAt = tx.now
        try PlaceCategoryStore.update(drawn, in: tx)
        let order = try RegistrationStore.drawn(of: category.id, in: tx).map {
            (rank: RegistrationNumber.rank($0.number, seed: seed), registration: $0)
        }.sorted { ($0.rank, $0.registration.number) < ($1.rank, $1.registration.number) }
        for (_, one) in order { try place(one, drawn, tell: tell, in: tx) }
        try tx.audit("places.drawn", by: nil, on: "place_category", category.id, after: json(order.map(\.registration.number)))
        try tx.note(
            Note(
                name: "places.drawn",
                reference: Reference(kind: "place_category", id: category.id, title: category.name, path: ""),
                payload: ["count": String(order.count)]))
    }

    /// Whoever comes too late in the order gets her turn in the queue by it.
    private static func place(_ one: Registration, _ category: PlaceCategory, tell: RegistrationTeller, in tx: Writer) throws {
        var placed = one
        let (arrival, outcome) = try PlaceTakingStore.arrive(category.id, for: one.organisation, in: tx)
        placed.arrival = arrival
        placed.hasPlace = outcome == .taken
        if placed.hasPlace {
            RegistrationActions.confirm(&placed, category, at: tx.now)
        } else {
            placed.state = category.hasWaitingList ? .waiting : .declined
            placed.endedAt = category.hasWaitingList ? nil : tx.now
        }
        guard let done = try RegistrationStore.move(placed, from: .drawn, in: tx) else { return }
        try tell(RegistrationOccasion(done.state), done, in: tx)
    }
}
