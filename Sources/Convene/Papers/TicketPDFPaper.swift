import Base
import HTML
import Paper

/// The ticket as a file: what is printed, or shown on a telephone, at the door.
package enum TicketPDF {
    /// `code` is the text of its QR (`TicketSigner.text(of:)`); `seats` are the sessions in which a seat is hers. In the words'
    /// language, which is mostly the holder's. Throws `PaperFault`.
    package static func bytes(
        _ registration: Registration, event: Event, category: PlaceCategory, code: String, seats: [SeatOffer] = [],
        words: Words, now: Instant
    ) async throws -> [UInt8] {
        try await PaperPress.shared.print(
            paper(registration, event: event, category: category, code: code, seats: seats, words: words, now: now)
        ).bytes
    }

    static func paper(
        _ registration: Registration, event: Event, category: PlaceCategory, code: String, seats: [SeatOffer], words: Words,
        now: Instant
    ) -> TicketPaper {
        let language = words.language
        let said = { EventPaper.said(words, $0) }
        return TicketPaper(
            info: EventPaper.info(event, words("papers.ticket"), words, at: now), band: EventPaper.band(event),
            event: EventPaper.text(event.name, language),
            facts: [
                PaperFact(said("event.when"), EventPaper.when(event, words)),
                PaperFact(said("event.where"), EventPaper.place(event, category.mode, words)),
            ],
            holderLabel: said("registration.name"), holder: EventPaper.name(registration.holder),
            details: details(registration, category, words), code: code,
            instructions: [
                said(category.mode == .online ? "papers.ticket.online" : "papers.ticket.show"), said("papers.ticket.keep"),
            ],
            sessionsHeading: said("door.seats.title"), sessions: seats.map { session($0, words) })
    }

    private static func details(_ one: Registration, _ category: PlaceCategory, _ words: Words) -> [PaperFact] {
        var facts = [
            PaperFact(EventPaper.said(words, "registration.kind"), EventPaper.text(category.name, words.language)),
            PaperFact(EventPaper.said(words, "registration.number"), PaperText(one.number, "en")),
        ]
        if !one.holder.organisation.isEmpty {
            facts.append(PaperFact(EventPaper.said(words, "registration.organisation"), PaperText(one.holder.organisation)))
        }
        return facts
    }

    private static func session(_ seat: SeatOffer, _ words: Words) -> PaperSession {
        let session = seat.session
        let time = words.date(session.date, .short) + " " + session.start.onTheWall
        return PaperSession(
            time: PaperText(time, words.language.rawValue), title: EventPaper.text(session.title, words.language),
            note: seat.room.isEmpty ? nil : EventPaper.text(seat.room, words.language))
    }
}
