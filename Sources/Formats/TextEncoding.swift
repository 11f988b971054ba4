import Base

/// Bytes as text.
package enum TextEncoding {
    static func isWide(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0xff, 0xfe]) || bytes.starts(with: [0xfe, 0xff]) }

    /// UTF-16 without its byte order mark gets one: every other byte of a text in it is zero. All else stays as it is.
    static func marked(_ bytes: [UInt8]) -> [UInt8] {
        let head = bytes.prefix(400)
        guard head.count >= 40, head.count % 2 == 0, !isWide(bytes), head[0] != 0x3c, head[1] != 0x3c else { return bytes }
        let even = stride(from: 0, to: head.count, by: 2).count { head[$0] == 0 }
        let odd = stride(from: 1, to: head.count, by: 2).count { head[$0] == 0 }
        let enough = head.count * 2 / 5
        if odd > enough, even == 0 { return [0xff, 0xfe] + bytes }
        return even > enough && odd == 0 ? [0xfe, 0xff] + bytes : bytes
    }

    /// UTF-8 or, with a byte order mark, UTF-16. What is neither is refused with the line of the first wrong byte; NUL is no
    /// character of a text.
    static func decoded(_ bytes: [UInt8]) throws(FormatRefusal) -> String {
        if isWide(bytes) {
            let isLittle = bytes[0] == 0xff
            let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
                isLittle
                    ? UInt16(bytes[index]) | UInt16(bytes[index + 1]) << 8 : UInt16(bytes[index]) << 8 | UInt16(bytes[index + 1])
            }
            guard let text = String(validating: units, as: UTF16.self) else { throw FormatRefusal("encoding", line: 1) }
            return steadied(text)
        }
        let body = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? bytes[3...] : bytes[...]
        if let nul = body.firstIndex(of: 0) { throw FormatRefusal("nul", line: line(of: nul, in: body)) }
        if let text = String(validating: body, as: UTF8.self) { return steadied(text) }
        let wrong = firstWrong(body)
        throw FormatRefusal("encoding", line: line(of: wrong, in: body), ["byte": String(body[wrong], radix: 16)])
    }

    static func line(of index: Int, in bytes: ArraySlice<UInt8>) -> Int { bytes[..<index].count { $0 == 10 } + 1 }

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

    // MARK: What spreadsheets of Windows write

    /// Windows-1252, if it is certainly that: accents stand alone between ASCII letters. Where they stand in rows it is
    /// another alphabet, and where signs are among them that nobody writes it is no text. Nil for UTF-8, too.
    static func western(_ bytes: [UInt8]) -> String? {
        guard bytes.contains(where: { $0 > 127 }), !bytes.contains(0), !isWide(bytes),
            String(validating: bytes, as: UTF8.self) == nil, bytes.contains(10)
        else { return nil }
        var high = 0
        var neighbours = 0
        for (index, byte) in bytes.enumerated() where byte > 127 {
            guard usual.contains(byte) else { return nil }
            high += 1
            if index > 0, bytes[index - 1] > 127 { neighbours += 1 }
        }
        guard neighbours * 4 <= high else { return nil }
        return steadied(windows(bytes))
    }

    /// Windows-1252: every byte is a character of it.
    static func windows(_ bytes: [UInt8]) -> String {
        String(String.UnicodeScalarView(bytes.map { marks[$0].flatMap { Unicode.Scalar($0) } ?? Unicode.Scalar($0) }))
    }

    /// Quotes, dashes and the like, which are no characters in Latin-1.
    private static let marks: [UInt8: UInt32] = [
        0x80: 0x20AC, 0x82: 0x201A, 0x84: 0x201E, 0x85: 0x2026, 0x8A: 0x160, 0x8C: 0x152, 0x8E: 0x17D, 0x91: 0x2018,
        0x92: 0x2019, 0x93: 0x201C, 0x94: 0x201D, 0x95: 0x2022, 0x96: 0x2013, 0x97: 0x2014, 0x99: 0x2122, 0x9A: 0x161,
        0x9C: 0x153, 0x9E: 0x17E, 0x9F: 0x178,
    ]
    /// With letters but thorn and eth, blanks and the marks that texts have.
    private static let usual: Set<UInt8> = Set(marks.keys).union(0xC0...0xFD).subtracting([0xD0, 0xDE, 0xF0]).union([
        0xA0, 0xA1, 0xA7, 0xA9, 0xAA, 0xAB, 0xAE, 0xB0, 0xB4, 0xB7, 0xBA, 0xBB, 0xBF,
    ])
}
