import Base
import Store
import Web

/// Opens the page of a registration for whoever has its address. The routes ask here before any verb: it is the permission of
/// people without an account.
package struct RegistrationPassage: Sendable {
    package let event: Event
    package let category: PlaceCategory
    package let registration: Registration
    /// No place of its kind is left.
    package let isFull: Bool
    /// The address is that of the form alone: what comes after is for whoever gets the letter.
    package let isForm: Bool

    package static func address(_ hall: Hall) -> RegistrationAddress {
        RegistrationAddress(hall.keys.derived("registration"))
    }

    /// Whatever does not open is not there.
    package static func open(_ exchange: Exchange, in tx: Reader) throws -> RegistrationPassage {
        let token = exchange.parameters["token"] ?? ""
        guard let id = RegistrationAddress.name(token),
            let (one, event, category, isFull) = try RegistrationStore.opened(id, in: tx)
        else { throw Refusal(.notFound, "registration.refusal.address") }
        let address = address(exchange.hall)
        let isOwn = one.generation > 0 && address.opens(token, id, generation: one.generation)
        guard isOwn || address.opens(token, id, generation: 0) else {
            throw Refusal(.notFound, "registration.refusal.address")
        }
        return RegistrationPassage(event: event, category: category, registration: one, isFull: isFull, isForm: !isOwn)
    }

    /// The holder's own page, and not only its form.
    package static func own(_ exchange: Exchange, in tx: Reader) throws -> RegistrationPassage {
        let passage = try open(exchange, in: tx)
        guard !passage.isForm else { throw Refusal(.notFound, "registration.refusal.address") }
        return passage
    }
}
