import App
import Base
import Convene
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import People
import Store
import TestKit
import Testing
import Web

/// A program with a token: reads, changes and publishes a programme, and meets every "no" on its way.
@Suite struct ApiJourneyTests {
    private struct Program: Sendable {
        let world: AppWorld
        let client: any TestClientProtocol
        let secret: String?

        func send(
            _ method: HTTPRequest.Method, _ path: String, _ body: String? = nil, match: String? = nil,
            type: String = "application/json"
        ) async throws -> TestResponse {
            var fields = HTTPFields()
            if let secret { fields[.authorization] = "Bearer \(secret)" }
            if body != nil { fields[.contentType] = type }
            fields[.ifMatch] = match
            return try await client.execute(
                uri: "/api/v1/events/gmc-2025" + path, method: method, headers: fields, body: body.map { ByteBuffer(string: $0) })
        }
        func json(_ response: TestResponse) throws -> [String: Any] {
            try #require(try JSONSerialization.jsonObject(with: Data(response.text.utf8)) as? [String: Any])
        }
    }

    private func token(
        _ world: AppWorld, _ asker: AppWorld.Asker, _ scopes: Set<ApiToken.Scope>, event: Identifier? = nil
    ) async throws -> String {
        try await world.house.database.write { tx in
            let person = try #require(try PersonStore.find(email: "\(asker.rawValue)@test.example", in: tx))
            let viewer = try #require(try RoleStore.viewer(person.id, in: tx))
            return try ApiTokenActions.create(ApiTokenDraft(name: "test", scopes: scopes, event: event), by: viewer, in: tx)
                .secret
        }
    }

    private static let session =
        #"{"date":"2025-12-03","start":"18:00","minutes":30,"kind":"talk","title":{"en":"By a program","es":"Por un programa"},"#
        + #""people":[{"name":"Ana Ruiz"}]}"#

