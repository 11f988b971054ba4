/// A time zone as people write it beside a time: `(CEST)`, `UTC+1`, `Mexico City Time`, `hora de Ciudad de México`.
enum AgendaZoneReader {
    private static let short: Set<String> = [
        "utc", "gmt", "cet", "cest", "bst", "wet", "west", "eet", "eest", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt",
        "et", "ct", "pt", "ist", "jst", "kst", "sgt", "hkt", "msk", "brt", "art", "clt", "clst", "cot", "pet", "sast", "cat",
        "eat",
        "wat", "aest", "aedt", "nzst", "nzdt", "trt", "gst", "pkt", "wib", "ict", "cdmx", "mex",
    ]

    /// A zone right at this place, perhaps in parentheses, blanks before it allowed.
    static func zone(_ text: AgendaText, at start: Int) -> (name: String, end: Int)? {
        var steps = AgendaStepReader(text.bytes, at: start)
        steps.skipBlanks(3)
        let open = steps.at
        if steps.take("(") || steps.take("[") {
            guard let close = closing(text.bytes, from: steps.at) else { return nil }
            let inside = text.part(steps.at..<close)
            return isZone(inside) ? (inside.string, close + 1) : nil
        }
        guard let end = abbreviation(text, at: open) else { return nil }
        return (text.part(open..<end).string, end)
    }

    /// The first parenthesis of a line that holds a zone, or a zone that ends it.
    static func anywhere(_ text: AgendaText) -> (name: String, range: Range<Int>)? {
        for start in text.bytes.indices where text.bytes[start] == 0x28 || text.bytes[start] == 0x5B {
            if let found = zone(text, at: start) { return (found.name, start..<found.end) }
        }
        return nil
    }

    /// A line that says in which zone all times are.
    static func sentence(_ text: AgendaText) -> String? {
        guard text.count <= 160 else { return nil }
        let folded = text.folded
        guard ["time", "hora", "heure", "zone", "utc", "gmt"].contains(where: folded.contains) else { return nil }
        if text.count <= 60, isZone(text) { return text.string }
        var starts: [Int] = []
        for index in text.bytes.indices where AgendaStepReader(text.bytes, at: index).isAtWordStart { starts.append(index) }
        for start in starts {
            if let end = abbreviation(text, at: start),
                folded.contains("time") || folded.contains("hora") || folded.contains("heure")
            {
                return text.part(start..<end).string
            }
        }
        if let last = lastPart(text), isZone(last) { return last.string }
        return nil
    }

    /// "All times are CEST": a line for the zone and nothing else.
    static func isAnnouncement(_ text: AgendaText) -> Bool {
        [
            "all times", "times are", "times in", "all sessions are in", "todas las horas", "todos los horarios", "los horarios",
            "las horas",
            "toutes les heures", "les horaires", "time zone", "timezone", "zona horaria", "fuseau horaire", "horario en",
            "hours are",
        ]
        .contains(where: text.folded.hasPrefix)
    }

    /// After the last comma: "December 2-4, 2025, Mexico City Time".
    private static func lastPart(_ text: AgendaText) -> AgendaText? {
        guard let comma = text.bytes.lastIndex(of: 0x2C) else { return nil }
        return text.from(comma + 1)
    }

    static func isZone(_ text: AgendaText) -> Bool {
        guard !text.bytes.isEmpty, text.count <= 60 else { return false }
        if let end = abbreviation(text, at: 0), AgendaStepReader(text.bytes, at: end).isRest(" ).") { return true }
        let folded = text.folded
        if folded.hasSuffix(" time"), !folded.contains(":"), !["break time", "lunch time", "free time"].contains(folded) {
            return text.isUpper(0) || folded.hasPrefix("local")
        }
        if ["hora ", "horario ", "heure ", "heures "].contains(where: folded.hasPrefix) {
            return folded.contains(" de ") || folded.contains(" du ") || folded.contains("local") || folded.contains(" d'")
        }
        return folded.hasPrefix("time zone") || folded.hasPrefix("zona horaria") || folded.hasPrefix("fuseau")
    }

    /// `CEST`, `UTC+1`, `GMT-06:00`, in capitals.
    private static func abbreviation(_ text: AgendaText, at start: Int) -> Int? {
        var steps = AgendaStepReader(text.bytes, at: start)
        guard steps.isAtWordStart, text.isUpper(start), let word = steps.word(), short.contains(word), text.isUpper(steps.at - 1)
        else { return nil }
        var sign = steps
        sign.skipBlanks(1)
        guard sign.byte() == 0x2B || sign.byte() == 0x2D else { return steps.isAtDigit ? nil : steps.at }
        sign.at += 1
        sign.skipBlanks(1)
        guard let (hours, digits) = sign.number(), digits <= 2 ? hours <= 14 : digits == 4 else { return steps.at }
        if sign.byte() == 0x3A || sign.byte() == 0x2E, AgendaText.isDigit(sign.byte(1)), AgendaText.isDigit(sign.byte(2)) {
            sign.at += 3
        }
        return sign.at
    }

    /// Where a parenthesis closes, at most 120 bytes on.
    static func closing(_ bytes: [UInt8], from start: Int) -> Int? {
        bytes[min(start, bytes.count)..<min(bytes.count, start + 120)].firstIndex { $0 == 0x29 || $0 == 0x5D }
    }
}
