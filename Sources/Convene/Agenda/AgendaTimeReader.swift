import Base

/// A time of day as somebody wrote it, before anyone has decided between morning and afternoon.
struct AgendaClock: Sendable, Equatable {
    /// How it was written; the plainer the spelling, the more has to stand beside it before it counts as a time.
    enum Shape: Sendable { case colon, letter, dot, four, bare, word }
    enum Half: Sendable { case am, pm }
    var hour: Int
    var minute = 0
    var half: Half?
    var shape: Shape
    var end: Int
    var isPossible: Bool { minute < 60 && (hour < 24 || (hour == 24 && minute < 60)) && !(half != nil && hour > 23) }
    /// Written so that it can be nothing else.
    var isPlain: Bool { shape != .bare && shape != .four || half != nil }
}

/// From one time to another, or a bare start.
struct AgendaSpan: Sendable, Equatable {
    var first: AgendaClock
    var last: AgendaClock?
    /// A dash with nothing after it: the end is open or on the next line.
    var isOpen = false
    var end: Int
    var zone: String?
}

/// Which spellings the whole text uses; a doubtful one counts as a time only beside others of its kind.
struct AgendaHabits: Sendable {
    var dots = false
    var fours = false
    /// Hours past 12 are written as 13…23: nothing is to be moved into the afternoon.
    var day24 = false
}

enum AgendaTimeReader {
    static let nouns: [(word: String, hour: Int)] = [
        ("noon", 12), ("midday", 12), ("mediodia", 12), ("midi", 12), ("midnight", 24), ("medianoche", 24), ("minuit", 24),
        ("meio-dia", 12), ("meia-noite", 24),
    ]
    private static let suffixes = ["horas", "heures", "hours", "hrs", "hs", "hr", "h", "uhr"]
    private static let joints = [
        "to", "a las", "a", "as", "al", "until", "till", "hasta las", "hasta", "jusqu'a", "et", "and", "y", "e",
    ]
    private static let halves: [(word: String, half: AgendaClock.Half)] = [
        ("de la manana", .am), ("de la tarde", .pm), ("de la noche", .pm), ("du matin", .am), ("de l'apres-midi", .pm),
        ("du soir", .pm), ("in the morning", .am), ("in the afternoon", .pm), ("in the evening", .pm),
    ]
    /// What may follow a dash in place of an end.
    private static let openEnds = ["open end", "open", "late", "end", "fin", "cierre", "close", "?"]

    /// One time at this place.
    static func clock(_ bytes: [UInt8], at start: Int) -> AgendaClock? {
        var steps = AgendaStepReader(bytes, at: start)
        for noun in nouns where steps.take(word: noun.word) {
            return AgendaClock(hour: noun.hour, shape: .word, end: steps.at)
        }
        guard let (value, digits) = steps.number() else { return nil }
        if digits == 4 { return four(value, steps) }
        guard digits <= 2 else { return nil }
        var clock = AgendaClock(hour: value, shape: .bare, end: steps.at)
        if let minute = minutes(&steps, &clock) {
            clock.minute = minute
        } else if clock.shape == .bare {
            takeHourLetter(steps, &clock)
        }
        if clock.shape == .dot, clock.minute > 59 { return nil }
        takeHalf(bytes, &clock)
        takeSuffix(bytes, &clock)
        if clock.shape == .bare {
            let next = AgendaStepReader(bytes, at: clock.end)
            if clock.half == nil, next.isAtLetter || next.byte() == 0x25 || next.byte() == 0x2F { return nil }
            if next.byte() == 0x2E, AgendaText.isDigit(next.byte(1)) { return nil }
        }
        return clock
    }

    private static func four(_ value: Int, _ steps: AgendaStepReader) -> AgendaClock? {
        guard value / 100 <= 24, value % 100 < 60 else { return nil }
        var clock = AgendaClock(hour: value / 100, minute: value % 100, shape: .four, end: steps.at)
        takeSuffix(steps.bytes, &clock)
        let next = AgendaStepReader(steps.bytes, at: clock.end)
        return next.isAtLetter || next.isAtDigit ? nil : clock
    }

