import Base

/// Dates and clocks as people write them into tables. Day and month in figures are settled by the whole column.
struct CSVClock {
    /// A date in figures is day first unless some date of the column cannot be.
    let isMonthFirst: Bool
    /// No date of the column says which it is.
    let isAmbiguous: Bool

    init(dates: [String]) {
        var couldBeDayFirst = true
        var couldBeMonthFirst = true
        var slashes = false
        for date in dates {
            guard let (first, second, _) = CSVClock.figures(date) else { continue }
            if date.contains("/") { slashes = true }
            if first > 12 { couldBeMonthFirst = false }
            if second > 12 { couldBeDayFirst = false }
        }
        isMonthFirst = couldBeMonthFirst && !couldBeDayFirst
        isAmbiguous = slashes && couldBeDayFirst && couldBeMonthFirst
    }

    /// Arabic-Indic and other digits as ASCII ones.
    static func latinDigits(_ text: String) -> String {
        guard !text.utf8.allSatisfy({ $0 < 128 }) else { return text }
        return String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    guard scalar.properties.generalCategory == .decimalNumber, let value = scalar.properties.numericValue,
                        let digit = Unicode.Scalar(48 + Int(value))
                    else { return scalar }
                    return digit
                }))
    }

    private static func figures(_ text: String) -> (Int, Int, Int)? {
        let parts = latinDigits(text).split(whereSeparator: { "./- ".contains($0) }).prefix(3).map { $0.trimmed }
        guard parts.count == 3, parts[0].utf8.count <= 2, parts[1].utf8.count <= 2,
            let first = Int(parts[0]), let second = Int(parts[1]), let third = Int(parts[2].prefix(4))
        else { return nil }
        return (first, second, third < 100 ? third + 2000 : third)
    }

    func date(_ text: String) -> CalendarDate? {
        let plain = CSVClock.latinDigits(text.trimmed)
        if let date = ForeignClock.date(plain) { return date }
        if plain.utf8.count == 8, let number = Int(plain) {
            return CalendarDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)
        }
        let parts = plain.split(whereSeparator: { "/.".contains($0) })
        if parts.count == 3, parts[0].utf8.count == 4, let year = Int(parts[0]), let month = Int(parts[1]),
            let day = Int(parts[2].prefix(2))
        {
            return CalendarDate(year: year, month: month, day: day)
        }
        guard let (first, second, year) = CSVClock.figures(plain) else { return nil }
        return isMonthFirst
            ? CalendarDate(year: year, month: first, day: second) : CalendarDate(year: year, month: second, day: first)
    }

    /// 24-hour clocks in every common form, and `2:30 pm`.
    static func clock(_ text: String) -> ClockTime? {
        var plain = latinDigits(text.trimmed).lowercased().replacing("uhr", with: "").trimmed
        var afternoon: Bool?
        for (ending, isAfternoon) in [("a.m.", false), ("p.m.", true), ("am", false), ("pm", true)] where plain.hasSuffix(ending)
        {
            afternoon = isAfternoon
            plain = plain.dropLast(ending.count).trimmed
            break
        }
        if plain.utf8.count <= 2, let hour = Int(plain) { plain = "\(hour):00" }
        guard let clock = ForeignClock.clock(plain) else { return nil }
        guard let afternoon else { return clock }
        guard (60..<780).contains(clock.minutes) || clock.minutes < 60 else { return nil }
        return ClockTime(minutes: clock.minutes % 720 + (afternoon ? 720 : 0))
    }
}
