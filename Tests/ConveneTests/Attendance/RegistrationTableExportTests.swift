import Base
import Foundation
import Testing
import TestKit

@testable import Convene

@Suite struct RegistrationTableExportTests {
    private static func source(_ names: [String]) throws -> RegistrationTableExport.Source {
        let id = Identifier(at: Instant(seconds: 1))
        let event = try EventWorld.draft().event(id, in: id)
        let category = RegistrationStage.category(event, .room)
        return .init(
            event: event, categories: [category.id: category],
            rows: names.map { name in
                var one = Registration(category, at: Instant(seconds: 1), id: id)
                one.holder = RegistrationHolder(name: name, email: "a@people.example")
                return one
            })
    }

    @Test(
        "no cell is taken for a formula",
        arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "＝1", "＋1", "－1", "＠x", "'=1", "''=1"])
    func formulas(_ name: String) throws {
        let table = RegistrationTableExport.table(try Self.source([name]), .en)
        let row = try #require(table.split(separator: "\r\n").last)
        let cells = CSVRowCutter.cells(String(row))
        #expect(cells[5] == "'" + name)
        #expect(cells.allSatisfy { $0.unicodeScalars.first.map { !"=+-@\t\r＝＋－＠".unicodeScalars.contains($0) } ?? true })
    }

    @Test("JSON holds texts as they are")
    func json() throws {
        let text = RegistrationTableExport.text(try Self.source(["=1+1", "张三丰"]), .en)
        let data = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let rows = try #require(data["registrations"] as? [[String: Any]])
        #expect(rows.map { $0["name"] as? String } == ["=1+1", "张三丰"])
        #expect(rows[0]["latin"] is NSNull)
    }
}

/// Cuts one row of a table where no quoted cell is in doubt.
private enum CSVRowCutter {
    static func cells(_ row: String) -> [String] {
        var cells = [""]
        var isQuoted = false
        for letter in row.unicodeScalars {
            if letter == "\"" {
                isQuoted.toggle()
            } else if letter == ",", !isQuoted {
                cells.append("")
            } else {
                cells[cells.count - 1].unicodeScalars.append(letter)
            }
        }
        return cells
    }
}
