import Base
import Store
import TestKit
import Testing

@testable import Convene

@Suite struct AttendanceStoreTests {
    @Test("first in, last out, and the sessions; what does not count is left out", arguments: Backend.available)
    func attended(_ backend: Backend) async throws {
        try await DoorStage.with(backend) { stage in
            let people = try await stage.register(5)
            let tickets = people.map(stage.ticket)
            try await stage.receive([
                stage.scan(1, tickets[0], at: 10), stage.scan(2, tickets[0], at: 50, kind: .out),
                stage.scan(3, tickets[0], at: 60),
                stage.scan(4, tickets[0], at: 90, kind: .out), stage.scan(5, tickets[1], at: 20),
                stage.scan(6, tickets[1], at: 30, kind: .out), stage.scan(7, tickets[1], at: 40),
                stage.scan(8, tickets[2], at: 5),
                stage.scan(9, "", at: 6, kind: .undo, undoes: DoorStage.id(8)),
                stage.scan(10, tickets[3], at: 7, said: .notKnown),
                stage.scan(11, tickets[3], at: 8, kind: .out),
            ])
            try await stage.receive(
                [
                    stage.scan(20, tickets[1], at: 15), stage.scan(21, tickets[4], at: 70),
                    stage.scan(22, tickets[4], at: 80, kind: .out),
                ], at: 2)
            let all = try await stage.database.read { tx in
                let before = tx.statements
                let all = try AttendanceStore.attended(stage.event.id, in: tx)
                #expect(tx.statements - before == 1)
                return all
            }
            func at(_ seconds: Int64) -> Instant { stage.database.now.adding(seconds: seconds - 3600) }
            #expect(all[people[0].id] == Attendance(first: at(10), last: at(90)))
            #expect(all[people[1].id] == Attendance(first: at(15), sessions: [stage.session]), "she came in again and did not go")
            #expect(all[people[2].id] == nil && all[people[3].id] == nil, "taken back; turned away")
            #expect(all[people[4].id] == Attendance(first: at(70), sessions: [stage.session]), "leaving a session is not leaving")
            for one in people {
                let alone = try await stage.database.read { try AttendanceStore.attended(one.id, of: stage.event.id, in: $0) }
                #expect(alone == all[one.id])
            }
        }
    }
}
