import Base
import Store
import TestKit
import Testing

@testable import Convene

@Suite struct DoorScanStoreTests {
    @Test("a scan is read back as it was written", arguments: Backend.available)
    func roundTrip(_ backend: Backend) async throws {
        try await DoorStage.with(backend) { stage in
            let ana = try await stage.stage.register("Ana")
            let sent = stage.scan(1, ana.number, said: .admitted)
            let made = try await stage.receive([sent], skew: 1234)
            let found = try #require(try await stage.database.read { try DoorScanStore.find(DoorStage.id(1), in: $0) })
            #expect(found == made[0])
            #expect(found.at == sent.at && found.skew == 1234 && found.happened.milliseconds == sent.at.milliseconds + 1234)
            #expect(found.door == stage.doors[0].id && found.device == stage.devices[0].id && found.how == .wedge)
        }
    }

    @Test("devices are told by turns, in pieces, and nothing twice", arguments: Backend.available)
    func turns(_ backend: Backend) async throws {
        try await DoorStage.with(backend) { stage in
            let ana = try await stage.stage.register("Ana")
            try await stage.receive((1...5).map { stage.scan($0, ana.number, at: Int64($0)) })
            var (turn, seen) = (0, [Identifier]())
            while true {
                let piece = try await stage.database.read { [turn] in
                    try DoorScanStore.since(turn, of: stage.event.id, limit: 2, in: $0)
                }
                guard let last = piece.last else { break }
                turn = last.turn
                seen += piece.map(\.scan.id)
            }
            #expect(Set(seen) == Set((1...5).map(DoorStage.id)))
            let before = turn
            try await stage.receive([stage.scan(9, ana.number, at: 0)])
            let news = try await stage.database.read { try DoorScanStore.since(before, of: stage.event.id, limit: 99, in: $0) }
            #expect(Set(news.map(\.scan.id)).isSuperset(of: [DoorStage.id(9), DoorStage.id(1)]), "what it changed comes again")
        }
    }

    @Test("what is counted at a door: people once, what was taken back not at all", arguments: Backend.available)
    func counts(_ backend: Backend) async throws {
        try await DoorStage.with(backend) { stage in
            let (ana, bo) = (try await stage.stage.register("Ana"), try await stage.stage.register("Bo"))
            try await stage.receive([
                stage.scan(1, ana.number, at: 1), stage.scan(2, ana.number, at: 2, kind: .out), stage.scan(3, ana.number, at: 3),
                stage.scan(4, bo.number, at: 4), stage.scan(5, "", at: 5, kind: .undo, undoes: DoorStage.id(4)),
                stage.scan(6, "0000-0000", at: 6),
            ])
            let counts = try await stage.database.read { try DoorScanStore.counts(of: stage.event.id, in: $0) }
            #expect(counts.map(\.people) == [1] && counts.map(\.scans) == [4] && counts.map(\.conflicts) == [0])
            let here = try await stage.database.read { try DoorScanStore.attendance(of: stage.event.id, in: $0) }
            #expect(here == [PlaceAttendance(session: nil, came: 1, inside: 1)])
            let latest = try await stage.database.read { try DoorScanStore.latest(of: stage.doors[0].id, limit: 2, in: $0) }
            #expect(latest.map(\.id) == [DoorStage.id(6), DoorStage.id(5)])
        }
    }
}
