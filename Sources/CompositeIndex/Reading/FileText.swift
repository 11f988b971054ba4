/// The bytes of a text file as UTF-8, and what had to be guessed.
struct FileText {
    enum Encoding { case utf8, utf16, windows1252 }

    var bytes: [UInt8]
    var encoding = Encoding.utf8
    /// UTF-16 was seen by its zeros, not by a mark.
    var isGuess = false

    init(_ file: [UInt8]) {
        bytes = file
        if file.starts(with: [0xEF, 0xBB, 0xBF]) {
            bytes.removeFirst(3)
        } else if file.starts(with: [0xFF, 0xFE]) || file.starts(with: [0xFE, 0xFF]) {
            encoding = .utf16
            bytes = FileText.narrowed(file.dropFirst(2), isLittle: file[0] == 0xFF)
        } else if let isLittle = FileText.zeros(file) {
            encoding = .utf16
            isGuess = true
            bytes = FileText.narrowed(file[...], isLittle: isLittle)
        }
        if encoding == .utf8, !FileText.isMostlyUTF8(bytes) { encoding = .windows1252 }
    }

    /// UTF-16 as UTF-8. Halves of pairs become U+FFFD, which the reader tells of at its cell.
    private static func narrowed(_ wide: ArraySlice<UInt8>, isLittle: Bool) -> [UInt8] {
        let start = wide.startIndex
        let units = (0..<wide.count / 2).map { place in
            let one = UInt16(wide[start + 2 * place]), two = UInt16(wide[start + 2 * place + 1])
            return isLittle ? one | two << 8 : one << 8 | two
        }
        return Array(String(decoding: units, as: UTF16.self).utf8) + (wide.count % 2 == 1 ? Array("\u{FFFD}".utf8) : [])
    }

    /// Whether the first pairs of bytes are ASCII in UTF-16; true for little-endian.
    private static func zeros(_ file: [UInt8]) -> Bool? {
        guard file.count >= 8 else { return nil }
        if (0..<4).allSatisfy({ file[2 * $0] != 0 && file[2 * $0 + 1] == 0 }) { return true }
        return (0..<4).allSatisfy { file[2 * $0] == 0 && file[2 * $0 + 1] != 0 } ? false : nil
    }

    /// True for UTF-8, and for UTF-8 with damaged places; not for a file whose accents stand alone.
    private static func isMostlyUTF8(_ bytes: [UInt8]) -> Bool {
        if String(validating: bytes, as: UTF8.self) != nil { return true }
        var good = 0, bad = 0, place = 0
        while place < bytes.count {
            let length = sequence(bytes, place)
            if length > 1 { good += 1 } else if length == 0 { bad += 1 }
            place += max(1, length)
        }
        return bad == 0 || good > bad
    }

    /// Bytes of the character that begins here; 0 if none does.
    private static func sequence(_ bytes: [UInt8], _ place: Int) -> Int {
        let length: Int
        switch bytes[place] {
        case 0..<0x80: return 1
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF: length = 3
        case 0xF0...0xF4: length = 4
        default: return 0
        }
        guard place + length <= bytes.count else { return 0 }
        return bytes[place + 1..<place + length].allSatisfy { $0 & 0xC0 == 0x80 } ? length : 0
    }

    /// One cell's bytes as text.
    func text(_ cell: some Collection<UInt8>) -> String {
        encoding == .windows1252 ? FileText.windows(cell) : String(decoding: cell, as: UTF8.self)
    }

    private static func windows(_ bytes: some Collection<UInt8>) -> String {
        var text = String.UnicodeScalarView()
        for byte in bytes {
            let value = (0x80...0x9F).contains(byte) ? marks[Int(byte) - 0x80] : UInt32(byte)
            text.append(Unicode.Scalar(value) ?? "\u{FFFD}")
        }
        return String(text)
    }

    /// Windows-1252 from 0x80 to 0x9F; five of them are no characters.
    private static let marks: [UInt32] = [
        0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D,
        0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD,
        0x017E, 0x0178,
    ]
}
