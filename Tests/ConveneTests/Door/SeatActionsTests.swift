import Base
import Store
import TestKit
import Testing

@testable import Convene

@Suite struct SeatActionsTests {
    @Test("seats are taken once, up to the limit, and given up; 30 at once get the 5 there are", arguments: Backend.available)
    func limit(_ backend: Backend) async throws {
        try await DoorStage.with(backend, places: 40) { stage in
            try await stage.set(5)
            let people = try await stage.register(30)
            let got = try await withThrowingTaskGroup(of: Bool.self) { group in
                for one in people + people.prefix(10) {
                    group.addTask { try await EventWorld.refusal { try await stage.take(one) } == nil }
                }
                return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            let seats = try await stage.database.read { tx in
                (try SeatStore.find(stage.session, in: tx)?.count, try tx.count("SELECT COUNT(*) AS n FROM session_seat"))
            }
            #expect(seats.0 == PlaceCount(capacity: 5, taken: 5) && seats.1 == 5 && got >= 5)
            let holder = try await stage.database.read { tx in
                try tx.first("SELECT registration_id FROM session_seat ORDER BY registration_id LIMIT 1")?.id("registration_id")
            }
            let one = try #require(people.first { $0.id == holder })
            for _ in 0..<2 { try await stage.giveUp(one) }
            #expect(try await stage.database.read { try SeatStore.find(stage.session, in: $0)?.count.taken } == 4)
        }
    }

    @Test("a registration that ends gives its seats back, whatever ended it", arguments: Backend.available)
    func ended(_ backend: Backend) async throws {
        try await DoorStage.with(backend) { stage in
            try await stage.set(1)
            let people = try await stage.register(2)
            try await stage.take(people[0])
            let full = try await EventWorld.refusal { try await stage.take(people[1]) }
            #expect(full?.words == "door.refusal.noSeat")
            _ = try await stage.stage.cancel(people[0])
            try await stage.take(people[1])
            let ended = try await stage.stage.now(people[0])
            #expect(try await EventWorld.refusal { try await stage.take(ended) }?.words == "registration.refusal.notConfirmed")
        }
    }

    @Test(
        "the limit is the organiser's: never below what is taken, lifted with all seats, of this event's sessions alone",
        arguments: Backend.available)
    func setting(_ backend: Backend) async throws {
        try await DoorStage.with(backend) { stage in
            try await stage.set(3)
            let people = try await stage.register(2)
            for one in people { try await stage.take(one) }
            let below = try await EventWorld.refusal { try await stage.set(1) }
            #expect(below?.words == "places.refusal.taken" && below?.field == "seats")
            try await stage.set(2)
            let wrong = [
                try await EventWorld.refusal { try await stage.set(1, by: nil) }?.code,
                try await EventWorld.refusal { try await stage.set(1, by: EventWorld.viewer(.editor)) }?.code,
                try await EventWorld.refusal { try await stage.set(-1) }?.code,
            ]
            #expect(wrong == [.signInNeeded, .forbidden, .invalid])
            let other = try await stage.world.event("gmc-2026")
            let elsewhere = try await EventWorld.refusal {
                try await stage.database.write {
                    try SeatActions.setLimit(1, of: stage.session, in: other, by: stage.world.administrator, tx: $0)
                }
            }
            #expect(elsewhere?.code == .notFound)
            try await stage.set(nil)
            let left = try await stage.database.read { tx in
                (try SeatStore.all(of: stage.event.id, in: tx).count, try tx.count("SELECT COUNT(*) AS n FROM session_seat"))
            }
            #expect(left == (0, 0))
        }
    }

    @Test("only who has a seat is let in at the session's door; without a limit everybody is", arguments: Backend.available)
    func door(_ backend: Backend) async throws {
        try await DoorStage.with(backend) { stage in
            let people = try await stage.register(2)
            try await stage.set(1)
            try await stage.take(people[0])
            let found = try await stage.receive(people.enumerated().map { stage.scan($0.offset, $0.element.number) }, at: 2)
            #expect(found.map(\.result) == [.admitted, .seatless])
            #expect(
                try await stage.receive([stage.scan(5, people[1].number)])[0].result == .admitted, "the event is another place")
            try await stage.set(nil)
            #expect(try await stage.receive([stage.scan(6, people[1].number, at: 9)], at: 2)[0].result == .admitted)
        }
    }

    @Test(
        "what is offered: sessions of the release, how many are left, one's own, and what is at the same time",
        arguments: Backend.available)
    func offers(_ backend: Backend) async throws {
        try await DoorStage.with(backend) { stage in
            let ana = try await stage.register(1)[0]
            @Sendable func look() async throws -> [SeatOffer] {
                try await stage.database.read { try SeatActions.look(at: stage.event, for: ana.id, in: $0) }
            }
            #expect(try await look().isEmpty)
            try await stage.set(2)
            try await stage.take(ana)
            let panel = try await stage.database.read {
                try ReleaseShelf.latest(of: stage.event.id, in: $0)?.programme.sessions.first { $0.title.text(.en) == "Panel" }?
                    .id
            }
            try await stage.set(4, of: try #require(panel))
            let offers = try await look()
            #expect(offers.map(\.count.free) == [1, 4] && offers.map(\.isMine) == [true, false])
            #expect(offers.map(\.clashes) == [false, true])
        }
    }
}

extension DoorStage {
    func set(_ capacity: Int?, of other: Identifier? = nil) async throws {
        try await set(capacity, of: other, by: world.administrator)
    }
    func set(_ capacity: Int?, of other: Identifier? = nil, by viewer: Viewer?) async throws {
        try await database.group(lane: stage.lane) { [event, session] tx in
            try SeatActions.setLimit(capacity, of: other ?? session, in: event, by: viewer, tx: tx)
        }
    }
    func take(_ one: Registration) async throws {
        try await database.group(lane: stage.lane) { [session] in try SeatActions.take(one, session: session, by: nil, in: $0) }
    }
    func giveUp(_ one: Registration) async throws {
        try await database.group(lane: stage.lane) { [session] in try SeatActions.giveUp(one, session: session, by: nil, in: $0) }
    }
    func register(_ count: Int) async throws -> [Registration] {
        var all: [Registration] = []
        for index in 0..<count { all.append(try await stage.register("Q\(index)")) }
        return all
    }
}
