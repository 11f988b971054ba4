import Base
import Store
import TestKit
import Testing

@testable import People

@Suite("Changing one's profile")
struct ProfileActionsTests {
    @Test("one changes one's own: name, texts, portrait; one audit row, one note, one topic each", arguments: Backend.available)
    func change(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            let me = world.administrator
            try await world.database.write { tx in
                func marks() throws -> [Int] {
                    [
                        try tx.count("SELECT COUNT(*) FROM audit"), try tx.count("SELECT COUNT(*) FROM note"),
                        try tx.count("SELECT COUNT(*) FROM change"),
                    ]
                }
                let before = try marks()
                let draft = ProfileActions.Draft(name: "Ana", biography: Localized("Bio", "es"), languages: ["es"], reading: .es)
                let profile = try ProfileActions.change(to: draft, by: me, in: tx)
                #expect(try marks() == before.map { $0 + 1 })
                #expect(try PersonStore.find(me.person, in: tx)?.name == "Ana")
                #expect(try ProfileStore.find(me.person, in: tx) == profile)
                let file = tx.newID()
                #expect(try ProfileActions.setPortrait(file, by: me, in: tx) == nil)
                #expect(try ProfileActions.setPortrait(nil, by: me, in: tx) == file)
                #expect(try ProfileStore.find(me.person, in: tx) == profile)
            }
            let anonymous = try await refusal {
                try await world.database.write { try ProfileActions.setPortrait(nil, by: nil, in: $0) }
            }
            #expect(anonymous?.code == .signInNeeded)
        }
    }
}
