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

/// What a program gets to see of registrations, and what not.
@Suite struct ApiRegistrationRightsTests {
    @Test(
        "names are data, whatever they look like; answers are no part of a request", .timeLimit(.minutes(15)),
        arguments: Backend.available)
    func data(backend: Backend) async throws {
        try await AppWorld.with(backend) { world in
            let secret = try await world.apiToken(.organiser, [.registrations])
            let room = try await world.place(10)
            try await world.client { client in
                let program = ApiProgram(client: client, secret: secret)
                let nasty = [
                    #"=HYPERLINK(\"http://x.example\",\"A\")"#, "@SUM(1+1)*cmd|' /C calc'!A0", #"Ana\r\nBcc: all@x.example"#,
                    "<script>alert(1)</script>", "'; DROP TABLE registration; --",
                ]
                for (index, name) in nasty.enumerated() {
                    let body =
                        #"{"category":"\#(room)","name":"\#(name)","organisation":"=1+1","email":"n\#(index)@x.example"}"#
                    #expect(try await program.send(.post, "/registrations", body).status == .created)
                }
                let header = #"{"category":"\#(room)","name":"A","email":"a@x.example\r\nBcc: b@x.example"}"#
                let refused = try await program.send(.post, "/registrations", header)
                #expect(refused.status == .unprocessableContent)
                let names = try program.items(try await program.send(.get, "/registrations?category=\(room)")).compactMap {
                    $0["name"] as? String
                }
                #expect(
                    names == [
                        #"=HYPERLINK("http://x.example","A")"#, "@SUM(1+1)*cmd|' /C calc'!A0", "Ana Bcc: all@x.example",
                        "<script>alert(1)</script>", "'; DROP TABLE registration; --",
                    ])
                let unknown = try await program.send(
                    .post, "/registrations", ApiProgram.body(room, "Eve", #","answers":{"diet":"x"}"#))
                #expect(unknown.status == .unprocessableContent, "answers are no part of the interface")
                let table = try await world.get("/desk/e/gmc-2025/registrations.csv", .organiser, client).text
                #expect(!table.contains("\n=") && !table.contains(",=") && !table.contains(",@"), "no formula in a table")
            }
        }
    }

    @Test("a list in parts, with filters, and no other event's", .timeLimit(.minutes(15)), arguments: Backend.available)
    func lists(backend: Backend) async throws {
        try await AppWorld.with(backend) { world in
            let secret = try await world.apiToken(.administrator, [.registrations])
            let room = try await world.place(2)
            let elsewhere = try await world.place(10, of: world.other)
            try await world.client { client in
                let program = ApiProgram(client: client, secret: secret)
                let other = ApiProgram(client: client, secret: secret, event: world.other.slug)
                var ids: [String] = []
                for name in ["Ana", "Bo", "Chen"] {
                    ids.append(
                        try program.text(try await program.send(.post, "/registrations", ApiProgram.body(room, name)), "id"))
                }
                let foreign = try program.text(
                    try await other.send(.post, "/registrations", ApiProgram.body(elsewhere, "Canary")), "id")
                var seen: [String] = []
                var next: String?
                repeat {
                    let after = next.map { "&after=\($0)" } ?? ""
                    let part = try await program.send(.get, "/registrations?limit=1&category=\(room)\(after)")
                    seen += try program.items(part).compactMap { $0["id"] as? String }
                    next = try program.json(part)["next"] as? String
                } while next != nil
                #expect(seen == ids)
                let waiting = try program.items(try await program.send(.get, "/registrations?state=waiting&category=\(room)"))
                #expect(waiting.compactMap { $0["id"] as? String } == [ids[2]])
                #expect(try program.items(try await program.send(.get, "/registrations?q=CHEN&category=\(room)")).count == 1)
                #expect(!(try await program.send(.get, "/registrations")).text.contains("Canary"))
                for query in ["state=none", "category=x", "limit=0", "after=\(foreign)"] {
                    #expect(try await program.send(.get, "/registrations?\(query)").status == .unprocessableContent, "\(query)")
                }
                // Another event's registration and kind of place are not there, with whatever role in both.
                #expect(try await program.send(.get, "/registrations/\(foreign)").status == .notFound)
                for verb in ["approve", "decline", "cancel", "paid", "unpaid", "move"] {
                    let answer = try await program.send(.post, "/registrations/\(foreign)/\(verb)", "{}")
                    #expect(answer.status == .notFound, "\(verb)")
                    #expect(!answer.text.contains("Canary"))
                }
                let stray = #"{"category":"\#(elsewhere)"}"#
                #expect(try await program.send(.post, "/registrations/\(ids[0])/move", stray).status == .unprocessableContent)
                let wrong = try await program.send(.post, "/registrations", ApiProgram.body(elsewhere, "Eve"))
                #expect(wrong.status == .unprocessableContent)
                #expect(try program.text(try await other.send(.get, "/registrations/\(foreign)"), "state") == "confirmed")
            }
        }
    }

    @Test("scopes and roles: each opens its own and nothing else", .timeLimit(.minutes(15)))
    func narrow() async throws {
        try await AppWorld.with(.sqlite) { world in
            let room = try await world.place(10)
            let tokens: [(String, Int, Int)] = [
                (try await world.apiToken(.organiser, [.attendees]), 200, 403),
                (try await world.apiToken(.organiser, [.registrations]), 200, 201),
                (try await world.apiToken(.organiser, [.read, .programme, .releases]), 403, 403),
                (try await world.apiToken(.editor, [.registrations]), 403, 403),
                (try await world.apiToken(.reader, [.registrations]), 403, 403),
                (try await world.apiToken(.otherOrganiser, [.registrations]), 403, 403),
            ]
            try await world.client { client in
                for (index, (secret, reading, writing)) in tokens.enumerated() {
                    let program = ApiProgram(client: client, secret: secret)
                    #expect(try await program.send(.get, "/registrations").status.code == reading, "\(index)")
                    #expect(try await program.send(.get, "/attendance").status.code == reading, "\(index)")
                    let sent = try await program.send(.post, "/registrations", ApiProgram.body(room, "P\(index)"))
                    #expect(sent.status.code == writing, "\(index)")
                }
                let stranger = ApiProgram(client: client, secret: nil)
                #expect(try await stranger.send(.get, "/registrations").status == .unauthorized)
                #expect(try await stranger.send(.post, "/registrations", ApiProgram.body(room, "Eve")).status == .unauthorized)
                #expect(try await stranger.send(.get, "/places").status == .ok)
                let writing = ApiProgram(client: client, secret: tokens[1].0)
                #expect(try await writing.send(.post, "/draft/sessions", "{}").status == .forbidden)
                // Two people's programs may make up the same key.
                let secretariat = try await world.apiToken(.secretariat, [.registrations])
                let other = ApiProgram(client: client, secret: secretariat)
                let one = try await writing.send(.post, "/registrations", ApiProgram.body(room, "Uno"), key: "1")
                let two = try await other.send(.post, "/registrations", ApiProgram.body(room, "Dos"), key: "1")
                #expect(one.status == .created && two.status == .created)
                let reused = try await writing.send(.post, "/registrations", ApiProgram.body(room, "Tres"), key: "1")
                #expect(reused.status == .unprocessableContent)
                #expect(try writing.text(reused, "code") == "api.refusal.key")
                let long = try await writing.send(
                    .post, "/registrations", ApiProgram.body(room, "Tres"), key: String(repeating: "x", count: 256))
                #expect(long.status == .unprocessableContent)
            }
        }
    }
}
