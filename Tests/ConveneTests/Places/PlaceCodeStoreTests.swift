import Base
import Store
import TestKit
import Testing

@testable import Convene

@Suite struct PlaceCodeStoreTests {
    @Test("what is kept is found by its text in its event alone", arguments: Backend.available)
    func finding(_ backend: Backend) async throws {
        try await RegistrationStage.with(backend) { stage in
            let code = PlaceCode(
                id: Identifier(at: stage.database.now), event: stage.event.id, category: stage.room.id, code: "UNAM25",
                organisation: nil, note: "for UNAM", until: stage.database.now, count: PlaceCount(capacity: 3, taken: 0))
            let other = Identifier(at: stage.database.now)
            let found = try await stage.database.write { [event = stage.event] tx in
                try PlaceCodeStore.insert(code, in: tx)
                return [
                    try PlaceCodeStore.find("UNAM25", of: event.id, in: tx),
                    try PlaceCodeStore.find("UNAM26", of: event.id, in: tx),
                    try PlaceCodeStore.find("UNAM25", of: other, in: tx), try PlaceCodeStore.all(of: event.id, in: tx).first,
                ]
            }
            #expect(found == [code, nil, nil, code])
        }
    }
}
