import Base

/// A foreign schedule in any format that we read, told by its content.
package enum FormatReader {
    /// `zone` is the event's: it counts where the file names none. `name` is of the file and only a hint.
    package static func read(_ bytes: [UInt8], name: String = "", zone: Zone) throws(FormatRefusal) -> ForeignSchedule {
        guard bytes.count <= FormatLimits.size else {
            throw FormatRefusal("tooLarge", ["limit": String(FormatLimits.size / 1_048_576)])
        }
        guard bytes.contains(where: { $0 > 32 }) else { throw FormatRefusal("empty") }
        if bytes.starts(with: [0x50, 0x4b, 3, 4]) || bytes.starts(with: [0xd0, 0xcf, 0x11, 0xe0]) {
            throw FormatRefusal("office")
        }
        if bytes.starts(with: Array("%PDF".utf8)) { throw FormatRefusal("pdf") }
        if looksLikeXML(bytes) { return try ScheduleXMLReader.read(bytes, zone: zone) }
        if looksLikeCalendar(bytes) || (name.lowercased().hasSuffix(".ics") && !isWide(bytes)) {
            // Read on bytes: folding may cut a character.
            if let nul = bytes.firstIndex(of: 0) { throw FormatRefusal("nul", line: line(of: nul, in: bytes[...])) }
            return try ICalendarReader.read(bytes, zone: zone)
        }
        let text = try decoded(bytes)
        let head = String(text.unicodeScalars.prefix(4_000)).trimmed
        if head.first == "{" || head.first == "[" {
            let root = try JSONTreeReader.read(Array(text.utf8))
            return root["results"] != nil && root["schedule"] == nil
                ? try IndicoJSONReader.read(root, zone: zone) : try ScheduleJSONReader.read(root, zone: zone)
        }
        if head.uppercased().contains("BEGIN:V") { return try ICalendarReader.read(Array(text.utf8), zone: zone) }
        return try CSVScheduleReader.read(text, zone: zone)
    }

    private static func looksLikeCalendar(_ bytes: [UInt8]) -> Bool {
        let head = String(decoding: bytes.prefix(4_000), as: UTF8.self).uppercased()
        return head.contains("BEGIN:V") && !isWide(bytes) && !head.trimmed.hasPrefix("{")
    }
    private static func isWide(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0xff, 0xfe]) || bytes.starts(with: [0xfe, 0xff])
    }

    /// XML begins with `<`, after a byte order mark or blanks; in UTF-16 the other byte is zero.
    private static func looksLikeXML(_ bytes: [UInt8]) -> Bool {
        let marks: Set<UInt8> = [0xef, 0xbb, 0xbf, 0xff, 0xfe, 0, 9, 10, 13, 32]
        return bytes.prefix(256).first { !marks.contains($0) } == UInt8(ascii: "<")
    }

    /// UTF-8 or, with a byte order mark, UTF-16. What is neither is refused with the line of the first wrong byte; NUL is no
    /// character of a text.
    static func decoded(_ bytes: [UInt8]) throws(FormatRefusal) -> String {
        if bytes.starts(with: [0xff, 0xfe]) || bytes.starts(with: [0xfe, 0xff]) {
            let isLittle = bytes[0] == 0xff
            let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
                isLittle
                    ? UInt16(bytes[index]) | UInt16(bytes[index + 1]) << 8 : UInt16(bytes[index]) << 8 | UInt16(bytes[index + 1])
            }
            guard let text = String(validating: units, as: UTF16.self) else { throw FormatRefusal("encoding") }
            return steadied(text)
        }
        let body = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? bytes[3...] : bytes[...]
        if let nul = body.firstIndex(of: 0) {
            throw FormatRefusal("nul", line: line(of: nul, in: body))
        }
        if let text = String(validating: body, as: UTF8.self) { return steadied(text) }
        let wrong = firstWrong(body)
        throw FormatRefusal("encoding", line: line(of: wrong, in: body), ["byte": String(body[wrong], radix: 16)])
    }

    private static func line(of index: Int, in bytes: ArraySlice<UInt8>) -> Int {
        bytes[..<index].count { $0 == 10 } + 1
    }

    /// Where UTF-8 ends: found by halving, since the whole is known to be wrong.
    private static func firstWrong(_ bytes: ArraySlice<UInt8>) -> Int {
        var good = bytes.startIndex
        var bad = bytes.endIndex
        while bad - good > 1 {
            let middle = (good + bad) / 2
            // A cut within a character is not a fault: up to three bytes more may be needed.
            let isGood = (0...3).contains { extra in
                middle - extra > good && String(validating: bytes[bytes.startIndex..<(middle - extra)], as: UTF8.self) != nil
            }
            if isGood { good = middle } else { bad = middle }
        }
        return min(good, bytes.endIndex - 1)
    }
}
