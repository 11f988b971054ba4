import Formats

/// A table as RFC 4180 writes it, in UTF-8 with the mark by which spreadsheets know it. What a spreadsheet would take for a
/// formula begins with an apostrophe; reading takes it off again.
package struct CSVText: Sendable {
    private var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
    package init() {}
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    package mutating func row(_ cells: [String]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            write(CSVCell.defused(cell))
        }
        bytes += "\r\n".utf8
    }

    private mutating func write(_ cell: String) {
        guard cell.utf8.contains(where: { $0 == 34 || $0 == 44 || $0 == 10 || $0 == 13 || $0 == 59 }) else {
            bytes += cell.utf8
            return
        }
        bytes.append(34)
        for byte in cell.utf8 {
            if byte == 34 { bytes.append(34) }
            bytes.append(byte)
        }
        bytes.append(34)
    }
}
