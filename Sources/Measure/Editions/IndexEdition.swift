import Base

/// One edition of a composite index: what is said about it and how far it is. Its tables are `IndexContent`.
package struct IndexEdition: Hashable, Sendable, Codable {
    package enum State: String, CaseIterable, Sendable, Codable, Hashable {
        /// Framework, data and method are worked on.
        case draft
        /// As before, and the countries' contacts see their own profiles.
        case preview
        /// Nothing changes any more; the digest of all that goes in is known.
        case frozen
        /// Public. Values change only as corrections, which are public too.
        case released

        package var isOpen: Bool { self == .draft || self == .preview }
    }

    /// What an edition was frozen with.
    package struct Seal: Hashable, Sendable, Codable {
        /// SHA-256 of `FrozenInputs` as JSON with sorted keys.
        package let digest: String
        /// The program that computes the same numbers from them.
        package let program: String
        package let at: Instant

        package init(digest: String, program: String, at: Instant) {
            self.digest = digest
            self.program = program
            self.at = at
        }
    }

    package let id: Identifier
    /// In addresses, for good: `ddi-2026`.
    package let slug: String
    /// What the editions of one index have in common: `ddi`.
    package var series: String
    /// ISO 8601, a year as a rule; what the edition is about and not when it was made.
    package var period: String
    package var name: Localized
    package var description: Localized
    /// Whether and how far its scores can be compared with those of earlier editions.
    package var comparability: Localized
    /// Its data are invented, and every page says so.
    package var isSample: Bool
    package var state: State
    /// It becomes public by itself at this instant and not before; nil waits for the hand of a releaser.
    package var embargo: Instant?
    /// Until when contacts comment on their countries; nil as long as the preview is open.
    package var commentsUntil: Instant?
    package var seal: Seal?
    package var releasedAt: Instant?
    /// Rises with every change: two who edit at once do not overwrite each other.
    package var revision: Int

    package init(
        id: Identifier, slug: String, series: String, period: String, name: Localized, description: Localized = .empty,
        comparability: Localized = .empty, isSample: Bool = false, state: State = .draft, embargo: Instant? = nil,
        commentsUntil: Instant? = nil, seal: Seal? = nil, releasedAt: Instant? = nil, revision: Int = 1
    ) {
        self.id = id
        self.slug = slug
        self.series = series
        self.period = period
        self.name = name
        self.description = description
        self.comparability = comparability
        self.isSample = isSample
        self.state = state
        self.embargo = embargo
        self.commentsUntil = commentsUntil
        self.seal = seal
        self.releasedAt = releasedAt
        self.revision = revision
    }

    /// Whether contacts may say something.
    package func takesComments(at now: Instant) -> Bool { state == .preview && commentsUntil.map { now < $0 } ?? true }

    /// Where everyone reads it.
    package var path: String { "/index/\(slug)" }
    package var desk: String { "/desk/measure/\(slug)" }
    /// What pages that show it depend on.
    package var topic: String { "index:\(slug)" }
    /// What pages that list editions depend on.
    package static let listTopic = "indices"

    package var reference: Reference { Reference(kind: "index_edition", id: id, title: name, path: path) }
}
