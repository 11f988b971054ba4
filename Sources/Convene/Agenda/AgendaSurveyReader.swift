import Base

/// Looks over the whole text first: how times are spelt, what is repeated on every page, whether every line has a
/// blank one behind it, whether titles stand above their times.
enum AgendaSurveyReader {
    static func habits(_ lines: [AgendaText]) -> AgendaHabits {
        var habits = AgendaHabits()
        var plain = 0
        var dotStarts = 0
        var dotRanges = 0
        var fours = 0
        var leadingZeros = 0
        var halves = 0
        var late = 0
        let loose = AgendaHabits(dots: true, fours: true)
        for line in lines.lazy.map(\.withoutStars) where line.count <= 4000 {
            var starts = [start(of: line, 0)]
            for index in line.bytes.indices where line.bytes[index] == 0x09 || line.bytes[index] == 0x7C {
                starts.append(start(of: line, index + 1))
            }
            if let weekdayEnd = AgendaDateReader.day(line, at: starts[0])?.end { starts.append(start(of: line, weekdayEnd)) }
            for start in starts {
                guard let span = AgendaTimeReader.span(line, at: start, habits: loose) else { continue }
                for clock in [span.first, span.last].compactMap({ $0 }) {
                    if clock.half != nil { halves += 1 }
                    if clock.half == nil, clock.hour > 12, clock.hour < 24, clock.minute < 60, clock.shape != .four { late += 1 }
                    if clock.shape == .colon || clock.shape == .letter { plain += 1 }
                }
                if span.first.shape == .dot { span.last == nil ? (dotStarts += 1) : (dotRanges += 1) }
                if span.first.shape == .four {
                    if line.bytes[start] == 0x30 { leadingZeros += 1 }
                    if span.last != nil, span.first.minute % 5 == 0,
                        span.last.map({
                            $0.minute % 5 == 0 && $0.hour * 60 + $0.minute > span.first.hour * 60 + span.first.minute
                        }) == true
                    {
                        fours += 1
                    }
                    if span.first.end > start + 4 { leadingZeros += 1 }
                }
            }
        }
        habits.dots = dotRanges > 0 || (plain == 0 && dotStarts > 1)
        habits.fours = leadingZeros > 0 || (fours > 1 && plain == 0)
        habits.day24 = late > 0 || (habits.fours && halves == 0)
        return habits
    }

    private static func start(of line: AgendaText, _ from: Int) -> Int {
        var steps = AgendaStepReader(line.bytes, at: from)
        steps.skip(" \t-*>|([,:")
        if steps.byte() == AgendaText.bullet { steps.at += 1 }
        steps.skipBlanks()
        _ = steps.take(oneOf: ["de", "from", "a las", "at", "time:", "hora:"])
        steps.skipBlanks()
        return steps.at
    }

    static func entries(_ lines: [AgendaText], _ habits: AgendaHabits) -> [AgendaEntry] {
        var columns: [AgendaColumn]?
        var sign: AgendaTableReader.Sign?
        let isDouble = isDoubleSpaced(lines)
        var blanks = 1
        var entries: [AgendaEntry] = []
        entries.reserveCapacity(lines.count)
        for (index, line) in lines.enumerated() {
            if line.isBlank {
                entries.append(AgendaEntry(number: index + 1, text: line, parts: AgendaParts(body: line)))
                blanks += 1
                continue
            }
            let parts = AgendaRowReader.parts(line.withoutStars, columns: &columns, sign: &sign, habits: habits)
            var entry = AgendaEntry(number: index + 1, text: line, parts: parts)
            entry.gap = blanks >= (isDouble ? 2 : 1)
            blanks = 0
            entries.append(entry)
        }
        markNoise(&entries)
        holdTitles(&entries)
        return entries
    }

    private static func isDoubleSpaced(_ lines: [AgendaText]) -> Bool {
        var filled = 0
        var spaced = 0
        for (line, next) in zip(lines, lines.dropFirst()) where !line.isBlank {
            filled += 1
            if next.isBlank { spaced += 1 }
        }
        return filled >= 6 && spaced * 100 >= filled * 85
    }

