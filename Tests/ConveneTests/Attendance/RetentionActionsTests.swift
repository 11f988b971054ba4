import Base
import HTTPTypes
import Store
import Testing
import TestKit
import Web

@testable import Convene

@Suite struct RetentionActionsTests {
    @Test("before its date nothing, on its date nameless; figures and certificates stay", arguments: Backend.available)
    func onItsDate(_ backend: Backend) async throws {
        try await PapersStage.with(backend) { stage in
            let certificate = try #require(try await stage.issue().first)
            let sweep: @Sendable (Writer) throws -> Int = { try RetentionActions.sweep(stage.event, in: $0) }
            stage.door.world.clock.reach(try EventWorld.day("2026-12-03"))
            #expect(try await stage.database.write(sweep) == 0)
            #expect(try await stage.door.stage.now(stage.people[0]).holder.name == "Q0")
            stage.door.world.clock.reach(try EventWorld.day("2026-12-04"))
            #expect(try await stage.database.write(sweep) == 3)
            #expect(try await stage.database.write(sweep) == 0)
            for one in stage.people + [stage.remote] {
                let now = try await stage.door.stage.now(one)
                #expect(now.holder.email.isEmpty && now.holder.name == "—" && now.state == .confirmed && now.hasPlace)
                #expect(try await EventWorld.refusal { try await stage.door.ask(stage.path(one)) }?.code == .notFound)
            }
            let counted = try await stage.database.read { try PlaceCategoryStore.all(of: stage.event.id, in: $0) }
            #expect(counted.reduce(0) { $0 + $1.count.taken } == 3, "no place is lost with a name")
            let figures = try await stage.database.read { try AttendanceActions.figures(of: stage.event, in: $0) }
            #expect(figures.came.people == 1 && figures.registered.people == 3)
            #expect(try await stage.door.page(certificate.path).contains("Q0"))
            #expect(try await stage.count("SELECT COUNT(*) AS n FROM audit WHERE verb = 'retention.swept'") == 1)
        }
    }

    @Test("a form that nobody finished is gone after seven days", arguments: Backend.available)
    func unfinished(_ backend: Backend) async throws {
        try await PapersStage.with(backend) { stage in
            let held = try await stage.door.stage.hold(stage.door.stage.room, key: "begun")
            stage.door.world.clock.advance(seconds: 3600)
            try await stage.door.stage.lapse()
            let rows: SQL = "SELECT COUNT(*) AS n FROM registration WHERE id = \(held.id)"
            stage.door.world.clock.advance(seconds: 7 * 86_400 - 60)
            #expect(try await stage.database.write { try RetentionActions.sweep(stage.event, in: $0) } == 0)
            #expect(try await stage.count(rows) == 1)
            stage.door.world.clock.advance(seconds: 120)
            #expect(try await stage.database.read { try RetentionStore.due(in: $0).map(\.id) } == [stage.event.id])
            #expect(try await stage.database.write { try RetentionActions.sweep(stage.event, in: $0) } == 1)
            #expect(try await stage.count(rows) == 0)
            #expect(try await stage.door.stage.broken() == nil)
        }
    }

    @Test("who asks is forgotten at once, and her place goes to who waits", arguments: Backend.available)
    func own(_ backend: Backend) async throws {
        try await PapersStage.with(backend) { stage in
            _ = try await stage.issue()
            let one = stage.people[0]
            let way = stage.path(one)
            #expect(try await stage.door.ask(way + "/erase", post: []).status == .unprocessableContent)
            #expect(try await stage.door.stage.now(one).holder.name == "Q0")
            let answer = try await stage.door.ask(way + "/erase", post: [("sure", "yes")])
            #expect(answer.status == .seeOther)
            let now = try await stage.door.stage.now(one)
            #expect(now.holder.name == "—" && now.holder.email.isEmpty && now.state == .cancelled && !now.hasPlace)
            #expect(try await EventWorld.refusal { try await stage.door.ask(way) }?.code == .notFound)
            #expect(try await stage.count("SELECT COUNT(*) AS n FROM certificate") == 0)
            #expect(try await stage.count("SELECT COUNT(*) AS n FROM audit WHERE verb = 'registration.erased'") == 1)
            #expect(try await stage.door.stage.broken() == nil)
        }
    }

