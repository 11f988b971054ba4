import Base
import Store
import TestKit
import Testing

@testable import Convene

@Suite struct AvailabilityStoreTests {
    @Test("spans are kept event by event and speaker by speaker, in order", arguments: Backend.available)
    func apart(backend: Backend) async throws {
        try await ProgrammeStage.run(backend) { database in
            let ada = try #require(SpeakerKey(ProgrammeStage.appearance("Ada Lovelace")))
            let grace = try #require(SpeakerKey(ProgrammeStage.appearance("Grace Hopper")))
            let spans = try Availability.read("2025-12-04 09:00-10:00\n2025-12-03 09:00-12:00")
            try await database.write { tx in
                try AvailabilityStore.replace(spans, of: ada, event: ProgrammeStage.id, in: tx)
                try AvailabilityStore.replace([spans[0]], of: grace, event: ProgrammeStage.id, in: tx)
            }
            try await database.write { try AvailabilityStore.replace([], of: grace, event: ProgrammeStage.id, in: $0) }
            let (here, there) = try await database.read {
                (
                    try AvailabilityStore.all(of: ProgrammeStage.id, in: $0),
                    try AvailabilityStore.all(of: ProgrammeStage.elsewhere, in: $0)
                )
            }
            #expect(here == [ada.text: [spans[1], spans[0]]])
            #expect(there.isEmpty)
        }
    }
}