    /// Page numbers, addresses of the web, and lines that come again on every page.
    private static func markNoise(_ entries: inout [AgendaEntry]) {
        var counts: [[UInt8]: Int] = [:]
        for entry in entries where entry.parts.isPlain && entry.text.count >= 8 && entry.text.count <= 200 {
            counts[entry.text.part(0..<entry.text.count).bytes, default: 0] += 1
        }
        for index in entries.indices where entries[index].parts.isPlain && !entries[index].isBlank {
            let text = entries[index].text.part(0..<entries[index].text.count)
            let isRepeated =
                (counts[text.bytes] ?? 0) >= 3 && AgendaKindReader.kind(of: text) == nil
                && AgendaSpeakerReader.labelled(text) == nil && AgendaRoomReader.line(text) == nil
                && AgendaDurationReader.duration(text.bytes, at: 0) == nil
                && !AgendaPersonReader.isCertain(text) && !entries[index].parts.isRow
            entries[index].isNoise = isRepeated || isPage(text) || isAddress(text) || isLoneHeader(entries, index)
        }
    }

    private static func isPage(_ text: AgendaText) -> Bool {
        guard text.count <= 24 else { return false }
        var steps = AgendaStepReader(text.bytes)
        steps.skip(" -|")
        let isNamed = steps.take(oneOf: ["page", "pagina", "pag.", "pag", "p."]) != nil
        steps.skipBlanks()
        guard let (_, digits) = steps.number(), digits <= 3 else { return false }
        steps.skipBlanks()
        if steps.isRest(" -|.") { return true }
        guard steps.take(oneOf: ["of", "de", "sur", "/", "|"]) != nil else { return false }
        steps.skipBlanks()
        if steps.take(oneOf: ["page", "pagina"]) != nil { return true }
        guard steps.number() != nil else { return false }
        return steps.isRest(" -|.") && (isNamed || digits <= 3)
    }

    /// A table's header whose cells came out on lines of their own: "Time" over "Session".
    private static func isLoneHeader(_ entries: [AgendaEntry], _ index: Int) -> Bool {
        guard AgendaTableReader.isColumnName(entries[index].parts.body) else { return false }
        if entries[index].text.bytes.contains(0x7C) { return true }
        let isBelow = index > 0 && AgendaTableReader.isColumnName(entries[index - 1].parts.body)
        return isBelow || (index + 1 < entries.count && AgendaTableReader.isColumnName(entries[index + 1].parts.body))
    }

    private static func isAddress(_ text: AgendaText) -> Bool {
        guard text.count <= 300, text.bytes.filter({ $0 == 0x20 }).count <= 2 else { return false }
        let folded = text.folded
        if folded.hasPrefix("http") || folded.hasPrefix("www.") { return true }
        return folded.contains("://") || (folded.contains("@") && folded.contains("."))
    }

    /// Titles above their times: every line that is a time alone has a title right before it, and the last nothing behind.
    private static func holdTitles(_ entries: inout [AgendaEntry]) {
        let alone = entries.indices.filter {
            entries[$0].parts.span != nil && entries[$0].parts.body.bytes.isEmpty && !entries[$0].parts.isRow
        }
        guard alone.count >= 2, let last = alone.last, last + 1 >= entries.count || entries[last + 1].isBlank else { return }
        let hasTitles = alone.allSatisfy { index in
            index > 0 && entries[index - 1].parts.isPlain && !entries[index - 1].isBlank && !entries[index - 1].isNoise
                && entries[index].parts.day == nil
        }
        guard hasTitles else { return }
        for index in alone { entries[index - 1].isHeldTitle = true }
    }
}

/// Finds days set side by side, which cannot be told apart once pasted.
enum AgendaSideReader {
    /// The number of the line with the days; nil if there is none, or if the days come again one by one (a page's menu).
    static func firstLine(_ lines: [AgendaText]) -> Int? {
        for (index, line) in lines.enumerated() where !line.isBlank {
            guard let days = AgendaTableReader.days(line) else { continue }
            let later = Set(lines[(index + 1)...].filter { $0.count <= 120 }.map { $0.part(0..<$0.count).folded })
            let again = days.filter { day in later.contains(day.folded) || later.contains { $0.hasPrefix(day.folded + ":") } }
            if again.count < days.count { return index + 1 }
        }
        return nil
    }
}
