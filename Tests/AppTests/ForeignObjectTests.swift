import App
import Base
import Convene
import HTTPTypes
import HummingbirdTesting
import NIOCore
import People
import Store
import TestKit
import Testing
import Web

/// Own and other: events, tracks, and the things of an account.
@Suite struct ForeignObjectTests {
    /// One of each thing that an address of an event can name besides the event.
    private func objects(of event: Event, _ world: AppWorld) async throws -> [String: String] {
        try await world.house.database.write { tx in
            let by = try world.administrator(tx)
            let room = try ProgrammeActions.addRoom(Localized("Canary room"), capacity: nil, to: event, by: by, in: tx)
            let track = try TrackActions.add(Localized("Canary track"), colour: nil, to: event, by: by, in: tx)
            var draft = SessionDraft(
                date: event.first, start: ClockTime(minutes: 600), minutes: 30, room: room.id, kind: .talk,
                title: Localized("Canary session"))
            draft.track = track.id
            let session = try ProgrammeActions.addSession(draft, to: event, by: by, in: tx)
            let file = UploadedFile(field: "file", name: "slides.pdf", bytes: Array("%PDF-1.7\n".utf8))
            let material = try MaterialActions.add(
                MaterialDraft(kind: .slides, visibility: .team), file: file, to: session.id, of: event, by: by, in: tx)
            let calendar = UploadedFile(field: "file", name: "a.ics", bytes: Array("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n".utf8))
            let upload = try ScheduleImportActions.keep(calendar, for: event, by: by, in: tx)
            let invited = try InvitationActions.invite(
                "canary@other.example", to: Grant(.reader, in: event.id), by: by, in: tx)
            return try RegistrationThings.make(for: event, by: by, in: tx).merging([
                "session": session.id.text, "room": room.id.text, "track": track.id.text, "material": material.id.text,
                "import": upload.text, "invitation": invited.invitation.id.text,
            ]) { $1 }
        }
    }

    private func state(of event: Event, _ world: AppWorld) async throws -> [String] {
        try await world.house.database.read { tx in
            let draft = try ProgrammeStore.draft(of: event, in: tx)
            let materials = try draft.sessions.flatMap { try MaterialStore.all(of: $0.id, in: event.id, tx) }
            return [json(draft), json(materials), "\(try InvitationStore.pending(in: event.id, in: tx))"]
                + (try RegistrationThings.state(of: event, in: tx))
        }
    }

    private static let askers: [AppWorld.Asker] = [.trackEditor, .organiser, .administrator]

    /// What a form of each kind is glad to have, so that it is not refused for being empty.
    private static func form(_ path: String, _ own: [String: String]) -> [(String, String)] {
        [
            ("title-en", "Taken"), ("authentic", "en"), ("date", "2025-12-03"), ("start", "10:00"), ("minutes", "30"),
            ("kind", "talk"), ("version", ""), ("do", path.hasSuffix("/move") ? "up" : "remove"), ("url", "https://example.org/"),
            ("language", "en"), ("visibility", "everyone"), ("category", own["place"] ?? ""),
        ]
    }

    @Test(
        "another event's things are not there, under whatever role in this one", .timeLimit(.minutes(15)),
        arguments: Backend.available)
    func things(backend: Backend) async throws {
        try await AppWorld.with(backend) { world in
            let foreign = try await objects(of: world.other, world)
            let before = try await state(of: world.other, world)
            let own = try await MatrixTests.parameters(world)
            try await world.client { client in
                for route in world.house.table.routes {
                    let names = route.path.split(separator: "/").filter { $0.hasPrefix(":") }.map { String($0.dropFirst()) }
                    let theirs = names.filter { foreign[$0] != nil }
                    guard names.contains("event"), !theirs.isEmpty else { continue }
                    // All of the other event's, then each of them beside our own.
                    let mixes = [Set(theirs)] + (theirs.count > 1 ? theirs.map { [$0] } : [])
                    for (mix, asker) in mixes.flatMap({ mix in Self.askers.map { (mix, $0) } }) {
                        try await world.signInAgain(asker)
                        let path = MatrixTests.filled(route.path, own.merging(foreign.filter { mix.contains($0.key) }) { $1 })
                        let answer =
                            route.method == .post && !route.takesJSON
                            ? try await world.post(path, asker, Self.form(path, own), client)
                            : try await world.ask(route, path, asker, client)
                        let refused = asker == .trackEditor ? [403, 404, 410] : [404, 410]
                        #expect(
                            refused.contains(answer.status.code),
                            "\(route.method) \(route.path) as \(asker), theirs: \(mix.sorted()): \(answer.status.code)")
                        #expect(!answer.text.contains("Canary"))
                    }
                }
            }
            for (now, then) in zip(try await state(of: world.other, world), before) { #expect(now == then) }
        }
    }

