import Base

/// Dates of digits alone.
enum AgendaNumericDateReader {
    /// 2025-12-03, 3.12.2025, 03/12/2025, and with a weekday before it 3/12.
    static func day(_ steps: inout AgendaStepReader, weekday: Int?) -> AgendaDay? {
        guard let (first, firstDigits) = steps.number() else { return nil }
        let sign = steps.byte()
        guard sign == 0x2D || sign == 0x2F || sign == 0x2E, AgendaText.isDigit(steps.byte(1)) else { return nil }
        steps.at += 1
        guard let (second, secondDigits) = steps.number(), secondDigits <= 2 else { return nil }
        var third: (value: Int, digits: Int)?
        if steps.byte() == sign, AgendaText.isDigit(steps.byte(1)) {
            steps.at += 1
            third = steps.number()
            guard third != nil else { return nil }
        }
        guard !steps.isAtLetter, !steps.isAtDigit else { return nil }
        if firstDigits == 4 {
            guard let third, third.digits <= 2, (1900...2199).contains(first) else { return nil }
            return made([.init(year: first, month: second, day: third.value)], weekday, steps.at)
        }
        guard firstDigits <= 2 else { return nil }
        guard let third else {
            guard weekday != nil, sign != 0x2D, sign == 0x2F || second <= 12 else { return nil }
            return either(first, second, nil, weekday, sign, steps.at)
        }
        guard third.digits == 4 || third.digits == 2 else { return nil }
        let year = third.digits == 4 ? third.value : 2000 + third.value
        guard (1900...2199).contains(year) else { return nil }
        return either(first, second, year, weekday, sign, steps.at)
    }

    private static func either(_ first: Int, _ second: Int, _ year: Int?, _ weekday: Int?, _ sign: UInt8, _ end: Int) -> AgendaDay
    {
        let dayFirst = AgendaDay.Candidate(year: year, month: second, day: first)
        let monthFirst = AgendaDay.Candidate(year: year, month: first, day: second)
        if sign == 0x2E || first == second { return made([dayFirst], weekday, end) }
        var day = made([dayFirst, monthFirst].filter { (1...12).contains($0.month) }, weekday, end)
        day.isNumeric = true
        day.monthStandsFirst = day.candidates == [monthFirst]
        return day
    }

    private static func made(_ candidates: [AgendaDay.Candidate], _ weekday: Int?, _ end: Int) -> AgendaDay {
        let possible = candidates.filter { CalendarDate(year: $0.year ?? 2024, month: $0.month, day: $0.day) != nil }
        return AgendaDay(
            candidates: possible.isEmpty ? candidates : possible, weekday: weekday, isImpossible: possible.isEmpty, end: end)
    }
}
