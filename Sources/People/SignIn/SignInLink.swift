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

    package init(
        digest: String, person: Identifier?, browser: String, code: String, attempts: Int = 0, expires: Instant,
        used: Instant? = nil
    ) {
        self.digest = digest
        self.person = person
        self.browser = browser
        self.code = code
        self.attempts = attempts
        self.expires = expires
        self.used = used
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
    /// Whoever has a role signs in for a working day, others for two weeks.
    package static func sessionMinutes(staff: Bool) -> Int { staff ? 12 * 60 : 14 * 24 * 60 }
}
