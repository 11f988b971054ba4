import Base

/// A role that waits for somebody to accept it: by a letter to her address, once, within a week.
package struct Invitation: Hashable, Sendable {
    package enum State: String, Hashable, Sendable { case open, expired, accepted, withdrawn }

    package let id: Identifier
    package let email: String
    package let grant: Grant
    package let inviter: Identifier
    package let createdAt: Instant
    package let expiresAt: Instant
    package let acceptedAt: Instant?
    package let withdrawnAt: Instant?

    package init(
        id: Identifier, email: String, grant: Grant, inviter: Identifier, createdAt: Instant, expiresAt: Instant,
        acceptedAt: Instant? = nil, withdrawnAt: Instant? = nil
    ) {
        self.id = id
        self.email = email
        self.grant = grant
        self.inviter = inviter
        self.createdAt = createdAt
        self.expiresAt = expiresAt
        self.acceptedAt = acceptedAt
        self.withdrawnAt = withdrawnAt
    }

    package func state(at now: Instant) -> State {
        if acceptedAt != nil { return .accepted }
        if withdrawnAt != nil { return .withdrawn }
        return now < expiresAt ? .open : .expired
    }

    package static let days = 7
    /// Letters that one address gets in an hour, and that one person sends in a day.
    package static let lettersAnHour = 3
    package static let lettersADay = 100
    /// How long one that came to nothing is remembered.
    package static let rememberedDays = 30
}
