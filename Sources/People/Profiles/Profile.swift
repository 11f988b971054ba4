import Base

/// What a person says of herself. Nothing of it is shown to others before she says so.
package struct Profile: Hashable, Sendable, Codable {
    package var person: Identifier
    /// In Markdown, a text a language.
    package var biography: Localized = .empty
    /// BCP 47 tags of the languages that she speaks, best first.
    package var languages: [String] = []
    package var orcid: ORCIDIdentifier?
    /// http or https; nil if she has none.
    package var website: String?
    /// The language in which she wants her letters; nil leaves it to the sender.
    package var reading: Language?
    /// A stored file: a picture, made small and freed of its metadata.
    package var portrait: Identifier?
    /// Biography, portrait, languages and addresses may stand on public pages beside her name.
    package var isPublic = false

    package init(person: Identifier) { self.person = person }

    package static let longestBiography = 5_000
    package static let mostLanguages = 20

    /// `https://example.org/me`: a web address with a host, and nothing that could be anything else.
    package static func isWebsite(_ text: String) -> Bool {
        let schemes = ["https://", "http://"]
        guard let scheme = schemes.first(where: { text.lowercased().hasPrefix($0) }), text.utf8.count <= 500 else { return false }
        let rest = text.dropFirst(scheme.count)
        let host = rest.prefix { !"/?#".contains($0) }
        return host.contains(".") && !host.contains("@") && !host.hasPrefix(".") && !host.hasSuffix(".")
            && text.unicodeScalars.allSatisfy { $0.value > 32 && $0.value != 127 && !"\"<>\\^`{|}".unicodeScalars.contains($0) }
    }
}
