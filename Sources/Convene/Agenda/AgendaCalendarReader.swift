import Base

/// Decides which date a written day is: by what the whole text says, by the event's days, by its year. It never
/// makes one up.
struct AgendaCalendar: Sendable {
    let expectedYear: Int?
    let dates: ClosedRange<CalendarDate>?
    let assumed: CalendarDate?
    /// Dates and ranges with a year, wherever they stand in the text.
    private(set) var mentions: [ClosedRange<CalendarDate>] = []
    /// Day before month in 03/12/2025, where another date of the text shows it.
    private(set) var dayFirst: Bool?
    /// Day 1, once a "Day n" has come with a date.
    private var firstDay: CalendarDate?

    struct Found: Sendable {
        var date: CalendarDate?
        var complaint: AgendaComplaint?
        var question: AgendaQuestion.Code?
        var options: [CalendarDate] = []
    }

    init(expectedYear: Int?, dates: ClosedRange<CalendarDate>?, assumed: CalendarDate?) {
        self.expectedYear = expectedYear
        self.dates = dates
        self.assumed = assumed
    }

    /// Looks for dates with a year in a line, prose or not.
    mutating func learn(_ text: AgendaText) {
        var index = 0
        while index < text.count {
            guard AgendaText.isLetter(text.bytes[index]) || AgendaText.isDigit(text.bytes[index]),
                AgendaStepReader(text.bytes, at: index).isAtWordStart
            else {
                index += 1
                continue
            }
            guard let day = AgendaDateReader.day(text, at: index) else {
                index += 1
                continue
            }
            learn(day)
            index = max(index + 1, day.end)
        }
    }

    private mutating func learn(_ day: AgendaDay) {
        // 25/12 shows day before month, 12/25 month before day.
        if day.isNumeric, day.candidates.count == 1, !day.isImpossible, dayFirst == nil { dayFirst = !day.monthStandsFirst }
        guard day.candidates.count == 1, let first = day.candidates.first, let year = first.year,
            let low = CalendarDate(year: year, month: first.month, day: first.day)
        else { return }
        let high = day.last.flatMap { CalendarDate(year: $0.year ?? year, month: $0.month, day: $0.day) }
        mentions.append(low...max(low, high ?? low))
        if let number = day.number, firstDay == nil { firstDay = low.adding(days: 1 - number) }
    }

    /// The date of a written day; `previous` is the day before it in the text.
    mutating func find(_ day: AgendaDay, previous: CalendarDate?) -> Found {
        if day.isImpossible { return Found() }
        var found = day.candidates.isEmpty ? bare(day, previous) : dated(day, previous)
        if let date = found.date {
            if let number = day.number, !day.candidates.isEmpty { firstDay = date.adding(days: 1 - number) }
            if let weekday = day.weekday, date.weekday != weekday {
                found.complaint = AgendaComplaint(.guessedWeekday, ["date": date.description])
            }
            if let dates, !dates.contains(date) {
                found.complaint = AgendaComplaint(
                    .outsideDates,
                    ["date": date.description, "first": dates.lowerBound.description, "last": dates.upperBound.description])
            }
        }
        return found
    }

    private func dated(_ day: AgendaDay, _ previous: CalendarDate?) -> Found {
        var options: [(date: CalendarDate, guessed: Bool)] = []
        for candidate in day.candidates {
            let year = candidate.year.map { ($0, false) } ?? self.year(candidate, day.weekday, previous)
            guard let year, let date = CalendarDate(year: year.0, month: candidate.month, day: candidate.day) else { continue }
            if !options.contains(where: { $0.date == date }) { options.append((date, year.1)) }
        }
        if options.isEmpty { return Found(question: .yearNeeded) }
        var isGuess = options.contains(where: \.guessed)
        if options.count > 1 { options = narrowed(options, day, &isGuess) }
        guard options.count == 1 else { return Found(question: .dateAmbiguous, options: options.map(\.date)) }
        let date = options[0].date
        let complaint = isGuess ? AgendaComplaint(.guessedYear, ["date": date.description]) : nil
        return Found(date: date, complaint: complaint)
    }

    private func narrowed(
        _ all: [(date: CalendarDate, guessed: Bool)], _ day: AgendaDay, _ isGuess: inout Bool
    ) -> [(date: CalendarDate, guessed: Bool)] {
        let tests: [(CalendarDate) -> Bool] = [
            { date in day.weekday == nil || date.weekday == day.weekday },
            { date in dates.map { $0.contains(date) } ?? true },
            { date in assumed.map { $0 == date } ?? true },
            { date in mentions.contains { $0.contains(date) } },
        ]
        var left = all
        for test in tests {
            let passing = left.filter { test($0.date) }
            if passing.count == 1 { return passing }
            if !passing.isEmpty { left = passing }
        }
        if let dayFirst, left.count == 2 { return [dayFirst ? left[0] : left[1]] }
        if let assumed, left.count == 2 {
            // An answer for one date settles the order of day and month for the others.
            let asDayFirst = CalendarDate(year: left[0].date.year, month: left[0].date.month, day: assumed.day)
            if asDayFirst == assumed, left[1].date.month != assumed.month { return [left[0]] }
            if left[1].date.month == assumed.month, left[0].date.month != assumed.month { return [left[1]] }
        }
        return left
    }

