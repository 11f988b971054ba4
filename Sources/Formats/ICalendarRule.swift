import Base

/// A recurrence rule (RFC 5545 §3.3.10), expanded within bounds: a programme has no use for an event that comes for ever.
struct ICalendarRule {
    enum Frequency: String { case daily = "DAILY", weekly = "WEEKLY", monthly = "MONTHLY", yearly = "YEARLY" }
    struct Day: Hashable {
        /// Monday is 1.
        let weekday: Int
        /// 0: every one.
        let ordinal: Int
    }
    private(set) var frequency: Frequency?
    private(set) var interval = 1
    private(set) var count: Int?
    private(set) var until: ICalendarTime?
    private(set) var days: [Day] = []
    private(set) var monthDays: [Int] = []
    private(set) var months: [Int] = []
    private(set) var positions: [Int] = []
    private(set) var weekStart = 1
    /// It holds a part that is not expanded here (hours and less, week and year days).
    private(set) var isPartial = false

    static let mostInstances = 100
    static let longestDays = 400
    /// Of a list in a rule: there are no more weekdays in a month, days in it and places among them.
    private static let mostParts = 100

    /// Nil for an empty rule or one without a frequency.
    init?(_ text: String) {
        for part in text.uppercased().split(separator: ";") {
            let pair = part.split(separator: "=", maxSplits: 1).map { $0.trimmed }
            guard pair.count == 2 else { continue }
            let values = pair[1].split(separator: ",", maxSplits: ICalendarRule.mostParts).prefix(ICalendarRule.mostParts)
            let numbers = values.compactMap { Int($0) }
            switch pair[0] {
            case "FREQ":
                frequency = Frequency(rawValue: pair[1])
                if frequency == nil { isPartial = true }
            case "INTERVAL": interval = min(max(1, numbers.first ?? 1), 10_000)
            case "COUNT": count = numbers.first.map { max(1, $0) }
            case "UNTIL": until = ICalendarTime(pair[1], zone: nil)
            case "BYDAY": days = values.compactMap { ICalendarRule.day(String($0)) }
            case "BYMONTHDAY": monthDays = numbers.filter { (-31...31).contains($0) && $0 != 0 }
            case "BYMONTH": months = numbers.filter { (1...12).contains($0) }
            case "BYSETPOS": positions = numbers.filter { $0 != 0 }
            case "WKST": weekStart = ICalendarRule.day(pair[1])?.weekday ?? 1
            case "RSCALE", "SKIP": break
            default: isPartial = true
            }
        }
        if frequency == nil, !isPartial { return nil }
    }

    private static let names = ["MO": 1, "TU": 2, "WE": 3, "TH": 4, "FR": 5, "SA": 6, "SU": 7]
    private static func day(_ text: String) -> Day? {
        guard let weekday = names[String(text.suffix(2))] else { return nil }
        guard text.utf8.count > 2 else { return Day(weekday: weekday, ordinal: 0) }
        // A year has 53 weeks (§3.3.10).
        guard let ordinal = Int(text.dropLast(2)), ordinal != 0, (-53...53).contains(ordinal) else { return nil }
        return Day(weekday: weekday, ordinal: ordinal)
    }

    /// The n-th weekday of a month, from its end if negative; nil if there is none.
    static func date(weekday: Int, ordinal: Int, year: Int, month: Int) -> CalendarDate? {
        guard let first = CalendarDate(year: year, month: month, day: 1) else { return nil }
        let length = CalendarDate.length(month: month, year: year)
        if ordinal < 0 {
            let last = first.adding(days: length - 1)
            let date = last.adding(days: -((last.weekday - weekday + 7) % 7) + 7 * (ordinal + 1))
            return date.month == month ? date : nil
        }
        let date = first.adding(days: (weekday - first.weekday + 7) % 7 + 7 * (max(1, ordinal) - 1))
        return date.month == month ? date : nil
    }

