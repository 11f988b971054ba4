import Base

/// A day as somebody wrote it, before anyone has decided which date that is.
struct AgendaDay: Sendable, Equatable {
    struct Candidate: Sendable, Equatable {
        var year: Int?
        var month: Int
        var day: Int
    }
    /// What the spelling can mean; two for 03/12/2025, none for "Day 1" or a weekday alone.
    var candidates: [Candidate] = []
    /// Digits with strokes, where day and month may stand in either order.
    var isNumeric = false
    /// 12/25/2025: the month can only stand first.
    var monthStandsFirst = false
    /// A last day: "2-4 December" is the event's length, not a day of the programme.
    var last: Candidate?
    var dayOfMonth: Int?
    /// 1 Monday … 7 Sunday.
    var weekday: Int?
    /// The n of "Day n".
    var number: Int?
    /// There is no such day: 31 November.
    var isImpossible = false
    var end: Int

    var isRange: Bool { last != nil }
    var isWeekdayAlone: Bool { candidates.isEmpty && dayOfMonth == nil && number == nil && weekday != nil }
    var hasYear: Bool { candidates.contains { $0.year != nil } }
}

enum AgendaDateReader {
    /// A day at this place, with whatever repeats it beside it: "Day 1 – Wednesday, 3 December 2025".
    static func day(_ text: AgendaText, at start: Int) -> AgendaDay? {
        var steps = AgendaStepReader(text.bytes, at: start)
        guard steps.isAtWordStart, steps.isAtLetter || steps.isAtDigit, var day = single(text, &steps) else { return nil }
        day.end = steps.at
        while let more = next(text, after: day) { day = more }
        return day
    }

    /// Joins a second spelling of the same day, or gives nil.
    private static func next(_ text: AgendaText, after day: AgendaDay) -> AgendaDay? {
        var steps = AgendaStepReader(text.bytes, at: day.end)
        steps.skipBlanks(3)
        let opened = steps.byte() == 0x28 || steps.byte() == 0x5B
        if opened || [0x2C, 0x3A, 0x2D, 0x2F, 0x2E].contains(steps.byte()) { steps.at += 1 }
        steps.skip("-")
        steps.skipBlanks(3)
        guard steps.isAtLetter || steps.isAtDigit, AgendaTimeReader.clock(text.bytes, at: steps.at).map(\.isPlain) != true,
            let more = single(text, &steps), !more.isRange
        else { return nil }
        var joined = day
        if let number = more.number, day.number == nil {
            joined.number = number
        } else if !more.candidates.isEmpty, day.candidates.isEmpty, day.dayOfMonth == nil {
            joined.candidates = more.candidates
            joined.isNumeric = more.isNumeric
            joined.monthStandsFirst = more.monthStandsFirst
            joined.isImpossible = more.isImpossible
            joined.weekday = more.weekday ?? day.weekday
        } else if more.isWeekdayAlone, day.weekday == nil {
            joined.weekday = more.weekday
        } else if more.dayOfMonth != nil, day.candidates.isEmpty, day.dayOfMonth == nil {
            joined.dayOfMonth = more.dayOfMonth
            joined.weekday = more.weekday
        } else {
            return nil
        }
        steps.skipBlanks(2)
        if opened, steps.byte() == 0x29 || steps.byte() == 0x5D { steps.at += 1 }
        joined.end = steps.at
        return joined
    }

    private static func single(_ text: AgendaText, _ steps: inout AgendaStepReader) -> AgendaDay? {
        if let number = numbered(&steps) { return AgendaDay(number: number, end: steps.at) }
        if steps.isAtDigit { return fromDigit(&steps, weekday: nil) }
        let start = steps
        if let month = AgendaDateWords.month(&steps), let day = afterMonth(month, &steps, weekday: nil) { return day }
        steps = start
        guard let (weekday, isShort) = AgendaDateWords.weekday(&steps) else { return nil }
        let afterName = steps
        steps.skip(".")
        steps.skipBlanks(2)
        if steps.take(",") { steps.skipBlanks(2) }
        _ = steps.take(oneOf: ["the", "le", "el", "dia"])
        steps.skipBlanks(2)
        let place = steps
        if AgendaTimeReader.clock(text.bytes, at: steps.at).map(\.isPlain) != true {
            if steps.isAtDigit, let day = fromDigit(&steps, weekday: weekday) { return day }
            steps = place
            if let month = AgendaDateWords.month(&steps), let day = afterMonth(month, &steps, weekday: weekday) { return day }
        }
        steps = afterName
        return isShort ? nil : AgendaDay(weekday: weekday, end: steps.at)
    }

    /// "Day 1", "Día 2", "Jour 3", "1er jour", "Primer día".
    private static func numbered(_ steps: inout AgendaStepReader) -> Int? {
        let start = steps
        if steps.take(oneOf: AgendaDateWords.dayNouns) != nil {
            steps.skipBlanks(2)
            if let (value, digits) = steps.number(), digits <= 2, (1...31).contains(value), !steps.isAtLetter,
                steps.byte() != 0x2F
            {
                return value
            }
            if let word = steps.word(), let value = AgendaDateWords.numbers[word] { return value }
        }
        steps = start
        var value: Int?
        if let (number, digits) = steps.number(), digits <= 2, number >= 1 {
            if AgendaDateWords.takeOrdinal(&steps) { value = number }
        } else if let word = steps.word() {
            value = AgendaDateWords.ordinals[word]
        }
        steps.skipBlanks(2)
        if let value, steps.take(oneOf: AgendaDateWords.dayNouns) != nil, !steps.isAtDigit { return value }
        steps = start
        return nil
    }

