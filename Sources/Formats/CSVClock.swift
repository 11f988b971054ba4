import Base

/// Dates and clocks as people write them into tables. Day and month in figures are settled by the whole column.
struct CSVClock {
    /// A date in figures is day first unless some date of the column cannot be, or the days lie together only otherwise.
    let isMonthFirst: Bool
    /// No date of the column says which it is.
    let isAmbiguous: Bool
    /// Of dates in words that have none; nil if the table names none.
    let year: Int?

    /// `isTwelveHours`: the clocks beside have halves of the day, as where the month comes first.
    init(dates: [String], isTwelveHours: Bool = false, year: Int? = nil) {
        var couldBeDayFirst = true
        var couldBeMonthFirst = true
        var slashes = false
        var dayFirst: ClosedRange<Int>?
        var monthFirst: ClosedRange<Int>?
        for date in dates {
            guard let (first, second, year) = CSVClock.figures(date) else { continue }
            if date.contains("/") { slashes = true }
            if first > 12 { couldBeMonthFirst = false }
            if second > 12 { couldBeDayFirst = false }
            CSVClock.widen(&dayFirst, CalendarDate(year: year, month: second, day: first))
            CSVClock.widen(&monthFirst, CalendarDate(year: year, month: first, day: second))
        }
        isAmbiguous = slashes && couldBeDayFirst && couldBeMonthFirst
        // A conference is days that lie together.
        let spans = [dayFirst, monthFirst].map { $0.map { $0.upperBound - $0.lowerBound } ?? 0 }
        let isCloser = isAmbiguous && spans[0] != spans[1] ? spans[1] < spans[0] : isAmbiguous && isTwelveHours
        isMonthFirst = (couldBeMonthFirst && !couldBeDayFirst) || isCloser
        self.year = year
    }

    private static func widen(_ range: inout ClosedRange<Int>?, _ date: CalendarDate?) {
        guard let day = date?.dayNumber else { return }
        range = range.map { min($0.lowerBound, day)...max($0.upperBound, day) } ?? day...day
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
        let parts = latinDigits(withoutWeekday(text)).split(whereSeparator: { "./- ".contains($0) }).prefix(3).map { $0.trimmed }
        guard parts.count == 3, parts[0].utf8.count <= 2, parts[1].utf8.count <= 2,
            let first = Int(parts[0]), let second = Int(parts[1]), let third = Int(parts[2].prefix(4)),
            [2, 4].contains(parts[2].prefix { $0.isNumber }.utf8.count)
        else { return nil }
        return (first, second, third < 100 ? third + 2000 : third)
    }

    /// `Mi, 21.10.2026`, `Wednesday 21/10/2026`: what is no digit at the beginning says the weekday.
    private static func withoutWeekday(_ text: String) -> String {
        guard let start = text.firstIndex(where: { $0.isNumber }), start > text.startIndex else { return text }
        let before = text[..<start]
        return before.count <= 20 && before.allSatisfy { $0.isLetter || " ,.:".contains($0) } ? String(text[start...]) : text
    }

    func date(_ text: String) -> CalendarDate? {
        let plain = CSVClock.latinDigits(text.trimmed)
        guard !plain.isEmpty, plain.utf8.count <= 100 else { return nil }
        if let date = ForeignClock.date(plain) { return date }
        if plain.utf8.count == 8, let number = Int(plain) {
            return CalendarDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)
        }
        if let serial = CSVClock.serial(plain) { return serial.date }
        let parts = plain.split(whereSeparator: { "/.".contains($0) })
        if parts.count == 3, parts[0].utf8.count == 4, let year = Int(parts[0]), let month = Int(parts[1]),
            let day = Int(parts[2].prefix(2))
        {
            return CalendarDate(year: year, month: month, day: day)
        }
        guard let (first, second, year) = CSVClock.figures(plain) else { return SpokenDate.date(plain, year: self.year) }
        return isMonthFirst
            ? CalendarDate(year: year, month: first, day: second) : CalendarDate(year: year, month: second, day: first)
    }

    /// A spreadsheet's own number for a day, with the part of it that has gone: `46316.375` is 21 October 2026, 9:00.
    static func serial(_ text: String) -> (date: CalendarDate, minutes: Int?)? {
        let parts = text.split(whereSeparator: { ".,".contains($0) })
        guard (1...2).contains(parts.count), parts[0].utf8.count == 5, let days = Int(parts[0]), (20_000..<80_000).contains(days),
            let epoch = CalendarDate(year: 1899, month: 12, day: 30)
        else { return nil }
        if parts.count == 1 { return (epoch.adding(days: days), nil) }
        return ofDay("0." + parts[1]).map { (epoch.adding(days: days), $0) }
    }

    /// Minutes of a part of a day, `0.375`: with more or fewer than two decimals, or what no clock could be.
    static func ofDay(_ text: String) -> Int? {
        let digits = text.dropFirst(2)
        guard text.hasPrefix("0.") || text.hasPrefix("0,"), (1...17).contains(digits.utf8.count), digits.allSatisfy(\.isNumber),
            digits.utf8.count != 2 || Int(digits) ?? 0 > 59, let part = Double("0." + digits)
        else { return nil }
        return Int((part * 1440).rounded())
    }

    /// 24-hour clocks in every common form, and `2:30 pm`.
    static func clock(_ text: String) -> ClockTime? {
        guard text.utf8.count <= 40 else { return nil }
        var plain = latinDigits(text.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ").trimmed).lowercased()
        for word in ["uhr", "hrs", "hours"] where plain.hasSuffix(word) { plain = plain.dropLast(word.count).trimmed }
        if let minutes = ofDay(plain) { return ClockTime(minutes: minutes) }
        let half = SpokenClock.half(plain)
        if let half { plain = half.rest }
        if plain.hasSuffix("h") { plain = plain.dropLast().trimmed }
        plain = plain.replacing("：", with: ":").replacing("点", with: ":").replacing("分", with: "")
        if plain.hasSuffix(":") { plain += "00" }
        if plain.utf8.count <= 2, let hour = Int(plain) { plain = "\(hour):00" }
        guard let clock = ForeignClock.clock(plain) else { return nil }
        guard let half else { return clock }
        // "下午14:00" and "14:00 pm" say the same twice.
        if half.isAfternoon, clock.minutes >= 780, clock.minutes < 1440 { return clock }
        guard clock.minutes < 780 else { return nil }
        return ClockTime(minutes: clock.minutes % 720 + (half.isAfternoon ? 720 : 0))
    }
}
