import Base
import Store
import TestKit
import Testing

@testable import Convene

@Suite struct PlaceCodeActionsTests {
    @Test("codes are made by organisers, once, and closed; who has used one keeps her place", arguments: Backend.available)
    func making(_ backend: Backend) async throws {
        try await RegistrationStage.with(backend) { stage in
            let administrator = stage.world.administrator
            let category = try await stage.add(5) { $0.needsCode = true }
            @Sendable func add(_ code: String, uses: Int = 2, by viewer: Viewer?) async throws -> PlaceCode {
                try await stage.database.write { tx in
                    try PlaceCodeActions.add(
                        code, uses: uses, to: category, organisation: nil, until: nil, note: "", by: viewer, in: tx)
                }
            }
            let made = try await add("press 2025", by: administrator)
            let refusals = [
                try await EventWorld.refusal { try await add("PRESS-2025", by: administrator) },
                try await EventWorld.refusal { try await add("abc", by: administrator) },
                try await EventWorld.refusal { try await add("good1", uses: 0, by: administrator) },
                try await EventWorld.refusal { try await add("good1", by: EventWorld.viewer(.editor)) },
            ]
            #expect(
                refusals.map { $0?.words } == [
                    "places.refusal.codeDouble", "places.refusal.codeForm", "places.refusal.uses", "refusal.forbidden",
                ])
            let invented = try await add("", by: administrator)
            #expect(invented.code.count == 8)
            let used = try await stage.register("Ana", category, code: "press2025")
            try await stage.database.write { tx in
                try PlaceCodeActions.close(made.id, of: category, by: administrator, in: tx)
            }
            let closed = try await EventWorld.refusal { try await stage.hold(category, key: "late", code: "PRESS2025") }
            #expect(closed?.words == "places.refusal.codeUsed")
            #expect(used.state == .confirmed && used.code == made.id)
        }
    }
}
