import Foundation

/// What an operator says of a provider.
package struct OpenIDSettings: Hashable, Sendable {
    /// Its part of our addresses: small letters, digits, hyphens.
    package var key: String
    package var name: String
    /// `https://orcid.org`: exactly as the provider writes it.
    package var issuer: String
    package var clientID: String
    /// Empty for a public client.
    package var clientSecret: String
    /// An address that it calls verified may find a person.
    package var trustsEmail: Bool
    /// It may be in the operator's own network.
    package var isPrivate: Bool

    package init(
        key: String, name: String, issuer: String, clientID: String, clientSecret: String = "", trustsEmail: Bool = false,
        isPrivate: Bool = false
    ) {
        self.key = key
        self.name = name
        self.issuer = issuer
        self.clientID = clientID
        self.clientSecret = clientSecret
        self.trustsEmail = trustsEmail
        self.isPrivate = isPrivate
    }

    /// An issuer on this very machine is for trying things out; only then is plain HTTP taken.
    private var isLoopback: Bool {
        OutwardClient.host(of: issuer, over: ["http", "https"]).map { ["localhost", "127.0.0.1", "::1"].contains($0) } == true
    }
    var reach: OutwardClient.Reach { isLoopback ? .loopback : isPrivate ? .alsoPrivate : .open }

    /// Why these settings cannot work; nil if they can.
    package var complaint: String? {
        let letters = Set("abcdefghijklmnopqrstuvwxyz0123456789-")
        if key.isEmpty || key.count > 32 || !key.allSatisfy(letters.contains) { return "key" }
        if name.isEmpty { return "name" }
        if clientID.isEmpty { return "client.id" }
        let schemes: Set<String> = reach == .loopback ? ["http", "https"] : ["https"]
        return OutwardClient.host(of: issuer, over: schemes) == nil || issuer.contains("?") ? "issuer" : nil
    }
}
