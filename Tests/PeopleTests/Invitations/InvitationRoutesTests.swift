import Base
import Foundation
import HTTPTypes
import Store
import TestKit
import Testing
import Web

@testable import People

/// From the team's page to the letter and to the role.
@Suite("InvitationRoutes")
struct InvitationRoutesTests {
    private static let event = Reference(
        kind: "event", id: Identifier(at: Instant(seconds: 7)), title: Localized("Conference <25>"), path: "/e/gmc-2025")

    @Test("an organiser invites from the event's page; the letter's button gives the role and signs in") func journey()
        async throws
    {
        try await PeopleWorld.with(.sqlite, events: [Self.event]) { world in
            let administrator = world.administrator
            let olu = try await world.person("Olu", "olu@example.org")
            try await world.database.write {
                try RoleActions.grant(Grant(.organiser, in: Self.event.id), to: olu.id, by: administrator, in: $0)
            }
            let (viewer, browser) = try await world.signedIn(olu)
            let sent = try await world.ask(
                "/desk/e/gmc-2025/team", post: [("email", "new@example.org"), ("role", "editor"), ("language", "fr")],
                as: viewer, browser: browser)
            #expect(sent.fields[.location] == "/desk/e/gmc-2025/team")
            let page = try await world.ask("/desk/e/gmc-2025/team", as: viewer, browser: browser)
            #expect(page.text.contains("new@example.org"))
            #expect(page.text.contains("Conference &lt;25&gt;"))
            let letter = try #require(try await world.database.read { try LetterStore.recent(1, in: $0) }.first)
            #expect(letter.to == "new@example.org")
            #expect(letter.language == .fr)
            let path = try Self.path(letter)
            let stranger = FormGuard.newSecret()
            let door = try await world.ask(path, browser: stranger)
            #expect(door.status.code == 200)
            #expect(door.text.contains("name=\"name\""))
            #expect(door.fields.first { $0.name.canonicalName == "referrer-policy" }?.value == "no-referrer")
            let nameless = try await world.ask(path, post: [("name", "")], browser: stranger)
            #expect(nameless.status.code == 422)
            let accepted = try await world.ask(path, post: [("name", "Ngozi")], browser: stranger)
            #expect(accepted.fields[.location] == "/desk")
            #expect(try await refusal { try await world.ask(path, browser: stranger) }?.code == .gone)
            let team = try await world.ask("/desk/e/gmc-2025/team", as: viewer, browser: browser)
            #expect(team.text.contains("Ngozi"))
            #expect(!team.text.contains("new@example.org"))
        }
    }

    @Test("an account that there is signs in as always: its browser gets no secret") func known() async throws {
        try await PeopleWorld.with(.sqlite, events: [Self.event]) { world in
            _ = try await world.person("Ada", "ada@example.org")
            _ = try await world.ask(
                "/desk/team", post: [("email", "ada@example.org"), ("role", "reader")], as: world.administrator,
                browser: FormGuard.newSecret())
            let letter = try #require(try await world.database.read { try LetterStore.recent(1, in: $0) }.first)
            let answer = try await world.ask(try Self.path(letter), post: [], browser: FormGuard.newSecret())
            #expect(answer.fields[.location] == "/sign-in?next=/desk")
            #expect(answer.fields[.setCookie] == nil)
        }
    }

    @Test("an event's organiser touches neither another event's invitations nor those to everywhere") func others() async throws {
        let second = Reference(
            kind: "event", id: Identifier(at: Instant(seconds: 8)), title: Localized("Other"), path: "/e/other")
        try await PeopleWorld.with(.sqlite, events: [Self.event, second]) { world in
            let administrator = world.administrator
            let organiser = PeopleWorld.viewer(.organiser, in: Self.event.id)
            let ids = try await world.database.write { tx in
                try [Grant(.reader, in: second.id), Grant(.reader)].map {
                    try InvitationActions.invite("a@example.org", to: $0, by: administrator, in: tx).invitation.id
                }
            }
            for id in ids {
                for verb in ["again", "withdraw"] {
                    let no = try await refusal {
                        try await world.ask(
                            "/desk/e/gmc-2025/team/\(id)/\(verb)", post: [], as: organiser, browser: FormGuard.newSecret())
                    }
                    // It is not even said that there is one.
                    #expect(no?.code == .notFound)
                }
            }
            #expect(try await refusal { try await world.ask("/desk/e/other/team", as: organiser) }?.code == .forbidden)
            #expect(try await refusal { try await world.ask("/desk/team", as: organiser) }?.code == .forbidden)
            #expect(try await refusal { try await world.ask("/desk/e/none/team", as: organiser) }?.code == .notFound)
            // An administrator may, and still not under another event's address.
            let misplaced = try await refusal {
                try await world.ask("/desk/team/\(ids[0])/again", post: [], as: administrator, browser: FormGuard.newSecret())
            }
            #expect(misplaced?.code == .notFound)
            let withdrawn = try await refusal {
                try await world.ask("/desk/team/\(ids[0])/withdraw", post: [], as: administrator, browser: "b")
            }
            #expect(withdrawn?.code == .notFound)
        }
    }

    @Test("a role is taken from the team's page, and its owner is signed out") func end() async throws {
        try await PeopleWorld.with(.sqlite, events: [Self.event]) { world in
            let administrator = world.administrator
            let ed = try await world.person("Ed", "ed@example.org")
            let grant = Grant(.editor, in: Self.event.id)
            try await world.database.write { try RoleActions.grant(grant, to: ed.id, by: administrator, in: $0) }
            let browser = try await world.signedIn(ed).browser
            let wrong = try await world.ask(
                "/desk/e/gmc-2025/team/end", post: [("person", "x"), ("role", "editor")], as: administrator, browser: "b")
            #expect(wrong.status.code == 422)
            _ = try await world.ask(
                "/desk/e/gmc-2025/team/end", post: [("person", ed.id.text), ("role", "editor")], as: administrator, browser: "b")
            #expect(try await world.database.read { try RoleStore.grants(of: ed.id, in: $0) }.isEmpty)
            #expect(try await world.isOpen(browser) == false)
        }
    }

    private static func path(_ letter: Letter) throws -> String {
        let start = try #require(letter.text.range(of: "http://localhost:8080"))
        return String(letter.text[start.upperBound...].prefix { $0 != "?" })
    }
}
