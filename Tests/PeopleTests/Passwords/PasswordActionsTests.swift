import Base
import Store
import TestKit
import Testing
import Web

@testable import People

@Suite("PasswordActions")
struct PasswordActionsTests {
    private static func begin(_ email: String, from origin: String = "here", _ world: PeopleWorld) async throws
        -> PasswordActions.Try
    {
        try await world.database.write { try PasswordActions.begin(email, origin: origin, decoy: "decoy", in: $0) }
    }
    private static func finish(_ attempt: PasswordActions.Try, _ world: PeopleWorld, better: String? = nil) async throws
        -> SignInActions.SignedIn?
    {
        try await world.database.write {
            try PasswordActions.finish(attempt, better: better, browser: FormGuard.newSecret(), device: "", next: "/desk", in: $0)
        }
    }
    private static func give(_ hash: String, to person: Person, _ world: PeopleWorld) async throws {
        try await world.database.write { try PasswordStore.put(hash, of: person.id, in: $0) }
    }

    @Test(
        "a known address gives its hash; an unknown one, and one without a password, give the decoy", arguments: Backend.available
    )
    func compared(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            let ada = try await world.person("Ada", "ada@example.org")
            _ = try await world.person("Bob", "bob@example.org")
            try await Self.give("hash", to: ada, world)
            let before = try await world.marks()
            #expect(try await Self.begin("ADA@example.org", world).hash == "hash")
            for email in ["bob@example.org", "eve@example.org"] {
                let attempt = try await Self.begin(email, world)
                #expect(attempt.hash == "decoy")
                #expect(attempt.person == nil)
                #expect(try await Self.finish(attempt, world) == nil, "even if the decoy were found right")
            }
            #expect(try await world.marks() == [before[0] + 3, before[1]], "the same row for each")
        }
    }

    @Test("it signs in under a new secret, and not with a hash that was changed meanwhile", arguments: Backend.available)
    func finishing(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            let ada = try await world.person("Ada", "ada@example.org", .editor)
            try await Self.give("hash", to: ada, world)
            let attempt = try await Self.begin("ada@example.org", world)
            let signed = try #require(try await Self.finish(attempt, world, better: "better"))
            #expect(signed.person == ada.id)
            #expect(signed.next == "/desk")
            #expect(try await world.isOpen(signed.secret))
            #expect(try await world.database.read { try PasswordStore.find(ada.id, in: $0) } == "better")
            #expect(try await Self.finish(attempt, world) == nil)
        }
    }

    @Test("after five wrong tries an address waits, known or not; a right one forgives", arguments: Backend.available)
    func pause(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            let ada = try await world.person("Ada", "ada@example.org")
            try await Self.give("hash", to: ada, world)
            for email in ["ada@example.org", "eve@example.org"] {
                for number in 0..<5 { _ = try await Self.begin(email, from: "\(email)\(number)", world) }
                let no = try await refusal { try await Self.begin(email, from: "elsewhere", world) }
                #expect(no?.code == .tooMany)
                #expect(no?.arguments["minutes"] == "1")
            }
            world.clock.advance(seconds: 15)
            let attempt = try await Self.begin("ada@example.org", world)
            #expect(try await Self.finish(attempt, world) != nil)
            for _ in 0..<5 { _ = try await Self.begin("ada@example.org", world) }
            #expect(try await refusal { try await Self.begin("ada@example.org", world) }?.code == .tooMany)
        }
    }

    @Test("who tries many addresses from one place waits, and others do not", arguments: Backend.available)
    func origins(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            for number in 0..<30 { _ = try await Self.begin("a\(number)@example.org", from: "there", world) }
            #expect(try await refusal { try await Self.begin("b@example.org", from: "there", world) }?.code == .tooMany)
            _ = try await Self.begin("b@example.org", from: "here", world)
            let keys = try await world.database.read { "\(try $0.rows("SELECT key FROM sign_in_pause").flatMap(\.values))" }
            #expect(!keys.contains("example.org"), "no addresses are kept")
        }
    }

    @Test(
        "setting one asks for a proof, signs every other browser out and gives this one a new secret",
        arguments: Backend.available)
    func setting(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            let ada = try await world.person("Ada", "ada@example.org")
            let other = try await world.signedIn(ada).browser
            let (viewer, browser) = try await world.signedIn(ada)
            let before = try await world.marks()
            let secret = try await world.database.write {
                try PasswordActions.set("one", proof: .freshSignIn, browser: browser, by: viewer, in: $0)
            }
            #expect(try await world.marks() == before.map { $0 + 1 })
            #expect(try await world.isOpen(secret))
            for gone in [browser, other] { #expect(try await world.isOpen(gone) == false) }
            world.clock.advance(seconds: 600)
            let stale = try await refusal {
                try await world.database.write {
                    try PasswordActions.set("two", proof: .freshSignIn, browser: secret, by: viewer, in: $0)
                }
            }
            #expect(stale?.words == "account.refusal.fresh")
            let wrong = try await refusal {
                try await world.database.write {
                    try PasswordActions.set("two", proof: .password("zero"), browser: secret, by: viewer, in: $0)
                }
            }
            #expect(wrong?.words == "password.refusal.old")
            _ = try await world.database.write {
                try PasswordActions.set("two", proof: .password("one"), browser: secret, by: viewer, in: $0)
            }
            #expect(try await world.database.read { try PasswordStore.find(ada.id, in: $0) } == "two")
            let nobody = try await refusal {
                try await world.database.write {
                    try PasswordActions.set("x", proof: .freshSignIn, browser: secret, by: nil, in: $0)
                }
            }
            #expect(nobody?.code == .signInNeeded)
        }
    }

    @Test("another's fresh browser is no proof", arguments: Backend.available)
    func borrowed(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            let viewer = try await world.signedIn(try await world.person("Ada", "ada@example.org")).viewer
            let others = try await world.signedIn(try await world.person("Bob", "bob@example.org")).browser
            let no = try await refusal {
                try await world.database.write {
                    try PasswordActions.set("x", proof: .freshSignIn, browser: others, by: viewer, in: $0)
                }
            }
            #expect(no?.words == "account.refusal.fresh")
        }
    }

    @Test("removing one signs others out; without another way in it stays", arguments: Backend.available)
    func removing(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            let (ada, bob) = (try await world.person("Ada", "ada@example.org"), try await world.person("Bob", nil))
            for person in [ada, bob] { try await Self.give("hash", to: person, world) }
            let other = try await world.signedIn(ada).browser
            let (viewer, browser) = try await world.signedIn(ada)
            let secret = try await world.database.write {
                try PasswordActions.remove(proof: .password("hash"), browser: browser, by: viewer, in: $0)
            }
            #expect(try await world.isOpen(secret))
            #expect(try await world.isOpen(other) == false)
            #expect(try await world.database.read { try PasswordStore.find(ada.id, in: $0) } == nil)
            let (lonely, here) = try await world.signedIn(bob)
            let no = try await refusal {
                try await world.database.write {
                    try PasswordActions.remove(proof: .freshSignIn, browser: here, by: lonely, in: $0)
                }
            }
            #expect(no?.words == "account.refusal.lastWay")
            #expect(try await world.database.read { try PasswordStore.find(bob.id, in: $0) } == "hash")
            #expect(try await world.isOpen(here))
        }
    }

    @Test("tries with one's own old password count with those at the door", arguments: Backend.available)
    func own(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            let ada = try await world.person("Ada", "ada@example.org")
            let viewer = try await world.signedIn(ada).viewer
            let bare = try await world.database.write { try PasswordActions.beginOwn(origin: "a", by: viewer, in: $0) }
            #expect(bare == nil)
            try await Self.give("hash", to: ada, world)
            for _ in 0..<4 { _ = try await Self.begin("ada@example.org", world) }
            let right = try await world.database.write { try PasswordActions.beginOwn(origin: "a", by: viewer, in: $0) }
            #expect(right?.hash == "hash")
            let paused = try await refusal {
                try await world.database.write { try PasswordActions.beginOwn(origin: "a", by: viewer, in: $0) }
            }
            #expect(paused?.code == .tooMany)
            let attempt = try #require(right)
            try await world.database.write { try PasswordActions.finishOwn(attempt, in: $0) }
            _ = try await Self.begin("ada@example.org", world)
        }
    }
}
