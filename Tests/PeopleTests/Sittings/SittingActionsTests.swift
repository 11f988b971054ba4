import Base
import HTTPTypes
import Store
import TestKit
import Testing
import Web

@testable import People

@Suite("SittingActions")
struct SittingActionsTests {
    @Test("one's own browsers are listed with what they are; somebody else's are not", arguments: Backend.available)
    func list(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            let (ada, bob) = (
                try await world.person("Ada", "ada@example.org"), try await world.person("Bob", "bob@example.org")
            )
            _ = try await world.signedIn(ada, device: "Firefox · Linux")
            world.clock.advance(seconds: 60)
            let (viewer, browser) = try await world.signedIn(ada, device: "Safari · iOS")
            _ = try await world.signedIn(bob)
            let sittings = try await world.database.read { try SittingActions.list(by: viewer, in: $0) }
            #expect(sittings.map(\.device) == ["Safari · iOS", "Firefox · Linux"])
            #expect(sittings[0].digest == FormGuard.digest(browser))
            #expect(
                try await refusal { try await world.database.read { try SittingActions.list(by: nil, in: $0) } }?.code
                    == .signInNeeded)
        }
    }

    @Test("one browser is signed out, once; what is another's is not found", arguments: Backend.available)
    func end(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            let (ada, bob) = (
                try await world.person("Ada", "ada@example.org"), try await world.person("Bob", "bob@example.org")
            )
            let (viewer, here) = try await world.signedIn(ada)
            let there = try await world.signedIn(ada).browser
            let others = try await world.signedIn(bob).browser
            let before = try await world.marks()
            try await world.database.write { try SittingActions.end(FormGuard.digest(there), by: viewer, in: $0) }
            #expect(try await world.marks() == before.map { $0 + 1 })
            #expect(try await world.isOpen(there) == false)
            #expect(try await world.isOpen(here))
            for digest in [FormGuard.digest(others), FormGuard.digest(there), "", there] {
                let no = try await refusal {
                    try await world.database.write { try SittingActions.end(digest, by: viewer, in: $0) }
                }
                #expect(no?.code == .notFound)
            }
            #expect(try await world.isOpen(others))
        }
    }

    @Test("all others are signed out and this one stays", arguments: Backend.available)
    func endOthers(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            let (ada, bob) = (
                try await world.person("Ada", "ada@example.org"), try await world.person("Bob", "bob@example.org")
            )
            let (viewer, here) = try await world.signedIn(ada)
            var gone: [String] = []
            for _ in 0..<3 { gone.append(try await world.signedIn(ada).browser) }
            let others = try await world.signedIn(bob).browser
            try await world.database.write { try SittingActions.endOthers(browser: here, by: viewer, in: $0) }
            for browser in gone { #expect(try await world.isOpen(browser) == false) }
            #expect(try await world.isOpen(here))
            #expect(try await world.isOpen(others))
        }
    }

    @Test("a change of roles signs every browser out, given or taken", arguments: Backend.available)
    func roles(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            let ada = try await world.person("Ada", "ada@example.org")
            let administrator = world.administrator
            let first = try await world.signedIn(ada).browser
            try await world.database.write { try RoleActions.grant(Grant(.editor), to: ada.id, by: administrator, in: $0) }
            #expect(try await world.isOpen(first) == false)
            let second = try await world.signedIn(ada).browser
            try await world.database.write { try RoleActions.revoke(Grant(.editor), from: ada.id, by: administrator, in: $0) }
            #expect(try await world.isOpen(second) == false)
        }
    }

    @Test("the page marks this browser and offers to end the others; the answers lead back to it") func page() async throws {
        try await PeopleWorld.with(.sqlite) { world in
            let ada = try await world.person("Ada", "ada@example.org")
            let (viewer, here) = try await world.signedIn(ada, device: "Firefox · Linux")
            let alone = try await world.ask("/account/sessions", as: viewer, browser: here)
            #expect(!alone.text.contains("/account/sessions/others/end"))
            let there = try await world.signedIn(ada, device: "<b>").browser
            let page = try await world.ask("/account/sessions", as: viewer, browser: here)
            #expect(page.text.contains("Firefox · Linux"))
            #expect(page.text.contains("&lt;b&gt;"))
            #expect(page.text.contains("/account/sessions/\(FormGuard.digest(there))/end"))
            #expect(!page.text.contains("/account/sessions/\(FormGuard.digest(here))/end"))
            #expect(!page.text.contains(there))
            let ended = try await world.ask(
                "/account/sessions/\(FormGuard.digest(there))/end", post: [], as: viewer, browser: here)
            #expect(ended.fields[.location] == "/account/sessions")
            #expect(try await world.isOpen(there) == false)
            _ = try await world.ask("/account/sessions/others/end", post: [], as: viewer, browser: here)
            #expect(try await world.isOpen(here))
        }
    }
}
