import Base

/// A person's sign-in elsewhere.
package struct ProviderLink: Hashable, Sendable {
    package let id: Identifier
    package let person: Identifier
    package let issuer: String
    package let subject: String
    package let linkedAt: Instant
    package let usedAt: Instant?

    /// The provider's name; its issuer if it is none of ours any more.
    package func name(among providers: [SignInProvider]) -> String {
        providers.first { $0.issuer == issuer }?.name ?? issuer
    }
}

/// A way to a provider that was begun and not yet come back from: once, in the browser that began it, within ten minutes.
package struct ProviderRequest: Hashable, Sendable {
    package let departure: SignInProvider.Departure
    package let provider: String
    package let next: String?
    /// Who links it to her account; nil for signing in.
    package let linking: Identifier?

    package static let minutes = 10
}
