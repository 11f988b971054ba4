import Base
import Crypto
import Foundation

/// A key for programs: it stands for a person, and opens no more than she may herself at that moment. Only its digest is
/// kept, so that a stolen table opens nothing.
package struct ApiToken: Hashable, Sendable {
    /// What a token is made for. The raw value stands in routes, in the description of the interface and in the database.
    package enum Scope: String, CaseIterable, Sendable, Codable, Hashable {
        case read
        case programme = "programme:write"
        case releases = "releases:write"
        case attendees = "registrations:read"
        case registrations = "registrations:write"

        /// The highest role that it lends.
        package var role: Role {
            switch self {
            case .read: .reader
            case .programme: .editor
            case .releases, .attendees, .registrations: .organiser
            }
        }
        /// What comes with it: whoever changes something sees what it is.
        package var implied: Set<Scope> { self == .registrations ? [.read, .attendees] : [.read] }
        /// The last part of its word key.
        package var word: String {
            self == .attendees ? "attendees" : rawValue.split(separator: ":").first.map(String.init) ?? rawValue
        }
    }

    package let id: Identifier
    package let person: Identifier
    package let name: String
    package let scopes: Set<Scope>
    /// The one event that it is for; nil for all.
    package let event: Identifier?
    package let createdAt: Instant
    package let expiresAt: Instant
    package let lastUsedAt: Instant?
    package let revokedAt: Instant?

    package init(
        id: Identifier, person: Identifier, name: String, scopes: Set<Scope>, event: Identifier?, createdAt: Instant,
        expiresAt: Instant, lastUsedAt: Instant? = nil, revokedAt: Instant? = nil
    ) {
        self.id = id
        self.person = person
        self.name = name
        self.scopes = scopes
        self.event = event
        self.createdAt = createdAt
        self.expiresAt = expiresAt
        self.lastUsedAt = lastUsedAt
        self.revokedAt = revokedAt
    }

    package static let mostLive = 20
    /// What may be chosen, in days.
    package static let terms = [30, 90, 365]
    /// How exactly it is noted when a token was last used.
    package static let precision: Int64 = 300

    package func isLive(at now: Instant) -> Bool { revokedAt == nil && now < expiresAt }

    /// The person's rights as they are now, each no higher than the scopes lend and only where the token is for.
    package func narrowed(_ viewer: Viewer) -> Viewer {
        guard let most = scopes.map(\.role).max() else { return Viewer(person: viewer.person, name: viewer.name, grants: []) }
        let grants = viewer.grants.compactMap { grant -> Grant? in
            let role = min(grant.role, most)
            guard let event else { return Grant(role, in: grant.scope, part: grant.part) }
            return grant.scope == nil || grant.scope == event ? Grant(role, in: event, part: grant.part) : nil
        }
        return Viewer(person: viewer.person, name: viewer.name, grants: Set(grants))
    }

    /// A new secret: 256 random bits after a mark by which scanners of source code know it.
    package static func newSecret() -> String {
        var random = SystemRandomNumberGenerator()
        let digits = Array("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
        return mark + String((0..<43).map { _ in digits[Int.random(in: 0..<62, using: &random)] })
    }
    package static let mark = "plenaria_"

    package static func digest(_ secret: String) -> String {
        hexadecimal(SHA256.hash(data: Data(("token " + secret).utf8)))
    }
}

/// What someone asks to have a token made for.
package struct ApiTokenDraft: Hashable, Sendable {
    package var name: String
    package var scopes: Set<ApiToken.Scope>
    package var event: Identifier?
    package var days: Int
    package init(name: String, scopes: Set<ApiToken.Scope>, event: Identifier? = nil, days: Int = 90) {
        self.name = name
        self.scopes = scopes
        self.event = event
        self.days = days
    }
}
