/// Sheets as JSON: a list of rows, each an object by the header. Missing cells are null, so that every row has every key.
public enum JSONWriter {
    public static func bytes(_ sheet: Sheet) -> [UInt8] {
        var bytes = Array("[".utf8)
        let keys = sheet.header.map { quoted($0) }
        for (place, row) in sheet.rows.enumerated() {
            bytes += Array((place > 0 ? ",\n{" : "\n{").utf8)
            for (column, key) in keys.enumerated() {
                if column > 0 { bytes.append(0x2C) }
                bytes += key
                bytes.append(0x3A)
                bytes += value(column < row.count ? row[column] : .empty)
            }
            bytes.append(0x7D)
        }
        return bytes + Array("\n]\n".utf8)
    }

    private static func value(_ cell: Sheet.Cell) -> [UInt8] {
        switch cell {
        case .empty: Array("null".utf8)
        case .number(let number): Array((number.isFinite ? NumberText.shortest(number) : "null").utf8)
        case .text(let text): quoted(text)
        }
    }

    /// Everything that a script inside a page could stumble over is escaped, too.
    private static func quoted(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = [0x22]
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": bytes += Array("\\\"".utf8)
            case "\\": bytes += Array("\\\\".utf8)
            case "\n": bytes += Array("\\n".utf8)
            case "\r": bytes += Array("\\r".utf8)
            case "\t": bytes += Array("\\t".utf8)
            case "\0"..."\u{1F}", "<", "\u{2028}", "\u{2029}":
                let digits = String(scalar.value, radix: 16)
                bytes += Array(("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
            default: bytes += Array(String(scalar).utf8)
            }
        }
        return bytes + [0x22]
    }
}
