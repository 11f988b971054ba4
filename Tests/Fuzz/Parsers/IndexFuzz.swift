import CompositeIndex
import Foundation

extension Parser {
    /// A table of an index: CSV or XLSX, told by the content; read as data by itself and as a framework.
    static let indexTable = Parser(name: "indextable", limit: 256 << 10) { bytes in
        let grids: [Grid]
        do throws(Problems) {
            grids = try TableReader.read(bytes, name: bytes.starts(with: [0x50, 0x4B]) ? "t.xlsx" : "t.csv")
        } catch {
            promise(
                !error.list.isEmpty && error.list.allSatisfy { !$0.rule.isEmpty && !$0.message.isEmpty }, "a refusal says why")
            return
        }
        for grid in grids {
            let (table, found) = FrameworkReader.read(grid)
            check(found)
            check(IndexReader.read(data: grid))
            if let framework = try? Framework(table.nodes) {
                promise(!framework.indicators.isEmpty, "a framework has indicators")
            }
        }
        if let reading = IndexReader.read(workbook: grids) { check(reading) }
    }

    /// A method as somebody wrote it, and an index of three units by it.
    static let indexMethod = Parser(name: "indexmethod", limit: 64 << 10) { bytes in
        guard let method = try? JSONDecoder().decode(Method.self, from: Data(bytes)) else { return }
        let nodes = ["a", "b", "c"].map { Node(code: $0, level: 1, parent: "I") } + [Node(code: "I", level: 2, parent: nil)]
        guard let framework = try? Framework(nodes) else { return }
        let units = ["X", "Y", "Z", "W"].map { IndexUnit(code: $0, groups: ["region": $0 < "Y" ? "north" : "south"]) }
        let values = Table(columns: [[1, 2, 3, 50], [.nan, 5, 4, 6], [7, 8, 9, 7.5]])
        do {
            let build = try Build(
                Dataset(units: units, columns: ["a", "b", "c"], values: values), framework: framework, method: method)
            promise(build.ranking.count <= 4, "who is ranked is in the data")
        } catch let problems as Problems {
            promise(!problems.list.isEmpty && problems.list.allSatisfy { !$0.message.isEmpty }, "a refusal says why")
        } catch {
            promise(false, "every refusal is a list of problems")
        }
    }

    private static func check(_ problems: [Problem]) {
        for problem in problems {
            promise(!problem.rule.isEmpty && !problem.message.isEmpty, "a problem says what it is")
            promise((problem.place?.row ?? 0) >= 0 && (problem.place?.column ?? 0) >= 0, "a place is one")
        }
    }

    private static func check(_ reading: Reading) {
        check(reading.problems + reading.notes)
        for edition in reading.panel.editions {
            let codes = edition.data.units.map(\.code)
            promise(!reading.isSound || Set(codes).count == codes.count, "a unit is there once")
            promise(edition.data.values.cells.allSatisfy { !$0.isInfinite }, "no number is infinite")
        }
    }
}
