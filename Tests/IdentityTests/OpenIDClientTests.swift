import Base
import Crypto
import Foundation
import Hummingbird
import People
import Synchronization
import TestKit
import Testing

@testable import Identity

/// The whole way against a provider that holds us to the standard, and one that lies.
@Suite("OpenIDClient", .timeLimit(.minutes(15)))
struct OpenIDClientTests {
    @Test("a sign-in comes back with who it was, by RSA and by elliptic curve", arguments: ["RS256", "ES256"])
    func good(algorithm: String) async throws {
        try await TestProvider.with { (provider) async throws in
            let signer = algorithm == "ES256" ? TestSigner.ec("e") : try TestSigner.rsa("r")
            provider.habits.withLock {
                $0.signer = signer
                $0.published = [signer]
            }
            let travel = TestTravel(provider)
            let identity = try await travel.go()
            #expect(
                identity
                    == SignInProvider.Identity(
                        issuer: provider.issuer, subject: "ada-1815", email: "ada@example.org", isEmailVerified: true))
            _ = try await travel.go()
            #expect(provider.count("discovery") == 1, "what it publishes is kept")
            #expect(provider.count("keys") == 1)
            #expect(travel.told.isEmpty)
        }
    }

    @Test("the secret goes as the provider takes it", arguments: ["client_secret_basic", "client_secret_post", "none"])
    func secret(method: String) async throws {
        try await TestProvider.with { (provider) async throws in
            provider.habits.withLock { $0.methods = [method] }
            let travel = TestTravel(provider) { if method == "none" { $0.clientSecret = "" } }
            #expect(try await travel.go().subject == "ada-1815")
        }
    }

    @Test("the address asks for no more than is used, and keeps the provider's own query") func address() async throws {
        try await TestProvider.with { (provider) async throws in
            let departure = TestTravel.departure()
            let plain = try await TestTravel(provider).client.provider.depart(departure)
            #expect(plain.contains("&scope=openid&"))
            #expect(!plain.contains(departure.verifier))
            let challenge = Data(SHA256.hash(data: Data(departure.verifier.utf8))).base64URL
            #expect(plain.contains("&code_challenge=\(challenge)&code_challenge_method=S256"))
            let trusting = TestTravel(provider) { $0.trustsEmail = true }
            #expect(try await trusting.client.provider.depart(departure).contains("&scope=openid%20email&"))
        }
    }

    @Test("a code is worth nothing with another verifier, another way back, another secret, or twice") func thief() async throws {
        try await TestProvider.with { (provider) async throws in
            let travel = TestTravel(provider)
            let verifier = try await travel.refusal {
                .init(state: $0.state, nonce: $0.nonce, verifier: String(repeating: "x", count: 43), back: $0.back)
            }
            #expect(verifier?.words == "provider.refusal.reach")
            let back = try await travel.refusal {
                .init(state: $0.state, nonce: $0.nonce, verifier: $0.verifier, back: "https://evil.example")
            }
            #expect(back?.words == "provider.refusal.reach")
            #expect(try await TestTravel(provider) { $0.clientSecret = "other" }.refusal() != nil)
            let departure = TestTravel.departure()
            let address = try await travel.client.provider.depart(departure)
            let code = try #require(try provider.allow(address)).code
            #expect(try await travel.client.provider.arrive(code, departure).subject == "ada-1815")
            await #expect(throws: Refusal.self) { try await travel.client.provider.arrive(code, departure) }
            #expect(Set(travel.told) == ["failure status(400)"])
        }
    }

    struct Lie: Sendable, CustomTestStringConvertible {
        let fault: String
        let claim: String
        let value: @Sendable (Double) -> Any?
        init(_ fault: String, _ claim: String, _ value: @escaping @Sendable (Double) -> Any?) {
            self.fault = fault
            self.claim = claim
            self.value = value
        }
        var testDescription: String { "\(claim) → \(fault)" }
    }

    @Test(
        "a claim that is not for us, from them and from now is not believed, and the log says which",
        arguments: [
            Lie("issuer", "iss") { _ in "https://evil.example" }, Lie("issuer", "iss") { _ in "" },
            Lie("audience", "aud") { _ in "another" }, Lie("audience", "aud") { _ in [String]() },
            Lie("audience", "aud") { _ in ["plenaria:1", "another"] }, Lie("audience", "azp") { _ in "another" },
            Lie("expired", "exp") { $0 - 61 }, Lie("issuedAt", "iat") { $0 + 120 }, Lie("issuedAt", "iat") { $0 - 700 },
            Lie("issuedAt", "nbf") { $0 + 120 }, Lie("nonce", "nonce") { _ in "another" }, Lie("nonce", "nonce") { _ in nil },
            Lie("subject", "sub") { _ in "" }, Lie("subject", "sub") { _ in String(repeating: "s", count: 256) },
            Lie("subject", "sub") { _ in "ada\u{0}" }, Lie("form", "sub") { _ in 7 }, Lie("form", "exp") { _ in nil },
            Lie("form", "aud") { _ in nil },
        ])
    func lies(_ lie: Lie) async throws {
        try await TestProvider.with { (provider) async throws in
            let now = Double(provider.clock.now.milliseconds / 1000)
            provider.habits.withLock { $0.claims = { $0[lie.claim] = lie.value(now) } }
            let travel = TestTravel(provider)
            #expect(try await travel.refusal()?.words == "provider.refusal.answer")
            #expect(travel.told == ["fault \(lie.fault)"])
        }
    }

    @Test("clocks may differ by a minute; two audiences are believed if the token says that it is ours") func tolerant()
        async throws
    {
        try await TestProvider.with { (provider) async throws in
            let now = Double(provider.clock.now.milliseconds / 1000)
            provider.habits.withLock {
                $0.claims = {
                    $0["exp"] = now - 59
                    $0["iat"] = now + 59
                    $0["aud"] = ["another", "plenaria:1"]
                    $0["azp"] = "plenaria:1"
                    $0["email_verified"] = "true"
                }
            }
            #expect(try await TestTravel(provider).go().isEmailVerified)
            provider.habits.withLock { $0.claims = { $0["email_verified"] = "false" } }
            #expect(try await TestTravel(provider).go().isEmailVerified == false)
            provider.habits.withLock { $0.claims = { $0["email_verified"] = nil } }
            #expect(try await TestTravel(provider).go().isEmailVerified == false)
        }
    }
}
