import Base

/// One round in which experts spread points over the parts of each node. They do not know of each other; after it has closed, each
/// sees how all answers lay and where her own is (Delphi, budget allocation: Handbook, step 6).
package struct ExpertRound: Hashable, Sendable, Codable {
    package enum State: String, Sendable, Codable, Hashable, CaseIterable { case open, closed }

    package let id: Identifier
    package let edition: Identifier
    /// From 1.
    package let number: Int
    package var state: State
    package var question: Localized
    package let openedAt: Instant
    package var closedAt: Instant?
    /// The nodes that are asked about and their parts, as they were when it opened: later changes of the framework do not reach
    /// back into what was answered, but for a node's new code.
    package let wholes: [Whole]

    package struct Whole: Hashable, Sendable, Codable {
        package let code: String
        package let parts: [String]

        package init(code: String, parts: [String]) {
            self.code = code
            self.parts = parts
        }
    }

    package init(
        id: Identifier, edition: Identifier, number: Int, state: State = .open, question: Localized, openedAt: Instant,
        closedAt: Instant? = nil, wholes: [Whole]
    ) {
        self.id = id
        self.edition = edition
        self.number = number
        self.state = state
        self.question = question
        self.openedAt = openedAt
        self.closedAt = closedAt
        self.wholes = wholes
    }
}

/// Somebody who was asked. She needs no account: her letter holds a link of her own.
package struct Expert: Hashable, Sendable, Codable {
    package let id: Identifier
    package let edition: Identifier
    package let name: String
    package let email: String
    package let language: Language
    /// If she is in the register.
    package let person: Identifier?

    package init(id: Identifier, edition: Identifier, name: String, email: String, language: Language, person: Identifier?) {
        self.id = id
        self.edition = edition
        self.name = name
        self.email = email
        self.language = language
        self.person = person
    }
}

/// Points by whole and part; those of a whole sum to 100.
package struct ExpertAnswer: Hashable, Sendable, Codable {
    package var points: [String: [String: Double]]
    package init(_ points: [String: [String: Double]] = [:]) { self.points = points }

    package static let total = 100.0

    /// Wholes that do not sum to 100, with their sums. Half a hundredth of a point is rounding.
    package func faults(in round: ExpertRound) -> [(whole: String, sum: Double)] {
        round.wholes.compactMap { whole in
            let given = points[whole.code] ?? [:]
            let sum = whole.parts.reduce(0) { $0 + (given[$1] ?? 0) }
            return abs(sum - ExpertAnswer.total) <= 0.005 ? nil : (whole.code, sum)
        }
    }
}
