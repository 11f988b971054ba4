import Base
import Crypto
import Foundation
import Hummingbird
import People
import Synchronization
import TestKit
import Testing

@testable import Identity

/// Signatures: which are believed, and where their keys come from.
@Suite("OpenIDKeys", .timeLimit(.minutes(15)))
struct OpenIDKeysTests {
    private func refused(
        _ fault: String, _ change: @escaping @Sendable (inout TestProvider.Habits) throws -> Void
    ) async throws {
        try await TestProvider.with { (provider) async throws in
            try provider.habits.withLock { try change(&$0) }
            let travel = TestTravel(provider)
            #expect(try await travel.refusal()?.words == "provider.refusal.answer")
            #expect(travel.told == ["fault \(fault)"])
        }
    }

    @Test("no signature at all is none, whatever the head calls it", arguments: ["none", "None", "NONE", ""])
    func none(algorithm: String) async throws {
        try await refused("algorithm") { $0.head = { $0["alg"] = algorithm } }
        try await refused("form") { habits in
            habits.head = { $0["alg"] = algorithm }
            habits.signature = { _ in Data() }
        }
    }

    @Test("the public key is not taken for the secret of an HMAC", arguments: ["HS256", "HS512"])
    func confusion(algorithm: String) async throws {
        try await refused("algorithm") { habits in
            let secret = habits.signer.publicPEM
            habits.head = { $0["alg"] = algorithm }
            habits.signature = {
                Data(HMAC<SHA256>.authenticationCode(for: Data($0.utf8), using: SymmetricKey(data: secret)))
            }
        }
    }

    @Test("another's signature under our provider's key name is not believed") func forged() async throws {
        try await refused("signature") { habits in
            let other = try TestSigner.rsa("one")
            habits.signature = { try other.signature($0) }
        }
        try await refused("signature") { $0.signature = { _ in Data([1, 2, 3]) } }
    }

    @Test("a key serves its own algorithm only") func fitting() async throws {
        try await refused("key") { habits in
            habits.head = { $0["alg"] = "ES256" }
        }
        try await refused("algorithm") { habits in
            habits.head = { $0["alg"] = "RS384" }
        }
    }

    @Test("what must be understood and is not makes the whole invalid") func critical() async throws {
        try await refused("form") { $0.head = { $0["crit"] = ["b64"] } }
        try await refused("form") { $0.head = { $0["typ"] = "at+jwt" } }
    }

    @Test("keys that the token itself brings or points to are not looked at") func brought() async throws {
        try await refused("key") { habits in
            let own = try TestSigner.rsa("mine")
            let brought = try own.published()
            habits.signer = own
            habits.head = {
                $0["jwk"] = brought
                $0["jku"] = "http://127.0.0.1:1/keys"
            }
        }
    }

    @Test("an unknown key is looked for once more, and not again within the minute") func unknown() async throws {
        try await TestProvider.with { (provider) async throws in
            let travel = TestTravel(provider)
            _ = try await travel.go()
            #expect(provider.count("keys") == 1)
            let stranger = TestSigner.ec("stranger")
            provider.habits.withLock { $0.signer = stranger }
            #expect(try await travel.refusal() != nil)
            #expect(provider.count("keys") == 1, "asked a moment ago")
            provider.clock.advance(seconds: 61)
            #expect(try await travel.refusal() != nil)
            #expect(provider.count("keys") == 2)
            #expect(try await travel.refusal() != nil)
            #expect(provider.count("keys") == 2, "nobody makes us ask the provider again and again")
            #expect(travel.told == ["fault key", "fault key", "fault key"])
        }
    }

    @Test("a provider may change its keys; the old one is worth nothing once it is gone") func rotation() async throws {
        try await TestProvider.with { (provider) async throws in
            let travel = TestTravel(provider)
            _ = try await travel.go()
            let (old, new) = (provider.habits.withLock { $0.signer }, TestSigner.ec("two"))
            provider.habits.withLock {
                $0.signer = new
                $0.published = [old, new]
            }
            provider.clock.advance(seconds: 61)
            #expect(try await travel.go().subject == "ada-1815")
            provider.habits.withLock { $0.published = [new] }
            provider.clock.advance(seconds: 3601)
            #expect(try await travel.go().subject == "ada-1815")
            provider.habits.withLock { $0.signer = old }
            #expect(try await travel.refusal()?.words == "provider.refusal.answer")
        }
    }

    @Test("a token without a key's name is believed where one key alone fits") func nameless() async throws {
        try await TestProvider.with { (provider) async throws in
            provider.habits.withLock {
                $0.published.append(TestSigner.ec("other kind"))
                $0.head = { $0["kid"] = nil }
            }
            #expect(try await TestTravel(provider).go().subject == "ada-1815")
            let second = try TestSigner.rsa("two")
            provider.habits.withLock { $0.published.append(second) }
            #expect(try await TestTravel(provider).refusal() != nil)
        }
    }

    @Test("one odd key does not make the others useless; a key for secrets is not one for signatures") func odd() throws {
        let text = """
            {"keys": [{"kty": 7}, {"kty": "oct", "k": "x", "kid": "a"}, {"kty": "RSA", "kid": "a", "use": "enc"},
              {"kty": "RSA", "kid": "a", "n": "n", "e": "AQAB"}]}
            """
        let keys = try OpenIDKeys(Data(text.utf8))
        let head = Data(#"{"alg":"RS256","kid":"a"}"#.utf8).base64URL
        #expect(try keys.key(for: try IDTokenHead(of: head + ".e30.x"))?.n == "n")
        #expect(throws: IDTokenFault.key) { try OpenIDKeys(Data("[]".utf8)) }
    }
}
