import Base

/// A kind of place at an event: in the room, on line, for speakers, for a member's delegates, for the press. It has its own
/// capacity, its own opening and closing, and its own way in.
package struct PlaceCategory: Hashable, Sendable, Codable {
    /// Where its people take part.
    package enum Mode: String, CaseIterable, Sendable, Codable, Hashable {
        case room, online
    }
    /// Who it is for. It stands on badges and in figures; what it asks of people is said by the other settings.
    package enum Kind: String, CaseIterable, Sendable, Codable, Hashable {
        case general, speaker, delegate, press, guest, staff
    }
    /// What a place costs. Money itself is not handled here.
    package enum Fee: String, CaseIterable, Sendable, Codable, Hashable {
        case free
        /// A reference number is given, and somebody marks it as paid.
        case invoiced
    }

    package var id: Identifier
    package var event: Identifier
    package var name: Localized
    package var text: Localized
    package var kind: Kind
    package var mode: Mode
    package var position: Int
    /// Registration is open from here…
    package var opens: Instant?
    /// …until here, this instant not included.
    package var closes: Instant?
    /// Only with an invitation code.
    package var needsCode: Bool
    /// An application: somebody says yes or no, and only a yes takes a place.
    package var needsApproval: Bool
    /// Whoever finds it full may wait.
    package var hasWaitingList: Bool
    package var fee: Fee
    package var price: String
    /// The questions that are asked, besides name and address.
    package var questionnaire: Identifier?
    /// Minutes that a place is held while its form is being filled.
    package var holdMinutes: Int
    /// Minutes that somebody from the waiting list has to take an offered place.
    package var offerMinutes: Int
    package var lottery: Lottery?

    package init(
        id: Identifier, event: Identifier, name: Localized, text: Localized, kind: Kind, mode: Mode, position: Int,
        opens: Instant? = nil, closes: Instant? = nil, needsCode: Bool, needsApproval: Bool, hasWaitingList: Bool, fee: Fee,
        price: String, questionnaire: Identifier? = nil, holdMinutes: Int, offerMinutes: Int, lottery: Lottery? = nil
    ) {
        self.id = id
        self.event = event
        self.name = name
        self.text = text
        self.kind = kind
        self.mode = mode
        self.position = position
        self.opens = opens
        self.closes = closes
        self.needsCode = needsCode
        self.needsApproval = needsApproval
        self.hasWaitingList = hasWaitingList
        self.fee = fee
        self.price = price
        self.questionnaire = questionnaire
        self.holdMinutes = holdMinutes
        self.offerMinutes = offerMinutes
        self.lottery = lottery
    }

    /// More than any room or server has: stands for "without limit".
    package static let unlimited = 1_000_000

    /// Everybody who registers before `until` is drawn in an order that nobody can choose: by
    /// SHA-256(seed ‖ reference number). The digest of the seed is public beforehand, the seed itself afterwards.
    package struct Lottery: Hashable, Sendable, Codable {
        package var until: Instant
        package var seed: String
        package var drawnAt: Instant?
    }

    /// Whether somebody can register at `now`.
    package enum Door: String, Sendable, Hashable {
        case early, open, closed
    }
    package func door(at now: Instant) -> Door {
        if let opens, now < opens { return .early }
        if let closes, now >= closes { return .closed }
        return .open
    }

    /// Whoever registers now is put into the draw.
    package func isDrawing(at now: Instant) -> Bool {
        guard let lottery, lottery.drawnAt == nil else { return false }
        return now < lottery.until
    }
    /// The draw is due, and nobody gets a place before it was made.
    package func isDrawDue(at now: Instant) -> Bool {
        guard let lottery, lottery.drawnAt == nil else { return false }
        return now >= lottery.until
    }
}

/// How full something is: one row of the database, and the only way to a place. `taken` never exceeds `capacity`, because the
/// row itself refuses it.
package struct PlaceCount: Hashable, Sendable, Codable {
    package var capacity: Int
    package var taken: Int
    package init(capacity: Int, taken: Int) {
        self.capacity = capacity
        self.taken = taken
    }
    package var free: Int { capacity - taken }
    package var isUnlimited: Bool { capacity >= PlaceCategory.unlimited }
}

/// At most so many places of a category for one organisation, inside the category's capacity.
package struct PlaceQuota: Hashable, Sendable, Codable {
    package var category: Identifier
    package var organisation: Identifier
    package var count: PlaceCount
}

/// An invitation code: opens a category that asks for one, so many times. With an organisation, who uses it is its delegate
/// and counts in its quota.
package struct PlaceCode: Hashable, Sendable, Codable {
    package var id: Identifier
    package var event: Identifier
    package var category: Identifier
    /// As it is typed: capital letters and digits.
    package var code: String
    package var organisation: Identifier?
    package var note: String
    package var until: Instant?
    package var count: PlaceCount
}
