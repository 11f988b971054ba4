import Base
import Foundation
import HTTPTypes
import Store
import TestKit
import Testing
import Web

@testable import People

@Suite("PasswordRoutes")
struct PasswordRoutesTests {
    private static let good = "seven blue herons"

    private static func set(_ text: String, of person: Person, _ world: PeopleWorld) async throws {
        let hash = try #require(try await world.hasher.rehash(text))
        try await world.database.write { try PasswordStore.put(hash, of: person.id, in: $0) }
    }

    /// A page without what differs in every page: the masked form token.
    private static func plain(_ answer: Answer) -> String {
        answer.text.replacing(/name="_token" value="[^"]*"/, with: "")
    }

    @Test("whatever is wrong, the answer is the same and costs one computation") func enumeration() async throws {
        try await PeopleWorld.with(.sqlite) { world in
            try await Self.set(Self.good, of: try await world.person("Ada", "a@example.org"), world)
            _ = try await world.person("Bob", "b@example.org")
            var pages: Set<String> = []
            for email in ["a@example.org", "b@example.org", "c@example.org"] {
                let before = world.hasher.computations
                let answer = try await world.ask(
                    "/sign-in", post: [("email", email), ("password", "four green herons")], browser: FormGuard.newSecret())
                #expect(world.hasher.computations == before + 1, "\(email)")
                #expect(answer.status.code == 422)
                #expect(answer.fields[.setCookie] == nil)
                pages.insert(Self.plain(answer).replacing(email, with: ""))
            }
            #expect(pages.count == 1)
            #expect(
                try await world.database.read { try LetterStore.recent(9, in: $0) }.isEmpty, "a wrong password sends no letter")
        }
    }

    @Test("the right one signs in and goes where she wanted to, or to no other site") func signIn() async throws {
        try await PeopleWorld.with(.sqlite) { world in
            let ada = try await world.person("Ada", "a@example.org", .editor)
            try await Self.set(Self.good, of: ada, world)
            for (next, place) in [("/desk/e/x?lang=fr", "/desk/e/x?lang=fr"), ("//evil.example", "/desk"), ("", "/desk")] {
                let browser = FormGuard.newSecret()
                let answer = try await world.ask(
                    "/sign-in", post: [("email", "A@example.org"), ("password", Self.good), ("next", next)], browser: browser,
                    fields: [.userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0"])
                #expect(answer.status.code == 303)
                #expect(answer.fields[.location] == place)
                let secret = try #require(answer.fields[.setCookie]).dropFirst("plenaria=".count).prefix { $0 != ";" }
                #expect(String(secret) != browser)
                let sitting = try await world.database.read { try SessionStore.sitting(String(secret), in: $0) }
                #expect(sitting?.person == ada.id)
                #expect(sitting?.device == "Firefox · Linux")
            }
        }
    }

    @Test("a hash of yesterday's cost is replaced when its owner signs in") func better() async throws {
        try await PeopleWorld.with(.sqlite) { world in
            let ada = try await world.person("Ada", "a@example.org")
            let old = PasswordHasher(cost: Argon2.Cost(kibibytes: 32, passes: 1))
            let hash = try #require(try await old.rehash(Self.good))
            try await world.database.write { try PasswordStore.put(hash, of: ada.id, in: $0) }
            _ = try await world.ask("/sign-in", post: [("email", "a@example.org"), ("password", Self.good)], browser: "b")
            let now = try #require(try await world.database.read { try PasswordStore.find(ada.id, in: $0) })
            #expect(!world.hasher.isOutdated(now))
            #expect(try await world.hasher.matches(Self.good, now))
        }
    }

    @Test("who waits after wrong tries is told so beside the field, and a letter still opens the door") func pause() async throws
    {
        try await PeopleWorld.with(.sqlite) { world in
            try await Self.set(Self.good, of: try await world.person("Ada", "a@example.org"), world)
            for _ in 0..<5 {
                _ = try await world.ask("/sign-in", post: [("email", "a@example.org"), ("password", "x")], browser: "b")
            }
            let before = world.hasher.computations
            let answer = try await world.ask(
                "/sign-in", post: [("email", "a@example.org"), ("password", Self.good)], browser: "b")
            #expect(answer.status.code == 422)
            #expect(answer.text.contains("Too many tries. Try again in 1 min"))
            #expect(world.hasher.computations == before, "nothing is computed for who has to wait")
            let letter = try await world.ask("/sign-in", post: [("email", "a@example.org")], browser: "b")
            #expect(letter.fields[.location] == "/sign-in/code")
            #expect(try await world.database.read { try LetterStore.recent(9, in: $0) }.count == 1)
        }
    }

    @Test("set, changed with the old one, and removed; each time she gets a letter") func change() async throws {
        try await PeopleWorld.with(.sqlite) { world in
            let ada = try await world.person("Ada", "a@example.org")
            var (viewer, browser) = try await world.signedIn(ada)
            func post(_ path: String, _ form: [(name: String, value: String)]) async throws -> Answer {
                let answer = try await world.ask(path, post: form, as: viewer, browser: browser)
                if let cookie = answer.fields[.setCookie] {
                    browser = String(cookie.dropFirst("plenaria=".count).prefix { $0 != ";" })
                }
                return answer
            }
            let short = try await post("/account/password", [("password", "short")])
            #expect(short.status.code == 422)
            #expect(short.text.contains("at least 12 characters"))
            #expect(try await post("/account/password", [("password", Self.good)]).fields[.location] == "/account")
            world.clock.advance(seconds: 700)
            let stale = try await post("/account/password", [("password", "eleven grey herons")])
            #expect(stale.status.code == 422)
            let wrong = try await post("/account/password", [("old", "x"), ("password", "eleven grey herons")])
            #expect(wrong.text.contains("That is not the password that you have now"))
            #expect(
                try await post("/account/password", [("old", Self.good), ("password", "eleven grey herons")]).status.code == 303)
            #expect(try await world.isOpen(browser))
            let unproven = try await post("/account/password/remove", [("remove-old", Self.good)])
            #expect(unproven.status.code == 422)
            let bare = try await post("/account/password/remove", [])
            #expect(bare.status.code == 422)
            #expect(bare.text.contains("href=\"#remove-old\""), "the complaint leads to the field of its own form")
            let removed = try await post("/account/password/remove", [("remove-old", "eleven grey herons")])
            #expect(removed.fields[.location] == "/account")
            let subjects = try await world.database.read { try LetterStore.recent(9, in: $0) }.map(\.text)
            #expect(subjects.count == 3)
            #expect(subjects.filter { $0.contains("was removed") }.count == 1)
        }
    }

    @Test("a password that is typed is in no page that comes back") func neverShown() async throws {
        try await PeopleWorld.with(.sqlite) { world in
            let ada = try await world.person("Ada", "a@example.org")
            let (viewer, browser) = try await world.signedIn(ada)
            let own = try await world.ask("/account/password", post: [("password", "ada-1815")], as: viewer, browser: browser)
            let door = try await world.ask("/sign-in", post: [("email", "no"), ("password", "ada-1815")], browser: browser)
            for page in [own, door] {
                #expect(page.status.code == 422)
                #expect(!page.text.contains("ada-1815"))
            }
        }
    }
}
