import Base
import Store
import TestKit
import Testing

@testable import Convene

@Suite struct ParticipantsStoreTests {
    @Test(
        "one person or three: the database is asked as often; who has cancelled or was forgotten is not there",
        arguments: Backend.available)
    func statements(_ backend: Backend) async throws {
        try await QuestionStage.with(backend) { stage in
            func look() async throws -> (names: [String], statements: Int) {
                try await stage.database.read { [event = stage.event.id] tx in
                    let before = tx.statements
                    let names = try ParticipantsStore.listed(event, in: tx).map(\.holder.name)
                    return (names.sorted(), tx.statements - before)
                }
            }
            #expect(try await look().names == [])
            let ada = try await stage.answered("Ada")
            let one = try await look()
            _ = try await stage.answered("Grace")
            let third = try await stage.answered("Mary")
            let three = try await look()
            #expect(one.names == ["Ada"] && three.names == ["Ada", "Grace", "Mary"])
            #expect(one.statements == three.statements && three.statements == 2)
            _ = try await stage.stage.cancel(ada)
            try await stage.database.write { try RegistrationPersonalStore.makeNameless(third, in: $0) }
            #expect(try await look().names == ["Grace"])
        }
    }
}
