import Base
import Foundation
import HTTPTypes
import Store
import Synchronization
import TestKit
import Testing
import Web

@testable import People

/// From the door to a provider and back, as a browser goes.
@Suite("SignInProvider")
struct SignInProviderJourneyTests {
    private struct Trip: Sendable {
        let world: PeopleWorld
        let uni: TestIdentities

        /// Leaves by a form, and comes back with `code`; `query` is what else the provider hangs on.
        func go(
            _ path: String, _ code: String, as viewer: Viewer? = nil, browser: String,
            query: [(name: String, value: String)] = [], form: [(name: String, value: String)] = []
        ) async throws -> Answer {
            let leaving = try await world.ask(path, post: form, as: viewer, browser: browser)
            let state = try #require(uni.departures.withLock { $0.last }).state
            #expect(leaving.status.code == 200)
            #expect(leaving.text.contains("https://id.example/authorize?state=\(state)"))
            #expect(
                leaving.fields.first { $0.name.canonicalName == "refresh" }?.value
                    == "0; url=https://id.example/authorize?state=\(state)")
            return try await world.ask(
                "/sign-in/back/uni", query: [("code", code), ("state", state)] + query, as: viewer, browser: browser)
        }
    }

    private func with(trustsEmail: Bool = false, _ body: @Sendable (Trip) async throws -> Void) async throws {
        let uni = TestIdentities(trustsEmail: trustsEmail)
        try await PeopleWorld.with(.sqlite, providers: [uni.provider]) { try await body(Trip(world: $0, uni: uni)) }
    }

    @Test("linked from the account, it signs in from the door; the person gets a letter about it") func journey() async throws {
        try await with { trip in
            let ada = try await trip.world.person("Ada", "ada@example.org", .editor)
            let (viewer, browser) = try await trip.world.signedIn(ada)
            trip.uni.put("code", subject: "1")
            let ways = try await trip.world.ask("/account/sign-ins", as: viewer, browser: browser)
            #expect(ways.text.contains("Uni &lt;1&gt;"))
            let linked = try await trip.go("/account/sign-ins/with/uni", "code", as: viewer, browser: browser)
            #expect(linked.fields[.location] == "/account/sign-ins")
            let letters = try await trip.world.database.read { try LetterStore.recent(9, in: $0) }
            #expect(letters.map(\.to) == ["ada@example.org"])
            let stranger = FormGuard.newSecret()
            let door = try await trip.world.ask("/sign-in", query: [("next", "/account")], browser: stranger)
            #expect(door.text.contains("action=\"/sign-in/with/uni\""))
            let signed = try await trip.go("/sign-in/with/uni", "code", browser: stranger, form: [("next", "/account")])
            #expect(signed.fields[.location] == "/account")
            let secret = try #require(signed.fields[.setCookie]).dropFirst("plenaria=".count).prefix { $0 != ";" }
            #expect(try await trip.world.isOpen(String(secret)))
            #expect(trip.uni.departures.withLock { $0.allSatisfy { $0.back == "http://localhost:8080/sign-in/back/uni" } })
            let id = try await trip.world.database.read { try ProviderStore.links(of: ada.id, in: $0)[0].id }
            let ended = try await trip.world.ask("/account/sign-ins/\(id)/end", post: [], as: viewer, browser: browser)
            #expect(ended.fields[.location] == "/account/sign-ins")
            #expect(try await trip.world.database.read { try LetterStore.recent(9, in: $0) }.count == 2)
        }
    }

    @Test("whom nobody linked is told what to do, and no account is made or found") func unknown() async throws {
        try await with { trip in
            _ = try await trip.world.person("Ada", "ada@example.org")
            for (code, email) in [("known", "ada@example.org"), ("new", "eve@example.org")] {
                trip.uni.put(code, subject: code, email: email, isVerified: true)
            }
            var texts: Set<String> = []
            for code in ["known", "new"] {
                let answer = try await trip.go("/sign-in/with/uni", code, browser: FormGuard.newSecret())
                #expect(answer.fields[.setCookie] == nil)
                #expect(answer.text.contains("no account here is linked"))
                texts.insert(
                    answer.text.replacing(/name="_token" value="[^"]*"/, with: "").replacing(/(code|state)=[\w-]*/, with: ""))
            }
            #expect(texts.count == 1)
        }
    }

    @Test("a provider that is trusted so far finds a person by her verified address, and she hears of it") func trusted()
        async throws
    {
        try await with(trustsEmail: true) { trip in
            let ada = try await trip.world.person("Ada", "ada@example.org")
            trip.uni.put("code", subject: "1", email: "ada@example.org", isVerified: true)
            let signed = try await trip.go("/sign-in/with/uni", "code", browser: FormGuard.newSecret())
            #expect(signed.status.code == 303)
            #expect(try await trip.world.database.read { try ProviderStore.links(of: ada.id, in: $0) }.count == 1)
            #expect(try await trip.world.database.read { try LetterStore.recent(9, in: $0) }.map(\.to) == ["ada@example.org"])
        }
    }

    @Test("a refusal there, another issuer's answer, and a code that does not hold all end on the same page") func failures()
        async throws
    {
        try await with { trip in
            trip.uni.put("code", subject: "1")
            let browser = FormGuard.newSecret()
            let answers = [
                try await trip.go("/sign-in/with/uni", "", browser: browser, query: [("error", "access_denied")]),
                try await trip.go("/sign-in/with/uni", "code", browser: browser, query: [("iss", "https://evil.example")]),
                try await trip.go("/sign-in/with/uni", "wrong", browser: browser),
            ]
            for answer in answers {
                #expect(answer.status.code == 403)
                #expect(answer.text.contains("did not succeed. Nothing was changed."))
                #expect(answer.fields[.setCookie] == nil)
            }
            let own = try await trip.go("/sign-in/with/uni", "code", browser: browser, query: [("iss", trip.uni.issuer)])
            #expect(own.status.code == 200, "the provider's own name is no other's")
        }
    }

    @Test("what comes back without its state, in another browser, or twice is not looked at") func forged() async throws {
        try await with { trip in
            trip.uni.put("code", subject: "1")
            let browser = FormGuard.newSecret()
            _ = try await trip.world.ask("/sign-in/with/uni", post: [], browser: browser)
            let state = try #require(trip.uni.departures.withLock { $0.last }).state
            func back(_ query: [(name: String, value: String)], _ browser: String?) async throws -> Refusal? {
                try await refusal { try await trip.world.ask("/sign-in/back/uni", query: query, browser: browser) }
            }
            #expect(try await back([("code", "code")], browser)?.code == .gone)
            #expect(try await back([("code", "code"), ("state", "x")], browser)?.code == .gone)
            #expect(try await back([("code", "code"), ("state", state)], FormGuard.newSecret())?.code == .gone)
            #expect(try await back([("code", "code"), ("state", state)], nil)?.code == .gone)
            #expect(try await back([("code", "code"), ("state", state)], browser) == nil)
            #expect(try await back([("code", "code"), ("state", state)], browser)?.code == .gone)
            let none = try await refusal { try await trip.world.ask("/sign-in/with/none", post: [], browser: browser) }
            #expect(none?.code == .notFound)
        }
    }
}