    /// `:20`, `.20`, `h20`, ` h 20`; the steps stay where they are if there are none.
    private static func minutes(_ steps: inout AgendaStepReader, _ clock: inout AgendaClock) -> Int? {
        var ahead = steps
        var shape = AgendaClock.Shape.colon
        if ahead.take(".") {
            shape = .dot
        } else if !ahead.take(":") {
            let gap = ahead.byte() == 0x20
            if gap { ahead.at += 1 }
            guard ahead.take("h") else { return nil }
            if gap, ahead.byte() == 0x20 { ahead.at += 1 }
            shape = .letter
        }
        guard let (minute, digits) = ahead.number(), digits == 2 else { return nil }
        if shape == .dot, ahead.byte() == 0x2E, AgendaText.isDigit(ahead.byte(1)) { return nil }
        if shape == .dot, ahead.byte() == 0x25 { return nil }
        if shape == .colon, ahead.byte() == 0x3A, AgendaText.isDigit(ahead.byte(1)), AgendaText.isDigit(ahead.byte(2)) {
            ahead.at += 3
        }
        steps = ahead
        clock.shape = shape
        clock.end = ahead.at
        return minute
    }

    private static func takeHourLetter(_ steps: AgendaStepReader, _ clock: inout AgendaClock) {
        var ahead = steps
        ahead.skipBlanks(1)
        guard ahead.take(oneOf: ["heures", "horas", "hrs", "hs", "h", "uhr"]) != nil, !ahead.isAtDigit else {
            if ahead.take(oneOf: ["noon", "midday", "midnight"]) == "midnight" {
                clock.hour = clock.hour == 12 ? 24 : clock.hour
            }
            if ahead.at > steps.at + 1 {
                clock.shape = .word
                clock.end = ahead.at
            }
            return
        }
        clock.shape = .letter
        clock.end = ahead.at
    }

    /// `am`, `p.m.`, `a. m.`, `de la tarde`.
    private static func takeHalf(_ bytes: [UInt8], _ clock: inout AgendaClock) {
        var steps = AgendaStepReader(bytes, at: clock.end)
        steps.skipBlanks(1)
        for (word, half) in halves where steps.take(word: word) {
            clock.half = half
            clock.end = steps.at
            return
        }
        // "12:00 m." is noon in Latin America.
        if clock.hour == 12, clock.shape != .bare, steps.take(word: "m.") {
            clock.end = steps.at
            return
        }
        let half: AgendaClock.Half
        if steps.take("a") { half = .am } else if steps.take("p") { half = .pm } else { return }
        let dotted = steps.take(".")
        if dotted { steps.skipBlanks(1) }
        guard steps.take("m"), !steps.isAtLetter else { return }
        if dotted { _ = steps.take(".") }
        clock.half = half
        clock.end = steps.at
    }

    private static func takeSuffix(_ bytes: [UInt8], _ clock: inout AgendaClock) {
        guard clock.shape == .colon || clock.shape == .dot || clock.shape == .four else { return }
        var steps = AgendaStepReader(bytes, at: clock.end)
        steps.skipBlanks(1)
        guard steps.take(oneOf: suffixes) != nil, !steps.isAtDigit else { return }
        if steps.byte() == 0x2E, steps.byte(1) != 0x2E { steps.at += 1 }
        clock.end = steps.at
    }

