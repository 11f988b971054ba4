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

/// A program of an organiser registers people and decides about them.
@Suite struct ApiRegistrationJourneyTests {
    @Test(
        "thirty programs at once for ten places; the same key is the same registration", .timeLimit(.minutes(15)),
        arguments: Backend.available)
    func rush(backend: Backend) async throws {
        try await AppWorld.with(backend) { world in
            let secret = try await world.apiToken(.organiser, [.registrations])
            let room = try await world.place(10)
            try await world.client { client in
                let program = ApiProgram(client: client, secret: secret)
                let answers = try await withThrowingTaskGroup(of: (Int, String).self) { group in
                    for index in 0..<30 {
                        group.addTask {
                            // Every third one sends again what it does not know to have arrived.
                            let body = ApiProgram.body(room, "P\(index)")
                            async let first = program.send(.post, "/registrations", body, key: "k\(index)")
                            async let again =
                                index % 3 == 0 ? program.send(.post, "/registrations", body, key: "k\(index)") : nil
                            let (one, two) = try await (first, again)
                            if let two {
                                #expect(try program.text(one, "id") == program.text(two, "id"))
                                #expect([one.status.code, two.status.code].sorted() == [200, 201])
                            } else {
                                #expect(one.status == .created)
                            }
                            return (index, try program.text(one, "state"))
                        }
                    }
                    return try await group.reduce(into: [String]()) { $0.append($1.1) }
                }
                #expect(answers.count { $0 == "confirmed" } == 10)
                #expect(answers.count { $0 == "waiting" } == 20)
                let listed = try await program.send(.get, "/registrations?category=\(room)&state=confirmed")
                #expect(try program.items(listed).count == 10)
                let attendance = try program.json(try await program.send(.get, "/attendance"))
                let places = try #require(attendance["places"] as? [[String: Any]])
                let own = try #require(places.first { $0["category"] as? String == room.text })
                #expect(own["taken"] as? Int == 10)
                #expect(own["states"] as? [String: Int] == ["confirmed": 10, "waiting": 20])
                let open = try program.items(try await ApiProgram(client: client, secret: nil).send(.get, "/places"))
                let shown = try #require(open.first { $0["id"] as? String == room.text })
                #expect(shown["isFull"] as? Bool == true)
                #expect(shown["left"] as? Int == 0)
                #expect(shown["capacity"] == nil && shown["taken"] == nil)
            }
        }
    }

    @Test(
        "deciding: a yes, a move, money, a no; what is free goes to who waits, and letters go out", .timeLimit(.minutes(15)),
        arguments: Backend.available)
    func deciding(backend: Backend) async throws {
        try await AppWorld.with(backend) { world in
            let secret = try await world.apiToken(.organiser, [.registrations])
            let press = try await world.place(1) {
                $0.needsApproval = true
                $0.fee = .invoiced
            }
            let room = try await world.place(1)
            let closed = try await world.place(0) { $0.hasWaitingList = false }
            try await world.client { client in
                let program = ApiProgram(client: client, secret: secret)
                func post(_ path: String, _ body: String = "{}", match: String? = nil) async throws -> TestResponse {
                    try await program.send(.post, "/registrations" + path, body, match: match)
                }
                let ana = try await post("", ApiProgram.body(press, "Ana"))
                #expect(try program.text(ana, "state") == "applied")
                let path = "/" + (try program.text(ana, "id"))
                #expect(ana.headers[.location] == "/api/v1/events/gmc-2025/registrations\(path)")
                let shown = try await program.send(.get, "/registrations" + path)
                #expect(shown.body == ana.body && shown.headers[.eTag] == ana.headers[.eTag])

                #expect(try await post(path + "/paid").status == .conflict)
                #expect(try await post(path + "/approve", match: "\"r99\"").status == .preconditionFailed)
                let approved = try await post(path + "/approve", match: ana.headers[.eTag])
                #expect(try program.text(approved, "state") == "confirmed")
                let twice = try await post(path + "/approve")
                #expect(twice.status == .conflict)
                #expect(try program.text(twice, "code") == "registration.refusal.notApplied")
                #expect(try program.json(try await post(path + "/paid"))["paidAt"] != nil)
                #expect(try program.json(try await post(path + "/unpaid"))["paidAt"] == nil)

                let bo = try await post("", ApiProgram.body(room, "Bo"))
                let wanted = try await post(path + "/move", #"{"category":"\#(room)"}"#)
                #expect(try program.text(wanted, "wanted") == room.text, "full: she keeps what she has and waits")
                let gone = try await post("/\(try program.text(bo, "id"))/cancel")
                #expect(try program.text(gone, "state") == "cancelled")
                let moved = try await program.send(.get, "/registrations" + path)
                #expect(try program.text(moved, "category") == room.text)
                #expect(try await post("/\(try program.text(bo, "id"))/cancel").status == .ok, "it is cancelled already")

                let full = try await post("", ApiProgram.body(closed, "Chen"))
                #expect(full.status == .conflict)
                #expect(try program.text(full, "code") == "registration.refusal.full")
                #expect(full.headers[.contentType] == "application/problem+json")
                let double = try await post("", ApiProgram.body(room, "ANA"))
                #expect(double.status == .conflict)
                #expect(try program.text(double, "code") == "registration.refusal.taken")
                let dana = try await post("", ApiProgram.body(press, "Dana"))
                let refused = try await post("/\(try program.text(dana, "id"))/decline")
                #expect(try program.text(refused, "state") == "declined")
                let letters = try await world.house.database.read {
                    try $0.count("SELECT COUNT(*) AS n FROM letter WHERE recipient = 'ana@people.example'")
                }
                #expect(letters >= 3, "applied, confirmed, moved: \(letters)")
            }
        }
    }
}
