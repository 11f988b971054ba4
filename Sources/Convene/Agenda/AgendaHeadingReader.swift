import Base

/// Which lines are headings, and what they name.
enum AgendaHeadingReader {
    private static let openings: [String] = [
        "parallel sessions", "parallel session", "opening ceremony", "closing ceremony", "plenary sessions", "plenary session",
        "technical session", "session", "sesion", "seance", "track", "part", "block", "bloque", "eje", "axe", "symposium",
        "simposio",
        "morning", "afternoon", "evening", "matinee", "matin", "manana", "tarde", "apres-midi", "agenda", "programme", "program",
        "programa", "ceremonia", "ceremonie", "module", "modulo", "theme", "tema", "stream", "jornada", "panel", "atelier",
    ]
    private static let endings = [
        "agenda", "programme", "program", "programa", "session", "sessions", "ceremony", "schedule", "sesiones",
    ]
    private static let generic: Set<String> = [
        "agenda", "programme", "program", "programa", "schedule", "timetable", "horario", "calendrier", "draft", "provisional",
        "final",
        "preliminary", "tentative", "detailed", "conference", "the", "of", "provisoire", "preliminar", "general", "detaille",
        "event",
        "overview", "at", "a", "glance", "calendario", "cronograma", "horaire", "du", "de", "la", "del", "colloque", "congreso",
        "congres", "conferencia", "meeting", "reunion", "journee", "day", "full", "v", "version", "orden", "dia", "ordre", "jour",
    ]

    static func isExplicit(_ text: AgendaText) -> Bool {
        var steps = AgendaStepReader(text.bytes)
        if steps.take(oneOf: openings) != nil { return true }
        return endings.contains { text.folded.hasSuffix(" " + $0) } || isShouted(text)
    }

    /// Begins as a part of a programme does, whatever its capitals.
    static func isPart(_ text: AgendaText) -> Bool {
        var steps = AgendaStepReader(text.bytes)
        if steps.take(oneOf: openings.filter { !generic.contains($0) }) != nil { return true }
        return ["session", "sessions", "ceremony", "sesiones"].contains { text.folded.hasSuffix(" " + $0) }
    }

    /// All in capitals.
    static func isShouted(_ text: AgendaText) -> Bool {
        let letters = text.shown.filter(\.properties.isAlphabetic)
        return letters.count >= 4 && letters.allSatisfy(\.properties.isUppercase)
    }

    /// "Programme", "Draft agenda": says nothing that an item could stand under.
    static func isGeneric(_ text: AgendaText) -> Bool {
        // "(as of 12 September)" makes a programme no less general.
        (text.folded.split(separator: "(").first ?? "").split(whereSeparator: { !$0.isLetter }).allSatisfy {
            generic.contains(String($0))
        }
    }

    /// "End of day": a point in time, which has no end of its own.
    static func isEnd(_ text: AgendaText) -> Bool {
        let words = text.folded.split(separator: " ").map(String.init)
        guard let first = words.first, words.count <= 5 else { return false }
        return ["end", "fin", "ends", "departure", "departures", "salida", "depart"].contains(first)
            || ["close", "adjourn", "cierre", "cloture", "end", "close of day", "fin"].contains(text.folded)
    }

    /// Where to write to, which belongs to no item.
    static func isContact(_ text: AgendaText) -> Bool {
        let folded = text.folded
        return folded.contains("://") || folded.contains("www.")
            || (folded.contains("@") && folded.contains(".") && !folded.contains(" @ "))
    }

    static func isDayPart(_ text: AgendaText) -> Bool {
        [
            "morning", "afternoon", "evening", "manana", "tarde", "noche", "matin", "matinee", "apres-midi", "soir", "soiree",
            "am", "pm",
            "morning session", "afternoon session", "por la manana", "por la tarde",
        ].contains(text.folded.filter { $0 != "(" && $0 != ")" })
    }

    /// Sentences are no headings.
    static func mayBe(_ text: AgendaText) -> Bool {
        text.count <= 140 && text.bytes.filter { $0 == 0x20 }.count <= 18 && text.bytes.last != 0x2E && text.bytes.last != 0x2C
            && text.bytes.contains(where: AgendaText.isLetter)
    }
}

extension AgendaAssembly {
    /// What a heading names, without the zone in parentheses; nil if it only says "programme".
    mutating func heading(_ text: AgendaText) -> String? {
        var text = text
        if let found = AgendaZoneReader.anywhere(text) {
            zone = zone ?? found.name
            text = text.without(found.range)
        }
        text = AgendaTitleReader.cleaned(text)
        return text.bytes.isEmpty || AgendaHeadingReader.isGeneric(text) || AgendaHeadingReader.isDayPart(text)
            ? nil : text.string
    }

    /// A heading if timed lines follow and the line is not rather part of the item above it.
    func isHeading(_ index: Int) -> Bool {
        let entry = entries[index]
        let text = entry.parts.body
        guard AgendaHeadingReader.mayBe(text), !entry.parts.isBullet, !entry.parts.isRow, !isPending else { return false }
        let isExplicit = AgendaHeadingReader.isExplicit(text) || entry.parts.isHash
        guard leadsToTimes(index, isExplicit: isExplicit) else { return false }
        if entry.parts.isHash || current == nil { return true }
        if entry.parts.isOrdinal, !entry.gap { return false }
        if entry.gap { return true }
        return isExplicit && !looksWrapped(text)
    }

    /// The next line, or behind lines for a chair or a room the next but few, has a day, a time or columns.
    private func leadsToTimes(_ index: Int, isExplicit: Bool) -> Bool {
        var next = following(index)
        for step in 0..<4 {
            guard let at = next else { return false }
            let parts = entries[at].parts
            if parts.isTimed || parts.isHeader || (parts.day != nil && parts.day?.isRange == false && !parts.isTrailingDay) {
                return true
            }
            let isSide =
                AgendaSpeakerReader.labelled(parts.body) != nil || AgendaRoomReader.line(parts.body) != nil
                || AgendaZoneReader.sentence(parts.body) != nil
            let isHeading =
                AgendaHeadingReader.mayBe(parts.body) && (AgendaHeadingReader.isExplicit(parts.body) || (isExplicit && step == 0))
            guard isSide || isHeading else { return false }
            next = following(at)
        }
        return false
    }

    mutating func takeHeading(_ index: Int) {
        let entry = entries[index]
        let text = entry.parts.body
        let title = heading(text)
        let next = following(index).map { entries[$0].parts }
        let isOuter = next.map { $0.day != nil } ?? false
        // The title of the whole document is nobody's section.
        let isTitle = isOuter && drafts.isEmpty && !AgendaHeadingReader.isPart(text)
        if isOuter {
            outer = isTitle ? nil : title
            inner = nil
        } else {
            inner = title
            if title == nil { outer = nil }
        }
        current = nil
        isFresh = true
        room = nil
        chairs = []
        role = nil
        last = .other
        mark(index, .understood, .heading, ["title": title ?? text.string])
    }
}
