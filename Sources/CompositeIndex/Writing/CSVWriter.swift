/// Sheets as CSV (RFC 4180): UTF-8, commas, CRLF, quotation marks where they are needed.
public enum CSVWriter {
    /// With these a text may be taken for a formula by a spreadsheet: it gets an apostrophe in front, which the reader of this
    /// library takes away again.
    private static let dangerous: Set<UInt8> = [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D]

    /// Whether a text gets an apostrophe; a text of this kind that has some already gets one more, so that one can be taken
    /// away again.
    static func isDangerous(_ text: String) -> Bool {
        text.utf8.first { $0 != 0x27 }.map(dangerous.contains) ?? false
    }

    /// Numbers have the shortest form that is read as the same bits.
    public static func bytes(_ sheet: Sheet) -> [UInt8] {
        var bytes: [UInt8] = []
        line(sheet.header.map { .text($0) }, &bytes)
        for row in sheet.rows { line(row, &bytes) }
        return bytes
    }

    private static func line(_ cells: [Sheet.Cell], _ bytes: inout [UInt8]) {
        for (place, cell) in cells.enumerated() {
            if place > 0 { bytes.append(0x2C) }
            switch cell {
            case .empty: break
            case .number(let number):
                if number.isFinite { bytes += Array(NumberText.shortest(number).utf8) }
            case .text(let text): append(text, &bytes)
            }
        }
        bytes += [0x0D, 0x0A]
    }

    private static func append(_ text: String, _ bytes: inout [UInt8]) {
        let utf8 = text.utf8
        let isQuoted = utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D || $0 == 0x3B || $0 == 0x09 }
        if isQuoted { bytes.append(0x22) }
        if isDangerous(text) { bytes.append(0x27) }
        for byte in utf8 {
            if byte == 0x22 { bytes.append(0x22) }
            bytes.append(byte)
        }
        if isQuoted { bytes.append(0x22) }
    }
}
