import Base
import Store
import TestKit
import Testing

@testable import People

@Suite("SignInPauseStore")
struct SignInPauseStoreTests {
    @Test("tries are counted by key, taken back, forgotten, and gone after a day", arguments: Backend.available)
    func counts(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            try await world.database.write { tx in
                func failures(_ key: String) throws -> Int { try SignInPauseStore.find(key, forgiven: 5, in: tx).failures }
                #expect(try failures("a") == 0)
                for _ in 0..<3 { try SignInPauseStore.count("a", in: tx) }
                try SignInPauseStore.count("b", in: tx)
                #expect(try [failures("a"), failures("b")] == [3, 1])
                #expect(try SignInPauseStore.find("a", forgiven: 5, in: tx).lastAt == tx.now)
                try SignInPauseStore.takeBack("a", in: tx)
                try SignInPauseStore.takeBack("b", in: tx)
                try SignInPauseStore.takeBack("b", in: tx)
                #expect(try [failures("a"), failures("b")] == [2, 0])
                try SignInPauseStore.forget("a", in: tx)
                #expect(try failures("a") == 0)
                try SignInPauseStore.count("c", in: tx)
            }
            world.clock.advance(seconds: 24 * 3600 + 1)
            try await world.database.write { tx in
                try SignInPauseStore.count("d", in: tx)
                try SignInPauseStore.deleteOld(in: tx)
                #expect(try tx.count("SELECT COUNT(*) FROM sign_in_pause") == 1)
            }
        }
    }
}
