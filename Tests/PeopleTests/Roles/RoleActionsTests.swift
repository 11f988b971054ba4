import Base
import People
import Store
import TestKit
import Testing
import Web

@Suite("RoleActions")
struct RoleActionsTests {
    private static let event = Identifier(at: Instant(seconds: 7))
    private static let other = Identifier(at: Instant(seconds: 8))

    private static func give(_ grant: Grant, by viewer: Viewer?, _ world: PeopleWorld, _ person: Person) async throws -> Refusal
        .Code?
    {
        try await refusal {
            try await world.database.write { try RoleActions.grant(grant, to: person.id, by: viewer, in: $0) }
        }?.code
    }

    @Test("everywhere only administrators give roles", arguments: Role.allCases)
    func everywhere(role: Role) async throws {
        try await PeopleWorld.with(.sqlite) { world in
            let person = try await world.person("Ada", nil)
            #expect(try await Self.give(Grant(role), by: nil, world, person) == .signInNeeded)
            for giver in [Role.reader, .editor, .organiser, .secretariat] {
                #expect(try await Self.give(Grant(role), by: PeopleWorld.viewer(giver), world, person) == .forbidden)
            }
            #expect(try await Self.give(Grant(role), by: world.administrator, world, person) == nil)
        }
    }

    @Test("an organiser gives roles up to her own within her event, and in no other") func within() async throws {
        try await PeopleWorld.with(.sqlite) { world in
            let person = try await world.person("Ada", nil)
            let organiser = PeopleWorld.viewer(.organiser, in: Self.event)
            #expect(try await Self.give(Grant(.organiser, in: Self.event), by: organiser, world, person) == nil)
            #expect(try await Self.give(Grant(.reader, in: Self.event), by: organiser, world, person) == nil)
            #expect(try await Self.give(Grant(.secretariat, in: Self.event), by: organiser, world, person) == .invalid)
            #expect(try await Self.give(Grant(.reader, in: Self.other), by: organiser, world, person) == .forbidden)
            #expect(try await Self.give(Grant(.reader), by: organiser, world, person) == .forbidden)
            let editor = PeopleWorld.viewer(.editor, in: Self.event)
            #expect(try await Self.give(Grant(.editor, in: Self.event), by: editor, world, person) == .forbidden)
            #expect(try await Self.give(Grant(.reader, in: Self.event), by: organiser, world, person) == .conflict)
        }
    }

    @Test("a change of roles ends the person's sessions", arguments: Backend.available)
    func sessions(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            let person = try await world.person("Ada", nil)
            let secret = FormGuard.newSecret()
            let administrator = world.administrator
            let still = try await world.database.write { tx in
                try SessionStore.open(secret, person: person.id, until: tx.now.adding(minutes: 60), in: tx)
                return try SessionStore.person(secret, in: tx)
            }
            #expect(still == person.id)
            try await world.database.write { try RoleActions.grant(Grant(.editor), to: person.id, by: administrator, in: $0) }
            #expect(try await world.database.read { try SessionStore.person(secret, in: $0) } == nil)
        }
    }

    @Test("the last administrator stays", arguments: Backend.available)
    func last(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            let administrator = world.administrator
            let no = try await refusal {
                try await world.database.write {
                    try RoleActions.revoke(Grant(.administrator), from: administrator.person, by: administrator, in: $0)
                }
            }
            #expect(no?.code == .conflict)
            #expect(try await world.database.read { try RoleStore.administrators(in: $0) } == 1)
            let second = try await world.person("Second", nil, .administrator)
            try await world.database.write {
                try RoleActions.revoke(Grant(.administrator), from: administrator.person, by: administrator, in: $0)
            }
            let viewer = try await world.database.read { try RoleStore.viewer(second.id, in: $0) }
            #expect(viewer?.may(.administrator) == true)
        }
    }
}