    private static func fromDigit(_ steps: inout AgendaStepReader, weekday: Int?) -> AgendaDay? {
        let start = steps
        if let day = AgendaNumericDateReader.day(&steps, weekday: weekday) { return day }
        steps = start
        guard let (first, digits) = steps.number(), digits <= 2, (1...31).contains(first) else { return nil }
        _ = AgendaDateWords.takeOrdinal(&steps)
        let afterFirst = steps
        if let day = monthAfter(first, &steps, weekday: weekday) { return day }
        steps = afterFirst
        // "2-4 December", "2 al 4 de diciembre", "3, 4 and 5 December".
        for _ in 0..<4 {
            guard takeRangeSign(&steps), let (_, digits) = steps.number(), digits <= 2 else { break }
            let second = Int(number(before: steps))
            _ = AgendaDateWords.takeOrdinal(&steps)
            let place = steps
            if var day = monthAfter(second, &steps, weekday: nil), let last = day.candidates.first {
                day.last = last
                day.candidates[0].day = first
                day.weekday = nil
                return day
            }
            steps = place
        }
        steps = afterFirst
        guard let weekday else { return nil }
        let clock = AgendaTimeReader.clock(steps.bytes, at: start.at)
        guard clock == nil || clock?.isPlain == false, !steps.isAtLetter, !steps.isAtDigit else { return nil }
        return AgendaDay(dayOfMonth: first, weekday: weekday, end: steps.at)
    }

    private static func number(before steps: AgendaStepReader) -> Int {
        var index = steps.at - 1
        var value = 0
        var unit = 1
        while index >= 0, AgendaText.isDigit(steps.bytes[index]), unit <= 1000 {
            value += Int(steps.bytes[index] - 0x30) * unit
            unit *= 10
            index -= 1
        }
        return value
    }

    static func takeRangeSign(_ steps: inout AgendaStepReader) -> Bool {
        steps.skipBlanks(2)
        let sign = steps.byte()
        if sign == 0x2D || sign == 0x7E || sign == 0x2F || sign == 0x2C || sign == 0x26 {
            steps.at += 1
            steps.skip("-")
        } else if steps.take(oneOf: ["to", "al", "au", "a", "and", "y", "et", "e", "until"]) == nil {
            return false
        }
        steps.skipBlanks(2)
        return true
    }

    /// " December 2025" after a day's number.
    private static func monthAfter(_ day: Int, _ steps: inout AgendaStepReader, weekday: Int?) -> AgendaDay? {
        steps.skipBlanks(2)
        if steps.byte() == 0x2D || steps.byte() == 0x2F || steps.byte() == 0x2E {
            steps.at += 1
            steps.skipBlanks(1)
        }
        if steps.take(oneOf: ["of", "de", "do"]) != nil { steps.skipBlanks(2) }
        guard let month = AgendaDateWords.month(&steps) else { return nil }
        let year = AgendaDateWords.takeYear(&steps)
        return made(.init(year: year, month: month, day: day), weekday: weekday, end: steps.at)
    }

    /// " 3rd, 2025" after a month's name.
    private static func afterMonth(_ month: Int, _ steps: inout AgendaStepReader, weekday: Int?) -> AgendaDay? {
        steps.skipBlanks(2)
        guard let (day, digits) = steps.number(), digits <= 2, (1...31).contains(day) else { return nil }
        let ordinal = AgendaDateWords.takeOrdinal(&steps)
        guard !steps.isAtLetter || ordinal else { return nil }
        if steps.byte() == 0x3A || (steps.byte() == 0x2E && AgendaText.isDigit(steps.byte(1))) { return nil }
        let place = steps
        if let last = rangeEnd(month, day, &steps) {
            let year = AgendaDateWords.takeYear(&steps)
            var range = made(.init(year: year, month: month, day: day), weekday: nil, end: steps.at)
            range.last = .init(year: year, month: last.month, day: last.day)
            return range
        }
        steps = place
        let year = AgendaDateWords.takeYear(&steps)
        return made(.init(year: year, month: month, day: day), weekday: weekday, end: steps.at)
    }

    private static func rangeEnd(_ month: Int, _ first: Int, _ steps: inout AgendaStepReader) -> (month: Int, day: Int)? {
        let before = steps.at
        guard takeRangeSign(&steps), steps.bytes[before..<steps.at].contains(where: { $0 != 0x2C && $0 != 0x20 }) else {
            return nil
        }
        let place = steps.at
        let lastMonth = AgendaDateWords.month(&steps)
        steps.skipBlanks(2)
        guard let (day, digits) = steps.number(), digits <= 2, day <= 31 else { return nil }
        if let clock = AgendaTimeReader.clock(steps.bytes, at: place), clock.isPlain { return nil }
        guard lastMonth != nil || day > first else { return nil }
        guard AgendaDateWords.takeOrdinal(&steps) || !steps.isAtLetter else { return nil }
        return (lastMonth ?? month, day)
    }

    private static func made(_ candidate: AgendaDay.Candidate, weekday: Int?, end: Int) -> AgendaDay {
        let year = candidate.year ?? 2024
        let impossible = CalendarDate(year: year, month: candidate.month, day: candidate.day) == nil
        return AgendaDay(candidates: [candidate], weekday: weekday, isImpossible: impossible, end: end)
    }
}