    @Test("a role in one event opens no address of another", .timeLimit(.minutes(15)), arguments: Backend.available)
    func events(backend: Backend) async throws {
        try await AppWorld.with(backend) { world in
            var values = try await MatrixTests.parameters(world)
            values.merge(try await objects(of: world.other, world)) { $1 }
            values["event"] = world.other.slug
            values["speaker"] = world.event.id.text
            let filling = values
            try await world.client { client in
                for route in world.house.table.routes where route.path.contains("/:event") {
                    let needed: Role
                    switch route.access {
                    case .role(let role), .part(let role): needed = role
                    case .anyone, .signedIn: continue
                    }
                    for asker in AppWorld.Asker.allCases {
                        try await world.signInAgain(asker)
                        let code = try await world.ask(route, MatrixTests.filled(route.path, filling), asker, client).status.code
                        let role = asker == .otherOrganiser ? Role.organiser : asker.everywhere
                        let what = "\(route.method) \(route.path) of the other event as \(asker): \(code)"
                        #expect(code < 500, "\(what)")
                        if let role, role >= needed {
                            #expect(![401, 403].contains(code), "\(what)")
                        } else {
                            #expect([401, 403].contains(code), "\(what)")
                        }
                    }
                }
            }
        }
    }

    @Test(
        "the editor of a track has her track's sessions at every address, and no other's", .timeLimit(.minutes(15)),
        arguments: Backend.available)
    func tracks(backend: Backend) async throws {
        try await AppWorld.with(backend) { world in
            try await world.client { client in
                for route in world.house.table.routes {
                    guard case .part = route.access, route.path.contains("/:session") else { continue }
                    for (track, isOwn) in [(world.tracks.own.id, true), (world.tracks.other.id, false), (nil, false)] {
                        let values = try await thing(in: track, world)
                        let path = MatrixTests.filled(route.path, values)
                        let code = try await world.ask(route, path, .trackEditor, client).status.code
                        let what = "\(route.method) \(route.path) of \(isOwn ? "her" : "another") track: \(code)"
                        #expect(isOwn ? ![401, 403, 404].contains(code) : code == 403, "\(what)")
                    }
                }
            }
        }
    }

    private func thing(in track: Identifier?, _ world: AppWorld) async throws -> [String: String] {
        try await world.house.database.write { tx in
            let by = try world.administrator(tx)
            var draft = SessionDraft(
                date: world.event.first, start: ClockTime(minutes: 600), minutes: 30, kind: .talk, title: Localized("Thing"))
            draft.track = track
            let session = try ProgrammeActions.addSession(draft, to: world.event, by: by, in: tx)
            let file = UploadedFile(field: "file", name: "slides.pdf", bytes: Array("%PDF-1.7\n".utf8))
            let material = try MaterialActions.add(
                MaterialDraft(kind: .slides, visibility: .team), file: file, to: session.id, of: world.event, by: by, in: tx)
            return ["event": world.event.slug, "session": session.id.text, "material": material.id.text]
        }
    }

    @Test("nobody ends another's sitting or token, or reads what is hers", .timeLimit(.minutes(15)))
    func accounts() async throws {
        try await AppWorld.with(.sqlite) { world in
            let owner = try #require(world.people[.reader])
            let (token, sitting) = try await world.house.database.write { tx in
                let viewer = try RoleStore.viewer(owner, in: tx)
                let made = try ApiTokenActions.create(
                    ApiTokenDraft(name: "Canary token", scopes: [.read]), by: viewer, in: tx)
                return (made.token.id, try SessionStore.sittings(of: owner, in: tx).first?.digest ?? "")
            }
            try await world.client { client in
                for asker in [AppWorld.Asker.nobody, .organiser, .administrator] {
                    for path in ["/account/tokens/\(token)/revoke", "/account/sessions/\(sitting)/end"] {
                        #expect(try await world.post(path, asker, [], client).status == .notFound, "\(path) as \(asker)")
                    }
                    for path in ["/account", "/account/tokens", "/account/sessions", "/account/data"] {
                        #expect(try await !world.get(path, asker, client).text.contains("Canary"), "\(path) as \(asker)")
                    }
                }
                let left = try await world.house.database.read { tx in
                    (
                        try ApiTokenStore.find(token, in: tx)?.isLive(at: tx.now),
                        try SessionStore.sittings(of: owner, in: tx).count
                    )
                }
                #expect(left.0 == true && left.1 == 1)
            }
        }
    }
}
