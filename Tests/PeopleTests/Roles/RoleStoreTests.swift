import Base
import People
import Store
import TestKit
import Testing

@Suite("RoleStore")
struct RoleStoreTests {
    @Test("a viewer is the person with all her roles; a stranger is none", arguments: Backend.available)
    func viewer(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            let person = try await world.person("Ada", "ada@example.org", .reader)
            let event = Identifier(at: Instant(seconds: 5))
            let administrator = world.administrator
            try await world.database.write {
                try RoleActions.grant(Grant(.editor, in: event), to: person.id, by: administrator, in: $0)
            }
            let found = try await world.database.read { tx in
                (
                    try RoleStore.viewer(person.id, in: tx), try RoleStore.viewer(event, in: tx),
                    try RoleStore.persons(with: event, in: tx), try RoleStore.all(in: tx)
                )
            }
            #expect(found.0?.grants == [Grant(.reader), Grant(.editor, in: event)])
            #expect(found.0?.may(.editor, in: event) == true)
            #expect(found.0?.may(.editor) == false)
            #expect(found.1 == nil)
            #expect(found.2 == [person.id: [.editor]])
            #expect(found.3[administrator.person] == [Grant(.administrator)])
        }
    }
}
