/// A length in words: `(15 min)`, `30'`, `1 h 30`, `8 mins each`, `5 x 8 min`.
struct AgendaDuration: Sendable, Equatable {
    var minutes: Int
    var isEach = false
    var count: Int?
}

enum AgendaDurationReader {
    private static let minuteWords = ["minutes", "minute", "minutos", "minuto", "mins", "min", "mn", "'"]
    private static let hourWords = ["hours", "hour", "heures", "heure", "horas", "hora", "hrs", "hr", "h"]
    private static let eachWords = [
        "each", "apiece", "per talk", "per speaker", "per person", "per presentation", "c/u", "cada uno", "cada una", "cada",
        "chacun",
        "chacune", "par intervenant", "par orateur", "por ponente", "por persona", "cada ponente", "per presenter",
        "par personne",
    ]

    /// A length at this place, and where it ends.
    static func duration(_ bytes: [UInt8], at start: Int) -> (value: AgendaDuration, end: Int)? {
        var steps = AgendaStepReader(bytes, at: start)
        let opened = steps.take("(") || steps.take("[")
        steps.skipBlanks(2)
        _ = steps.take(oneOf: [
            "approximately", "approx.", "approx", "about", "environ", "aprox.", "unos", "ca.", "duration:", "duracion:",
            "duree :", "duree:",
        ])
        steps.skipBlanks(2)
        guard steps.isAtWordStart, var (value, _) = steps.number(), value > 0 else { return nil }
        var count: Int?
        var counting = steps
        counting.skipBlanks(2)
        if counting.take(word: "x") || counting.take("*") {
            counting.skipBlanks(2)
            guard let (each, _) = counting.number() else { return nil }
            (count, value, steps) = (value, each, counting)
        }
        guard var minutes = length(value, &steps) else { return nil }
        steps.skip(".")
        steps.skipBlanks(2)
        if steps.byte() == 0x2F { steps.at += 1 }
        let isEach = steps.take(oneOf: eachWords) != nil || count != nil
        if opened {
            steps.skipBlanks(2)
            guard steps.take(")") || steps.take("]") else { return nil }
        }
        guard minutes > 0, minutes <= 1440 else { return nil }
        if minutes > 720, isEach { minutes = 720 }
        return (AgendaDuration(minutes: minutes, isEach: isEach, count: count), steps.at)
    }

    private static func length(_ value: Int, _ steps: inout AgendaStepReader) -> Int? {
        var ahead = steps
        if !ahead.take("-") { ahead.skipBlanks(1) }
        if ahead.take(oneOf: minuteWords) != nil {
            if ahead.isAtLetter { return nil }
            steps = ahead
            return value
        }
        var half = 0
        if steps.byte() == 0x2E || steps.byte() == 0x2C, steps.byte(1) == 0x35, !AgendaText.isDigit(steps.byte(2)) {
            half = 30
            ahead = steps
            ahead.at += 2
            ahead.skipBlanks(1)
        }
        let isPlainH = ahead.byte() == 0x68 && AgendaText.isDigit(ahead.byte(1))
        if isPlainH { ahead.at += 1 } else if ahead.take(oneOf: hourWords) == nil { return nil }
        guard value <= 24 else { return nil }
        steps = ahead
        ahead.skipBlanks(1)
        if let (more, _) = ahead.number(), more < 60 {
            steps = ahead
            steps.skipBlanks(1)
            if steps.take(oneOf: minuteWords) == nil { steps = ahead }
            return value * 60 + more
        }
        return value * 60 + half
    }

    /// The length that a title carries: in parentheses anywhere, or at its end behind a comma, a dash or a gap.
    static func inTitle(_ text: AgendaText) -> (value: AgendaDuration, title: AgendaText)? {
        if let (value, end) = duration(text.bytes, at: 0) {
            let rest = AgendaStepReader(text.bytes, at: end)
            if rest.isRest(" .:") { return (value, text.from(text.count)) }
            if text.bytes.first == 0x28 || text.bytes.first == 0x5B || rest.byte() == 0x3A || rest.byte(-1) == 0x27
                || (rest.byte() == 0x20 && rest.byte(1) == 0x2D)
            {
                return (value, text.from(end))
            }
        }
        for index in text.bytes.indices.dropFirst() {
            let byte = text.bytes[index]
            if byte == 0x28 || byte == 0x5B, let (value, end) = duration(text.bytes, at: index) {
                return (value, text.without(index..<end))
            }
            let isSign = byte == 0x2C || byte == 0x2D || byte == 0x20 || byte == 0x2E
            guard isSign, index + 1 < text.count, AgendaText.isDigit(text.bytes[index + 1]) || byte != 0x20 else { continue }
            var steps = AgendaStepReader(text.bytes, at: index + 1)
            steps.skipBlanks(2)
            guard text.count - steps.at <= 24, let (value, end) = duration(text.bytes, at: steps.at),
                AgendaStepReader(text.bytes, at: end).isRest(" .")
            else { continue }
            // "in 5 minutes": behind a word, only the sign of minutes tells.
            if byte == 0x20, text.bytes[end - 1] != 0x27, !value.isEach,
                [0x2C, 0x2D, 0x2E, 0x20].contains(text.bytes[index - 1]) == false
            {
                continue
            }
            var cut = index
            while cut > 0, [0x2C, 0x2D, 0x20, 0x2E].contains(text.bytes[cut - 1]) { cut -= 1 }
            return (value, text.upTo(cut))
        }
        return nil
    }
}
