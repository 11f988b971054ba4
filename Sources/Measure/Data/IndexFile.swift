import Base
import CompositeIndex
import Foundation

/// Web has problems of its own.
package typealias IndexProblem = Problem

/// A file that was handed in: what could be read of it, and everything that was wrong, by cell.
package struct IndexFile: Sendable {
    /// In bytes.
    package static let limit = 16 << 20
    package static let endings = ".csv,.xlsx,.json"

    package private(set) var nodes: [Node]?
    package private(set) var data: IndexData?
    package private(set) var problems: [Problem] = []

    /// Of several periods it takes the one that is named, else the last.
    package init(name: String, bytes: [UInt8], period: String = "") {
        if bytes.count > IndexFile.limit {
            problems = [
                Problem(
                    "file-large", [name], at: Problem.Place(table: name), "\(name) is larger than \(IndexFile.limit >> 20) MB")
            ]
            return
        }
        if name.lowercased().hasSuffix(".json") { readJSON(name, bytes) } else { readTable(name, bytes, period) }
    }

    /// A spreadsheet or a file with separators: data, a framework, or a workbook with both as COINr has them.
    private mutating func readTable(_ name: String, _ bytes: [UInt8], _ period: String) {
        let grids: [Grid]
        do {
            grids = try TableReader.read(bytes, name: name)
        } catch {
            problems = error.list
            return
        }
        if grids.count == 1, FrameworkReader.recognises(grids[0]) {
            let (table, wrong) = FrameworkReader.read(grids[0])
            nodes = table.nodes
            problems = grids[0].problems + wrong
            return
        }
        guard let reading = IndexReader.read(workbook: grids), let last = reading.panel.editions.last else {
            if problems.isEmpty { problems = [IndexFile.empty(name)] }
            return
        }
        problems += reading.problems
        if !reading.nodes.isEmpty { nodes = reading.nodes }
        let all = reading.panel.editions
        // A table without periods is of whatever period is meant.
        let isAny = period.isEmpty || all.count == 1 && last.period.isEmpty
        guard let edition = isAny ? last : all.first(where: { $0.period == period }) else {
            let there = all.map(\.period).joined(separator: ", ")
            problems.append(
                Problem(
                    "period-unknown", [period, there], at: Problem.Place(table: name),
                    "there is no period \(period), but \(there)"))
            return
        }
        data = IndexData(edition.data)
        guard all.count > 1 else { return }
        data?.periods = IndexData.Periods(taken: edition.period, count: all.count)
        problems.append(
            Problem(
                "periods-many", [edition.period, String(all.count)], at: Problem.Place(table: name), gravity: .warning,
                "\(all.count) periods are there; \(edition.period) was taken"))
    }

    /// `{"nodes": [...], "data": {"units": [...], "columns": [...], "values": [[...]]}}`, either alone as well.
    private mutating func readJSON(_ name: String, _ bytes: [UInt8]) {
        struct Whole: Decodable {
            let nodes: [Node]?
            let data: IndexData?
        }
        let data = Data(bytes)
        do {
            let whole = try JSONDecoder().decode(Whole.self, from: data)
            nodes = whole.nodes
            self.data = whole.data
            if let nodes { problems += Framework.problems(of: nodes) }
            if let data = whole.data { problems += IndexFile.problems(of: data, table: name) }
            if whole.nodes == nil && whole.data == nil { problems.append(IndexFile.empty(name)) }
        } catch let error as DecodingError {
            problems = [Problem("file-json", [name], at: Problem.Place(table: name), IndexFile.sentence(error))]
        } catch {
            problems = [IndexFile.empty(name)]
        }
    }

    private static func empty(_ name: String) -> Problem {
        Problem("file-empty", [name], at: Problem.Place(table: name), "\(name) holds neither a framework nor data")
    }

    private static func sentence(_ error: DecodingError) -> String {
        func path(_ context: DecodingError.Context) -> String {
            context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }.joined(separator: ".")
        }
        switch error {
        case .keyNotFound(let key, let context): return "\(path(context)) lacks “\(key.stringValue)”"
        case .typeMismatch(_, let context), .valueNotFound(_, let context): return "\(path(context)): \(context.debugDescription)"
        case .dataCorrupted(let context): return "this is no JSON of ours: \(context.debugDescription)"
        @unknown default: return "this is no JSON of ours"
        }
    }

    /// What keeps rows and columns from being a table of countries; cells are told as a spreadsheet would name them, with the
    /// codes in column A and row 1.
    package static func problems(of data: IndexData, table: String) -> [Problem] {
        func place(_ row: Int = 0, _ column: Int = 0) -> Problem.Place { Problem.Place(table: table, row: row, column: column) }
        var found: [Problem] = []
        if data.units.isEmpty || data.columns.isEmpty { return [empty(table)] }
        if data.values.count != data.columns.count {
            found.append(
                Problem(
                    "data-columns", [], at: place(), "\(data.columns.count) columns are named, \(data.values.count) are there"))
        }
        for (number, column) in data.values.enumerated() where column.count != data.units.count {
            found.append(
                Problem(
                    "data-rows", [String(number + 1)], at: place(0, number + 2),
                    "the column has \(column.count) cells: expected \(data.units.count), one for each unit"))
        }
        var seen: Set<String> = []
        for (row, unit) in data.units.enumerated() {
            if unit.code.isEmpty { found.append(Problem("unit-without-code", [], at: place(row + 2, 1), "a unit has no code")) }
            if !seen.insert(unit.code).inserted {
                found.append(Problem("unit-repeated", [unit.code], at: place(row + 2, 1), "the unit \(unit.code) is there twice"))
            }
        }
        seen = []
        for (number, column) in data.columns.enumerated() where !seen.insert(column).inserted {
            found.append(
                Problem("column-repeated", [column], at: place(1, number + 2), "the column \(column) is there twice"))
        }
        return found
    }
}
