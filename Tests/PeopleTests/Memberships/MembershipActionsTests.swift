import Base
import People
import Store
import TestKit
import Testing

@Suite("MembershipActions")
struct MembershipActionsTests {
    @Test("only the secretariat records memberships", arguments: [nil, Role.reader, .editor, .organiser])
    func permission(role: Role?) async throws {
        try await PeopleWorld.with(.sqlite) { world in
            let viewer = role.map { PeopleWorld.viewer($0) }
            let organisation = try await world.organisation("unam", "UNAM")
            let boss = world.administrator
            let made = try await world.database.write {
                try MembershipActions.apply(organisation.id, as: .university, on: nil, by: boss, in: $0)
            }
            let (date, from) = (KnownDate(try day("2025-01-01")), try day("2025-01-01"))
            let verbs: [@Sendable (Writer) throws -> Membership] = [
                { try MembershipActions.apply(organisation.id, as: .university, on: nil, by: viewer, in: $0) },
                { try MembershipActions.ratify(made.id, on: date, by: viewer, in: $0) },
                { try MembershipActions.leave(made.id, on: date, by: viewer, in: $0) },
                { try MembershipActions.setKind(made.id, to: .other, from: from, by: viewer, in: $0) },
                { try MembershipActions.setName(made.id, to: Localized("x"), from: from, by: viewer, in: $0) },
            ]
            for verb in verbs {
                let no = try await refusal { try await world.database.write { _ = try verb($0) } }
                #expect(no?.code == (role == nil ? .signInNeeded : .forbidden))
            }
        }
    }

    @Test("applied, ratified, left, and again a member later", arguments: Backend.available)
    func course(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            let organisation = try await world.organisation("rice", "Rice")
            let viewer = world.administrator
            let dates = try ["2020-11-01", "2020-12-11", "2023-01-01", "2022-12-31", "2024-01-01"].map { KnownDate(try day($0)) }
            let made = try await world.database.write {
                try MembershipActions.apply(organisation.id, as: .university, on: dates[0], source: "Letter", by: viewer, in: $0)
            }
            let twice = try await refusal {
                try await world.database.write {
                    _ = try MembershipActions.apply(organisation.id, as: .university, on: nil, by: viewer, in: $0)
                }
            }
            #expect(twice?.code == .conflict)
            let early = try await refusal {
                try await world.database.write { _ = try MembershipActions.leave(made.id, on: dates[2], by: viewer, in: $0) }
            }
            #expect(early?.words == "member.refusal.notRatified")
            _ = try await world.database.write { try MembershipActions.ratify(made.id, on: dates[1], by: viewer, in: $0) }
            let left = try await world.database.write { try MembershipActions.leave(made.id, on: dates[2], by: viewer, in: $0) }
            #expect(left.isOver)
            let before = try await refusal {
                try await world.database.write {
                    _ = try MembershipActions.apply(organisation.id, as: .university, on: dates[3], by: viewer, in: $0)
                }
            }
            #expect(before?.words == "member.refusal.order")
            _ = try await world.database.write {
                try MembershipActions.apply(organisation.id, as: .platform, on: dates[4], by: viewer, in: $0)
            }
            let terms = try await world.database.read { try MembershipStore.of(organisation.id, in: $0) }
            #expect(terms.count == 2)
            #expect(terms[0].steps[.applied]?.source == "Letter")
        }
    }

    @Test("a step out of order is refused", arguments: Backend.available)
    func order(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            let organisation = try await world.organisation("rice", "Rice")
            let viewer = world.administrator
            let (applied, earlier) = (KnownDate(try day("2020-11-01")), KnownDate(try day("2020-10-31")))
            let no = try await refusal {
                try await world.database.write { tx in
                    let made = try MembershipActions.apply(organisation.id, as: .university, on: applied, by: viewer, in: tx)
                    _ = try MembershipActions.ratify(made.id, on: earlier, by: viewer, in: tx)
                }
            }
            #expect(no?.words == "member.refusal.order")
        }
    }

    @Test("each verb leaves one audit row, one note and a change", arguments: Backend.available)
    func traces(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            let organisation = try await world.organisation("rice", "Rice")
            let viewer = world.administrator
            let date = KnownDate(try day("2020-12-11"))
            func traces() async throws -> [Int] {
                try await world.database.read { tx in
                    [
                        try tx.count("SELECT COUNT(*) FROM audit"), try tx.count("SELECT COUNT(*) FROM note"),
                        try tx.count("SELECT COUNT(*) FROM change WHERE topic = \(Membership.topic)"),
                    ]
                }
            }
            let before = try await traces()
            try await world.database.write { tx in
                let made = try MembershipActions.apply(organisation.id, as: .university, on: nil, by: viewer, in: tx)
                _ = try MembershipActions.ratify(made.id, on: date, by: viewer, in: tx)
                _ = try MembershipActions.setKind(made.id, to: .platform, from: date.date, by: viewer, in: tx)
                _ = try MembershipActions.setName(made.id, to: Localized("R"), from: date.date, by: viewer, in: tx)
                _ = try MembershipActions.leave(made.id, on: date, by: viewer, in: tx)
            }
            #expect(zip(try await traces(), before).map { $0 - $1 } == [5, 5, 5])
        }
    }
}
