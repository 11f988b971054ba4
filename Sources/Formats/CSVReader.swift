import Base

/// A table of cells (RFC 4180), read tolerantly: commas, semicolons, tabs or bars, any line ends, quotes where they are
/// needed and where not. A cell is text: nothing is a formula here.
package struct CSVReader: Sendable {
    package struct Row: Sendable {
        /// Of its first cell, from 1.
        package let line: Int
        package let cells: [String]
    }
    package let rows: [Row]
    package let delimiter: Character
    private static let mostCells = 2_000_000

    package init(_ text: String) throws(FormatRefusal) {
        let bytes = Array(text.utf8)
        if let nul = bytes.firstIndex(of: 0) { throw FormatRefusal("nul", line: bytes[..<nul].count { $0 == 10 } + 1) }
        let delimiter = CSVReader.delimiter(of: bytes)
        self.delimiter = Character(UnicodeScalar(delimiter))
        var rows: [Row] = []
        var cells: [String] = []
        var cell: [UInt8] = []
        var isQuoted = false
        var wasQuoted = false
        var line = 1
        var start = 1
        var total = 0
        var index = 0
        func end() {
            let text = steadied(String(decoding: cell, as: UTF8.self))
            cells.append(wasQuoted ? text : text.trimmed)
            cell = []
            wasQuoted = false
        }
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if isQuoted {
                if byte == 10 { line += 1 }
                if byte != UInt8(ascii: "\"") {
                    cell.append(byte)
                } else if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
                    cell.append(byte)
                    index += 1
                } else {
                    isQuoted = false
                }
            } else if byte == UInt8(ascii: "\""), cell.allSatisfy({ $0 == 32 }) {
                cell = []
                isQuoted = true
                wasQuoted = true
                start = cells.isEmpty ? line : start
            } else if byte == delimiter {
                end()
                total += 1
                guard total <= CSVReader.mostCells else { throw FormatRefusal("tooMany", line: line) }
            } else if byte == 10 || byte == 13 {
                if byte == 13, index < bytes.count, bytes[index] == 10 { index += 1 }
                end()
                if !cells.allSatisfy(\.isEmpty) { rows.append(Row(line: start, cells: cells)) }
                cells = []
                line += 1
                start = line
            } else {
                cell.append(byte)
            }
        }
        guard !isQuoted else { throw FormatRefusal("csvQuote", line: start, ["expected": "\""]) }
        end()
        if !cells.allSatisfy(\.isEmpty) { rows.append(Row(line: start, cells: cells)) }
        self.rows = rows
    }

    /// The one that parts the first line most often, outside quotes.
    private static func delimiter(of bytes: [UInt8]) -> UInt8 {
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        for byte in bytes.prefix(20_000) {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == 10 || byte == 13 {
                if counts.isEmpty { continue }
                break
            }
            if [UInt8(ascii: ","), UInt8(ascii: ";"), 9, UInt8(ascii: "|")].contains(byte) { counts[byte, default: 0] += 1 }
        }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? UInt8(ascii: ",")
    }
}
