import Base
import Store
import Web

/// Signing in elsewhere, and linking that with an account.
package enum ProviderActions {
    package enum Arrival: Sendable, Hashable {
        case signedIn(SignInActions.SignedIn)
        case linked
        /// The provider vouches for somebody whom nobody here has linked.
        case unknown
    }

    /// Begins a way to a provider. What comes back is believed only with this state, in this browser, once, within minutes.
    package static func begin(
        _ provider: String, back: String, browser: String, next: String?, in tx: Writer
    ) throws -> SignInProvider.Departure {
        try begin(provider, back, browser, next, linking: nil, tx)
    }

    /// Begins it to link the provider with the viewer's account, who must have signed in just now.
    package static func beginLinking(
        _ provider: String, back: String, browser: String, by viewer: Viewer?, in tx: Writer
    ) throws -> SignInProvider.Departure {
        let viewer = try PasswordActions.proven(.freshSignIn, browser, viewer, tx)
        return try begin(provider, back, browser, nil, linking: viewer.person, tx)
    }

    /// What was begun with that state; it cannot be taken twice.
    package static func take(_ state: String, provider: String, browser: String, in tx: Writer) throws -> ProviderRequest {
        let request = try ProviderStore.take(
            state: state, digest: FormGuard.digest(state), browser: FormGuard.digest(browser), provider: provider, in: tx)
        guard let request else { throw Refusal(.gone, "provider.refusal.state") }
        try tx.audit("signin.providerReturned", by: request.linking, on: "provider", tx.newID())
        return request
    }

    /// Signs in whoever has linked that identity, or links it with the viewer. An address that the provider calls verified
    /// finds a person only where the settings trust this provider so far.
    package static func arrive(
        _ identity: SignInProvider.Identity, for request: ProviderRequest, trustsEmail: Bool, browser: String, device: String,
        by viewer: Viewer?, in tx: Writer
    ) throws -> Arrival {
        let known = try ProviderStore.find(issuer: identity.issuer, subject: identity.subject, in: tx)
        if let person = request.linking {
            // Another person may have signed in meanwhile: the identity is not hers.
            guard viewer?.person == person else { throw Refusal(.forbidden, "provider.refusal.state") }
            try link(identity, known, person, tx)
            return .linked
        }
        if let known {
            try ProviderStore.touch(known.id, in: tx)
            return .signedIn(
                try SignInActions.begin(known.person, browser: browser, device: device, next: request.next, in: tx))
        }
        guard trustsEmail, identity.isEmailVerified, let email = identity.email, Person.isEmail(email),
            let person = try PersonStore.find(email: email, in: tx)
        else { return .unknown }
        try link(identity, nil, person.id, tx)
        return .signedIn(
            try SignInActions.begin(person.id, browser: browser, device: device, next: request.next, in: tx))
    }

    /// Ends a link; a way in must be left. Returns its issuer.
    package static func unlink(_ id: Identifier, browser: String, by viewer: Viewer?, in tx: Writer) throws -> String {
        let viewer = try PasswordActions.proven(.freshSignIn, browser, viewer, tx)
        let link = try ProviderStore.links(of: viewer.person, in: tx).first { $0.id == id }
        guard let link, try ProviderStore.remove(id, of: viewer.person, in: tx) else {
            throw Refusal(.notFound, "refusal.notFound")
        }
        try WayInActions.demandOne(viewer.person, in: tx)
        try WayInActions.say("provider.unlinked", viewer.person, tx)
        return link.issuer
    }

    private static func begin(
        _ provider: String, _ back: String, _ browser: String, _ next: String?, linking: Identifier?, _ tx: Writer
    ) throws -> SignInProvider.Departure {
        let departure = SignInProvider.Departure(
            state: FormGuard.newSecret(), nonce: FormGuard.newSecret(), verifier: FormGuard.newSecret(), back: back)
        let request = ProviderRequest(departure: departure, provider: provider, next: next, linking: linking)
        try ProviderStore.insert(
            request, state: FormGuard.digest(departure.state), browser: FormGuard.digest(browser), in: tx)
        try tx.audit("signin.providerAsked", by: linking, on: "provider", tx.newID())
        return departure
    }

    private static func link(
        _ identity: SignInProvider.Identity, _ known: ProviderLink?, _ person: Identifier, _ tx: Writer
    ) throws {
        if let known {
            guard known.person == person else { throw Refusal(.conflict, "provider.refusal.taken") }
            return
        }
        try ProviderStore.insert(
            ProviderLink(
                id: tx.newID(), person: person, issuer: identity.issuer, subject: identity.subject, linkedAt: tx.now,
                usedAt: nil), in: tx)
        try WayInActions.say("provider.linked", person, tx)
    }
}
