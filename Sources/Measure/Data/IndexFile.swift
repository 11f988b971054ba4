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

    /// Of several periods it takes the one that is named, else the last; with `keepsEarlier` also those before it.
    package init(name: String, bytes: [UInt8], period: String = "", keepsEarlier: Bool = false) {
        if bytes.count > IndexFile.limit {
            problems = [
                Problem(
                    "file-large", [name], at: Problem.Place(table: name), "\(name) is larger than \(IndexFile.limit >> 20) MB")
            ]
            return
        }
        if name.lowercased().hasSuffix(".json") { readJSON(name, bytes) } else { readTable(name, bytes, period, keepsEarlier) }
    }

    /// A spreadsheet or a file with separators: data, a framework, or a workbook with both as COINr has them.
    private mutating func readTable(_ name: String, _ bytes: [UInt8], _ period: String, _ keepsEarlier: Bool) {
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
        guard let place = isAny ? all.count - 1 : all.firstIndex(where: { $0.period == period }) else {
            let there = all.map(\.period).joined(separator: ", ")
            problems.append(
                Problem(
                    "period-unknown", [period, there], at: Problem.Place(table: name),
                    "there is no period \(period), but \(there)"))
            return
        }
        let edition = all[place]
        data = IndexData(edition.data)
        guard all.count > 1 else { return }
        if keepsEarlier, place > 0 {
            data?.earlier = all.prefix(place).map { one in
                let values = IndexData(one.data)
                return IndexData.Earlier(period: one.period, units: values.units, values: values.values)
            }
        }
        data?.periods = IndexData.Periods(taken: edition.period, count: all.count)
        guard data?.earlier == nil else { return }
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
        return found + periodProblems(of: data, table: table)
    }

    /// The periods before must be tables of the same columns, each with a name of its own.
    private static func periodProblems(of data: IndexData, table: String) -> [Problem] {
        guard let earlier = data.earlier else { return [] }
        let place = Problem.Place(table: table)
        var seen: Set<String> = [data.periods?.taken ?? ""], found: [Problem] = []
        if data.periods?.taken ?? "" == "" {
            found.append(Problem("period-nameless", [], at: place, "there are earlier periods, and the own one has no name"))
        }
        for one in earlier {
            if !seen.insert(one.period).inserted {
                found.append(Problem("period-repeated", [one.period], at: place, "the period “\(one.period)” is there twice"))
            }
            if one.values.count != data.columns.count || one.values.contains(where: { $0.count != one.units.count }) {
                let message = "the period \(one.period) is no table of \(data.columns.count) columns and \(one.units.count) rows"
                found.append(Problem("period-shape", [one.period], at: place, message))
            }
            var codes: Set<String> = []
            for unit in one.units where unit.code.isEmpty || !codes.insert(unit.code).inserted {
                let message = "in the period \(one.period) a unit has no code, or the unit \(unit.code) is there twice"
                found.append(Problem("period-units", [one.period, unit.code], at: place, message))
            }
        }
        return found
    }
}
