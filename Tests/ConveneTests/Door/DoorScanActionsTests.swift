import Base
import Store
import TestKit
import Testing
import Web

@testable import Convene

@Suite struct DoorScanActionsTests {
    @Test("a ticket lets in once; what is sent again changes nothing", arguments: Backend.available)
    func idempotent(_ backend: Backend) async throws {
        try await DoorStage.with(backend) { stage in
            let ana = try await stage.stage.register("Ana")
            let first = [stage.scan(1, stage.ticket(ana), said: .admitted)]
            for _ in 0..<3 {
                let found = try await stage.receive(first)
                #expect(found.map(\.result) == [.admitted] && found[0].registration == ana.id)
            }
            let later = try await stage.receive([stage.scan(2, ana.number, at: 60), stage.scan(1, stage.ticket(ana))])
            #expect(later.map(\.result) == [.again, .admitted] && later[0].earlier == DoorStage.id(1))
            #expect(try await stage.all().count == 2)
            let told = try await stage.database.read { tx in
                (
                    try tx.count("SELECT COUNT(*) AS n FROM audit WHERE verb = 'door.scanned'"),
                    try tx.count("SELECT COUNT(*) AS n FROM note WHERE name = 'door.scanned'")
                )
            }
            #expect(told == (2, 2), "one row and one note a batch that brought something")
        }
    }

