import Base
import People
import Store
import TestKit
import Testing

@Suite("PersonActions")
struct PersonActionsTests {
    @Test("only the secretariat adds persons", arguments: [nil, Role.reader, .editor, .organiser])
    func permission(role: Role?) async throws {
        try await PeopleWorld.with(.sqlite) { world in
            let viewer = role.map { PeopleWorld.viewer($0) }
            let no = try await refusal {
                try await world.database.write { _ = try PersonActions.add(PersonDraft(name: "Ada"), by: viewer, in: $0) }
            }
            #expect(no?.code == (role == nil ? .signInNeeded : .forbidden))
        }
    }

    @Test("an address belongs to one person, in whatever case", arguments: Backend.available)
    func twice(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            _ = try await world.person("Ada", "ada@example.org")
            let no = try await refusal { try await world.person("Eve", "ADA@example.org") }
            #expect(no?.code == .conflict)
            #expect(no?.field == "email")
            _ = try await world.person("No address", nil)
            _ = try await world.person("No address either", nil)
        }
    }

    @Test("the address of a person with roles is for administrators to change: it is a way in") func takeover() async throws {
        try await PeopleWorld.with(.sqlite) { world in
            let boss = try await world.person("Boss", "boss@example.org", .organiser)
            let secretariat = PeopleWorld.viewer(.secretariat)
            let draft = PersonDraft(name: "Boss", email: "eve@example.org")
            let no = try await refusal {
                try await world.database.write { _ = try PersonActions.change(boss.id, to: draft, by: secretariat, in: $0) }
            }
            #expect(no?.code == .forbidden)
            let named = PersonDraft(name: "Boss B.", email: "Boss@example.org")
            let changed = try await world.database.write { try PersonActions.change(boss.id, to: named, by: secretariat, in: $0) }
            #expect(changed.name == "Boss B.")
        }
    }

    @Test("an affiliation needs an organisation that there is, and an end after its beginning") func affiliate() async throws {
        try await PeopleWorld.with(.sqlite) { world in
            let person = try await world.person("Ada", nil)
            let organisation = try await world.organisation("unam", "UNAM")
            let viewer = world.administrator
            let (from, until) = (try day("2024-01-02"), try day("2024-01-01"))
            let order = try await refusal {
                try await world.database.write {
                    _ = try PersonActions.affiliate(
                        person.id, with: organisation.id, title: "", from: from, until: until, by: viewer, in: $0)
                }
            }
            #expect(order?.field == "until")
            let nowhere = try await refusal {
                try await world.database.write {
                    _ = try PersonActions.affiliate(person.id, with: person.id, title: "", by: viewer, in: $0)
                }
            }
            #expect(nowhere?.field == "organisation")
        }
    }
}
