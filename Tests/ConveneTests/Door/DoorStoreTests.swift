import Base
import Store
import TestKit
import Testing

@testable import Convene

@Suite struct DoorStoreTests {
    @Test("doors and devices are read back as they were written", arguments: Backend.available)
    func roundTrip(_ backend: Backend) async throws {
        try await DoorStage.with(backend) { stage in
            let (doors, devices) = try await stage.database.read { tx in
                (try DoorStore.all(of: stage.event.id, in: tx), try DoorStore.devices(of: stage.event.id, in: tx))
            }
            #expect(Set(doors) == Set(stage.doors) && Set(devices) == Set(stage.devices))
            try await stage.database.write { try DoorStore.touch(stage.devices[0].id, in: $0) }
            let seen = try await stage.database.read { try DoorStore.device(stage.devices[0].id, in: $0)?.seenAt }
            #expect(seen == stage.database.now)
        }
    }

    @Test("the desk's page takes as many statements for one door as for three", arguments: Backend.available)
    func statements(_ backend: Backend) async throws {
        try await DoorStage.with(backend) { stage in
            let people = [try await stage.stage.register("Ana"), try await stage.stage.register("Bo")]
            // The list is on a shelf that other tests use, too: the fewest are those that it was there for.
            @Sendable func count() async throws -> Int {
                try await stage.database.read { tx in
                    try (0..<4).map { _ in
                        let before = tx.statements
                        _ = try DoorDeskRoutes.view(stage.event, live: "0", viewer: stage.world.administrator, in: tx)
                        return tx.statements - before
                    }.min() ?? 0
                }
            }
            try await stage.receive([
                stage.scan(1, stage.ticket(people[0]), said: .admitted),
                stage.scan(2, stage.ticket(people[0]), at: 9, said: .admitted),
            ])
            let one = try await count()
            try await stage.receive((10..<30).map { stage.scan($0, stage.ticket(people[$0 % 2]), said: .admitted) }, at: 1)
            try await stage.database.write { tx in
                for name in ["A", "B", "C"] {
                    let door = Door(id: stage.event.id, event: stage.event.id, name: Localized(name))
                    _ = try DoorActions.add(door, to: stage.event, by: stage.world.administrator, in: tx)
                }
            }
            #expect(try await count() == one)
        }
    }

    @Test("what a person is given of herself, and what goes with her", arguments: Backend.available)
    func personal(_ backend: Backend) async throws {
        try await DoorStage.with(backend) { stage in
            let ana = try await stage.stage.register("Ana")
            let person = stage.world.administrator.person
            try await stage.database.write { tx in
                try tx.execute("UPDATE registration SET person_id = \(person) WHERE id = \(ana.id)")
                try SeatActions.setLimit(2, of: stage.session, in: stage.event, by: stage.world.administrator, tx: tx)
                try SeatActions.take(ana, session: stage.session, by: nil, in: tx)
            }
            try await stage.receive([stage.scan(1, ana.number)])
            let counts = try await stage.database.read { tx in
                try DoorStore.records.map { try tx.rows($0.export(person)).count }
            }
            #expect(counts == [3, 1, 1])
            let seats = try #require(DoorStore.records.last)
            guard case .removed(let erase) = seats.erasure else {
                Issue.record("seats go")
                return
            }
            try await stage.database.write { try erase(person, $0) }
            let left = try await stage.database.read { try SeatStore.find(stage.session, in: $0)?.count }
            #expect(left == PlaceCount(capacity: 2, taken: 0))
        }
    }
}
