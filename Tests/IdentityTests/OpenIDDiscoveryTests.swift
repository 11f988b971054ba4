import Base
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import People
import Synchronization
import TestKit
import Testing

@testable import Identity

/// What a provider says of itself, and how far we follow it.
@Suite("OpenIDDiscovery", .timeLimit(.minutes(15)))
struct OpenIDDiscoveryTests {
    private func told(_ change: @escaping @Sendable (inout TestProvider.Habits) -> Void) async throws -> [String] {
        let told = TestBox()
        try await TestProvider.with { (provider) async throws in
            provider.habits.withLock { change(&$0) }
            let travel = TestTravel(provider)
            #expect(try await travel.refusal() != nil)
            told.put(travel.told)
        }
        return told.value
    }

    @Test("a discovery of another issuer, or of none, is refused") func otherIssuer() async throws {
        #expect(try await told { $0.discovery["issuer"] = "https://evil.example" } == [#"fault discovery("issuer")"#])
        #expect(try await told { $0.discovery["jwks_uri"] = "file:///etc/passwd" } == [#"fault discovery("address")"#])
        let garbage: @Sendable () -> Response = { Response(status: .ok, body: .init(byteBuffer: ByteBuffer(string: "<html>"))) }
        #expect(try await told { $0.answers["discovery"] = garbage } == [#"fault discovery("form")"#])
        #expect(try await told { $0.answers["discovery"] = { Response(status: .notFound) } } == ["failure status(404)"])
    }

    @Test("a redirect is not followed", arguments: ["discovery", "keys", "token"])
    func redirect(path: String) async throws {
        try await TestProvider.with { (provider) async throws in
            let trap = provider.issuer + "/keys"
            provider.habits.withLock { $0.answers[path] = { Response(status: .found, headers: [.location: trap]) } }
            let travel = TestTravel(provider)
            #expect(try await travel.refusal()?.words == "provider.refusal.reach")
            #expect(travel.told == ["failure status(302)"])
            #expect(provider.count("keys") == (path == "keys" ? 1 : 0), "where it led was not asked")
        }
    }

    @Test("an answer of more than 256 KB is dropped", arguments: ["discovery", "keys", "token"])
    func tooLong(path: String) async throws {
        let said = try await told { habits in
            habits.answers[path] = {
                Response(
                    status: .ok,
                    body: .init(byteBuffer: ByteBuffer(repeating: 0x20, count: OutwardClient.mostBytes + 1)))
            }
        }
        #expect(said == ["failure tooLong"])
    }

    @Test(
        "an answer without a token, or with what is none, is refused",
        arguments: ["{}", #"{"id_token":"a.b"}"#, #"{"id_token":"..."}"#])
    func noToken(body: String) async throws {
        let said = try await told { habits in
            habits.answers["token"] = { Response(status: .ok, body: .init(byteBuffer: ByteBuffer(string: body))) }
        }
        #expect(said == [body == "{}" ? "fault answer" : "fault form"])
    }

    @Test("a provider that is not there is a failure, and never a fault of the person's") func gone() async throws {
        let log = try await told { $0.discovery["token_endpoint"] = "http://127.0.0.1:1/token" }
        #expect(log == ["failure unreachable"])
    }

    @Test("a provider of the open internet cannot lead us to plain HTTP or into our own house") func inward() async throws {
        let settings = OpenIDSettings(key: "a", name: "A", issuer: "https://id.example", clientID: "c")
        func discovery(_ token: String) throws -> OpenIDDiscovery {
            let text = """
                {"issuer": "https://id.example", "authorization_endpoint": "https://id.example/a", "token_endpoint": "\(token)",
                 "jwks_uri": "https://id.example/k"}
                """
            return try OpenIDDiscovery(Data(text.utf8), of: settings)
        }
        #expect(try discovery("https://id.example/t").takesBasic)
        for token in ["http://id.example/t", "https://user@id.example/t", "ftp://id.example/t", "/t", "https:///t"] {
            #expect(throws: IDTokenFault.discovery("address"), "\(token)") { try discovery(token) }
        }
    }

    @Test("it is published under the issuer, with one slash between") func place() {
        #expect(OpenIDDiscovery.address(of: "https://a.example") == "https://a.example/.well-known/openid-configuration")
        #expect(OpenIDDiscovery.address(of: "https://a.example/t/") == "https://a.example/t/.well-known/openid-configuration")
    }
}
