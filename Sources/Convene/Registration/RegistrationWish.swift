import Base

/// What somebody asks for who presses for a place.
package struct RegistrationWish: Sendable {
    package var category: Identifier
    /// An invitation code as it was typed; empty for none.
    package var code = ""
    /// The digest of a key that the page or the program made up: sent twice, done once.
    package var key: String
    /// When the house heard of it: what is fair is measured by that. Nil for now.
    package var askedAt: Instant?
    /// Whoever asks is who it is for: false for programs.
    package var isOwn: Bool
    package init(
        category: Identifier, code: String = "", key: String, askedAt: Instant? = nil, isOwn: Bool = true
    ) {
        self.category = category
        self.code = code
        self.key = key
        self.askedAt = askedAt
        self.isOwn = isOwn
    }
}
