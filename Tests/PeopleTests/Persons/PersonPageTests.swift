import Base
import HTTPTypes
import People
import Store
import TestKit
import Testing
import Web

@Suite("PersonPage")
struct PersonPageTests {
    @Test("the list takes the same number of statements for one person and for three", arguments: Backend.available)
    func statements(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            let viewer = world.administrator
            let organisation = try await world.organisation("unam", "UNAM")
            var counts: [Int] = []
            for name in ["Ada", "Bob", "Eve"] {
                let person = try await world.person(name, nil, .editor)
                counts.append(
                    try await world.database.write { tx in
                        _ = try PersonActions.affiliate(person.id, with: organisation.id, title: "Dean", by: viewer, in: tx)
                        let before = tx.statements
                        _ = try PersonRoutes.register(in: tx)
                        return tx.statements - before
                    })
            }
            #expect(counts == [5, 5, 5])
        }
    }

    @Test("the list escapes names and shows roles and posts") func list() async throws {
        try await PeopleWorld.with(.sqlite) { world in
            _ = try await world.person("<i>Ada</i>", "ada@example.org", .editor)
            let page = try await world.ask("/desk/people", as: world.administrator).text
            #expect(page.contains("&lt;i&gt;Ada&lt;/i&gt;"))
            #expect(!page.contains("<i>Ada"))
            #expect(page.contains("<td>Editor</td>"))
        }
    }

    @Test("a person is added, changed and given a role by forms alone") func forms() async throws {
        try await PeopleWorld.with(.sqlite) { world in
            let viewer = world.administrator
            let added = try await world.ask("/desk/people", post: [("name", "李路明"), ("latin", "Li Luming")], as: viewer)
            let path = try #require(added.fields[.location])
            #expect(added.status.code == 303)
            let page = try await world.ask(path, as: viewer).text
            #expect(page.contains(#"value="Li Luming""#))
            let given = try await world.ask(path + "/roles", post: [("role", "editor"), ("scope", "")], as: viewer)
            #expect(given.status.code == 303)
            let twice = try await world.ask(path + "/roles", post: [("role", "editor"), ("scope", "")], as: viewer)
            #expect(twice.status.code == 422)
            #expect(try await world.ask(path + "/roles/end", post: [("role", "editor")], as: viewer).status.code == 303)
            let wrong = try await world.ask("/desk/people", post: [("name", ""), ("email", "no")], as: viewer)
            #expect(wrong.status.code == 422)
            #expect(wrong.text.contains(##"<a href="#email">"##))
        }
    }

    @Test("the secretariat sees the form of roles, and the verb refuses what it may not give") func roles() async throws {
        try await PeopleWorld.with(.sqlite) { world in
            let person = try await world.person("Ada", nil)
            let no = try await refusal {
                try await world.ask(
                    "/desk/people/\(person.id)/roles", post: [("role", "administrator")], as: PeopleWorld.viewer(.secretariat))
            }
            #expect(no?.code == .forbidden)
        }
    }
}
