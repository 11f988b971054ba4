import Base
import People
import Store
import TestKit
import Testing
import Web

@Suite("SignInActions")
struct SignInActionsTests {
    private static func ask(_ world: PeopleWorld, _ browser: String, _ email: String = "ada@example.org") async throws
        -> SignInActions.Asked?
    {
        try await world.database.write { try SignInActions.ask(email, browser: browser, in: $0) }
    }
    private static func open(_ world: PeopleWorld, _ token: String, _ browser: String) async throws -> SignInActions.SignedIn {
        try await world.database.write { try SignInActions.open(token, browser: browser, in: $0) }
    }
    private static func type(_ world: PeopleWorld, _ code: String, _ browser: String) async throws -> SignInActions.SignedIn? {
        try await world.database.write { try SignInActions.type(code, browser: browser, in: $0) }
    }

    @Test("a link signs in once, in the browser that asked, under a new secret", arguments: Backend.available)
    func once(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            let ada = try await world.person("Ada", "ada@example.org")
            let browser = FormGuard.newSecret()
            let asked = try #require(try await Self.ask(world, browser, "ADA@example.org"))
            let signed = try await Self.open(world, asked.token, browser)
            #expect(signed.person == ada.id)
            #expect(signed.secret != browser)
            let who = try await world.database.read {
                (try SessionStore.person(signed.secret, in: $0), try SessionStore.person(browser, in: $0))
            }
            #expect(who.0 == ada.id)
            #expect(who.1 == nil)
            #expect(try await refusal { try await Self.open(world, asked.token, browser) }?.code == .gone)
            #expect(try await Self.type(world, asked.code, browser) == nil)
        }
    }

    @Test("another browser is refused, and the link still serves the one that asked", arguments: Backend.available)
    func otherBrowser(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            _ = try await world.person("Ada", "ada@example.org")
            let browser = FormGuard.newSecret()
            let asked = try #require(try await Self.ask(world, browser))
            let no = try await refusal { try await Self.open(world, asked.token, FormGuard.newSecret()) }
            #expect(no?.words == "signin.refusal.browser")
            #expect(try await Self.type(world, asked.code, FormGuard.newSecret()) == nil)
            #expect(try await Self.open(world, asked.token, browser).isStaff == false)
        }
    }

    @Test("after ten minutes neither link nor code is good", arguments: Backend.available)
    func expiry(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            _ = try await world.person("Ada", "ada@example.org")
            let browser = FormGuard.newSecret()
            let asked = try #require(try await Self.ask(world, browser))
            world.clock.advance(seconds: 600)
            #expect(try await refusal { try await Self.open(world, asked.token, browser) }?.code == .gone)
            #expect(try await Self.type(world, asked.code, browser) == nil)
        }
    }

    @Test("the code signs in where it was asked for, blanks or not, four wrong ones before it", arguments: Backend.available)
    func code(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            let ada = try await world.person("Ada", "ada@example.org")
            let browser = FormGuard.newSecret()
            let asked = try #require(try await Self.ask(world, browser))
            #expect(asked.code.count == 8)
            for _ in 1..<SignInLink.attempts { #expect(try await Self.type(world, "x", browser) == nil) }
            let spaced = asked.code.prefix(4) + " " + asked.code.suffix(4)
            #expect(try await Self.type(world, String(spaced), browser)?.person == ada.id)
        }
    }

    @Test("five wrong codes end link and code", arguments: Backend.available)
    func attempts(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            _ = try await world.person("Ada", "ada@example.org")
            let browser = FormGuard.newSecret()
            let asked = try #require(try await Self.ask(world, browser))
            for _ in 0..<SignInLink.attempts { #expect(try await Self.type(world, "00000000x", browser) == nil) }
            #expect(try await Self.type(world, asked.code, browser) == nil)
            #expect(try await refusal { try await Self.open(world, asked.token, browser) }?.code == .gone)
        }
    }

    @Test("three letters an hour, then silence until the hour is over", arguments: Backend.available)
    func letters(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            _ = try await world.person("Ada", "ada@example.org")
            for _ in 0..<3 { #expect(try await Self.ask(world, FormGuard.newSecret()) != nil) }
            #expect(try await Self.ask(world, FormGuard.newSecret()) == nil)
            world.clock.advance(seconds: 3601)
            #expect(try await Self.ask(world, FormGuard.newSecret()) != nil)
        }
    }

    /// Signs in and is used every `step` seconds; how long that lasts.
    private static func lasting(_ world: PeopleWorld, _ email: String, step: Int64) async throws -> Int64 {
        let browser = FormGuard.newSecret()
        let asked = try #require(try await ask(world, browser, email))
        let secret = try await open(world, asked.token, browser).secret
        let start = world.clock.now
        while try await world.database.write({ tx in
            guard let sitting = try SessionStore.sitting(secret, in: tx) else { return false }
            try SessionStore.touch(sitting.digest, in: tx)
            return true
        }) { world.clock.advance(seconds: step) }
        return (world.clock.now.milliseconds - start.milliseconds) / 1000
    }

    @Test("used all the time, staff sessions end after twelve hours, others after ninety days", arguments: Backend.available)
    func lengths(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            _ = try await world.person("Ada", "ada@example.org")
            _ = try await world.person("Bob", "bob@example.org", .editor)
            #expect(try await Self.lasting(world, "bob@example.org", step: 3600) == 12 * 3600)
            #expect(try await Self.lasting(world, "ada@example.org", step: 10 * 86_400) == 90 * 86_400)
        }
    }

    @Test("not used, staff sessions end after two hours, others after two weeks", arguments: Backend.available)
    func idle(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            _ = try await world.person("Ada", "ada@example.org")
            _ = try await world.person("Bob", "bob@example.org", .editor)
            #expect(try await Self.lasting(world, "bob@example.org", step: 2 * 3600) == 2 * 3600)
            #expect(try await Self.lasting(world, "ada@example.org", step: 14 * 86_400) == 14 * 86_400)
        }
    }

    @Test(
        "the first administrator's link asks who she is, works once and within a day, and only while there is none",
        arguments: Backend.available)
    func firstAdministrator(backend: Backend) async throws {
        let clock = TestClock()
        let migrations = WebSchema.migrations + PeopleModule.module().migrations
        try await withDatabase(backend, migrations: migrations, clock: clock.read) { database in
            let browser = FormGuard.newSecret()
            let old = try #require(try await database.write { try SignInActions.firstAdministrator(in: $0) })
            clock.advance(seconds: 24 * 3600)
            let draft = PersonDraft(name: "Ada", email: "ada@example.org")
            #expect(
                try await refusal {
                    try await database.write { try SignInActions.open(old, browser: browser, newcomer: draft, in: $0) }
                }?.code == .gone)
            let tokens = try await database.write {
                [try SignInActions.firstAdministrator(in: $0), try SignInActions.firstAdministrator(in: $0)]
            }
            let (token, spare) = (try #require(tokens[0]), try #require(tokens[1]))
            #expect(
                try await refusal { try await database.write { try SignInActions.open(token, browser: browser, in: $0) } }?.field
                    == "name")
            let signed = try await database.write { try SignInActions.open(token, browser: browser, newcomer: draft, in: $0) }
            let viewer = try await database.read { try RoleStore.viewer(signed.person, in: $0) }
            #expect(viewer?.may(.administrator) == true)
            let other = PersonDraft(name: "Eve", email: "eve@example.org")
            #expect(
                try await refusal {
                    try await database.write { try SignInActions.open(spare, browser: browser, newcomer: other, in: $0) }
                }?.code == .gone)
            #expect(try await database.write { try SignInActions.firstAdministrator(in: $0) } == nil)
            let preset = try await database.write { try SignInActions.firstAdministrator(signed.person, in: $0) }
            let again = try #require(preset)
            #expect(try await database.write { try SignInActions.open(again, browser: browser, in: $0) }.person == signed.person)
        }
    }
}
