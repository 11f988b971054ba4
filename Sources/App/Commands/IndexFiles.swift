import CompositeIndex
import Foundation
import Store

/// Data, framework and method of an index from files, for the command line. Refusals name the cell.
package struct IndexFiles: Sendable {
    package let panel: Panel
    package let framework: Framework
    package let method: Method
    /// Warnings and notes of the reading, one a line.
    package let findings: [String]

    /// `framework` may be left out if the data is a workbook that holds it as a sheet; without `method` indicators are put on a
    /// scale of 0 to 100 and averaged. Throws `StoreError.refused` with everything that is wrong.
    package init(data: String, framework: String?, method: String?, denominators: String? = nil) throws {
        let reading = try IndexFiles.read(data, framework, denominators)
        let errors = reading.problems.filter { $0.gravity == .error }
        guard errors.isEmpty else { throw IndexFiles.refusal(errors) }
        panel = reading.panel
        findings = (reading.notes + reading.problems).map(\.description)
        self.method = try method.map(IndexFiles.method) ?? IndexFiles.plain
        do { self.framework = try Framework(reading.nodes) } catch let problems as Problems {
            throw IndexFiles.refusal(problems.list)
        }
    }

    package static let plain = Method([
        .normalise(Normalisation(.minMax(low: 0, high: 100))), .aggregate(Aggregation([Aggregation.Level(.arithmetic)])),
    ])

    private static func read(_ data: String, _ framework: String?, _ denominators: String?) throws -> Reading {
        let grids = try grids(of: data)
        guard let framework else {
            if let reading = IndexReader.read(workbook: grids), !reading.nodes.isEmpty { return reading }
            throw StoreError.refused("\(data) has no sheet that is a framework (Level, iCode, Parent): name one with --framework")
        }
        guard let table = grids.first, let frame = try IndexFiles.grids(of: framework).first else {
            throw StoreError.refused("there is nothing in \(data) or \(framework)")
        }
        return IndexReader.read(
            data: table, framework: frame, denominators: try denominators.flatMap { try IndexFiles.grids(of: $0).first })
    }

    static func grids(of file: String) throws -> [Grid] {
        do { return try TableReader.read(bytes(of: file), name: (file as NSString).lastPathComponent) } catch let problems
            as Problems
        {
            throw refusal(problems.list)
        }
    }

    private static func bytes(of file: String) throws -> [UInt8] {
        do { return [UInt8](try Data(contentsOf: URL(fileURLWithPath: file))) } catch {
            throw StoreError.refused("\(file) cannot be read")
        }
    }

    private static func method(_ file: String) throws -> Method { try json(file) }

    /// What may be chosen otherwise, for an analysis of sensitivity.
    package static func factors(_ file: String) throws -> [Factor] { try json(file) }

    private static func json<Value: Decodable>(_ file: String) throws -> Value {
        do { return try JSONDecoder().decode(Value.self, from: Data(bytes(of: file))) } catch let error as DecodingError {
            throw StoreError.refused("\(file): \(said(error))")
        }
    }

    /// Where in the JSON, and what was expected.
    private static func said(_ error: DecodingError) -> String {
        let context =
            switch error {
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .keyNotFound(_, let context),
                .dataCorrupted(let context):
                context
            @unknown default: DecodingError.Context(codingPath: [], debugDescription: "\(error)")
            }
        let path = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? ".\($0.stringValue)" }.joined()
        return (path.isEmpty ? "" : path.trimmingPrefix(".") + ": ") + context.debugDescription
    }

    /// At most so many lines: a terminal is no list.
    package static func refusal(_ problems: [Problem]) -> StoreError {
        let lines = problems.prefix(40).map(\.description)
        return .refused((lines + (problems.count > 40 ? ["and \(problems.count - 40) more"] : [])).joined(separator: "\n"))
    }

    /// The dataset of a period; the last one if none is named.
    package func data(_ period: String?) throws -> Dataset {
        guard let period else {
            return panel.editions.last?.data ?? Dataset(units: [], columns: [], values: Table(rows: 0, columns: 0))
        }
        guard let data = panel[period] else {
            throw StoreError.refused(
                "there is no period \(period); there are \(panel.editions.map(\.period).joined(separator: ", "))")
        }
        return data
    }

    /// Refusals of the engine, as this command says them. A method that says over which periods its steps look is computed over
    /// all of them, and the period is one of what came out.
    package func build(_ period: String?) throws -> Build {
        let data = try data(period)
        do {
            guard method.scopes != nil, panel.editions.count > 1 else {
                return try Build(data, framework: framework, method: method)
            }
            let whole = try PanelBuild(panel, framework: framework, method: method)
            return whole.builds[whole.periods.firstIndex { $0 == period } ?? whole.builds.count - 1]
        } catch let problems as Problems {
            throw IndexFiles.refusal(problems.list)
        }
    }
}
