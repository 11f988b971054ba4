import Base

/// Places in one session of an event, which whoever registered may take: a workshop for thirty, a visit with a bus.
package struct SessionSeats: Hashable, Sendable {
    package let session: Identifier
    package let event: Identifier
    /// The row that counts them.
    package let counter: Identifier
    package let count: PlaceCount
    package init(session: Identifier, event: Identifier, counter: Identifier, count: PlaceCount) {
        self.session = session
        self.event = event
        self.counter = counter
        self.count = count
    }

    package static let most = 100_000
}

/// A session with limited seats as somebody sees it who registered.
package struct SeatOffer: Hashable, Sendable {
    package let session: Session
    package let room: Localized
    package let count: PlaceCount
    package let isMine: Bool
    /// Another seat of hers is at the same time.
    package let clashes: Bool
    package init(session: Session, room: Localized, count: PlaceCount, isMine: Bool, clashes: Bool) {
        self.session = session
        self.room = room
        self.count = count
        self.isMine = isMine
        self.clashes = clashes
    }

    package static func overlap(_ one: Session, _ other: Session) -> Bool {
        one.id != other.id && one.date == other.date && one.start < other.end && other.start < one.end
    }
}
