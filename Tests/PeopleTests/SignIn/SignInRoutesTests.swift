import Base
import Foundation
import HTTPTypes
import People
import Store
import TestKit
import Testing
import Web

@Suite("SignInRoutes")
struct SignInRoutesTests {
    @Test("a known and an unknown address get the same answer; only the known one gets a letter") func enumeration() async throws
    {
        try await PeopleWorld.with(.sqlite) { world in
            _ = try await world.person("Ada", "ada@example.org")
            let browser = FormGuard.newSecret()
            let known = try await world.ask("/sign-in", post: [("email", "ada@example.org")], browser: browser)
            let unknown = try await world.ask("/sign-in", post: [("email", "eve@example.org")], browser: browser)
            #expect(known.status == unknown.status)
            #expect(known.body == unknown.body)
            #expect(known.fields == unknown.fields)
            let letters = try await world.database.read { try LetterStore.recent(10, in: $0) }
            #expect(letters.map(\.to) == ["ada@example.org"])
            #expect(letters[0].purpose == "signIn")
        }
    }

    @Test("a wrong code says the same whether there is a letter or not") func wrongCode() async throws {
        try await PeopleWorld.with(.sqlite) { world in
            _ = try await world.person("Ada", "ada@example.org")
            let (with, without) = (FormGuard.newSecret(), FormGuard.newSecret())
            _ = try await world.ask("/sign-in", post: [("email", "ada@example.org")], browser: with)
            for browser in [with, without] {
                for _ in 0...SignInLink.attempts {
                    let answer = try await world.ask("/sign-in/code", post: [("code", "1")], browser: browser)
                    #expect(answer.status.code == 422)
                    #expect(answer.text.contains("That is not the code, or it is too old"))
                }
            }
        }
    }

    @Test("the letter's link shows a button and signs nobody in by itself; the button does") func letter() async throws {
        try await PeopleWorld.with(.sqlite) { world in
            let ada = try await world.person("Ada", "ada@example.org", .editor)
            let browser = FormGuard.newSecret()
            _ = try await world.ask("/sign-in", post: [("email", "ada@example.org")], browser: browser)
            let letter = try #require(try await world.database.read { try LetterStore.recent(1, in: $0) }.first)
            let start = try #require(letter.text.range(of: "http://localhost:8080"))
            let path = String(letter.text[start.upperBound...].prefix { $0 != "?" })
            for _ in 0..<3 {
                let page = try await world.ask(path, browser: browser)
                #expect(page.status.code == 200)
                #expect(page.text.contains("method=\"post\" action=\"\(path)\">"))
                #expect(page.fields.first { $0.name.canonicalName == "referrer-policy" }?.value == "no-referrer")
            }
            let other = try await world.ask(path, browser: FormGuard.newSecret())
            #expect(other.text.contains("type its eight digits there"))
            #expect(!other.text.contains("method=\"post\" action=\"/sign-in/"))
            let signed = try await world.ask(path, post: [], browser: browser)
            #expect(signed.status.code == 303)
            #expect(signed.fields[.location] == "/desk")
            let cookie = try #require(signed.fields[.setCookie])
            let secret = String(cookie.dropFirst("plenaria=".count).prefix { $0 != ";" })
            #expect(try await world.database.read { try SessionStore.person(secret, in: $0) } == ada.id)
            #expect(try await refusal { try await world.ask(path, browser: browser) }?.code == .gone)
            let viewer = try await world.database.read { try RoleStore.viewer(ada.id, in: $0) }
            let out = try await world.ask("/sign-out", post: [], as: viewer, browser: secret)
            #expect(out.fields[.setCookie]?.contains(secret) == false)
            let cleared = out.fields.first { $0.name.canonicalName == "clear-site-data" }?.value
            #expect(cleared == #""cache", "storage""#, "what was kept of her pages goes; cookies stay for the new secret")
            #expect(try await world.database.read { try SessionStore.person(secret, in: $0) } == nil)
        }
    }

    @Test("what is no address is complained of, in seven languages alike") func complaint() async throws {
        try await PeopleWorld.with(.sqlite) { world in
            for language in Language.allCases {
                let answer = try await world.ask(
                    "/sign-in", post: [("email", "no \"at\"")], query: [("lang", language.rawValue)],
                    browser: FormGuard.newSecret())
                #expect(answer.status.code == 422)
                #expect(answer.text.contains("value=\"no &quot;at&quot;\""))
                #expect(!answer.text.contains("people.refusal"))
                #expect(!answer.text.contains("signin."))
            }
        }
    }
}
