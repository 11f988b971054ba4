import Base
import Foundation
import Store
import TestKit
import Testing
import Web

@testable import People

@Suite("Personal data in one's own hands")
struct PersonalDataActionsTests {
    private static let records = PersonalStore.records

    private static func person(_ name: String, _ email: String?, _ world: PeopleWorld) async throws -> Person {
        let viewer = world.administrator
        return try await world.database.write {
            try PersonActions.add(PersonDraft(name: name, email: email), by: viewer, in: $0)
        }
    }
    private static func viewer(_ person: Person) -> Viewer { Viewer(person: person.id, name: person.name, grants: []) }

    @Test("an export holds every section, what was written, and no secret", arguments: Backend.available)
    func export(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            let ana = try await Self.person("Ana", "ana@example.org", world)
            try await world.database.write { tx in
                try SessionStore.open("secret-of-the-browser", person: ana.id, until: tx.now.adding(minutes: 5), in: tx)
                _ = try ProfileActions.change(
                    to: ProfileActions.Draft(name: "Ana", biography: Localized("Teaches"), languages: ["es"]),
                    by: Self.viewer(ana), in: tx)
            }
            let export = try await world.database.read {
                try PersonalDataActions.export(Self.records, by: Self.viewer(ana), in: $0)
            }
            #expect(export.sections.map(\.name) == Self.records.map(\.name))
            let text = String(decoding: try export.json(), as: UTF8.self)
            #expect(text.contains("Teaches") && text.contains("ana@example.org"))
            #expect(!text.contains("secret-of-the-browser") && !text.contains(FormGuard.digest("secret-of-the-browser")))
            #expect(try JSONSerialization.jsonObject(with: Data(text.utf8)) is [String: Any])
        }
    }

    @Test("after erasing, no table holds the name or the address, and nobody is signed in", arguments: Backend.available)
    func erase(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            let canary = "Zyxcanary Quetzal"
            let person = try await Self.person(canary, "zyxcanary@example.org", world)
            let me = Self.viewer(person)
            try await world.database.write { tx in
                try SessionStore.open("browser", person: person.id, until: tx.now.adding(minutes: 5), in: tx)
                try tx.post(
                    LetterDraft(to: "zyxcanary@example.org", subject: canary, text: canary, language: .en, purpose: "signIn"))
                _ = try ProfileActions.change(
                    to: ProfileActions.Draft(name: canary, biography: Localized("Bio of \(canary)")), by: me, in: tx)
            }
            let slip = try await refusal {
                try await world.database.write { try PersonalDataActions.erase(Self.records, typed: "no", by: me, in: $0) }
            }
            #expect(slip?.code == .invalid)
            try await world.database.write {
                try PersonalDataActions.erase(Self.records, typed: "ZyxCanary@example.org", by: me, in: $0)
            }
            #expect(try await world.database.read { try SessionStore.person("browser", in: $0) } == nil)
            let found = try await world.database.read { try SchemaWalk.tables(holding: "zyxcanary", in: $0) }
            #expect(found.isEmpty, "still in \(found)")
        }
    }

    @Test("the last administrator stays", arguments: Backend.available)
    func last(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            let me = try #require(try await world.database.read { try PersonStore.find(world.administrator.person, in: $0) })
            let code = try await refusal {
                try await world.database.write {
                    try PersonalDataActions.erase(Self.records, typed: me.email ?? me.name, by: world.administrator, in: $0)
                }
            }
            #expect(code?.code == .conflict)
        }
    }

    @Test("two entries become one: what one had, the other has; roles and sessions end", arguments: Backend.available)
    func merge(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            let kept = try await Self.person("Ana", nil, world)
            let gone = try await Self.person("A. García", "ana@example.org", world)
            let unam = try await world.organisation("unam", "UNAM")
            let admin = world.administrator
            try await world.database.write { tx in
                _ = try PersonActions.affiliate(gone.id, with: unam.id, title: "Professor", by: admin, in: tx)
                try SessionStore.open("browser", person: gone.id, until: tx.now.adding(minutes: 5), in: tx)
                _ = try ProfileActions.change(
                    to: ProfileActions.Draft(name: "A. García", biography: Localized("Bio")), by: Self.viewer(gone), in: tx)
            }
            let merged = try await world.database.write {
                try PersonalDataActions.merge(gone.id, into: kept.id, Self.records, by: admin, in: $0)
            }
            #expect(merged.name == "Ana" && merged.email == "ana@example.org")
            try await world.database.read { tx in
                let entry = try PersonStore.find(gone.id, in: tx)
                let titles = try PersonStore.affiliations(of: kept.id, in: tx).map(\.title)
                let profile = try ProfileStore.find(kept.id, in: tx)
                let session = try SessionStore.person("browser", in: tx)
                #expect(entry == nil && titles == ["Professor"] && session == nil)
                #expect(profile.biography.text(.en) == "Bio")
            }
            for (one, other, who) in [(kept, kept, admin), (kept, gone, admin)] {
                let code = try await refusal {
                    try await world.database.write {
                        try PersonalDataActions.merge(one.id, into: other.id, Self.records, by: who, in: $0)
                    }
                }
                #expect(code?.code == .invalid || code?.code == .notFound)
            }
            let forbidden = try await refusal {
                try await world.database.write {
                    try PersonalDataActions.merge(
                        kept.id, into: admin.person, Self.records, by: PeopleWorld.viewer(.secretariat), in: $0)
                }
            }
            #expect(forbidden?.code == .forbidden)
        }
    }
}

/// Looks through every table of a database.
enum SchemaWalk {
    static func columns(in tx: Reader) throws -> [(table: String, column: String)] {
        let rows = try tx.rows(
            tx.dialect == .sqlite
                ? """
                SELECT m.name AS table_name, c.name AS column_name FROM sqlite_master AS m
                JOIN pragma_table_info(m.name) AS c WHERE m.type = 'table' ORDER BY m.name, c.cid
                """
                : """
                SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = current_schema()
                ORDER BY table_name, ordinal_position
                """)
        return try rows.map { (try $0.text("table_name"), try $0.text("column_name")) }
    }

    /// Tables in which some text contains `needle`, whatever its case.
    static func tables(holding needle: String, in tx: Reader) throws -> Set<String> {
        var found: Set<String> = []
        for table in Set(try columns(in: tx).map(\.table)) {
            for row in try tx.connection.run("SELECT * FROM \"\(table)\"", []).rows {
                for case .text(let text) in row.values where text.lowercased().contains(needle) { found.insert(table) }
            }
        }
        return found
    }
}