    /// Starts, rising, the first among them; and whether there would be more.
    func starts(from first: ICalendarTime) -> (walls: [WallTime], isCut: Bool) {
        guard let frequency else { return ([first.wall], true) }
        let wanted = min(count ?? ICalendarRule.mostInstances, ICalendarRule.mostInstances)
        let horizon = first.wall.date.dayNumber + ICalendarRule.longestDays
        var walls: [WallTime] = []
        var period = 0
        // A rule that never holds (30 February) ends at the horizon.
        while period <= ICalendarRule.longestDays * 2 {
            let (dates, beginning) = candidates(frequency, first.wall.date, period)
            if beginning > horizon { return (walls, until == nil || count != nil) }
            for date in dates where date >= first.wall.date && date.year <= 9999 {
                if date.dayNumber > horizon { return (walls, true) }
                let wall = WallTime(date: date, time: first.wall.time, second: first.wall.second)
                if let until, isPast(wall, until) { return (walls, false) }
                walls.append(wall)
                if walls.count == wanted { return (walls, count.map { $0 > wanted } ?? true) }
            }
            period += 1
        }
        return (walls, true)
    }

    private func isPast(_ wall: WallTime, _ until: ICalendarTime) -> Bool {
        // UNTIL in UTC against a wall time: a day's tolerance loses nothing that was meant, since starts are days apart.
        until.isDate ? wall.date > until.wall.date : wall.serial > until.wall.serial + (until.frame == .utc ? 50_400 : 0)
    }

    /// The dates of the n-th period, rising, and the number of its first day.
    private func candidates(_ frequency: Frequency, _ first: CalendarDate, _ period: Int) -> ([CalendarDate], Int) {
        switch frequency {
        case .daily:
            let date = first.adding(days: period * interval)
            return ([date].filter { passes($0, byDay: true) }, date.dayNumber)
        case .weekly:
            let monday = first.adding(days: -((first.weekday - weekStart + 7) % 7) + 7 * period * interval)
            let weekdays = days.isEmpty ? [first.weekday] : days.map(\.weekday)
            let dates = (0..<7).map { monday.adding(days: $0) }.filter {
                weekdays.contains($0.weekday) && passes($0, byDay: false)
            }
            return (positioned(dates), monday.dayNumber)
        case .monthly:
            let months = first.year * 12 + first.month - 1 + period * interval
            let (year, month) = (months / 12, months % 12 + 1)
            let begin = CalendarDate(year: year, month: month, day: 1)?.dayNumber ?? Int.max
            if !self.months.isEmpty, !self.months.contains(month) { return ([], begin) }
            return (positioned(inMonth(year, month, first)), begin)
        case .yearly:
            let year = first.year + period * interval
            let begin = CalendarDate(year: year, month: 1, day: 1)?.dayNumber ?? Int.max
            let chosen = months.isEmpty ? (days.isEmpty && monthDays.isEmpty ? [first.month] : Array(1...12)) : months.sorted()
            return (positioned(chosen.flatMap { inMonth(year, $0, first) }), begin)
        }
    }

    private func inMonth(_ year: Int, _ month: Int, _ first: CalendarDate) -> [CalendarDate] {
        let length = CalendarDate.length(month: month, year: year)
        let all = (1...length).compactMap { CalendarDate(year: year, month: month, day: $0) }
        if days.isEmpty, monthDays.isEmpty { return all.filter { $0.day == first.day } }
        return all.filter { date in
            let byMonthDay = monthDays.isEmpty || monthDays.contains(date.day) || monthDays.contains(date.day - length - 1)
            let byDay =
                days.isEmpty
                || days.contains { day in
                    guard day.weekday == date.weekday else { return false }
                    return day.ordinal == 0
                        || ICalendarRule.date(weekday: day.weekday, ordinal: day.ordinal, year: year, month: month) == date
                }
            return byMonthDay && byDay
        }
    }

    private func passes(_ date: CalendarDate, byDay: Bool) -> Bool {
        let length = CalendarDate.length(month: date.month, year: date.year)
        return (months.isEmpty || months.contains(date.month))
            && (monthDays.isEmpty || monthDays.contains(date.day) || monthDays.contains(date.day - length - 1))
            && (!byDay || days.isEmpty || days.contains { $0.weekday == date.weekday })
    }

    private func positioned(_ dates: [CalendarDate]) -> [CalendarDate] {
        guard !positions.isEmpty else { return dates }
        let chosen = positions.compactMap { position -> CalendarDate? in
            let index = position > 0 ? position - 1 : dates.count + position
            return dates.indices.contains(index) ? dates[index] : nil
        }
        return Array(Set(chosen)).sorted()
    }
}