    @Test("on its date letters, lists of mailings and scans name nobody any more", arguments: Backend.available)
    func letters(_ backend: Backend) async throws {
        try await PapersStage.with(backend) { stage in
            let mailing = try await MailingStage.draft(stage.door.stage)
            try await MailingStage.send(stage.door.stage, mailing)
            while try await MailingStage.post(stage.door.stage, mailing) {}
            #expect(try await stage.count("SELECT COUNT(*) AS n FROM letter") == 3)
            #expect(try await stage.count("SELECT COUNT(*) AS n FROM door_scan WHERE code_digest <> ''") == 1)
            stage.door.world.clock.reach(try EventWorld.day("2026-12-04"))
            #expect(try await stage.database.write { try RetentionActions.sweep(stage.event, in: $0) } == 3)
            #expect(try await stage.count("SELECT COUNT(*) AS n FROM letter") == 0)
            #expect(try await stage.count("SELECT COUNT(*) AS n FROM mailing_recipient WHERE address <> registration_id") == 0)
            #expect(try await stage.count("SELECT COUNT(*) AS n FROM mailing_recipient") == 3)
            #expect(try await stage.count("SELECT COUNT(*) AS n FROM door_scan WHERE code_digest <> ''") == 0)
            let figures = try await stage.database.read { try AttendanceActions.figures(of: stage.event, in: $0) }
            #expect(figures.came.people == 1)
        }
    }

    @Test("an offer that lapsed is deleted with all that hung on it", arguments: Backend.available)
    func lapsedOffer(_ backend: Backend) async throws {
        try await RegistrationStage.with(backend, places: 1) { stage in
            let first = try await stage.register("Ana")
            let next = try await stage.register("Bo")
            try await stage.database.write { tx in try RegistrationLetters.teller(MailingStage.pen)(.waiting, next, in: tx) }
            let mailing = try await MailingStage.draft(stage, MailAudience(RegistrationFilter(states: [.waiting])))
            try await MailingStage.send(stage, mailing)
            while try await MailingStage.post(stage, mailing) {}
            _ = try await stage.cancel(first)
            #expect(try await stage.now(next).state == .offered)
            stage.world.clock.advance(seconds: 2 * 86_400)
            try await stage.lapse()
            #expect(try await stage.now(next).state == .lapsed)
            stage.world.clock.advance(seconds: 8 * 86_400)
            let sweep: @Sendable (Writer) throws -> Int = { try RetentionActions.sweep(stage.event, in: $0) }
            #expect(try await stage.database.write(sweep) == 1)
            let left = try await stage.database.read { tx in
                try [
                    "SELECT COUNT(*) AS n FROM registration WHERE id = \(next.id)", "SELECT COUNT(*) AS n FROM letter",
                    "SELECT COUNT(*) AS n FROM mailing_recipient WHERE address <> registration_id",
                ].map { try tx.count($0) }
            }
            #expect(left == [0, 0, 0])
            #expect(try await stage.broken() == nil)
        }
    }

    @Test("a term has bounds, and is the organiser's", arguments: Backend.available)
    func term(_ backend: Backend) async throws {
        try await PapersStage.with(backend) { stage in
            let desk = "/desk\(stage.event.path)"
            for typed in ["0", "121", "", "soon"] {
                let answer = try await stage.door.ask(desk + "/retention", post: [("months", typed)], as: stage.organiser)
                #expect(answer.status == .unprocessableContent, "\(typed)")
            }
            #expect(
                try await stage.door.ask(desk + "/retention", post: [("months", "6")], as: stage.organiser).status == .seeOther)
            #expect(try await stage.database.read { try RetentionStore.months(of: stage.event.id, in: $0) } == 6)
            let refusal = try await EventWorld.refusal {
                try await stage.door.ask(desk + "/retention", post: [("months", "6")], as: EventWorld.viewer(.editor))
            }
            #expect(refusal?.code == .forbidden)
        }
    }
}
