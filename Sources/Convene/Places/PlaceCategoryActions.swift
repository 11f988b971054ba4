import Base
import Store

/// The desk makes and changes the kinds of places of an event.
package enum PlaceCategoryActions {
    static func reference(_ category: PlaceCategory) -> Reference {
        Reference(kind: "place_category", id: category.id, title: category.name, path: "")
    }
    /// What pages that show places depend on.
    package static func topic(_ event: Identifier) -> String { "places:\(event)" }

    package static func add(
        _ category: PlaceCategory, capacity: Int, to event: Event, by viewer: Viewer?, in tx: Writer
    ) throws -> PlaceCategory {
        let viewer = try viewer.demand(.organiser, in: event.id)
        try demandCapacity(capacity)
        var new = category
        new.id = tx.newID()
        new.event = event.id
        try demandOwnQuestions(new, in: tx)
        new.position = (try PlaceCategoryStore.all(of: event.id, in: tx).map(\.category.position).max() ?? 0) + 1
        try PlaceCategoryStore.insert(new, capacity: capacity, in: tx)
        try say("places.added", new, before: nil, by: viewer, in: tx)
        return new
    }

    /// Changes a category. More places go to who waits, in the same transaction; fewer than are taken cannot be.
    package static func change(
        _ category: PlaceCategory, capacity: Int, by viewer: Viewer?, tell: RegistrationTeller, in tx: Writer
    ) throws {
        let viewer = try viewer.demand(.organiser, in: category.event)
        guard let before = try PlaceCategoryStore.find(category.id, in: tx), before.event == category.event else {
            throw Refusal(.notFound, "refusal.notFound")
        }
        try demandCapacity(capacity)
        try demandFair(category, before, in: tx)
        try demandOwnQuestions(category, in: tx)
        guard try PlaceCounterStore.setCapacity(capacity, of: category.id, in: tx) else {
            let taken = try PlaceCounterStore.count(category.id, in: tx)?.taken ?? 0
            throw Refusal(.conflict, "places.refusal.taken", ["count": String(taken)], field: "capacity")
        }
        try PlaceCategoryStore.update(category, in: tx)
        try say("places.changed", category, before: before, by: viewer, in: tx)
        try WaitingActions.promote(category.id, tell: tell, in: tx)
    }

    package static func remove(_ id: Identifier, of event: Event, by viewer: Viewer?, in tx: Writer) throws {
        let viewer = try viewer.demand(.organiser, in: event.id)
        guard let category = try PlaceCategoryStore.find(id, in: tx), category.event == event.id else {
            throw Refusal(.notFound, "refusal.notFound")
        }
        guard try !RegistrationStore.isUsed(id, in: tx) else { throw Refusal(.conflict, "places.refusal.used") }
        try PlaceCategoryStore.remove(id, in: tx)
        try say("places.removed", category, before: category, by: viewer, in: tx)
    }

    /// At most `capacity` places of the category for an organisation; nil lifts the limit.
    package static func setQuota(
        _ capacity: Int?, of organisation: Identifier, in category: PlaceCategory, by viewer: Viewer?, tx: Writer
    ) throws {
        let viewer = try viewer.demand(.organiser, in: category.event)
        let counter = try PlaceCategoryStore.quota(of: organisation, in: category.id, tx)
        switch (counter, capacity) {
        case (nil, nil): return
        case (let counter?, nil): try PlaceCategoryStore.removeQuota(counter, in: tx)
        case (nil, let capacity?):
            try demandCapacity(capacity)
            let taken = try RegistrationStore.placed(of: organisation, in: category.id, tx)
            guard taken <= capacity else { throw Refusal(.conflict, "places.refusal.taken", ["count": String(taken)]) }
            let id = tx.newID()
            try PlaceCategoryStore.insertQuota(id, of: organisation, in: category.id, capacity: capacity, tx)
            for _ in 0..<taken { _ = try PlaceCounterStore.take(id, in: tx) }
        case (let counter?, let capacity?):
            try demandCapacity(capacity)
            guard try PlaceCounterStore.setCapacity(capacity, of: counter, in: tx) else {
                let taken = try PlaceCounterStore.count(counter, in: tx)?.taken ?? 0
                throw Refusal(.conflict, "places.refusal.taken", ["count": String(taken)])
            }
        }
        try say("places.quotaSet", category, before: nil, by: viewer, in: tx)
    }

    private static func demandCapacity(_ capacity: Int) throws {
        guard (0...PlaceCategory.unlimited).contains(capacity) else {
            throw Refusal(.invalid, "places.refusal.capacity", field: "capacity")
        }
    }

    /// Another event's questions are not asked here: its editors would read the answers.
    private static func demandOwnQuestions(_ category: PlaceCategory, in tx: Reader) throws {
        guard let id = category.questionnaire else { return }
        guard try QuestionnaireStore.find(id, of: category.event, in: tx) != nil else {
            throw Refusal(.invalid, "places.refusal.questionnaire", field: "questionnaire")
        }
    }

    /// Once somebody can be in a draw, neither its seed nor its end may change: that would be choosing the winners.
    private static func demandFair(_ category: PlaceCategory, _ before: PlaceCategory, in tx: Reader) throws {
        guard before.lottery != category.lottery, before.lottery != nil || category.lottery != nil else { return }
        guard try !RegistrationStore.isUsed(category.id, in: tx) else {
            throw Refusal(.conflict, "places.refusal.lotteryFixed", field: "lotteryUntil")
        }
    }

    private static func say(_ verb: String, _ category: PlaceCategory, before: PlaceCategory?, by viewer: Viewer, in tx: Writer)
        throws
    {
        try tx.audit(
            verb, by: viewer.person, on: "place_category", category.id, before: before.map(json), after: json(category))
        try tx.note(Note(name: verb, reference: reference(category)))
        try tx.changed(topic(category.event))
    }
}
