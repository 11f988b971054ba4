import Base

/// What a cell of a table says of a time: a day, a clock, both, or from one clock to another.
struct CSVMoment {
    var day: CalendarDate?
    var start: ClockTime?
    var end: ClockTime?

    /// Nil for a text that says none of it.
    init?(_ text: String, _ clock: CSVClock) {
        let text = CSVClock.latinDigits(text.replacing("\u{A0}", with: " ").trimmed)
        guard !text.isEmpty, text.utf8.count <= 120 else { return nil }
        if let serial = CSVClock.serial(text) {
            day = serial.date
            start = serial.minutes.map { ClockTime(minutes: $0) }
            return
        }
        if clocks(text) { return }
        if let date = clock.date(text), !CSVMoment.holdsClock(text) {
            day = date
            return
        }
        let words = text.split(whereSeparator: { " \n\t".contains($0) }).map { String($0) }
        guard (2...12).contains(words.count) else { return nil }
        // The longest date at the beginning, or one at the end behind the clock.
        for cut in stride(from: words.count - 1, to: 0, by: -1) {
            let (head, tail) = (CSVMoment.joined(words[..<cut]), CSVMoment.joined(words[cut...]))
            for (date, rest) in [(head, tail), (tail, head)] where !CSVMoment.holdsClock(date) {
                if let found = clock.date(date), clocks(rest) {
                    day = found
                    return
                }
            }
        }
        return nil
    }

    private static func joined(_ words: ArraySlice<String>) -> String {
        var text = words.joined(separator: " ")
        while let last = text.last, ",;|-–—".contains(last) { text = text.dropLast().trimmed }
        return text
    }
    private static func holdsClock(_ text: String) -> Bool { text.contains(":") || text.contains("：") }

    /// One clock, or two with a mark between.
    private mutating func clocks(_ text: String) -> Bool {
        if let one = CSVClock.clock(text) {
            start = one
            return true
        }
        let lower = text.lowercased()
        for mark in ["–", "—", "−", "~", "〜", "～", " - ", " to ", " bis ", " until ", "至", "到", " à ", " a ", " до ", "-"] {
            let parts = lower.split(separator: mark, omittingEmptySubsequences: false).map { $0.trimmed }
            guard parts.count == 2, let last = CSVClock.clock(parts[1]) else { continue }
            guard let first = CSVMoment.first(parts[0], before: last, parts[1]) else { continue }
            start = first
            end = CSVMoment.last(last, after: first, parts)
            return true
        }
        return false
    }

    /// `下午2:30-3:15`: the half of the day may stand at the beginning alone.
    private static func last(_ last: ClockTime, after first: ClockTime, _ parts: [String]) -> ClockTime {
        let isOpen = SpokenClock.half(parts[0]) != nil && SpokenClock.half(parts[1]) == nil
        return isOpen && last < first && last.minutes + 720 > first.minutes ? ClockTime(minutes: last.minutes + 720) : last
    }

    /// `9:00 – 10:30 pm` and `11 – 1 pm`: the half of the day may stand at the end alone.
    private static func first(_ text: String, before last: ClockTime, _ lastText: String) -> ClockTime? {
        let text =
            text.hasPrefix("von ") || text.hasPrefix("from ")
            ? text.split(separator: " ").dropFirst().joined(separator: " ") : text
        guard let written = CSVClock.clock(text) else { return nil }
        guard SpokenClock.half(lastText.lowercased())?.isAfternoon == true, SpokenClock.half(text) == nil, written.minutes < 720
        else {
            return written
        }
        let later = ClockTime(minutes: written.minutes + 720)
        return later < last ? later : written
    }
}
