import Base

/// Dates, clocks and lengths as foreign schedules write them.
package enum ForeignClock {
    /// A date-time: wall time and, if written, the offset in seconds.
    package struct Stamp: Hashable, Sendable {
        package let wall: WallTime
        package let offset: Int?
        package var instant: Instant? { offset.map { Instant(seconds: wall.serial - Int64($0)) } }
    }

    /// `2019-12-27T11:00:00+01:00`, a blank for T, seconds or fractions or not, `Z`, `+0100`, `+01` or no offset.
    package static func stamp(_ text: String) -> Stamp? {
        let text = text.trimmed
        guard text.utf8.count >= 16, text.utf8.count <= 40, text.utf8.allSatisfy({ $0 < 128 }) else { return nil }
        let bytes = Array(text.utf8)
        guard let date = CalendarDate(String(decoding: bytes[0..<10], as: UTF8.self)), plain(bytes[0..<10]),
            bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: "t") || bytes[10] == 32
        else { return nil }
        var index = 11
        func number() -> Int? {
            guard index + 2 <= bytes.count, digit(bytes[index]), digit(bytes[index + 1]) else { return nil }
            defer { index += 2 }
            return Int(bytes[index] - 48) * 10 + Int(bytes[index + 1] - 48)
        }
        guard let hour = number(), index < bytes.count, bytes[index] == UInt8(ascii: ":") else { return nil }
        index += 1
        guard let minute = number(), hour < 24, minute < 60 else { return nil }
        var second = 0
        if index < bytes.count, bytes[index] == UInt8(ascii: ":") {
            index += 1
            guard let value = number(), value < 61 else { return nil }
            second = min(59, value)
        }
        if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
            index += 1
            while index < bytes.count, digit(bytes[index]) { index += 1 }
        }
        let wall = WallTime(date: date, time: ClockTime(minutes: hour * 60 + minute), second: second)
        let rest = String(decoding: bytes[index...], as: UTF8.self).trimmed
        if rest.isEmpty { return Stamp(wall: wall, offset: nil) }
        return offset(rest).map { Stamp(wall: wall, offset: $0) }
    }

    /// Seconds east of UTC: `Z`, `+02:00`, `+0200`, `-3`, up to 18 hours.
    package static func offset(_ text: String) -> Int? {
        if text == "Z" || text == "z" || text == "UTC" || text == "GMT" { return 0 }
        guard let sign = text.first, sign == "+" || sign == "-" || sign == "−" else { return nil }
        let digits = text.dropFirst().filter { $0 != ":" }
        guard (1...4).contains(digits.utf8.count), digits.utf8.allSatisfy(digit) else { return nil }
        let hours = Int(digits.count > 2 ? digits.dropLast(2) : digits[...]) ?? 99
        let minutes = Int(digits.count > 2 ? digits.suffix(2) : "0") ?? 99
        guard hours <= 18, minutes < 60 else { return nil }
        return (hours * 3600 + minutes * 60) * (sign == "+" ? 1 : -1)
    }

    /// `2019-12-27`, also as the beginning of a date-time.
    package static func date(_ text: String) -> CalendarDate? {
        let text = text.trimmed
        guard text.utf8.count >= 10, text.utf8.allSatisfy({ $0 < 128 }) else { return nil }
        let head = Array(text.utf8.prefix(10))
        return plain(head[...]) ? CalendarDate(String(decoding: head, as: UTF8.self)) : nil
    }

    /// The same, or with points, or with its month in words; never with strokes, which do not say what comes first.
    package static func spokenDate(_ text: String) -> CalendarDate? {
        date(text) ?? (text.contains("/") ? nil : CSVClock(dates: []).date(text))
    }

    /// `9:30`, `09:30`, `09:30:00`, `0930`, `9.30`, `9h30`.
    package static func clock(_ text: String) -> ClockTime? {
        let text = text.trimmed
        guard (3...8).contains(text.utf8.count) else { return nil }
        let parts = text.split(whereSeparator: { ":.hH".contains($0) }).map { String($0) }
        guard parts.allSatisfy({ (1...4).contains($0.utf8.count) && $0.utf8.allSatisfy(digit) }) else { return nil }
        if parts.count == 1, let one = parts.first, one.utf8.count >= 3, let value = Int(one) {
            return ClockTime(hour: value / 100, minute: value % 100)
        }
        guard (2...3).contains(parts.count), let hour = Int(parts[0]), let minute = Int(parts[1]), hour <= 48 else { return nil }
        return ClockTime(hour: hour, minute: minute)
    }

    package enum Length: Hashable, Sendable {
        case minutes(Int)
        /// Three parts: `hh:mm:ss` or `d:hh:mm`.
        case doubtful(seconds: Int, days: Int)
    }

    /// Minutes alone, `h:mm`, `hh:mm` (hours over 23, too), three parts, ISO 8601 (`PT1H30M`), and in words (`45 min`). Nil
    /// for anything else.
    package static func length(_ text: String) -> Length? {
        figures(text) ?? SpokenClock.length(text.trimmed).map { .minutes($0) }
    }
    private static func figures(_ text: String) -> Length? {
        let text = text.trimmed
        guard !text.isEmpty, text.utf8.count <= 16 else { return nil }
        if text.hasPrefix("P") || text.hasPrefix("p") { return iso(text.uppercased()).map { .minutes($0) } }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { String($0) }
        guard parts.allSatisfy({ (1...5).contains($0.utf8.count) && $0.utf8.allSatisfy(digit) }) else { return nil }
        let numbers = parts.compactMap { Int($0) }
        switch numbers.count {
        case 1: return .minutes(numbers[0])
        case 2: return numbers[1] < 60 ? .minutes(numbers[0] * 60 + numbers[1]) : nil
        case 3 where numbers[1] < 60 && numbers[2] < 60:
            let whole = numbers[0] * 60 + numbers[1] + (numbers[2] >= 30 ? 1 : 0)
            return .doubtful(seconds: whole, days: numbers[0] * 1440 + numbers[1] * 60 + numbers[2])
        default: return nil
        }
    }

    /// ISO 8601 durations in weeks, days, hours, minutes and seconds; a sign makes it nil.
    package static func iso(_ text: String) -> Int? {
        var total = 0
        var number = ""
        var isTime = false
        for letter in text.dropFirst() {
            switch letter {
            case "0"..."9": number.append(letter)
            case "T": isTime = true
            default:
                guard let value = Int(number), number.utf8.count <= 6 else { return nil }
                number = ""
                switch (letter, isTime) {
                case ("W", false): total += value * 7 * 1440 * 60
                case ("D", false): total += value * 1440 * 60
                case ("H", true): total += value * 3600
                case ("M", true): total += value * 60
                case ("S", true): total += value
                default: return nil
                }
            }
        }
        return number.isEmpty && text.utf8.count > 2 ? (total + 30) / 60 : nil
    }

    private static func digit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
    private static func plain(_ bytes: ArraySlice<UInt8>) -> Bool { bytes.allSatisfy { digit($0) || $0 == UInt8(ascii: "-") } }
}
