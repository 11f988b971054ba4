import Base
import Store

/// Invitation codes: made at the desk, used by whoever was given one.
package enum PlaceCodeActions {
    /// The code that opens a category, with one of its uses taken; nil where none is needed and none was typed.
    static func use(_ typed: String, for category: PlaceCategory, in tx: Writer) throws -> PlaceCode? {
        let code = normal(typed)
        guard !code.isEmpty else {
            if category.needsCode { throw Refusal(.invalid, "places.refusal.codeNeeded", field: "code") }
            return nil
        }
        guard let found = try PlaceCodeStore.find(code, of: category.event, in: tx), found.category == category.id,
            found.until.map({ tx.now < $0 }) ?? true
        else { throw Refusal(.invalid, "places.refusal.code", field: "code") }
        guard try PlaceCounterStore.take(found.id, in: tx) else {
            throw Refusal(.conflict, "places.refusal.codeUsed", field: "code")
        }
        return found
    }

    static func giveBack(_ code: Identifier?, in tx: Writer) throws {
        if let code { try PlaceCounterStore.giveBack(code, in: tx) }
    }

    /// Letters and digits, in capitals: as it is kept, whichever way it is typed.
    package static func normal(_ typed: String) -> String {
        String(
            typed.uppercased().unicodeScalars.filter { ("A"..."Z").contains($0) || ("0"..."9").contains($0) }.map(Character.init))
    }

    /// Makes a code; without a wish one is made up.
    package static func add(
        _ wish: String, uses: Int, to category: PlaceCategory, organisation: Identifier?, until: Instant?, note: String,
        by viewer: Viewer?, in tx: Writer
    ) throws -> PlaceCode {
        let viewer = try viewer.demand(.organiser, in: category.event)
        guard (1...PlaceCategory.unlimited).contains(uses) else { throw Refusal(.invalid, "places.refusal.uses", field: "uses") }
        let text = normal(wish).isEmpty ? normal(RegistrationNumber.new()) : normal(wish)
        guard text.utf8.count >= 4, text.utf8.count <= 40 else {
            throw Refusal(.invalid, "places.refusal.codeForm", field: "code")
        }
        guard try PlaceCodeStore.find(text, of: category.event, in: tx) == nil else {
            throw Refusal(.conflict, "places.refusal.codeDouble", field: "code")
        }
        let code = PlaceCode(
            id: tx.newID(), event: category.event, category: category.id, code: text, organisation: organisation, note: note,
            until: until, count: PlaceCount(capacity: uses, taken: 0))
        try PlaceCodeStore.insert(code, in: tx)
        try tx.audit("places.codeAdded", by: viewer.person, on: "place_category", category.id, after: json(code))
        try tx.note(Note(name: "places.codeAdded", reference: PlaceCategoryActions.reference(category)))
        return code
    }

    /// Nobody can use it any more; who has used it keeps her place.
    package static func close(_ id: Identifier, of category: PlaceCategory, by viewer: Viewer?, in tx: Writer) throws {
        let viewer = try viewer.demand(.organiser, in: category.event)
        guard let code = try PlaceCodeStore.all(of: category.event, in: tx).first(where: { $0.id == id }),
            try PlaceCounterStore.setCapacity(code.count.taken, of: id, in: tx)
        else { throw Refusal(.notFound, "refusal.notFound") }
        try tx.audit("places.codeClosed", by: viewer.person, on: "place_category", category.id, before: json(code))
        try tx.note(Note(name: "places.codeClosed", reference: PlaceCategoryActions.reference(category)))
    }
}
