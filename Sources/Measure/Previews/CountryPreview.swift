import Base

/// Somebody who looks at one country's profile before everyone does: a person with an account of her own.
package struct CountryPreview: Hashable, Sendable, Codable {
    package let id: Identifier
    package let edition: Identifier
    /// The code of the country in the data.
    package let unit: String
    package let person: Identifier
    package let invitedAt: Instant

    package init(id: Identifier, edition: Identifier, unit: String, person: Identifier, invitedAt: Instant) {
        self.id = id
        self.edition = edition
        self.unit = unit
        self.person = person
        self.invitedAt = invitedAt
    }

    package var path: String { "/previews/\(id)" }
}

/// What a contact remarked, or what the desk answered.
package struct PreviewComment: Hashable, Sendable, Codable {
    package let id: Identifier
    package let preview: Identifier
    /// nil when she had herself erased.
    package let person: Identifier?
    package let isDesk: Bool
    package let at: Instant
    package let text: String

    package init(id: Identifier, preview: Identifier, person: Identifier?, isDesk: Bool, at: Instant, text: String) {
        self.id = id
        self.preview = preview
        self.person = person
        self.isDesk = isDesk
        self.at = at
        self.text = text
    }

    package static let longest = 4000
}
