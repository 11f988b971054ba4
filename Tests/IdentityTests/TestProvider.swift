import Base
import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import People
import Synchronization
import TestKit

@testable import Identity

/// A small OpenID provider on a port of this machine. It does what the standard says, and wrong what a test asks it to.
final class TestProvider: Sendable {
    struct Habits: Sendable {
        var signer: TestSigner
        var published: [TestSigner]
        /// What its discovery says instead of the truth.
        var discovery: [String: String] = [:]
        var methods = ["client_secret_basic"]
        var head: @Sendable (inout [String: Any]) -> Void = { _ in }
        var claims: @Sendable (inout [String: Any]) -> Void = { _ in }
        /// A signature other than its key's.
        var signature: (@Sendable (String) throws -> Data)?
        /// The whole answer of a path, instead of its own.
        var answers: [String: @Sendable () -> Response] = [:]
    }
    private struct Code {
        let challenge: String
        let nonce: String
        let back: String
    }

    let clock = TestClock()
    /// Both with characters that must be encoded before they are joined (RFC 6749 §2.3.1).
    let clientID = "plenaria:1"
    let clientSecret = "a secret/with+%"
    let habits: Mutex<Habits>
    private let codes = Mutex<[String: Code]>([:])
    private let asked = Mutex<[String: Int]>([:])
    private let port = Mutex(0)

    private init() throws {
        let signer = try TestSigner.rsa("one")
        habits = Mutex(Habits(signer: signer, published: [signer]))
    }

    var issuer: String { "http://127.0.0.1:\(port.withLock { $0 })" }
    /// How often a path was asked for.
    func count(_ path: String) -> Int { asked.withLock { $0[path] ?? 0 } }

    /// Runs it on a free port while `body` runs.
    static func with(_ body: @Sendable (TestProvider) async throws -> Void) async throws {
        let provider = try TestProvider()
        let (ports, found) = AsyncStream.makeStream(of: Int.self)
        let application = Application(
            router: provider.router, configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { found.yield($0.localAddress?.port ?? 0) },
            logger: Logger(label: "provider") { _ in SwiftLogNoOpLogHandler() })
        let server = Task { try await application.run() }
        for await port in ports {
            provider.port.withLock { $0 = port }
            break
        }
        let result: Result<Void, any Error>
        do { result = .success(try await body(provider)) } catch { result = .failure(error) }
        server.cancel()
        _ = await server.result
        try result.get()
    }

    private var router: Router<BasicRequestContext> {
        let router = Router()
        router.get("/.well-known/openid-configuration") { [self] _, _ in
            try answer("discovery") {
                var all: [String: Any] = [
                    "issuer": issuer, "authorization_endpoint": issuer + "/authorize?tenant=1",
                    "token_endpoint": issuer + "/token", "jwks_uri": issuer + "/keys",
                ]
                habits.withLock { habits in
                    all["token_endpoint_auth_methods_supported"] = habits.methods
                    all.merge(habits.discovery) { $1 }
                }
                return all
            }
        }
        router.get("/keys") { [self] _, _ in
            try answer("keys") { ["keys": try habits.withLock { $0.published }.map { try $0.published() }] }
        }
        router.post("/token") { [self] request, _ in
            let body = String(buffer: try await request.body.collect(upTo: 65_536))
            return try answer("token") { try token(body, request.headers[.authorization]) }
        }
        return router
    }

    /// What `make` says, as JSON; nil is a request that the standard wants refused.
    private func answer(_ path: String, _ make: () throws -> [String: Any]?) throws -> Response {
        asked.withLock { $0[path, default: 0] += 1 }
        if let other = habits.withLock({ $0.answers[path] }) { return other() }
        guard let made = try make() else { return Response(status: .badRequest) }
        let data = try JSONSerialization.data(withJSONObject: made)
        return Response(
            status: .ok, headers: [.contentType: "application/json"], body: .init(byteBuffer: ByteBuffer(bytes: data)))
    }

    /// What its page does when somebody has signed in there: a code and the state, or nil for a request that is not in order.
    func allow(_ address: String) throws -> (code: String, state: String)? {
        let query = TestProvider.fields(String(address.drop { $0 != "?" }.dropFirst()))
        guard address.hasPrefix(issuer + "/authorize?tenant=1&"), query["response_type"] == "code",
            query["client_id"] == clientID,
            query["scope"]?.split(separator: " ").contains("openid") == true, query["code_challenge_method"] == "S256",
            let challenge = query["code_challenge"], challenge.count == 43, let state = query["state"], !state.isEmpty,
            let nonce = query["nonce"], !nonce.isEmpty, let back = query["redirect_uri"]
        else { return nil }
        let code = UUID().uuidString
        codes.withLock { $0[code] = Code(challenge: challenge, nonce: nonce, back: back) }
        return (code, state)
    }

    /// RFC 6749 §4.1.3 with RFC 7636 §4.6; nil where the grant is not valid.
    private func token(_ body: String, _ authorization: String?) throws -> [String: Any]? {
        let form = TestProvider.fields(body)
        guard isOurs(form, authorization), form["grant_type"] == "authorization_code",
            let code = form["code"].flatMap({ code in codes.withLock { $0.removeValue(forKey: code) } }),
            form["redirect_uri"] == code.back, let verifier = form["code_verifier"], (43...128).contains(verifier.count),
            Data(SHA256.hash(data: Data(verifier.utf8))).base64URL == code.challenge
        else { return nil }
        return ["access_token": "x", "token_type": "Bearer", "id_token": try idToken(code.nonce)]
    }

    private func isOurs(_ form: [String: String], _ authorization: String?) -> Bool {
        switch habits.withLock({ $0.methods.first }) {
        case "none": return form["client_id"] == clientID && form["client_secret"] == nil && authorization == nil
        case "client_secret_post":
            return form["client_id"] == clientID && form["client_secret"] == clientSecret && authorization == nil
        default:
            guard let authorization, authorization.hasPrefix("Basic "), form["client_secret"] == nil,
                let data = Data(base64Encoded: String(authorization.dropFirst(6)))
            else { return false }
            let pair = String(decoding: data, as: UTF8.self).split(separator: ":").map { $0.removingPercentEncoding }
            return pair == [clientID, clientSecret]
        }
    }

    private func idToken(_ nonce: String) throws -> String {
        let habits = habits.withLock { $0 }
        let now = clock.now.milliseconds / 1000
        var head: [String: Any] = ["alg": habits.signer.algorithm, "kid": habits.signer.kid, "typ": "JWT"]
        var claims: [String: Any] = [
            "iss": issuer, "sub": "ada-1815", "aud": clientID, "iat": now, "exp": now + 300, "nonce": nonce,
            "email": "ada@example.org", "email_verified": true,
        ]
        habits.head(&head)
        habits.claims(&claims)
        let parts = try [head, claims].map { try JSONSerialization.data(withJSONObject: $0).base64URL }
        let message = parts.joined(separator: ".")
        let signature = try habits.signature.map { try $0(message) } ?? habits.signer.signature(message)
        return message + "." + signature.base64URL
    }

    private static func fields(_ text: String) -> [String: String] {
        let pairs = text.split(separator: "&").compactMap { pair -> (String, String)? in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = parts[0].removingPercentEncoding, let value = parts.last?.removingPercentEncoding else { return nil }
            return (name, value)
        }
        return Dictionary(pairs, uniquingKeysWith: { $1 })
    }
}
