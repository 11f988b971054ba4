import CompositeIndex
import Foundation

/// A CSV file of the corpus without line breaks in cells: enough for tests, which must not lean on the reader they test.
struct CorpusTable {
    var header: [String]
    var rows: [[String]]

    init?(_ path: String) {
        let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = repository.appendingPathComponent("../shared/corpus/index/" + path).standardized
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return nil }
        let lines = text.split(whereSeparator: \.isNewline).map(CorpusTable.cells)
        guard let first = lines.first else { return nil }
        header = first
        rows = Array(lines.dropFirst())
    }

    private static func cells(_ line: Substring) -> [String] {
        var cells = [""], quoted = false
        for character in line {
            switch character {
            case "\"": quoted.toggle()
            case "," where !quoted: cells.append("")
            default: cells[cells.count - 1].append(character)
            }
        }
        return cells
    }

    func texts(_ name: String) -> [String] {
        guard let column = header.firstIndex(of: name) else { return [] }
        return rows.map { $0[column] }
    }

    /// NaN where the cell holds no number.
    func numbers(_ name: String) -> [Double] { texts(name).map { Double($0) ?? .nan } }

    func number(_ name: String, in row: [String]) -> Double {
        header.firstIndex(of: name).flatMap { Double(row[$0]) } ?? .nan
    }

    func table(_ names: [String]) -> Table { Table(columns: names.map(numbers)) }
}

/// The index of 51 countries and 49 indicators that the corpus has results for.
enum AsemCorpus {
    static func file(_ name: String) -> CorpusTable? { CorpusTable("asem/" + name) }

    static let framework: Framework? = {
        guard let meta = file("iMeta.csv") else { return nil }
        let column = { (name: String) in meta.header.firstIndex(of: name) ?? 0 }
        let nodes = meta.rows.compactMap { row -> Node? in
            guard let level = Int(row[column("Level")]), row[column("Type")] != "Denominator" else { return nil }
            let parent = row[column("Parent")]
            return Node(
                code: row[column("iCode")], level: level, parent: parent.isEmpty || parent == "NA" ? nil : parent,
                weight: Double(row[column("Weight")]) ?? 1,
                direction: row[column("Direction")] == "-1" ? .negative : .positive)
        }
        return try? Framework(nodes)
    }()
}
