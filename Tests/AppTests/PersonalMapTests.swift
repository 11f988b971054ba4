import App
import Base
import People
import Store
import TestKit
import Testing
import Web

/// Every column that names a person is on the map of personal data.
@Suite struct PersonalMapTests {
    /// Columns that name a person by their name, but are no personal data of hers; each with its reason.
    private static let excused: [String: String] = [
        "programme_appearance.read_by": "a name as shown on the programme, in no register"
    ]

    @Test("a column that names a person belongs to a record", arguments: Backend.available)
    func complete(backend: Backend) async throws {
        try await AppWorld.with(backend) { world in
            let named = Set(world.house.modules.flatMap(\.personal).flatMap(\.columns)).union(Self.excused.keys)
            let columns = try await world.house.database.read { tx in
                try tx.rows(
                    tx.dialect == .sqlite
                        ? """
                        SELECT m.name AS table_name, c.name AS column_name FROM sqlite_master AS m
                        JOIN pragma_table_info(m.name) AS c WHERE m.type = 'table'
                        """
                        : """
                        SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = current_schema()
                        """
                ).map { (try $0.text("table_name"), try $0.text("column_name")) }
            }
            let personal = columns.filter { _, column in
                column == "person_id" || column == "by_person" || column.hasSuffix("_by") || column.hasSuffix("_person_id")
            }
            #expect(!personal.isEmpty)
            for (table, column) in personal {
                #expect(named.contains("\(table).\(column)"), "\(table).\(column) is in no PersonalRecord")
            }
        }
    }
}
