import Base
import Store
import Web

/// Signing in by a password, and having one. The hash is computed between transactions, by `PasswordHasher`.
package enum PasswordActions {
    /// What a typed password is to be compared with.
    package struct Try: Hashable, Sendable {
        /// Nil where nobody has the address, or who has it has no password.
        let person: Identifier?
        /// The decoy's where there is none.
        package let hash: String
        let keys: [String]
    }
    /// Why somebody may change how she signs in.
    package enum Proof: Hashable, Sendable {
        /// This hash is the one whose password was typed just now.
        case password(String)
        /// She signed in within the last minutes.
        case freshSignIn
    }

    /// Counts a try and finds what it is compared with. The same statements for a known and an unknown address.
    package static func begin(_ email: String, origin: String, decoy: String, in tx: Writer) throws -> Try {
        let keys = try count(Person.folded(email), origin, tx)
        let found = try PasswordStore.find(email: email, in: tx)
        try tx.audit("signin.passwordTried", by: nil, on: "password", tx.newID())
        guard let found, let hash = found.hash else { return Try(person: nil, hash: decoy, keys: keys) }
        return Try(person: found.person, hash: hash, keys: keys)
    }

    /// Signs in after a try that was right. `better` replaces a hash of another cost. Nil, as for a wrong password, if there
    /// is none, or if it was changed meanwhile.
    package static func finish(
        _ attempt: Try, better: String?, browser: String, device: String, next: String?, in tx: Writer
    ) throws -> SignInActions.SignedIn? {
        guard let person = attempt.person, try PasswordStore.find(person, in: tx) == attempt.hash else { return nil }
        try forgive(attempt, tx)
        if let better { try PasswordStore.replace(attempt.hash, by: better, of: person, in: tx) }
        return try SignInActions.begin(person, browser: browser, device: device, next: next, in: tx)
    }

    /// Counts a try with the viewer's own old password; the hash that it is compared with, nil if she has none.
    package static func beginOwn(origin: String, by viewer: Viewer?, in tx: Writer) throws -> Try? {
        guard let viewer else { throw Refusal(.signInNeeded, "refusal.signIn") }
        guard let person = try PersonStore.find(viewer.person, in: tx), let hash = try PasswordStore.find(person.id, in: tx)
        else { return nil }
        let keys = try count(person.email.map(Person.folded) ?? person.id.text, origin, tx)
        return Try(person: person.id, hash: hash, keys: keys)
    }

    package static func finishOwn(_ attempt: Try, in tx: Writer) throws { try forgive(attempt, tx) }

    /// Sets the viewer's password. Every other browser is signed out, and this one gets a new secret, which is returned.
    package static func set(
        _ hash: String, proof: Proof, browser: String, by viewer: Viewer?, in tx: Writer
    ) throws -> String {
        let viewer = try proven(proof, browser, viewer, tx)
        let before = try PasswordStore.find(viewer.person, in: tx)
        try PasswordStore.put(hash, of: viewer.person, in: tx)
        return try settle(before == nil ? "password.set" : "password.changed", browser, viewer, tx)
    }

    package static func remove(proof: Proof, browser: String, by viewer: Viewer?, in tx: Writer) throws -> String {
        let viewer = try proven(proof, browser, viewer, field: "remove-old", tx)
        guard try PasswordStore.remove(viewer.person, in: tx) else { throw Refusal(.notFound, "refusal.notFound") }
        try WayInActions.demandOne(viewer.person, in: tx)
        return try settle("password.removed", browser, viewer, tx)
    }

    /// Whoever changes a way in must have proved just now who she is: an open browser is not enough.
    /// `field` is where the form asks for the proof.
    static func proven(
        _ proof: Proof, _ browser: String, _ viewer: Viewer?, field: String = "old", _ tx: Reader
    ) throws -> Viewer {
        guard let viewer else { throw Refusal(.signInNeeded, "refusal.signIn") }
        switch proof {
        case .password(let hash):
            guard try PasswordStore.find(viewer.person, in: tx) == hash else {
                throw Refusal(.forbidden, "password.refusal.old", field: field)
            }
        case .freshSignIn:
            guard let sitting = try SessionStore.sitting(browser, in: tx), sitting.person == viewer.person,
                sitting.isFresh(at: tx.now)
            else { throw Refusal(.forbidden, "account.refusal.fresh", field: field) }
        }
        return viewer
    }

    private static func count(_ who: String, _ origin: String, _ tx: Writer) throws -> [String] {
        try SignInPauseStore.deleteOld(in: tx)
        let keys = ["who:" + FormGuard.digest(who), "from:" + origin]
        let pauses = [
            try SignInPauseStore.find(keys[0], forgiven: SignInPause.person, in: tx),
            try SignInPauseStore.find(keys[1], forgiven: SignInPause.origin, in: tx),
        ]
        if let minutes = pauses.compactMap({ $0.minutesLeft(at: tx.now) }).max() {
            throw Refusal(.tooMany, "password.refusal.pause", ["minutes": String(minutes)], field: "password")
        }
        for key in keys { try SignInPauseStore.count(key, in: tx) }
        return keys
    }

    private static func forgive(_ attempt: Try, _ tx: Writer) throws {
        guard attempt.keys.count == 2 else { return }
        try SignInPauseStore.forget(attempt.keys[0], in: tx)
        try SignInPauseStore.takeBack(attempt.keys[1], in: tx)
    }

    private static func settle(_ verb: String, _ browser: String, _ viewer: Viewer, _ tx: Writer) throws -> String {
        let secret = FormGuard.newSecret()
        try SessionStore.closeAll(of: viewer.person, except: browser, in: tx)
        try SessionStore.rename(browser, to: secret, in: tx)
        try WayInActions.say(verb, viewer.person, tx)
        return secret
    }
}
