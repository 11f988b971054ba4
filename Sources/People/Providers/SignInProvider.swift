import Base

/// A sign-in elsewhere that is trusted to say who somebody is: a university's, ORCID's. People knows these values and two
/// functions; who speaks the protocol behind them is wired in by the hall.
package struct SignInProvider: Sendable {
    /// What a way there begins with. All of it is random and used once.
    package struct Departure: Sendable, Hashable {
        package let state: String
        package let nonce: String
        /// The PKCE verifier; only its digest goes out at first.
        package let verifier: String
        /// Where the provider sends the browser back to.
        package let back: String
        package init(state: String, nonce: String, verifier: String, back: String) {
            self.state = state
            self.nonce = nonce
            self.verifier = verifier
            self.back = back
        }
    }
    /// Whom a provider vouches for. An issuer and a subject name a person for ever; an address may change hands.
    package struct Identity: Sendable, Hashable {
        package let issuer: String
        package let subject: String
        package let email: String?
        package let isEmailVerified: Bool
        package init(issuer: String, subject: String, email: String? = nil, isEmailVerified: Bool = false) {
            self.issuer = issuer
            self.subject = subject
            self.email = email
            self.isEmailVerified = isEmailVerified
        }
    }

    /// Its part of the address: small letters, digits, hyphens.
    package let key: String
    /// On the button.
    package let name: String
    package let issuer: String
    /// An address that it calls verified may find a person who has not linked it yet.
    package let trustsEmail: Bool
    /// The address that the browser goes to.
    package let depart: @Sendable (Departure) async throws -> String
    /// What a code that came back is worth. Throws a refusal for whatever does not hold.
    package let arrive: @Sendable (String, Departure) async throws -> Identity

    package init(
        key: String, name: String, issuer: String, trustsEmail: Bool,
        depart: @escaping @Sendable (Departure) async throws -> String,
        arrive: @escaping @Sendable (String, Departure) async throws -> Identity
    ) {
        self.key = key
        self.name = name
        self.issuer = issuer
        self.trustsEmail = trustsEmail
        self.depart = depart
        self.arrive = arrive
    }
}
