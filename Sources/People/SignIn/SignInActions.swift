import Base
import Store
import Web

/// Signing in by a letter, once. These verbs have no viewer: they make one.
package enum SignInActions {
    /// What a letter carries; elsewhere only digests of it are stored.
    package struct Asked: Hashable, Sendable {
        package let token: String
        package let code: String
        package let address: String
    }
    package struct SignedIn: Hashable, Sendable {
        package let person: Identifier
        /// The browser's new secret: it is set as the cookie in place of the old one.
        package let secret: String
        package let isStaff: Bool
        /// Where she wanted to go.
        package let next: String?
    }

    /// A way in for the person with that address, bound to the asking browser. Nil, and nothing else that the asker could
    /// notice, if nobody has the address or if enough letters were sent within the hour.
    package static func ask(_ email: String, browser: String, next: String? = nil, in tx: Writer) throws -> Asked? {
        try SignInStore.deleteOld(in: tx)
        // The same row for known and unknown addresses: an answer that comes sooner would tell them apart.
        try tx.audit("signin.asked", by: nil, on: "letter", tx.newID())
        guard let person = try PersonStore.find(email: email, in: tx), let address = person.email,
            try SignInStore.count(of: person.id, since: tx.now.adding(minutes: -60), in: tx) < SignInLink.lettersAnHour
        else { return nil }
        let token = FormGuard.newSecret()
        let digits = String(Int.random(in: 0..<100_000_000))
        let code = String(repeating: "0", count: 8 - digits.count) + digits
        try SignInStore.insert(
            SignInLink(
                digest: FormGuard.digest(token), person: person.id, browser: FormGuard.digest(browser),
                code: codeDigest(code, browser), expires: tx.now.adding(minutes: SignInLink.minutes), next: next), in: tx)
        return Asked(token: token, code: code, address: address)
    }

    /// The button of the link's page. `newcomer` is who the first administrator says to be.
    package static func open(
        _ token: String, browser: String, device: String = "", newcomer: PersonDraft? = nil, in tx: Writer
    ) throws -> SignedIn {
        let digest = FormGuard.digest(token)
        guard let link = try SignInStore.find(digest, in: tx) else { throw Refusal(.gone, "signin.refusal.link") }
        switch link.state(at: tx.now, for: FormGuard.digest(browser)) {
        case .over: throw Refusal(.gone, "signin.refusal.link")
        case .otherBrowser: throw Refusal(.forbidden, "signin.refusal.browser")
        case .ready: break
        }
        let known = try link.person ?? first(newcomer, in: tx)
        guard try SignInStore.consume(digest, in: tx) else { throw Refusal(.gone, "signin.refusal.link") }
        return try begin(known, browser: browser, device: device, next: link.next, in: tx)
    }

    /// The code of the letter, typed in the browser that asked. Nil for a wrong one: that is no error, since its attempt
    /// must be counted.
    package static func type(_ code: String, browser: String, device: String = "", in tx: Writer) throws -> SignedIn? {
        let asking = FormGuard.digest(browser)
        let typed = codeDigest(code.filter { $0 != " " }, browser)
        let links = try SignInStore.live(browser: asking, in: tx)
        guard let link = links.first(where: { $0.code == typed }), let person = link.person,
            try SignInStore.consume(link.digest, in: tx)
        else {
            try SignInStore.miss(browser: asking, in: tx)
            return nil
        }
        return try begin(person, browser: browser, device: device, next: link.next, in: tx)
    }

    /// A link for the person who runs the installation, which the program prints at its start; any browser may use it
    /// within a day. Without a person it is made only while there is no administrator, and its page asks who she is.
    package static func firstAdministrator(_ person: Identifier? = nil, in tx: Writer) throws -> String? {
        if person == nil, try RoleStore.administrators(in: tx) > 0 { return nil }
        let token = FormGuard.newSecret()
        try SignInStore.insert(
            SignInLink(
                digest: FormGuard.digest(token), person: person, browser: "", code: "",
                expires: tx.now.adding(minutes: SignInLink.administratorMinutes)), in: tx)
        try tx.audit("signin.administratorLink", by: nil, on: "person", person ?? tx.newID())
        return token
    }

    package static func signOut(browser: String, by viewer: Viewer?, in tx: Writer) throws {
        try SessionStore.close(browser, in: tx)
        if let viewer { try tx.audit("signin.closed", by: viewer.person, on: "person", viewer.person) }
    }

    private static func first(_ newcomer: PersonDraft?, in tx: Writer) throws -> Identifier {
        guard let newcomer else { throw Refusal(.invalid, "people.refusal.nameless", field: "name") }
        guard newcomer.email != nil else { throw Refusal(.invalid, "people.refusal.email", field: "email") }
        guard try RoleStore.administrators(in: tx) == 0 else { throw Refusal(.gone, "signin.refusal.administrator") }
        let person = try PersonActions.addFirst(newcomer, in: tx)
        try RoleActions.grantFirst(to: person, in: tx)
        return person.id
    }

    /// Signs somebody in who has proved who she is, by whatever way.
    static func begin(
        _ person: Identifier, browser: String, device: String, next: String?, in tx: Writer
    ) throws -> SignedIn {
        guard let viewer = try RoleStore.viewer(person, in: tx) else { throw Refusal(.gone, "signin.refusal.link") }
        let isStaff = !viewer.grants.isEmpty
        let secret = FormGuard.newSecret()
        // A new secret at every sign-in: one that somebody planted before is worth nothing afterwards.
        try SessionStore.close(browser, in: tx)
        try SessionStore.open(
            secret, person: person, until: tx.now.adding(minutes: SignInLink.sessionMinutes(staff: isStaff)),
            idle: SignInLink.idleMinutes(staff: isStaff), device: device, in: tx)
        try tx.audit("signin.opened", by: person, on: "person", person)
        return SignedIn(person: person, secret: secret, isStaff: isStaff, next: next)
    }

    /// Bound to the browser's secret, which is not stored: the few codes there are cannot be tried out on a stolen table.
    private static func codeDigest(_ code: String, _ browser: String) -> String {
        FormGuard.digest("code " + code + " " + browser)
    }
}
