import Base
import Crypto
import Foundation
import Logging
import People

/// One provider, spoken to by OpenID Connect: authorization code flow with PKCE (RFC 7636), state and nonce.
package actor OpenIDClient {
    private let settings: OpenIDSettings
    private let clock: @Sendable () -> Instant
    private let logger: Logger
    private let http: OutwardClient
    private var discovery: (value: OpenIDDiscovery, at: Instant)?
    private var keys: (value: OpenIDKeys, at: Instant)?

    /// How long what a provider publishes is kept.
    private static let keptMinutes = 60
    /// A key that nobody knows makes us look again, but no more often than that.
    private static let againSeconds: Int64 = 60

    package init(_ settings: OpenIDSettings, clock: @escaping @Sendable () -> Instant, logger: Logger) {
        self.settings = settings
        self.clock = clock
        self.logger = logger
        http = OutwardClient(reach: settings.reach)
    }

    /// As People knows it.
    package nonisolated var provider: SignInProvider {
        SignInProvider(
            key: settings.key, name: settings.name, issuer: settings.issuer, trustsEmail: settings.trustsEmail,
            depart: { try await self.depart($0) }, arrive: { try await self.arrive($0, $1) })
    }

    private func depart(_ departure: SignInProvider.Departure) async throws -> String {
        try await told {
            let endpoint = try await found().authorizationEndpoint
            let challenge = Data(SHA256.hash(data: Data(departure.verifier.utf8))).base64URL
            let query = OutwardClient.encoded([
                ("response_type", "code"), ("client_id", settings.clientID), ("redirect_uri", departure.back),
                ("scope", settings.trustsEmail ? "openid email" : "openid"), ("state", departure.state),
                ("nonce", departure.nonce), ("code_challenge", challenge), ("code_challenge_method", "S256"),
            ])
            return endpoint + (endpoint.contains("?") ? "&" : "?") + query
        }
    }

    private func arrive(_ code: String, _ departure: SignInProvider.Departure) async throws -> SignInProvider.Identity {
        try await told {
            let token = try await token(code, departure)
            let head = try IDTokenHead(of: token)
            let algorithm = try head.algorithm()
            let key = try await key(for: head)
            let claims = try await OpenIDKeys.claims(of: token, algorithm, key)
            try claims.check(
                issuer: settings.issuer, client: settings.clientID, nonce: departure.nonce, now: clock())
            return SignInProvider.Identity(
                issuer: claims.iss, subject: claims.sub, email: claims.email,
                isEmailVerified: claims.emailVerified?.isTrue == true)
        }
    }

    /// The ID token that a code is worth (RFC 6749 §4.1.3).
    private func token(_ code: String, _ departure: SignInProvider.Departure) async throws -> String {
        struct Answer: Decodable {
            let idToken: String
            enum CodingKeys: String, CodingKey { case idToken = "id_token" }
        }
        let discovery = try await found()
        var form = [
            (name: "grant_type", value: "authorization_code"), (name: "code", value: code),
            (name: "redirect_uri", value: departure.back), (name: "code_verifier", value: departure.verifier),
        ]
        var authorization: String?
        if settings.clientSecret.isEmpty {
            form.append((name: "client_id", value: settings.clientID))
        } else if discovery.takesBasic {
            let pair = OutwardClient.encoded(settings.clientID) + ":" + OutwardClient.encoded(settings.clientSecret)
            authorization = "Basic " + Data(pair.utf8).base64EncodedString()
        } else {
            form += [(name: "client_id", value: settings.clientID), (name: "client_secret", value: settings.clientSecret)]
        }
        let data = try await http.post(form, to: discovery.tokenEndpoint, authorization: authorization)
        guard let answer = try? JSONDecoder().decode(Answer.self, from: data) else { throw IDTokenFault.answer }
        return answer.idToken
    }

    private func found() async throws -> OpenIDDiscovery {
        let now = clock()
        if let discovery, now < discovery.at.adding(minutes: OpenIDClient.keptMinutes) { return discovery.value }
        let data = try await http.get(OpenIDDiscovery.address(of: settings.issuer))
        let value = try OpenIDDiscovery(data, of: settings)
        discovery = (value, now)
        return value
    }

    /// Providers change their keys: one that is not among those we know is looked for once more.
    private func key(for head: IDTokenHead) async throws -> OpenIDKeys.Key {
        let now = clock()
        if let keys, now < keys.at.adding(minutes: OpenIDClient.keptMinutes), let key = try keys.value.key(for: head) {
            return key
        }
        if let keys, now < keys.at.adding(seconds: OpenIDClient.againSeconds) { throw IDTokenFault.key }
        let value = try OpenIDKeys(try await http.get(found().keys))
        keys = (value, now)
        guard let key = try value.key(for: head) else { throw IDTokenFault.key }
        return key
    }

    /// People are told that it did not work; the operator's log is told why.
    private func told<T: Sendable>(_ work: () async throws -> T) async throws -> T {
        do {
            return try await work()
        } catch let failure as OutwardClient.Failure {
            logger.warning("sign-in provider", metadata: ["provider": "\(settings.key)", "failure": "\(failure)"])
            throw Refusal(.conflict, "provider.refusal.reach")
        } catch let fault as IDTokenFault {
            logger.warning("sign-in provider", metadata: ["provider": "\(settings.key)", "fault": "\(fault)"])
            throw Refusal(.forbidden, "provider.refusal.answer")
        }
    }
}
