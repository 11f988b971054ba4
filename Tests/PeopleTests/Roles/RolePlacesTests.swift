import Base
import HTML
import HTTPTypes
import Store
import TestKit
import Testing
import Web

@testable import People

/// A role in one part of an event: given, invited to, shown and taken.
@Suite struct RolePlacesTests {
    private static let event = Reference(
        kind: "event", id: Identifier(at: Instant(seconds: 7)), title: Localized("Conference"), path: "/e/gmc-2025")
    private static let track = Reference(
        kind: "track", id: Identifier(at: Instant(seconds: 9)), title: Localized("Digital <teaching>"), path: "/e/gmc-2025")
    private static let grant = Grant(.editor, in: event.id, part: track.id)

    @Test("bound to a part a role lets look at the whole and is no higher role anywhere") func viewer() {
        let viewer = Viewer(person: Self.track.id, name: "Tara", grants: [Self.grant])
        #expect(viewer.may(.reader, in: Self.event.id))
        #expect(!viewer.may(.editor, in: Self.event.id) && !viewer.may(.reader) && !viewer.may(.editor, in: Self.track.id))
        #expect(viewer.parts(.editor, in: Self.event.id) == [Self.track.id])
        #expect(viewer.parts(.organiser, in: Self.event.id).isEmpty && viewer.parts(.editor, in: Self.track.id).isEmpty)
        #expect(throws: Never.self) {
            try Viewer?.some(viewer).demand(.editor, in: Self.event.id, part: Self.track.id)
            try Viewer?.some(viewer).demandSome(.editor, in: Self.event.id)
        }
        for part in [Self.event.id, nil] {
            #expect(throws: Refusal.self) { try Viewer?.some(viewer).demand(.editor, in: Self.event.id, part: part) }
        }
        #expect(throws: Refusal.self) { try Viewer?.none.demand(.editor, in: Self.event.id, part: Self.track.id) }
        let wide = Viewer(person: Self.track.id, name: "Ada", grants: [Grant(.editor, in: Self.event.id)])
        #expect(throws: Never.self) { try Viewer?.some(wide).demand(.editor, in: Self.event.id, part: nil) }
    }

    @Test("only an editor's role in one event is bound to a part", arguments: Role.allCases)
    func permitted(role: Role) {
        let organiser: Viewer? = PeopleWorld.viewer(.organiser, in: Self.event.id)
        let allowed = (try? RoleActions.permitted(Grant(role, in: Self.event.id, part: Self.track.id), organiser)) != nil
        #expect(allowed == (role == .editor))
        #expect(throws: Refusal.self) {
            try RoleActions.permitted(Grant(role, part: Self.track.id), PeopleWorld.viewer(.administrator))
        }
    }

    @Test("the role of a part and of the whole stand side by side; each is taken apart", arguments: Backend.available)
    func stored(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            let person = try await world.person("Tara", nil)
            let administrator = world.administrator
            let left = try await world.database.write { tx in
                for grant in [Self.grant, Grant(.editor, in: Self.event.id)] {
                    try RoleActions.grant(grant, to: person.id, by: administrator, in: tx)
                }
                let both = try RoleStore.grants(of: person.id, in: tx)
                #expect(both == [Self.grant, Grant(.editor, in: Self.event.id)])
                #expect(try RoleStore.persons(with: Self.event.id, in: tx) == [person.id: [.editor]])
                try RoleActions.revoke(Grant(.editor, in: Self.event.id), from: person.id, by: administrator, in: tx)
                #expect(try RoleStore.persons(with: Self.event.id, in: tx).isEmpty)
                return try RoleStore.grants(of: person.id, in: tx)
            }
            #expect(left == [Self.grant])
            #expect(
                try await refusal {
                    try await world.database.write {
                        try RoleActions.grant(Self.grant, to: person.id, by: administrator, in: $0)
                    }
                }?.code == .conflict)
        }
    }

    @Test("an organiser invites an editor for one track; letter, page and team say so; it is taken again", .serialized)
    func invited() async throws {
        try await PeopleWorld.with(.sqlite, events: [Self.event], parts: [Self.track]) { world in
            let viewer = PeopleWorld.viewer(.organiser, in: Self.event.id)
            let olu = try await world.person("Olu", "olu@example.org")
            let (inviter, browser) = try await world.database.write { tx in
                try RoleActions.grant(Grant(.organiser, in: Self.event.id), to: olu.id, by: world.administrator, in: tx)
                return (try RoleStore.viewer(olu.id, in: tx) ?? viewer, FormGuard.newSecret())
            }
            let base = "/desk/e/gmc-2025/team"
            for (role, part) in [("reader", Self.track.id.text), ("editor", Self.event.id.text), ("editor", "x")] {
                let no = try await world.ask(
                    base, post: [("email", "t@example.org"), ("role", role), ("part", part)], as: inviter, browser: browser)
                #expect(no.status.code == 422, "\(role) of \(part)")
            }
            let sent = try await world.ask(
                base, post: [("email", "t@example.org"), ("role", "editor"), ("part", Self.track.id.text)], as: inviter,
                browser: browser)
            #expect(sent.fields[.location] == base)
            let letter = try #require(try await world.database.read { try LetterStore.recent(1, in: $0) }.first)
            #expect(letter.text.contains("Digital <teaching>"))
            let path = try #require(
                letter.text.split(whereSeparator: \.isWhitespace).first { $0.contains("/invitation/") }.map(String.init))
            let door = String(path.dropFirst("http://localhost:8080".count).prefix { $0 != "?" })
            #expect(try await world.ask(door, browser: FormGuard.newSecret()).text.contains("Digital &lt;teaching&gt;"))
            _ = try await world.ask(door, post: [("name", "Tara")], browser: FormGuard.newSecret())
            let tara = try #require(try await world.database.read { try PersonStore.find(email: "t@example.org", in: $0) })
            #expect(try await world.database.read { try RoleStore.grants(of: tara.id, in: $0) } == [Self.grant])
            let team = try await world.ask(base, as: inviter, browser: browser)
            #expect(team.text.contains("Digital &lt;teaching&gt;") && team.text.contains(Self.track.id.text))
            _ = try await world.ask(
                base + "/end",
                post: [("person", tara.id.text), ("role", "editor"), ("part", Self.track.id.text)], as: inviter,
                browser: browser)
            #expect(try await world.database.read { try RoleStore.grants(of: tara.id, in: $0) }.isEmpty)
        }
    }

    @Test("a role's name says its part, also one that is gone") func names() throws {
        let words = try PeopleWorld.words()
        #expect(RolePage.name(Grant(.editor), nil, words) == words("people.role.editor"))
        #expect(RolePage.name(Self.grant, Self.track, words).contains("Digital <teaching>"))
        #expect(RolePage.name(Self.grant, nil, words).contains(words("team.part.gone")))
    }
}
