import Base

/// A way in that works once: the link of a letter with the code beside it, or the first administrator's link.
package struct SignInLink: Hashable, Sendable {
    package enum State: Hashable, Sendable {
        /// The button signs in.
        case ready
        /// Asked for in another browser: only its code signs in there.
        case otherBrowser
        /// Used, too old or typed wrongly too often.
        case over
    }
    /// Of the token in the address: the token itself is nowhere stored.
    package let digest: String
    /// Nil for the first administrator, who tells name and address on the page.
    package let person: Identifier?
    /// Of the secret of the browser that asked; empty for a link that any browser may use.
    package let browser: String
    package let code: String
    package let attempts: Int
    package let expires: Instant
    package let used: Instant?
    /// Where the person wanted to go.
    package let next: String?

    package init(
        digest: String, person: Identifier?, browser: String, code: String, attempts: Int = 0, expires: Instant,
        used: Instant? = nil, next: String? = nil
    ) {
        self.digest = digest
        self.person = person
        self.browser = browser
        self.code = code
        self.attempts = attempts
        self.expires = expires
        self.used = used
        self.next = next
    }

    package func state(at now: Instant, for asking: String?) -> State {
        guard used == nil, now < expires, attempts < SignInLink.attempts else { return .over }
        return browser.isEmpty || browser == asking ? .ready : .otherBrowser
    }

    /// How often a code may be typed wrongly.
    package static let attempts = 5
    package static let minutes = 10
    package static let lettersAnHour = 3
    package static let administratorMinutes = 24 * 60
    /// The end of a sitting that nothing moves: a working day for whoever has a role, three months for others.
    package static func sessionMinutes(staff: Bool) -> Int { staff ? 12 * 60 : 90 * 24 * 60 }
    /// A sitting that is not used ends earlier: after a meeting for whoever has a role, after two weeks for others.
    package static func idleMinutes(staff: Bool) -> Int { staff ? 2 * 60 : 14 * 24 * 60 }
}