    @Test("from reading to publishing with nothing but a token", .timeLimit(.minutes(15)), arguments: Backend.available)
    func journey(backend: Backend) async throws {
        try await AppWorld.with(backend) { world in
            let secret = try await token(world, .organiser, [.read, .programme, .releases])
            try await world.client { client in
                let program = Program(world: world, client: client, secret: secret)
                let added = try await program.send(.post, "/draft/sessions", Self.session)
                #expect(added.status == .created)
                let place = try #require(added.headers[.location])
                let path = String(place.dropFirst("/api/v1/events/gmc-2025".count))
                let tag = try #require(added.headers[.eTag])

                let shown = try await program.send(.get, path)
                #expect(shown.headers[.eTag] == tag)
                #expect(shown.body == added.body)
                #expect(shown.text.contains(#""startsAt":"2025-12-03T18:00:00-06:00""#))

                let patch = #"{"title":{"es":null,"fr":"Par un programme"},"minutes":45}"#
                #expect(try await program.send(.patch, path, patch).status == .preconditionRequired)
                #expect(try await program.send(.patch, path, patch, match: "\"s0\"").status == .preconditionFailed)
                let patched = try await program.send(.patch, path, patch, match: tag, type: "application/merge-patch+json")
                #expect(patched.status == .ok)
                #expect(patched.text.contains(#""title":{"en":"By a program","fr":"Par un programme"}"#))
                #expect(patched.text.contains(#""minutes":45"#))
                let second = try #require(patched.headers[.eTag])
                #expect(second != tag)
                // What was read is sent back whole: nothing changes but what was changed, and the speaker stays the same one.
                let back = try await program.send(.put, path, patched.text, match: second)
                #expect(back.status == .ok)
                #expect(back.body == patched.body)

                let public1 = try await Program(world: world, client: client, secret: nil).send(.get, "/programme")
                #expect(!public1.text.contains("By a program"), "not published yet")
                let outlook = try program.json(try await program.send(.get, "/draft/outlook"))
                let digest = try #require(outlook["digest"] as? String)
                let stale = try await program.send(.post, "/releases", #"{"message":{"en":"x"},"draft":"0"}"#)
                #expect(stale.status == .conflict)
                let released = try await program.send(
                    .post, "/releases", #"{"message":{"en":"By a program"},"draft":"\#(digest)"}"#)
                #expect(released.status == .created)
                let number = try #require(try program.json(released)["number"] as? Int)
                let changes = try await Program(world: world, client: client, secret: nil).send(
                    .get, "/releases/\(number)/changes")
                #expect(changes.text.contains(#""code":"sessionAdded""#))

                let gone = try await program.send(.delete, path, match: "*")
                #expect(gone.status == .noContent)
                #expect(try await program.send(.get, path).status == .notFound)
                #expect(try await program.send(.delete, path, match: "*").status == .notFound)
                let restored = try await program.send(.post, "/releases/\(number - 1)/restore", "{}")
                #expect(restored.status == .created)
                let id = String(path.split(separator: "/").last ?? "")
                #expect(try await program.send(.get, "/sessions/\(id)").status == .gone)
            }
        }
    }

    @Test(
        "a session is taken off the plan, kept beside it and put back elsewhere", .timeLimit(.minutes(15)),
        arguments: Backend.available)
    func placing(backend: Backend) async throws {
        try await AppWorld.with(backend) { world in
            let secret = try await token(world, .editor, [.programme])
            try await world.client { client in
                let program = Program(world: world, client: client, secret: secret)
                let added = try await program.send(.post, "/draft/sessions", Self.session)
                let id = try #require(try program.json(added)["id"] as? String)
                let path = "/draft/sessions/\(id)"
                #expect(try await program.send(.post, path + "/unplace").status == .preconditionRequired)
                let off = try await program.send(.post, path + "/unplace", match: added.headers[.eTag])
                #expect(off.status == .ok)
                let beside = try #require(
                    try program.json(try await program.send(.get, "/draft"))["unplaced"] as? [[String: Any]])
                #expect(beside.contains { $0["id"] as? String == id })
                let tag = try #require(off.headers[.eTag])
                let spot = #"{"date":"2025-12-04","start":"12:30","minutes":20}"#
                #expect(
                    try await program.send(.post, path + "/place", spot, match: added.headers[.eTag]).status
                        == .preconditionFailed)
                #expect(
                    try await program.send(.post, path + "/place", #"{"start":1}"#, match: tag).status == .unprocessableContent)
                let on = try await program.send(.post, path + "/place", spot, match: tag)
                #expect(on.status == .ok)
                #expect(on.text.contains(#""startsAt":"2025-12-04T12:30:00-06:00""#))
                #expect(!(try await program.send(.get, "/draft")).text.contains(#""unplaced":[{"#))
            }
        }
    }

    @Test("rooms, tracks and days are changed by the draft's version", .timeLimit(.minutes(15)), arguments: Backend.available)
    func plan(backend: Backend) async throws {
        try await AppWorld.with(backend) { world in
            let secret = try await token(world, .editor, [.programme], event: world.event.id)
            try await world.client { client in
                let program = Program(world: world, client: client, secret: secret)
                for (kind, body, changed) in [
                    ("rooms", #"{"name":{"en":"Attic"},"capacity":12}"#, #"{"name":{"en":"Cellar"}}"#),
                    ("tracks", ##"{"name":{"en":"Policy"},"colour":"#112233"}"##, #"{"name":{"en":"Politics"}}"#),
                ] {
                    let made = try await program.send(.post, "/draft/\(kind)", body)
                    #expect(made.status == .created)
                    #expect(try await program.send(.post, "/draft/\(kind)", body).status == .conflict, "a name stands once")
                    let id = try #require(try program.json(made)["id"] as? String)
                    let tag = try #require(made.headers[.eTag])
                    #expect(try await program.send(.get, "/draft").headers[.eTag] == tag)
                    #expect(try await program.send(.put, "/draft/\(kind)/\(id)", changed).status == .preconditionRequired)
                    let put = try await program.send(.put, "/draft/\(kind)/\(id)", changed, match: tag)
                    #expect(put.status == .ok)
                    #expect(try await program.send(.delete, "/draft/\(kind)/\(id)", match: tag).status == .preconditionFailed)
                    #expect(
                        try await program.send(.delete, "/draft/\(kind)/\(id)", match: put.headers[.eTag]).status == .noContent)
                    #expect(try await program.send(.delete, "/draft/\(kind)/\(id)", match: "*").status == .notFound)
                }
                let day = try await program.send(.put, "/draft/days/2025-12-03", #"{"ends":"28:00"}"#, match: "*")
                #expect(day.status == .ok)
                #expect(try await program.send(.delete, "/draft/days/2025-12-03", match: "*").status == .conflict)
                #expect(
                    try await program.send(.put, "/draft/days/yesterday", #"{"ends":"28:00"}"#, match: "*").status == .notFound)
                let faults = try await program.send(.post, "/draft/sessions", #"{"title":{"en":1}}"#)
                #expect(faults.status == .unprocessableContent)
                #expect(faults.headers[.contentType] == "application/problem+json")
                let errors = try #require(try program.json(faults)["errors"] as? [[String: String]])
                #expect(Set(errors.compactMap { $0["field"] }) == ["date", "start", "minutes", "kind", "title.en", "title"])
                let foreign = Self.session.replacing("\"kind\"", with: #""track":"\#(world.event.id)","kind""#)
                #expect(try await program.send(.post, "/draft/sessions", foreign).status == .unprocessableContent)
            }
        }
    }

    @Test("a token opens no more than its scopes, its event and its person's roles", .timeLimit(.minutes(15)))
    func narrow() async throws {
        try await AppWorld.with(.sqlite) { world in
            let reading = try await token(world, .administrator, [.read])
            let reader = try await token(world, .reader, [.programme, .releases])
            let other = try await token(world, .otherOrganiser, [.programme, .releases])
            let publishing = try await token(world, .organiser, [.releases])
            try await world.client { client in
                func status(_ secret: String, _ method: HTTPRequest.Method, _ path: String, _ body: String? = nil) async throws
                    -> Int
                {
                    try await Program(world: world, client: client, secret: secret).send(method, path, body).status.code
                }
                #expect(try await status(reading, .get, "/draft") == 200)
                #expect(try await status(reading, .post, "/draft/sessions", Self.session) == 403)
                #expect(try await status(reader, .get, "/draft") == 200)
                #expect(try await status(reader, .post, "/draft/sessions", Self.session) == 403)
                #expect(try await status(reader, .post, "/releases", #"{"message":{"en":"x"}}"#) == 403)
                #expect(try await status(other, .get, "/draft") == 403)
                #expect(try await status(publishing, .post, "/draft/sessions", Self.session) == 403, "not its scope")
                #expect(try await status("plenaria_" + String(repeating: "x", count: 43), .get, "/draft") == 401)
                // A token is for the interface: pages take no notice of it.
                let desk = try await client.execute(uri: "/desk", method: .get, headers: [.authorization: "Bearer \(reading)"])
                #expect(desk.status == .unauthorized)
                // The public part is the same for everyone, with or without a token.
                let open = try await Program(world: world, client: client, secret: nil).send(.get, "/programme")
                #expect(try await Program(world: world, client: client, secret: other).send(.get, "/programme").body == open.body)
            }
        }
    }

    @Test("an event that is being prepared is not there for anyone in the public part", .timeLimit(.minutes(15)))
    func hidden() async throws {
        try await AppWorld.with(.sqlite) { world in
            let secret = try await token(world, .organiser, [.read])
            try await world.house.database.write { try $0.execute("UPDATE event SET is_public = 0 WHERE id = \(world.event.id)") }
            try await world.client { client in
                let program = Program(world: world, client: client, secret: secret)
                let release = try await world.house.database.read { try ReleaseStore.latest(of: world.event.id, in: $0) }
                let session = try #require(release?.programme.sessions.first?.id)
                for path in [
                    "", "/programme", "/speakers", "/releases", "/releases/1", "/releases/1/changes", "/sessions/\(session)",
                ] {
                    #expect(try await program.send(.get, path).status == .notFound, "\(path)")
                }
                #expect(try await program.send(.get, "/draft").status == .ok)
                let list = try await client.execute(uri: "/api/v1/events", method: .get)
                #expect(!list.text.contains("gmc-2025"))
            }
        }
    }
}
