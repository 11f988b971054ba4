import App
import ArgumentParser
import CompositeIndex
import Foundation
import Store

struct IndexCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "index", abstract: "Compute a composite index from files, without a server and without a database.",
        subcommands: [IndexBuildCommand.self, IndexAuditCommand.self, IndexSensitivityCommand.self, IndexExportCommand.self])
}

/// The files of an index: the same on every command.
struct IndexSource: ParsableArguments {
    @Option(help: "CSV or XLSX: units by indicators (COINr's iData), or long (unit, indicator, value), or SDMX-CSV.")
    var data: String
    @Option(help: "CSV or XLSX: the tree (COINr's iMeta: Level, iCode, Parent, Direction, Weight). A workbook may hold both.")
    var framework: String?
    @Option(help: "JSON: the steps with their choices. Without it: a scale of 0 to 100 and arithmetic means.")
    var method: String?
    @Option(help: "CSV or XLSX: denominators that the data lack.")
    var denominators: String?
    @Option(help: "Of data with several periods, the one to compute (default: the last).")
    var period: String?

    /// What was noticed while reading goes to standard error.
    func read() throws -> IndexFiles {
        let files = try IndexFiles(data: data, framework: framework, method: method, denominators: denominators)
        for finding in files.findings { say(finding) }
        return files
    }
}

func say(_ line: String) { FileHandle.standardError.write(Data((line + "\n").utf8)) }

func write(_ bytes: [UInt8], to file: String?) throws {
    guard let file else { return FileHandle.standardOutput.write(Data(bytes)) }
    do { try Data(bytes).write(to: URL(fileURLWithPath: file), options: .atomic) } catch {
        throw StoreError.refused("\(file) cannot be written")
    }
    say("\(file): \(bytes.count) bytes")
}

struct IndexBuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "Scores and ranks, as a table, CSV or JSON.",
        discussion: "With --check the scores are compared, number by number, with a table of scores that was published.")
    @OptionGroup var source: IndexSource
    @Option(help: "table, csv or json.")
    var format = "table"
    @Option(help: "The file to write; without it standard output.")
    var to: String?
    @Option(help: "CSV of scores (uCode, Rank, and a column a node) that must come out; the status is 1 if any differs.")
    var check: String?

    mutating func validate() throws {
        guard ["table", "csv", "json"].contains(format) else { throw ValidationError("--format is one of table csv json") }
    }

    func run() async throws {
        try await refusing {
            let build = try source.read().build(source.period)
            if let check { return try ScoreCheck(build, file: check).report() }
            switch format {
            case "csv": try write(CSVWriter.bytes(build.scoreSheet), to: to)
            case "json": try write(JSONWriter.bytes(build.scoreSheet), to: to)
            default: try write(Array(table(build).utf8), to: to)
            }
        }
    }

    private func table(_ build: Build) -> String {
        let index = build.framework.index
        let lines = build.ranking.map { row in
            let unit = build.units[row]
            let rank = build.ranks[row, index], score = build.scores[row, index]
            let number = rank == rank.rounded() ? String(Int(rank)) : String(rank)
            return TextTable.right(number, 4) + "  " + TextTable.right(String(format: "%.3f", score), 9) + "  "
                + "\(unit.code)  \(unit.name)"
        }
        let head = TextTable.right("rank", 4) + "  " + TextTable.right("score", 9) + "  " + build.framework.nodes[index].name
        return ([head] + lines).joined(separator: "\n") + "\n"
    }
}

/// Columns of a terminal.
enum TextTable {
    static func right(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(width - text.count, 0)) + text
    }

    static func left(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(width - text.count, 0))
    }
}

struct IndexExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Every table on the way: one workbook, or a folder of CSV files.",
        discussion:
            "raw, denominated, imputed, screened, treated, normalised, scores, weights, treatment, marks; and the method as JSON."
    )
    @OptionGroup var source: IndexSource
    @Option(help: "A file that ends in .xlsx, or a folder.")
    var to: String

    func run() async throws {
        try await refusing {
            let build = try source.read().build(source.period)
            if to.lowercased().hasSuffix(".xlsx") {
                do { try write(XLSXWriter.bytes(build.sheets), to: to) } catch let problems as Problems {
                    throw IndexFiles.refusal(problems.list)
                }
                return
            }
            do { try FileManager.default.createDirectory(atPath: to, withIntermediateDirectories: true) } catch {
                throw StoreError.refused("\(to) is no folder and cannot be made")
            }
            for sheet in build.sheets { try write(CSVWriter.bytes(sheet), to: "\(to)/\(sheet.name).csv") }
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            try write(Array(encoder.encode(build.method)) + [0x0A], to: "\(to)/method.json")
        }
    }
}
