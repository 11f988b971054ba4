import Base
import Store
import TestKit
import Testing

@testable import People

@Suite("The map of personal data")
struct PersonalStoreTests {
    @Test("record names are unique, and their columns exist", arguments: Backend.available)
    func columns(backend: Backend) async throws {
        let records = PersonalStore.records
        #expect(Set(records.map(\.name)).count == records.count)
        try await PeopleWorld.with(backend) { world in
            let known = try await world.database.read { Set(try SchemaWalk.columns(in: $0).map { "\($0.table).\($0.column)" }) }
            for record in records { #expect(record.columns.isSubset(of: known), "\(record.name)") }
        }
    }

    @Test("instants are written as instants, nothing as null")
    func rows() async throws {
        try await PeopleWorld.with(.sqlite) { world in
            let rows = try await world.database.read { tx in
                try PersonalStore.records.flatMap { try PersonalStore.rows($0, of: world.administrator.person, in: tx) }
            }
            let dates = rows.compactMap { $0["granted_at"] ?? $0["at"] }
            #expect(!dates.isEmpty && dates.allSatisfy { $0.contains("T") && $0.hasSuffix("+00:00") }, "\(dates)")
        }
    }
}
