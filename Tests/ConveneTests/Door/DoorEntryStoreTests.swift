import Base
import Store
import TestKit
import Testing

@testable import Convene

@Suite struct DoorEntryStoreTests {
    @Test(
        "the list follows registrations, seats and payment; it takes as many statements for three as for one",
        arguments: Backend.available)
    func list(_ backend: Backend) async throws {
        try await DoorStage.with(backend) { stage in
            let ana = try await stage.stage.register("Ana")
            @Sendable func look() async throws -> (DoorList, Int) {
                try await stage.database.read { tx in
                    let before = tx.statements
                    return (try DoorEntryStore.list(of: stage.event.id, in: tx), tx.statements - before)
                }
            }
            let (first, statements) = try await look()
            #expect(first.confirmed == 1 && first.byNumber[ana.number]?.standing == .confirmed)
            _ = try await stage.stage.register("Bo")
            let chen = try await stage.stage.register("Chen")
            let (second, same) = try await look()
            #expect(second.confirmed == 3 && same == statements)
            _ = try await stage.stage.cancel(chen)
            try await stage.database.write { tx in
                try SeatActions.setLimit(2, of: stage.session, in: stage.event, by: stage.world.administrator, tx: tx)
                try SeatActions.take(ana, session: stage.session, by: nil, in: tx)
            }
            let (third, _) = try await look()
            #expect(third.byNumber[chen.number]?.standing == .ended)
            #expect(third.byRegistration[ana.id]?.seats == [stage.session])
            let key = DoorEntry.key(of: ana.number, in: stage.event.id)
            #expect(third.entries[key]?.registration == ana.id)
        }
    }
}
