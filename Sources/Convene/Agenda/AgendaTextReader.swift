import Foundation

/// A line in two spellings of equal length: as written, and folded to bytes for comparing (small letters without
/// accents, ASCII digits, one dash, one quote; 0xFF for other letters, 0xFE for other signs, 0x95 for bullets).
struct AgendaText: Sendable {
    private(set) var shown: [Unicode.Scalar] = []
    private(set) var bytes: [UInt8] = []

    static let letter: UInt8 = 0xFF
    static let sign: UInt8 = 0xFE
    static let bullet: UInt8 = 0x95

    init(_ text: some StringProtocol) {
        let composed = String(text).precomposedStringWithCanonicalMapping
        shown.reserveCapacity(composed.utf8.count)
        bytes.reserveCapacity(composed.utf8.count)
        for scalar in composed.unicodeScalars {
            guard let byte = AgendaText.fold(scalar) else { continue }
            shown.append(byte == 0x20 ? " " : scalar)
            bytes.append(byte)
        }
    }

    private init(shown: [Unicode.Scalar], bytes: [UInt8]) {
        self.shown = shown
        self.bytes = bytes
    }

    var count: Int { bytes.count }
    var isBlank: Bool { bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 } }

    /// A part without outer blanks.
    func part(_ range: Range<Int>) -> AgendaText {
        var low = range.lowerBound
        var high = range.upperBound
        while low < high, AgendaText.isBlank(bytes[low]) { low += 1 }
        while high > low, AgendaText.isBlank(bytes[high - 1]) { high -= 1 }
        return AgendaText(shown: Array(shown[low..<high]), bytes: Array(bytes[low..<high]))
    }
    func from(_ start: Int) -> AgendaText { part(min(start, count)..<count) }
    func upTo(_ end: Int) -> AgendaText { part(0..<min(end, count)) }
    /// The line without one part of it.
    func without(_ range: Range<Int>) -> AgendaText {
        AgendaText(
            shown: shown[..<range.lowerBound] + [" "] + shown[range.upperBound...],
            bytes: bytes[..<range.lowerBound] + [0x20] + bytes[range.upperBound...]
        ).part(0..<(count - range.count + 1))
    }

    /// Without Markdown's stars around words; a star that is a bullet or a rule stays.
    var withoutStars: AgendaText {
        guard bytes.contains(0x2A), bytes.contains(where: { AgendaText.isLetter($0) || AgendaText.isDigit($0) }) else {
            return self
        }
        let kept = bytes.indices.filter { index in
            guard bytes[index] == 0x2A else { return true }
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0x20
            return next == 0x20 && bytes[..<index].allSatisfy(AgendaText.isBlank)
        }
        return AgendaText(shown: kept.map { shown[$0] }, bytes: kept.map { bytes[$0] })
    }

    /// As written, runs of blanks as one.
    var string: String {
        var view = String.UnicodeScalarView()
        var gap = false
        for (scalar, byte) in zip(shown, bytes) {
            if AgendaText.isBlank(byte) {
                gap = true
                continue
            }
            if gap, !view.isEmpty { view.append(" ") }
            gap = false
            view.append(scalar)
        }
        return String(view)
    }
    /// The folded spelling as text of ASCII, other letters as `?`.
    var folded: String {
        String(decoding: bytes.map { $0 < 0x80 ? $0 : $0 == AgendaText.bullet ? 0x2A : 0x3F }, as: UTF8.self)
    }
    func isUpper(_ index: Int) -> Bool { index < count && shown[index].properties.isUppercase }

    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
    static func isLetter(_ byte: UInt8) -> Bool { (byte >= 0x61 && byte <= 0x7A) || byte == letter }

    /// Nil for what nobody sees: controls, marks of direction, byte order marks, soft hyphens.
    private static func fold(_ scalar: Unicode.Scalar) -> UInt8? {
        let value = scalar.value
        if value < 0x80 {
            if value == 0x09 { return 0x09 }
            if value < 0x20 || value == 0x7F { return nil }
            return value >= 0x41 && value <= 0x5A ? UInt8(value + 32) : UInt8(value)
        }
        if let known = signs[value] { return known == 0 ? nil : known }
        if value >= 0xFF01, value <= 0xFF5E { return fold(Unicode.Scalar(UInt8(value - 0xFEE0))) }
        let properties = scalar.properties
        switch properties.generalCategory {
        case .control, .format: return value == 0x200D || value == 0x200C ? sign : nil
        case .spaceSeparator, .lineSeparator, .paragraphSeparator: return 0x20
        case .decimalNumber: return properties.numericValue.map { 0x30 + UInt8($0) }
        case .dashPunctuation: return 0x2D
        default: break
        }
        if value < 0x250, let base = String(Character(scalar)).decomposedStringWithCanonicalMapping.unicodeScalars.first,
            base.isASCII
        {
            return fold(base)
        }
        return properties.isAlphabetic || properties.generalCategory == .nonspacingMark ? letter : sign
    }

    /// Signs with a plain twin; 0 drops the sign.
    private static let signs: [UInt32: UInt8] = {
        var table: [UInt32: UInt8] = [0xAD: 0, 0xFEFF: 0, 0xBA: 0x6F, 0xB0: 0x6F, 0xAA: 0x61, 0xD7: 0x78, 0x2026: 0x2E]
        for value: UInt32 in [0x2212, 0x2192, 0x2043, 0x2500] { table[value] = 0x2D }
        for value: UInt32 in [0x301C, 0xFF5E, 0x223C] { table[value] = 0x7E }
        for value: UInt32 in [0x2018, 0x2019, 0x201B, 0x2BC, 0x2032, 0xB4] { table[value] = 0x27 }
        for value: UInt32 in [0x201C, 0x201D, 0x201E, 0x2033, 0xAB, 0xBB] { table[value] = 0x22 }
        for value: UInt32 in [0x2502, 0x2503, 0xA6] { table[value] = 0x7C }
        for value: UInt32 in [0x2236, 0xFE55] { table[value] = 0x3A }
        for value: UInt32 in [0x3001, 0x60C] { table[value] = 0x2C }
        table[0x3002] = 0x2E
        let bullets: [UInt32] = [
            0x2022, 0x25CF, 0x25CB, 0x25E6, 0x25AA, 0x25AB, 0x25A0, 0x25A1, 0x2023, 0xB7, 0x2219, 0x27A2, 0x25BA, 0x25B6, 0xF0B7,
            0xF0A7, 0x2756, 0x2713, 0x25C6,
        ]
        for value in bullets { table[value] = bullet }
        return table
    }()
}

/// Lines of a pasted text, counted as an editor counts them.
enum AgendaTextReader {
    static func lines(_ text: String) -> [String] {
        var lines: [String] = []
        var current = String.UnicodeScalarView()
        var afterReturn = false
        for scalar in text.unicodeScalars {
            if scalar == "\n" && afterReturn {
                afterReturn = false
                continue
            }
            afterReturn = scalar == "\r"
            if scalar == "\n" || scalar == "\r" {
                lines.append(String(current))
                current = String.UnicodeScalarView()
            } else {
                current.append(scalar)
            }
        }
        if !current.isEmpty { lines.append(String(current)) }
        return lines
    }
}
