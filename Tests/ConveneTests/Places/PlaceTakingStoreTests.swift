import Base
import Store
import TestKit
import Testing

@testable import Convene

@Suite struct PlaceTakingStoreTests {
    @Test("a member's quota holds inside the capacity, and whoever it stops keeps her turn", arguments: Backend.available)
    func quota(_ backend: Backend) async throws {
        try await RegistrationStage.with(backend, places: 1) { stage in
            let member = Identifier(at: stage.database.now)
            let administrator = stage.world.administrator
            let delegates = try await stage.add(3) { $0.needsCode = true }
            let code = try await stage.database.write { tx in
                try PlaceCategoryActions.setQuota(1, of: member, in: delegates, by: administrator, tx: tx)
                return try PlaceCodeActions.add(
                    "unam-25", uses: 3, to: delegates, organisation: member, until: nil, note: "", by: administrator, in: tx)
            }
            #expect(code.code == "UNAM25")
            let first = try await stage.register("Ana", delegates, code: "unam 25")
            let second = try await stage.register("Bo", delegates, code: "UNAM25")
            #expect(first.state == .confirmed && first.organisation == member)
            #expect(second.state == .waiting)
            _ = try await stage.register("Chen", delegates, code: "UNAM25")
            let used = try await EventWorld.refusal { try await stage.hold(delegates, key: "x", code: "UNAM25") }
            #expect(used?.words == "places.refusal.codeUsed")
            _ = try await stage.cancel(first)
            #expect(try await stage.now(second).state == .offered)
            let taken = try await stage.database.read { [event = stage.event] in
                try PlaceCategoryStore.quotas(of: event.id, in: $0).map(\.count.taken)
            }
            #expect(taken == [1])
            let wrong = try await EventWorld.refusal { try await stage.hold(delegates, key: "y", code: "WRONG1") }
            #expect(wrong?.words == "places.refusal.code")
        }
    }
}
