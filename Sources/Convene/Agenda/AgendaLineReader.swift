import Base

/// What stands in one line, before the lines around it have a say.
struct AgendaParts: Sendable {
    var day: AgendaDay?
    var span: AgendaSpan?
    /// A time or a date that cannot be, as written.
    var badTime: String?
    var badDate: String?
    var duration: AgendaDuration?
    var zone: String?
    var body: AgendaText
    var speakers: [AgendaSpeaker] = []
    var room: String?
    var notes: String?
    /// Titles in columns side by side, with the columns' names.
    var tracks: [(name: String, title: AgendaText)] = []
    var isBullet = false
    var isOrdinal = false
    var isHash = false
    var isHeader = false
    var isRule = false
    var isRow = false
    /// The time was found at the line's end or in its middle.
    var isTrailing = false
    /// The day was found at the line's end, behind other words.
    var isTrailingDay = false
    /// The day as written.
    var dayWords = ""
    /// What a column for sections says.
    var section: String?
    /// More times stand in the line than one item has.
    var hasMoreTimes = false

    init(body: AgendaText) { self.body = body }
    var isTimed: Bool { span != nil || badTime != nil }
    var isPlain: Bool { !isTimed && day == nil && badDate == nil && !isHeader && !isRule }
}

enum AgendaLineReader {
    private static let leads = [
        "time:", "times:", "hora:", "horario:", "heure:", "heure :", "horaire:", "horaire :", "date:", "fecha:", "when:",
        "date :",
        "a partir de las", "a partir de", "desde las", "desde", "from", "de las", "de", "des", "at", "a las", "a", "dia:",
        "between",
        "entre las", "entre", "hrs:", "day:", "du", "le", "el", "on", "the",
    ]
    private static let dayParts = [
        "morning", "afternoon", "evening", "por la manana", "manana", "por la tarde", "tarde", "noche", "matin", "apres-midi",
        "soir",
        "am", "pm", "session",
    ]
    /// Reads a line as prose, heading or item.
    static func parts(_ line: AgendaText, habits: AgendaHabits) -> AgendaParts {
        var parts = AgendaParts(body: line)
        guard line.count <= 4000, !line.isBlank else { return parts }
        if AgendaTableReader.isRule(line) {
            parts.isRule = true
            return parts
        }
        let at = marker(line, &parts)
        front(line, from: at, habits, &parts)
        if parts.span == nil, parts.badTime == nil, parts.day?.isRange != true { AgendaLineEndReader.time(habits, &parts) }
        if parts.day == nil, parts.span == nil, parts.badDate == nil { AgendaLineEndReader.day(&parts) }
        if let zone = parts.span?.zone { parts.zone = zone }
        if parts.span != nil { parts.hasMoreTimes = hasMoreTimes(parts.body, habits) }
        return parts
    }

    /// A second range, or two more plain times: several items came out on one line.
    private static func hasMoreTimes(_ body: AgendaText, _ habits: AgendaHabits) -> Bool {
        var count = 0
        var index = 1
        while index < body.count {
            if AgendaText.isDigit(body.bytes[index]), AgendaText.isBlank(body.bytes[index - 1]),
                let span = AgendaTimeReader.span(body, at: index, habits: AgendaHabits()),
                span.first.shape == .colon || span.first.shape == .letter,
                span.first.shape == .colon || span.first.minute > 0, span.first.isPossible
            {
                count += span.last == nil ? 1 : 2
                index = span.end
            } else {
                index += 1
            }
        }
        return count >= 2
    }

    /// Hashes, quotes, bullets, numbers: gives the place behind them.
    private static func marker(_ line: AgendaText, _ parts: inout AgendaParts) -> Int {
        var steps = AgendaStepReader(line.bytes)
        steps.skipBlanks()
        if steps.byte() == 0x23 {
            let start = steps.at
            steps.skip("#")
            if steps.byte() == 0x20 { parts.isHash = true } else { steps.at = start }
            steps.skipBlanks()
        }
        while steps.byte() == 0x3E || (steps.byte() == 0x2A && steps.byte(1) == 0x2A) || steps.byte() == 0x5F {
            steps.at += 1
            steps.skip("*> ")
        }
        if steps.byte() == AgendaText.bullet || ([0x2D, 0x2A, 0x2B, 0x7E].contains(steps.byte()) && steps.byte(1) == 0x20)
            || (steps.byte() == 0x2D && AgendaText.isLetter(steps.byte(1)))
        {
            parts.isBullet = true
            steps.at += 1
            steps.skipBlanks()
        }
        let start = steps
        steps.skip("(")
        if let (_, digits) = steps.number(), digits <= 2 {
            if takeOrdinalSign(&steps) { parts.isOrdinal = true }
        } else if steps.isAtLetter, steps.byte() < 0x80, !AgendaText.isLetter(steps.byte(1)), steps.byte(1) == 0x29 {
            steps.at += 1
            if takeOrdinalSign(&steps) { parts.isOrdinal = true }
        }
        if !parts.isOrdinal { steps = start }
        steps.skipBlanks()
        parts.body = line.from(steps.at)
        return steps.at
    }

