import Base

/// What a mail system says of a letter that it could not deliver, or not yet.
package struct Bounce: Hashable, Sendable, Codable {
    /// RFC 3464 §2.3.3, and what RFC 5965 adds: somebody called the letter unwanted.
    package enum Action: String, Hashable, Sendable, Codable, CaseIterable {
        case failed, delayed, delivered, relayed, expanded, complained

        /// It did not arrive, or was not wanted.
        package var isTrouble: Bool { self == .failed || self == .complained }
    }
    /// As it is written there; checked to be an address.
    package let recipient: String
    package let action: Action
    /// RFC 3463: `5.1.1`; empty where nothing is said.
    package let status: String
    /// What the other server said, one line of at most 500 characters.
    package let diagnostic: String

    package init(recipient: String, action: Action, status: String, diagnostic: String) {
        self.recipient = recipient
        self.action = action
        self.status = status
        self.diagnostic = diagnostic
    }

    /// 5: for good; 4: perhaps later.
    package var isForGood: Bool { status.hasPrefix("5") }
}

/// One mail from a mail system: what it says of each recipient, and the letter of ours that it is about.
package struct BounceReport: Hashable, Sendable, Codable {
    /// From the Message-ID that we gave it: `<id@domain>`.
    package let letter: Identifier?
    package let bounces: [Bounce]
}

/// Why a file was not read as a report. The words name no address.
package enum BounceFault: String, Error, Hashable, Sendable, Codable {
    case tooLarge = "larger than 8 MB"
    case notMail = "not a mail"
    case tooDeep = "more parts than a report has"
    /// A letter, an answer by a machine that is away, an ordinary mail.
    case notBounce = "not a report of a mail that was not delivered"
}