    /// A range or a bare start at this place. In a column of times a lone hour counts, too.
    static func span(_ text: AgendaText, at start: Int, habits: AgendaHabits, inColumn: Bool = false) -> AgendaSpan? {
        guard let first = clock(text.bytes, at: start) else { return nil }
        var steps = AgendaStepReader(text.bytes, at: first.end)
        var zone: String?
        if let found = AgendaZoneReader.zone(text, at: steps.at) {
            zone = found.name
            steps.at = found.end
        }
        steps.skipBlanks(4)
        let isDash = steps.byte() == 0x2D || steps.byte() == 0x7E
        // "9:20 (CST) / 16:20 (CET)" is one time on two clocks.
        if steps.byte() != 0x2F || zone == nil, takeJoint(&steps) {
            steps.skipBlanks(4)
            if let last = clock(text.bytes, at: steps.at), fits(first, last, steps, habits, inColumn) {
                let after = AgendaZoneReader.zone(text, at: last.end)
                return AgendaSpan(first: first, last: last, end: after?.end ?? last.end, zone: after?.name ?? zone)
            }
            if first.isPlain, isDash, isOpenEnd(&steps) {
                return AgendaSpan(first: first, last: nil, isOpen: true, end: steps.at, zone: zone)
            }
        }
        guard stands(first, habits, inColumn), !isTitle(text, start, first) else { return nil }
        let end = zone == nil ? first.end : AgendaZoneReader.zone(text, at: first.end)?.end ?? first.end
        return AgendaSpan(first: first, last: nil, end: end, zone: zone)
    }

    /// "Midnight snack" begins a title; "Noon: lunch", "Noon Lunch" begin with a time.
    private static func isTitle(_ text: AgendaText, _ start: Int, _ clock: AgendaClock) -> Bool {
        guard clock.shape == .word, !AgendaText.isDigit(text.bytes[start]) else { return false }
        let next = AgendaStepReader(text.bytes, at: clock.end)
        guard next.byte() == 0x20, AgendaText.isLetter(next.byte(1)) else { return false }
        return clock.hour == 24 || !text.isUpper(clock.end + 1)
    }

    private static func takeJoint(_ steps: inout AgendaStepReader) -> Bool {
        if steps.byte() == 0x2D || steps.byte() == 0x7E {
            steps.skip("-~>")
            return true
        }
        if steps.byte() == 0x2F {
            steps.at += 1
            return true
        }
        return steps.take(oneOf: joints) != nil
    }

    /// A bare start that counts by itself.
    private static func stands(_ clock: AgendaClock, _ habits: AgendaHabits, _ inColumn: Bool) -> Bool {
        switch clock.shape {
        case .colon, .letter, .word: true
        case .dot: habits.dots || clock.half != nil || inColumn
        case .four: habits.fours || inColumn
        case .bare: clock.half != nil || inColumn
        }
    }

    /// Two times make a range unless the second is rather the beginning of a title ("9:00 - 10 years of …").
    private static func fits(
        _ first: AgendaClock, _ last: AgendaClock, _ before: AgendaStepReader, _ habits: AgendaHabits, _ inColumn: Bool
    ) -> Bool {
        if first.shape == .four || last.shape == .four {
            return first.shape == last.shape && (habits.fours || inColumn)
        }
        if last.isPlain { return first.shape != .dot || last.shape != .dot || last.half != nil || first.hour <= 24 }
        if first.shape == .bare, first.half == nil { return inColumn }
        let rest = AgendaStepReader(before.bytes, at: last.end)
        if inColumn || rest.isRest(" \t.)]|") { return true }
        let isTight = !AgendaText.isBlank(before.byte(-1))
        return isTight && last.hour > first.hour && last.hour <= 24 && !rest.isAtLetter
    }

    private static func isOpenEnd(_ steps: inout AgendaStepReader) -> Bool {
        let found = steps
        if steps.take(oneOf: openEnds) != nil, steps.isRest(" \t.)|") { return true }
        steps = found
        if steps.isRest(" \t.)|?_") { return true }
        // "19:00 – … | Dinner": dots in place of an end, then a title.
        guard steps.byte() == 0x2E else { return false }
        steps.skip(".")
        return true
    }
}
