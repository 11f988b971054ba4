/// Small steps over folded bytes; each looks ahead a bounded way, so that a line is read in linear time.
struct AgendaStepReader {
    let bytes: [UInt8]
    var at: Int

    init(_ bytes: [UInt8], at start: Int = 0) {
        self.bytes = bytes
        at = start
    }

    var isAtEnd: Bool { at >= bytes.count }
    func byte(_ ahead: Int = 0) -> UInt8 { at + ahead < bytes.count && at + ahead >= 0 ? bytes[at + ahead] : 0 }
    var isAtLetter: Bool { AgendaText.isLetter(byte()) }
    var isAtDigit: Bool { AgendaText.isDigit(byte()) }

    /// Nothing of a word or a number stands before this place.
    var isAtWordStart: Bool {
        guard at > 0 else { return true }
        return !AgendaText.isLetter(bytes[at - 1]) && !AgendaText.isDigit(bytes[at - 1])
    }

    mutating func skipBlanks(_ limit: Int = .max) {
        var left = limit
        while left > 0, at < bytes.count, AgendaText.isBlank(bytes[at]) {
            at += 1
            left -= 1
        }
    }

    mutating func skip(_ allowed: String) {
        while at < bytes.count, allowed.utf8.contains(bytes[at]) { at += 1 }
    }

    mutating func take(_ sign: Character) -> Bool {
        guard byte() == sign.asciiValue else { return false }
        at += 1
        return true
    }

    /// The text, not followed by a letter if it ends with one.
    mutating func take(word text: String) -> Bool {
        let wanted = text.utf8
        guard bytes.count - at >= wanted.count, bytes[at..<(at + wanted.count)].elementsEqual(wanted) else { return false }
        let next = byte(wanted.count)
        if let last = wanted.last, AgendaText.isLetter(last), AgendaText.isLetter(next) { return false }
        at += wanted.count
        return true
    }

    /// The first of these that stands here; longer ones must come first where one begins another.
    mutating func take(oneOf words: [String]) -> String? {
        let first = byte()
        for word in words where word.utf8.first == first {
            if take(word: word) { return word }
        }
        return nil
    }

    /// A number of at most four digits; nil for none or for more.
    mutating func number() -> (value: Int, digits: Int)? {
        var end = at
        var value = 0
        while end < bytes.count, AgendaText.isDigit(bytes[end]), end - at <= 4 {
            value = value * 10 + Int(bytes[end] - 0x30)
            end += 1
        }
        guard end > at, end - at <= 4 else { return nil }
        defer { at = end }
        return (value, end - at)
    }

    /// A run of letters, at most 24 of them.
    mutating func word() -> String? {
        var end = at
        while end < bytes.count, AgendaText.isLetter(bytes[end]) {
            if end - at >= 24 { return nil }
            end += 1
        }
        guard end > at else { return nil }
        defer { at = end }
        return String(decoding: bytes[at..<end].map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self)
    }

    /// Only signs and blanks are left, of those allowed.
    func isRest(_ allowed: String) -> Bool { bytes[min(at, bytes.count)...].allSatisfy { allowed.utf8.contains($0) } }
}
