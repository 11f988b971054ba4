import Base

/// A paper that was issued to somebody and that anyone can check by its number: that she was there, that she presented, that
/// she is invited. What it says is frozen: the PDF, the public page and the digest are made from the same values at any time.
package struct Certificate: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable, Codable, Hashable {
        case attendance, speaker, invitation
    }

    package let id: Identifier
    /// As it is printed: `7F3K-92QD-4MXA`.
    package let number: String
    package let kind: Kind
    package let event: Identifier
    /// Nil for a speaker who did not register, and once the registration is gone.
    package let registration: Identifier?
    package let person: Identifier?
    package let issuedAt: Instant
    package var revokedAt: Instant?
    package let content: CertificateContent
    /// SHA-256 of the content's canonical JSON, hexadecimal.
    package let digest: String

    package init(
        id: Identifier, number: String, kind: Kind, event: Identifier, registration: Identifier?, person: Identifier?,
        issuedAt: Instant, revokedAt: Instant? = nil, content: CertificateContent, digest: String
    ) {
        self.id = id
        self.number = number
        self.kind = kind
        self.event = event
        self.registration = registration
        self.person = person
        self.issuedAt = issuedAt
        self.revokedAt = revokedAt
        self.content = content
        self.digest = digest
    }

    package static let path = "/verify"
    package var path: String { Certificate.path + "/" + number }

    /// The first 16 digits of the digest, in fours: what the paper bears.
    package var printedDigest: String { Certificate.printed(digest) }
    package static func printed(_ digest: String) -> String {
        let letters = Array(digest.prefix(16))
        return stride(from: 0, to: letters.count, by: 4).map { String(letters[$0..<min($0 + 4, letters.count)]) }
            .joined(separator: " ")
    }

    // MARK: Numbers

    private static let letters = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

    /// Twelve of 32 characters: 60 random bits, which nobody finds by trying.
    package static func newNumber() -> String {
        var random = SystemRandomNumberGenerator()
        return hyphened((0..<12).map { _ in letters[Int.random(in: 0..<32, using: &random)] })
    }

    /// As it is kept, from what somebody types: any case, with or without hyphens, O for 0, I and L for 1.
    package static func read(_ text: String) -> String? {
        guard text.utf8.count <= 100 else { return nil }
        let typed = text.uppercased().filter { $0 != "-" && !$0.isWhitespace }
        let clear = typed.map { ["O": "0", "I": "1", "L": "1"][$0] ?? $0 }
        guard clear.count == 12, clear.allSatisfy(letters.contains) else { return nil }
        return hyphened(clear)
    }

    private static func hyphened(_ letters: [Character]) -> String {
        [letters[0..<4], letters[4..<8], letters[8..<12]].map { String($0) }.joined(separator: "-")
    }
}

/// What a certificate says, and nothing more of its holder.
package struct CertificateContent: Hashable, Sendable, Codable {
    /// Something that was presented.
    package struct Talk: Hashable, Sendable, Codable {
        package var title: Localized
        package var date: CalendarDate
    }

    package var number: String
    package var kind: Certificate.Kind
    /// In the event's zone.
    package var date: CalendarDate
    package var name: String
    package var latin: String
    /// What it is written in.
    package var language: Language
    package var event: Localized
    package var first: CalendarDate
    package var last: CalendarDate
    package var venue: Localized
    package var city: Localized
    package var country: String
    package var mode: PlaceCategory.Mode
    package var talks: [Talk] = []
    /// Of an invitation: to whom it is written below the name, and its paragraphs.
    package var address: [String] = []
    package var paragraphs: [String] = []
    /// Who says it, and who signs.
    package var letterhead: [String]
    package var signatories: [PaperSettings.Signatory]
}