    @Test("what is no ticket, what is another's, what has ended, and what is not known", arguments: Backend.available)
    func results(_ backend: Backend) async throws {
        try await DoorStage.with(backend, places: 4) { stage in
            let people = try await withOrder(["Ana", "Bo", "Chen", "Di", "Eve"]) { try await stage.stage.register($0) }
            let old = stage.ticket(people[1])
            let given = try await stage.database.group(lane: stage.stage.lane) { [tell = stage.stage.tell] tx in
                try RegistrationMoveActions.transfer(
                    people[1], to: RegistrationStage.holder("Fay"), by: nil, tell: tell, in: tx)
            }
            _ = try await stage.stage.cancel(people[2])
            let forged = TicketSigner(HouseKeys.fresh().derived("ticket")).text(of: people[0])
            let other = stage.signer.code(event: stage.stage.room.id.text, number: people[0].number, generation: 1).text
            let gone = stage.signer.code(event: stage.event.id.text, number: "0000-0000", generation: 1).text
            let codes: [(String, DoorResult)] = [
                (stage.ticket(people[0]), .admitted), (old, .passedOn), (stage.ticket(given), .admitted),
                (stage.ticket(people[2]), .cancelled), (forged, .forged), (other, .otherEvent), (gone, .notKnown),
                (String(old.dropLast()), .garbled), ("https://elsewhere.example/", .foreign), ("ZZZZ-ZZZZ", .notKnown),
                ("#" + DoorEntry.key(of: people[3].number, in: stage.event.id), .admitted), ("#nobody", .notKnown),
                (people[4].number, .notConfirmed),
            ]
            let found = try await stage.receive(codes.enumerated().map { stage.scan($0.offset, $0.element.0) })
            for (scan, (code, result)) in zip(found, codes) { #expect(scan.result == result, "\(code)") }
            #expect(found[4].registration == nil, "a forged ticket says nothing of whose it is")
            #expect(found[6].registration == nil && found[6].codeDigest.count == 32)
        }
    }

    @Test(
        "two devices off line let in the same ticket: the first by instant counts, and both see it", arguments: Backend.available)
    func conflict(_ backend: Backend) async throws {
        try await DoorStage.with(backend) { stage in
            let ana = try await stage.stage.register("Ana")
            let at = [
                stage.scan(1, stage.ticket(ana), at: 840, said: .admitted), stage.scan(2, ana.number, at: 900, said: .admitted),
            ]
            let second = try await stage.receive([at[1]], at: 1)
            #expect(second[0].result == .admitted && !second[0].isConflict, "nobody knows better yet")
            let first = try await stage.receive([at[0]], at: 0)
            #expect(first[0].result == .admitted)
            let now = try await stage.all()
            #expect(now[DoorStage.id(2)]?.result == .again && now[DoorStage.id(2)]?.earlier == DoorStage.id(1))
            let conflicts = try await stage.database.read { try DoorScanStore.conflicts(of: stage.event.id, limit: 9, in: $0) }
            #expect(conflicts.map(\.id) == [DoorStage.id(2)])
            let attendance = try await stage.database.read { try DoorScanStore.attendance(of: stage.event.id, in: $0) }
            #expect(attendance == [PlaceAttendance(session: nil, came: 1, inside: 1)], "nobody is counted twice")
        }
    }

    @Test(
        "a clock that is wrong is put right by what the device found; nothing happens in the future", arguments: Backend.available
    )
    func clocks(_ backend: Backend) async throws {
        try await DoorStage.with(backend) { stage in
            let ana = try await stage.stage.register("Ana")
            // Door B's clock is an hour slow: by its own time it was first.
            try await stage.receive([stage.scan(1, ana.number, at: 300, said: .admitted)], skew: 3_600_000 - 1000, at: 1)
            try await stage.receive([stage.scan(2, ana.number, at: 600, said: .admitted)], at: 0)
            let now = try await stage.all()
            #expect(now[DoorStage.id(2)]?.result == .admitted && now[DoorStage.id(1)]?.result == .again)
            #expect(now[DoorStage.id(1)]?.skew == 3_599_000)
            let late = try await stage.receive([stage.scan(3, ana.number, at: 9_999_999)])
            #expect(late[0].happened == stage.database.now && late[0].at > late[0].happened)
        }
    }

    @Test("a scan is taken back, before or after it is known; only at its own door", arguments: Backend.available)
    func undo(_ backend: Backend) async throws {
        try await DoorStage.with(backend) { stage in
            let (ana, bo) = (try await stage.stage.register("Ana"), try await stage.stage.register("Bo"))
            try await stage.receive([stage.scan(1, stage.ticket(ana), said: .admitted)])
            let elsewhere = try await stage.receive([stage.scan(2, "", kind: .undo, undoes: DoorStage.id(1))], at: 1)
            #expect(elsewhere[0].result == .nothing)
            let here = try await stage.receive([stage.scan(3, "", at: 5, kind: .undo, undoes: DoorStage.id(1))])
            #expect(here[0].result == .undone)
            #expect(try await stage.receive([stage.scan(4, stage.ticket(ana), at: 9)])[0].result == .admitted)
            let early = try await stage.receive([stage.scan(5, bo.number, at: 20, kind: .undo, undoes: DoorStage.id(6))])
            #expect(early[0].result == .nothing)
            try await stage.receive([stage.scan(6, bo.number, at: 10, said: .admitted)])
            let now = try await stage.all()
            #expect(now[DoorStage.id(1)]?.isUndone == true && now[DoorStage.id(6)]?.isUndone == true)
            #expect(now[DoorStage.id(5)]?.result == .undone)
            let attendance = try await stage.database.read { try DoorScanStore.attendance(of: stage.event.id, in: $0) }
            #expect(attendance == [PlaceAttendance(session: nil, came: 1, inside: 1)])
        }
    }

    @Test("three devices, any order, anything twice: the end is as if all had come in order", arguments: Backend.available)
    func anyOrder(_ backend: Backend) async throws {
        try await DoorStage.with(backend, places: 40) { stage in
            var random = SeededRandom(seed: 17)
            let people = try await withOrder((0..<6).map { "P\($0)" }) { try await stage.stage.register($0) }
            for round in 0..<6 {
                let sent = (0..<40).map { index -> (door: Int, scan: SentScan) in
                    let number = round * 1000 + index
                    let at = Int64.random(in: 0...600, using: &random)
                    let said = [nil, DoorResult.admitted, .notKnown, .again].randomElement(using: &random) ?? nil
                    let person = people[Int.random(in: 0..<people.count, using: &random)]
                    let kind = [DoorScan.Kind.into, .into, .out].randomElement(using: &random) ?? .into
                    let door = Int.random(in: 0..<3, using: &random)
                    guard index < 34 else {
                        let target = DoorStage.id(round * 1000 + Int.random(in: 0..<34, using: &random))
                        return (door, stage.scan(number, stage.ticket(person), at: at, kind: .undo, undoes: target))
                    }
                    return (door, stage.scan(number, stage.ticket(person), at: at, kind: kind, said: said))
                }
                // An undo belongs to its target, whoever is told first: it bears the target's door and person.
                let whole = sent.map { one -> (door: Int, scan: SentScan) in
                    guard let target = sent.first(where: { $0.scan.id == one.scan.undoes }) else { return one }
                    return (
                        target.door,
                        SentScan(
                            id: one.scan.id, kind: .undo, how: .wedge, at: one.scan.at, said: nil, code: target.scan.code,
                            undoes: one.scan.undoes)
                    )
                }
                let ordered = try await outcome(stage, whole.sorted { ($0.scan.at, $0.scan.id) < ($1.scan.at, $1.scan.id) }, 1)
                try await clear(stage)
                let mixed = (whole + whole.filter { _ in Bool.random(using: &random) }).shuffled(using: &random)
                let other = try await outcome(stage, mixed, Int.random(in: 1...7, using: &random))
                #expect(other == ordered, "round \(round)")
                #expect(other.count == 40, "nothing is lost, nothing is double")
                try await clear(stage)
            }
        }
    }

    private func outcome(
        _ stage: DoorStage, _ sent: [(door: Int, scan: SentScan)], _ size: Int
    ) async throws -> [Identifier: DoorCases.Result] {
        for start in stride(from: 0, to: sent.count, by: size) {
            let batch = sent[start..<min(start + size, sent.count)]
            for door in 0..<3 { try await stage.receive(batch.filter { $0.door == door }.map(\.scan), at: door) }
        }
        return try await stage.all().mapValues {
            DoorCases.Result(
                id: $0.id, result: $0.result, isUndone: $0.isUndone, isConflict: $0.isConflict, earlier: $0.earlier)
        }
    }

    private func clear(_ stage: DoorStage) async throws {
        try await stage.database.write { try $0.execute("DELETE FROM door_scan") }
    }

    @Test("of devices that send at once nothing is lost", arguments: Backend.available)
    func together(_ backend: Backend) async throws {
        try await DoorStage.with(backend, places: 40) { stage in
            let people = try await withOrder((0..<12).map { "P\($0)" }) { try await stage.stage.register($0) }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for index in 0..<60 {
                    let scan = stage.scan(index, stage.ticket(people[index % 12]), at: Int64(index), said: .admitted)
                    for _ in 0..<2 { group.addTask { try await stage.receive([scan], at: index % 2) } }
                }
                try await group.waitForAll()
            }
            let all = try await stage.all()
            #expect(all.count == 60 && all.values.count { $0.result == .admitted } == 12)
            #expect(all.values.allSatisfy { $0.isConflict == ($0.result == .again) })
            let turns = try await stage.database.read { tx in
                try tx.count("SELECT COUNT(DISTINCT turn) AS n FROM door_scan")
            }
            #expect(turns == 60, "each row has a turn of its own")
        }
    }

    /// One after the other.
    private func withOrder<T, U>(_ items: [T], _ body: (T) async throws -> U) async throws -> [U] {
        var out: [U] = []
        for item in items { out.append(try await body(item)) }
        return out
    }
}