    /// `1. `, `1) `, `1.- `.
    private static func takeOrdinalSign(_ steps: inout AgendaStepReader) -> Bool {
        guard steps.byte() == 0x2E || steps.byte() == 0x29 else { return false }
        steps.at += 1
        if steps.byte() == 0x2D { steps.at += 1 }
        return AgendaText.isBlank(steps.byte())
    }

    /// Day and time at the beginning, in either order.
    private static func front(_ line: AgendaText, from start: Int, _ habits: AgendaHabits, _ parts: inout AgendaParts) {
        var steps = AgendaStepReader(line.bytes, at: start)
        for _ in 0..<6 {
            steps.skip(" \t,;:|-~")
            let before = steps
            steps.skip("*([")
            if steps.isAtLetter { skipLead(line, habits, &steps) }
            if parts.span == nil, steps.isAtWordStart, let span = AgendaTimeReader.span(line, at: steps.at, habits: habits),
                isTime(span, line, steps.at)
            {
                if !span.first.isPossible || span.last?.isPossible == false {
                    parts.badTime = line.part(steps.at..<span.end).string
                    return
                }
                parts.span = span
                steps.at = afterOtherClocks(line, span, habits)
                steps.skip(")]*")
            } else if parts.day == nil, let day = AgendaDateReader.day(line, at: steps.at), stands(day, line, habits),
                parts.span == nil || closes(day, line)
            {
                if day.isImpossible {
                    parts.badDate = line.part(steps.at..<day.end).string
                    return
                }
                parts.day = day
                parts.dayWords = line.part(steps.at..<day.end).string
                steps.at = day.end
                steps.skip(")]*.")
            } else {
                steps = before
                break
            }
        }
        guard parts.span != nil || parts.day != nil else { return }
        steps.skip(" \t-~:|,;.>*")
        if steps.byte() == AgendaText.bullet { steps.at += 1 }
        parts.body = line.from(steps.at)
    }

    /// Behind the same time in other zones: "9:20 (CST) / 16:20 (CET)".
    private static func afterOtherClocks(_ line: AgendaText, _ span: AgendaSpan, _ habits: AgendaHabits) -> Int {
        var end = span.end
        guard span.zone != nil else { return end }
        for _ in 0..<4 {
            var steps = AgendaStepReader(line.bytes, at: end)
            steps.skip(" \t/|,;(-")
            guard let other = AgendaTimeReader.span(line, at: steps.at, habits: habits), other.zone != nil else { return end }
            end = other.end
        }
        return end
    }

    private static func skipLead(_ line: AgendaText, _ habits: AgendaHabits, _ steps: inout AgendaStepReader) {
        var ahead = steps
        guard ahead.take(oneOf: leads) != nil else { return }
        ahead.skipBlanks()
        let isTime = AgendaTimeReader.span(line, at: ahead.at, habits: habits).map { $0.first.isPlain || $0.last != nil } ?? false
        if isTime || AgendaDateReader.day(line, at: ahead.at)?.isWeekdayAlone == false { steps = ahead }
    }

    /// Behind a time, only a date with a sign or nothing after it: "9:00 Day 1 in review" is a title.
    private static func closes(_ day: AgendaDay, _ line: AgendaText) -> Bool {
        let rest = AgendaStepReader(line.bytes, at: day.end)
        return !day.candidates.isEmpty
            && (rest.isRest(" )") || [0x3A, 0x2C, 0x29, 0x7C, 0x09].contains(rest.byte()) || (rest.byte(1) == 0x2D))
    }

    /// Lengths ("3h of debate", "24h hackathon") are no times of day.
    static func isTime(_ span: AgendaSpan, _ line: AgendaText, _ start: Int) -> Bool {
        let first = span.first
        guard span.last == nil, first.shape == .letter, first.minute == 0 else { return true }
        let bytes = line.bytes[start..<first.end]
        if bytes.filter(AgendaText.isDigit).count > 2 { return true }
        return first.hour >= 6 && first.hour < 24 && first.isPossible
    }

    /// A day at a line's beginning counts if what follows lets it stand as a day of the programme.
    private static func stands(_ day: AgendaDay, _ line: AgendaText, _ habits: AgendaHabits) -> Bool {
        var rest = AgendaStepReader(line.bytes, at: day.end)
        rest.skip("*.)")
        if rest.isRest(" \t|*:-,)") { return true }
        let sign = rest.byte()
        rest.skip(" \t")
        if AgendaTimeReader.span(line, at: rest.at, habits: habits) != nil { return true }
        if day.isRange { return line.count <= 120 }
        if [0x3A, 0x2D, 0x7C, 0x09].contains(rest.byte()) || [0x3A, 0x2C, 0x2D, 0x7C, 0x09, 0x28].contains(sign) {
            return line.count <= 160 || day.number != nil
        }
        if rest.take(oneOf: dayParts) != nil { return true }
        if day.isWeekdayAlone { return false }
        if day.number != nil { return line.count <= 160 }
        return line.count <= 90 && line.bytes.last != 0x2E
    }
}