    /// The year of a day and month, and whether that is a guess.
    private func year(_ candidate: AgendaDay.Candidate, _ weekday: Int?, _ previous: CalendarDate?) -> (Int, Bool)? {
        let (month, day) = (candidate.month, candidate.day)
        if let dates {
            for year in dates.lowerBound.year...dates.upperBound.year {
                if let date = CalendarDate(year: year, month: month, day: day), dates.contains(date) { return (year, false) }
            }
        }
        let covering = Set(
            mentions.filter { range in
                CalendarDate(year: range.lowerBound.year, month: month, day: day).map(range.contains) ?? false
            }.map(\.lowerBound.year))
        if let expected = expectedYear ?? dates?.lowerBound.year {
            // Where the weekday speaks against the event's year and for the text's own, the text is believed.
            let fits = { (year: Int) in CalendarDate(year: year, month: month, day: day)?.weekday == weekday }
            if weekday != nil, !fits(expected), covering.count == 1, let year = covering.first, fits(year) {
                return (year, false)
            }
            return (expected, false)
        }
        if covering.count == 1, let year = covering.first { return (year, false) }
        if let previous { return (previous.year + (month + 6 < previous.month ? 1 : 0), true) }
        let years = Set(mentions.map(\.lowerBound.year))
        if years.count == 1, let year = years.first { return (year, true) }
        return assumed.map { ($0.year, false) }
    }

    /// The answer to "which date?" for items before any day; it is Day 1 then.
    mutating func takeAssumed() -> CalendarDate? {
        firstDay = firstDay ?? assumed
        return assumed
    }

    /// The event's day, if it has one only.
    var onlyDay: CalendarDate? { dates.flatMap { $0.lowerBound == $0.upperBound ? $0.lowerBound : nil } }
    /// Days to offer to who is asked for one: the event's, else the few that the text names.
    var likelyDays: [CalendarDate] {
        if let span {
            return (0...min(9, span.upperBound.dayNumber - span.lowerBound.dayNumber)).map { span.lowerBound.adding(days: $0) }
        }
        let named = Set(mentions.map(\.lowerBound))
        return named.count <= 4 ? named.sorted() : []
    }

    /// The days of the event: as given, or the only range that the text names.
    private var span: ClosedRange<CalendarDate>? {
        if let dates { return dates }
        let ranges = Set(
            mentions.filter { $0.lowerBound != $0.upperBound && $0.upperBound.dayNumber - $0.lowerBound.dayNumber < 15 })
        return ranges.count == 1 ? ranges.first : nil
    }

    /// "Day 2", "Thursday", "Thursday 4th".
    private mutating func bare(_ day: AgendaDay, _ previous: CalendarDate?) -> Found {
        if let number = day.number {
            if firstDay == nil, span == nil, let assumed { firstDay = assumed.adding(days: 1 - number) }
            if let first = firstDay ?? span?.lowerBound {
                return guess(first.adding(days: number - 1), isCertain: dates != nil || assumed != nil)
            }
            return Found(question: .dateNeeded)
        }
        let fits: (CalendarDate) -> Bool = { date in
            (day.weekday == nil || date.weekday == day.weekday) && (day.dayOfMonth == nil || date.day == day.dayOfMonth)
        }
        if let span {
            let inside = (0...min(60, span.upperBound.dayNumber - span.lowerBound.dayNumber)).map {
                span.lowerBound.adding(days: $0)
            }
            .filter(fits)
            if inside.count == 1 { return guess(inside[0], isCertain: dates != nil) }
        }
        if let from = previous ?? assumed {
            let near = (previous == nil ? 0...6 : 0...7).map { from.adding(days: $0) }.filter(fits)
            if let date = near.first { return guess(date, isCertain: false) }
        }
        let near = Set(mentions.map(\.lowerBound).filter(fits))
        if near.count == 1, let date = near.first { return guess(date, isCertain: false) }
        return Found(question: .dateNeeded)
    }

    private func guess(_ date: CalendarDate, isCertain: Bool) -> Found {
        Found(date: date, complaint: isCertain ? nil : AgendaComplaint(.guessedDay, ["date": date.description]))
    }
}
