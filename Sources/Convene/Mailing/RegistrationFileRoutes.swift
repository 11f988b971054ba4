import Base
import HTML
import HTTPTypes
import Store
import Web

/// The files of a registration, each made anew whenever it is asked for: what goes with letters, and the entry for a calendar
/// on its own page.
package enum RegistrationFileRoutes {
    package static let routes: [Route] = [
        Route(.get, "/r/:token/registration.ics", .anyone, rate: 60, handler: calendar)
    ]

    /// What makes the files of letters, by their kinds.
    package static let makers: [String: Module.Maker] = [
        RegistrationLetters.calendarKind: { key, hall in
            guard let key = RegistrationFileKey(key) else { throw Refusal(.invalid, "refusal.notFound") }
            return try await made(key, hall) { Array(calendar($0, hall, key.language, isEnded: key.isEnded).utf8) }
        },
        RegistrationLetters.ticketKind: { key, hall in
            guard let key = RegistrationFileKey(key) else { throw Refusal(.invalid, "refusal.notFound") }
            return try await made(key, hall) { try await ticket($0, hall, key.language) }
        },
    ]

    private struct Ground: Sendable {
        let registration: Registration
        let event: Event
        let category: PlaceCategory
        let hours: ProgrammeHours?
        let seats: [SeatOffer]
    }

    /// Nil for what is somebody else's by now, and for a ticket that no longer opens a door.
    private static func made(
        _ key: RegistrationFileKey, _ hall: Hall, _ make: (Ground) async throws -> [UInt8]
    ) async throws -> [UInt8]? {
        let ground = try await hall.database.read { tx -> Ground? in
            guard let one = try RegistrationStore.find(key.id, in: tx),
                key.isEnded || one.generation == key.generation && one.state == .confirmed
            else { return nil }
            return try found(one, in: tx)
        }
        guard let ground else { return nil }
        return try await make(ground)
    }

    private static func found(_ one: Registration, in tx: Reader) throws -> Ground? {
        guard let event = try EventStore.find(one.event, in: tx), let category = try PlaceCategoryStore.find(one.category, in: tx)
        else { return nil }
        return Ground(
            registration: one, event: event, category: category,
            hours: try ReleaseShelf.latest(of: event.id, in: tx).flatMap { ProgrammeHours($0) },
            seats: try SeatActions.look(at: event, for: one.id, in: tx).filter(\.isMine))
    }

    private static func calendar(_ ground: Ground, _ hall: Hall, _ language: Language, isEnded: Bool) -> String {
        let one = ground.registration
        let page = hall.baseURL + RegistrationPassage.address(hall).path(one.id, generation: one.generation)
        return RegistrationCalendarExport(
            event: ground.event, registration: one, hours: ground.hours, isOnline: ground.category.mode == .online,
            page: isEnded ? nil : page, baseURL: hall.baseURL, words: hall.book.words(language)
        ).text(isEnded: isEnded, at: hall.database.now)
    }

    private static func ticket(_ ground: Ground, _ hall: Hall, _ language: Language) async throws -> [UInt8] {
        try await TicketPDF.bytes(
            ground.registration, event: ground.event, category: ground.category,
            code: DoorRoutes.signer(hall).text(of: ground.registration), seats: ground.seats,
            words: hall.book.words(language), now: hall.database.now)
    }

    private static func calendar(_ exchange: Exchange) async throws -> Answer {
        let ground = try await exchange.database.read { tx -> Ground? in
            let one = try RegistrationPassage.own(exchange, in: tx).registration
            guard one.state == .confirmed else { throw Refusal(.conflict, "registration.refusal.notConfirmed") }
            return try found(one, in: tx)
        }
        guard let ground else { throw Refusal(.notFound, "refusal.notFound") }
        var answer = Answer(
            type: "text/calendar; charset=utf-8",
            body: Array(calendar(ground, exchange.hall, exchange.language, isEnded: false).utf8),
            keeping: .personal)
        answer.fields[.contentDisposition] = Answer.disposition("\(ground.event.slug).ics", isInline: false)
        return answer
    }
}
