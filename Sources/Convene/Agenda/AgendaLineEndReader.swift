import Base

/// Times and dates at the end of a line, behind other words.
enum AgendaLineEndReader {
    /// A date behind one of these is a term, not a day of the programme.
    private static let terms = [
        "deadline", "before", "until", "updated", "version", "as of", "submission", "limite", "avant", "jusqu", "mise a jour",
        "actualizad", "hasta", "last update", "early bird", "printed", "due", "cierre de", "cloture des", "(c)", "copyright",
    ]

    /// A time at the line's end ("Lunch ..... 12:30"), or a range in parentheses in its middle.
    static func time(_ habits: AgendaHabits, _ parts: inout AgendaParts) {
        let body = parts.body
        guard body.count <= 300, body.bytes.contains(where: AgendaText.isDigit) else { return }
        for index in body.bytes.indices.dropFirst() {
            guard AgendaText.isDigit(body.bytes[index]) || body.bytes[index] == 0x6E,
                AgendaStepReader(body.bytes, at: index).isAtWordStart,
                let span = AgendaTimeReader.span(body, at: index, habits: habits), AgendaLineReader.isTime(span, body, index),
                span.first.isPossible, span.last?.isPossible ?? true
            else { continue }
            let before = body.bytes[index - 1]
            let inside = before == 0x28 || before == 0x5B
            let closes = inside && [0x29, 0x5D].contains(AgendaStepReader(body.bytes, at: span.end).byte())
            let isLast = AgendaStepReader(body.bytes, at: span.end).isRest(" .)]|")
            guard closes || isLast else { continue }
            let isStrong = span.last != nil && (span.first.isPlain || span.last?.isPlain == true)
            guard
                isStrong || closes
                    || behindGap(body, index) || isCalled(body, index)
                    || (span.first.half != nil && before == 0x20 && body.count <= 80)
            else { continue }
            if body.count > 140, !closes { continue }
            parts.span = span
            parts.isTrailing = true
            if closes {
                parts.body = body.without((index - 1)..<(span.end + 1))
            } else {
                var title = trimmedEnd(body.upTo(index))
                if isCalled(body, index) {
                    title = title.upTo(
                        title.bytes.lastIndex(of: 0x20).map { at in title.folded.hasSuffix(" a las") ? at - 2 : at }
                            ?? title.count)
                }
                parts.body = title
            }
            return
        }
    }

    /// Dot leaders, a tab, two blanks, a comma, a dash or a colon before the time.
    private static func behindGap(_ text: AgendaText, _ index: Int) -> Bool {
        var at = index
        var blanks = 0
        while at > 0, AgendaText.isBlank(text.bytes[at - 1]) {
            at -= 1
            blanks += text.bytes[at] == 0x09 ? 2 : 1
        }
        guard at > 0 else { return false }
        return blanks >= 2 || [0x2E, 0x2C, 0x2D, 0x7C, 0x3A].contains(text.bytes[at - 1]) && blanks + index - at >= 1
    }

    /// "Departure at 17:00", and no sentence.
    private static func isCalled(_ text: AgendaText, _ index: Int) -> Bool {
        let before = text.upTo(index).folded
        return text.count <= 60 && text.bytes.last != 0x2E && [" at", " a las", " a"].contains(where: before.hasSuffix)
    }

    private static func trimmedEnd(_ text: AgendaText) -> AgendaText {
        var end = text.count
        while end > 0, [0x20, 0x09, 0x2E, 0x2C, 0x2D, 0x28, 0x5B, 0x7C, 0x3A, 0x5F].contains(text.bytes[end - 1]) { end -= 1 }
        return text.upTo(end)
    }

    /// "Programme – Wednesday 3 December 2025", "Opening Ceremony, December 3rd".
    static func day(_ parts: inout AgendaParts) {
        let body = parts.body
        guard body.count <= 120, !parts.isBullet, body.bytes.filter({ $0 == 0x20 }).count <= 14 else { return }
        // A sentence ("Adopted on May 25, 2023.") tells of something else.
        guard body.bytes.last != 0x2E || body.bytes.filter({ $0 == 0x20 }).count < 4 else { return }
        let folded = body.folded
        guard !terms.contains(where: folded.contains) else { return }
        for index in body.bytes.indices.dropFirst() {
            guard AgendaText.isDigit(body.bytes[index]) || AgendaText.isLetter(body.bytes[index]),
                AgendaStepReader(body.bytes, at: index).isAtWordStart, let day = AgendaDateReader.day(body, at: index),
                !day.candidates.isEmpty || day.number != nil, !day.isRange
            else { continue }
            guard AgendaStepReader(body.bytes, at: day.end).isRest(" .)]*") else {
                if day.candidates.isEmpty { continue }
                return
            }
            if day.isImpossible {
                parts.badDate = body.part(index..<day.end).string
            } else {
                parts.day = day
                parts.isTrailingDay = true
                parts.dayWords = body.part(index..<day.end).string
                parts.body = trimmedEnd(body.upTo(index))
            }
            return
        }
    }
}
