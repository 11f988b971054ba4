import Base
import People
import Store
import TestKit
import Testing

@Suite("OrganisationActions")
struct OrganisationActionsTests {
    private static func draft(_ slug: String) throws -> OrganisationDraft {
        OrganisationDraft(slug: slug, names: Localized("UNAM"), kind: .university, country: try #require(Country(rawValue: "MX")))
    }

    @Test(
        "only the secretariat may; others are told whether signing in helps", arguments: [nil, Role.reader, .editor, .organiser])
    func permission(role: Role?) async throws {
        try await PeopleWorld.with(.sqlite) { world in
            let viewer = role.map { PeopleWorld.viewer($0) }
            let draft = try Self.draft("unam")
            let no = try await refusal {
                try await world.database.write { _ = try OrganisationActions.register(draft, by: viewer, in: $0) }
            }
            #expect(no?.code == (role == nil ? .signInNeeded : .forbidden))
            let left = try await world.database.read { try OrganisationStore.all(in: $0) }
            #expect(left.isEmpty)
        }
    }

    @Test("registering writes the row, one audit row, one note and a change", arguments: Backend.available)
    func register(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            let before = try await Self.traces(world)
            _ = try await world.organisation("unam", "UNAM")
            let after = try await Self.traces(world)
            #expect(zip(after, before).map { $0 - $1 } == [1, 1, 1])
        }
    }

    private static func traces(_ world: PeopleWorld) async throws -> [Int] {
        try await world.database.read { tx in
            [
                try tx.count("SELECT COUNT(*) FROM audit"), try tx.count("SELECT COUNT(*) FROM note"),
                try tx.count("SELECT COUNT(*) FROM change WHERE topic = \(Organisation.topic)"),
            ]
        }
    }

    @Test("an address is given once, and must be one", arguments: Backend.available)
    func slugs(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            _ = try await world.organisation("unam", "UNAM")
            let taken = try await refusal { try await world.organisation("unam", "Other") }
            #expect(taken?.code == .conflict)
            #expect(taken?.field == "slug")
            #expect(try await refusal { try await world.organisation("No!", "Other") }?.code == .invalid)
        }
    }

    @Test("a new name holds from its date on, the old one before", arguments: Backend.available)
    func rename(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            let made = try await world.organisation("lpi", "CRI")
            let viewer = world.administrator
            let renamed = try await world.database.write {
                try OrganisationActions.rename(made.id, to: Localized("LPI"), from: KnownDate("2021-11"), by: viewer, in: $0)
            }
            #expect(renamed.names.text(.en) == "LPI")
            #expect(renamed.name(on: try day("2021-10-31")).text(.en) == "CRI")
            #expect(renamed.history.map { $0.from?.description } == [nil, "2021-11"])
            let corrected = try await world.database.write {
                try OrganisationActions.rename(made.id, to: Localized("C.R.I."), from: nil, by: viewer, in: $0)
            }
            #expect(corrected.history.map { $0.names.text(.en) } == ["C.R.I.", "LPI"])
        }
    }

    @Test("changing keeps the address", arguments: Backend.available)
    func change(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            let made = try await world.organisation("unam", "UNAM", .other, "US")
            let viewer = world.administrator
            let draft = try Self.draft("elsewhere")
            _ = try await world.database.write { try OrganisationActions.change(made.id, to: draft, by: viewer, in: $0) }
            let found = try await world.database.read { try OrganisationStore.find(made.id, in: $0) }
            #expect(found?.slug == "unam")
            #expect(found?.country.code == "MX")
            #expect(found?.kind == .university)
        }
    }
}
