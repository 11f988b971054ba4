import Base

/// Rows of tables, with a header row above them or without.
enum AgendaRowReader {
    static func parts(
        _ line: AgendaText, columns: inout [AgendaColumn]?, sign: inout AgendaTableReader.Sign?, habits: AgendaHabits
    ) -> AgendaParts {
        guard line.count <= 4000, !AgendaTableReader.isRule(line), let (all, mark) = AgendaTableReader.cells(line) else {
            return AgendaLineReader.parts(line, habits: habits)
        }
        let cells = all.map(withoutStars)
        if let header = AgendaTableReader.header(cells) {
            columns = header
            sign = mark
            var parts = AgendaParts(body: line)
            parts.isHeader = true
            parts.zone =
                cells.lazy.compactMap { AgendaZoneReader.isZone($0) ? $0.string : AgendaZoneReader.anywhere($0)?.name }.first
            return parts
        }
        let filled = cells.filter { !$0.bytes.isEmpty }
        // A page's menu of days that come again one by one says nothing itself.
        if filled.isEmpty || AgendaTableReader.days(line) != nil {
            var parts = AgendaParts(body: line)
            parts.isRule = true
            return parts
        }
        if filled.count == 1, mark == .pipe || cells.count > 1 {
            var parts = AgendaLineReader.parts(filled[0], habits: habits)
            if let columns, sign == mark, columns.first == .time, !cells[0].bytes.isEmpty, parts.isPlain { parts.isHash = false }
            return parts
        }
        if let columns, sign == mark, cells.count >= min(2, columns.count) { return row(cells, columns, habits) }
        if mark == .gap && (cells.count < 3 || !isTimeOrDay(cells[0], habits)) {
            return AgendaLineReader.parts(line, habits: habits)
        }
        return loose(cells, habits) ?? AgendaLineReader.parts(line, habits: habits)
    }

    private static func withoutStars(_ cell: AgendaText) -> AgendaText {
        var low = 0
        var high = cell.count
        while low < high, cell.bytes[low] == 0x2A { low += 1 }
        while high > low, cell.bytes[high - 1] == 0x2A { high -= 1 }
        return low == 0 && high == cell.count ? cell : cell.part(low..<high)
    }

    private static func isTimeOrDay(_ cell: AgendaText, _ habits: AgendaHabits) -> Bool {
        let parts = AgendaLineReader.parts(cell, habits: habits)
        return (parts.isTimed || parts.day != nil) && parts.body.bytes.isEmpty || parts.badTime != nil
    }

    /// A row under known columns.
    private static func row(_ cells: [AgendaText], _ columns: [AgendaColumn], _ habits: AgendaHabits) -> AgendaParts {
        var parts = AgendaParts(body: AgendaText(""))
        parts.isRow = true
        for (place, cell) in cells.enumerated() where !cell.bytes.isEmpty {
            switch place < columns.count ? columns[place] : .notes {
            case .time: if parts.span == nil { time(cell, habits, &parts) }
            case .end:
                if let last = AgendaTimeReader.clock(cell.bytes, at: 0), parts.span != nil { parts.span?.last = last }
            case .date:
                let day = AgendaLineReader.parts(cell, habits: habits)
                parts.day = day.day ?? parts.day
                parts.dayWords = cell.string
                parts.badDate = day.badDate
            case .title: parts.body = parts.body.bytes.isEmpty ? cell : AgendaText(parts.body.string + " " + cell.string)
            case .speaker where everybody.contains(cell.folded): parts.notes = cell.string
            case .speaker: parts.speakers += people(cell, .speaker)
            case .moderator: parts.speakers += people(cell, .moderator)
            case .affiliation: affiliate(cell, &parts)
            case .room: parts.room = cell.string
            case .duration:
                parts.duration =
                    AgendaDurationReader.duration(cell.bytes, at: 0)?.value
                    ?? Int(cell.folded).flatMap { (1...600).contains($0) ? AgendaDuration(minutes: $0) : nil }
            case .section: parts.section = cell.string
            case .track(let name): parts.tracks.append((name, cell))
            case .notes where AgendaPersonReader.isCertain(cell): parts.speakers += people(cell, .speaker)
            case .notes: parts.notes = [parts.notes, cell.string].compactMap { $0 }.joined(separator: " · ")
            }
        }
        if parts.body.bytes.isEmpty, let first = parts.tracks.first, parts.tracks.count == 1 {
            // One title across all tracks is everybody's.
            parts.body = first.title
            parts.tracks = []
        }
        return parts
    }

    /// Words in a column of speakers that are nobody's name.
    private static let everybody: Set<String> = [
        "all", "todos", "todas", "tous", "toutes", "everyone", "panel", "participants", "participantes", "secretariat",
        "secretariado",
        "organizers", "organisers", "staff", "all participants", "-", "various", "varios",
    ]

    private static func time(_ cell: AgendaText, _ habits: AgendaHabits, _ parts: inout AgendaParts) {
        if let span = AgendaTimeReader.span(cell, at: 0, habits: habits, inColumn: true) {
            if span.first.isPossible, span.last?.isPossible ?? true {
                parts.span = span
                parts.zone = span.zone
                let rest = cell.from(span.end)
                if let length = AgendaDurationReader.duration(rest.bytes, at: 0) { parts.duration = length.value }
            } else {
                parts.badTime = cell.string
            }
            return
        }
        let inside = AgendaLineReader.parts(cell, habits: habits)
        parts.span = inside.span
        parts.day = inside.day
        parts.dayWords = inside.dayWords
        parts.badTime = inside.badTime
        parts.badDate = inside.badDate
        if let first = cell.bytes.first, AgendaText.isDigit(first), !inside.isTimed, inside.day == nil, inside.badDate == nil {
            parts.badTime = cell.string
        }
    }

    private static func affiliate(_ cell: AgendaText, _ parts: inout AgendaParts) {
        if parts.speakers.count == 1, parts.speakers[0].affiliation == nil {
            parts.speakers[0].affiliation = cell.string
        } else {
            parts.notes = [parts.notes, cell.string].compactMap { $0 }.joined(separator: " · ")
        }
    }

    private static func people(_ cell: AgendaText, _ role: AppearanceRole) -> [AgendaSpeaker] {
        guard cell.bytes.contains(where: AgendaText.isLetter),
            !["tbc", "tbd", "tba", "n/a", "por confirmar"].contains(cell.folded)
        else { return [] }
        if let (_, speakers) = AgendaSpeakerReader.labelled(cell), !speakers.isEmpty { return speakers }
        return AgendaPersonReader.list(cell, role: role)
    }

    /// A row without a header above it: cells say themselves what they are.
    private static func loose(_ cells: [AgendaText], _ habits: AgendaHabits) -> AgendaParts? {
        let filled = cells.filter { !$0.bytes.isEmpty }
        let read = filled.map { AgendaLineReader.parts($0, habits: habits) }
        if read.contains(where: { $0.day?.isRange == true }) { return nil }
        var parts = AgendaParts(body: AgendaText(""))
        parts.isRow = true
        var rest: [AgendaText] = []
        for (cell, inside) in zip(filled, read) {
            if inside.badTime != nil || inside.badDate != nil, parts.span == nil {
                parts.badTime = inside.badTime
                parts.badDate = inside.badDate
            } else if let span = inside.span, parts.span == nil, !inside.isTrailing {
                parts.span = span
                if parts.day == nil { (parts.day, parts.dayWords) = (inside.day, inside.dayWords) }
                if !inside.body.bytes.isEmpty { rest.append(inside.body) }
            } else if let span = inside.span, inside.body.bytes.isEmpty, parts.span?.last == nil, span.last == nil, rest.isEmpty {
                parts.span?.last = span.first
            } else if let day = inside.day, parts.day == nil, inside.body.bytes.isEmpty {
                (parts.day, parts.dayWords) = (day, inside.dayWords)
            } else {
                if inside.span != nil, parts.span != nil, !inside.body.bytes.isEmpty { parts.hasMoreTimes = true }
                rest.append(cell)
            }
        }
        guard parts.span != nil || parts.day != nil || parts.badTime != nil || parts.badDate != nil || rest.count > 1 else {
            return nil
        }
        spread(rest, &parts)
        return parts
    }

    private static func spread(_ rest: [AgendaText], _ parts: inout AgendaParts) {
        guard let title = rest.first else { return }
        parts.body = title
        let others = rest.dropFirst()
        if !others.isEmpty, others.allSatisfy({ AgendaSeriesReader.areSiblings(title, $0) }) {
            parts.tracks = rest.map { ("", $0) }
            parts.body = AgendaText("")
            return
        }
        for cell in others {
            if let found = AgendaRoomReader.line(cell), found.rest.bytes.isEmpty {
                parts.room = found.room
            } else if AgendaRoomReader.isName(cell) {
                parts.room = cell.string
            } else if let length = AgendaDurationReader.duration(cell.bytes, at: 0), length.end == cell.count {
                parts.duration = length.value
            } else if AgendaPersonReader.isCertain(cell) || AgendaPersonReader.isName(cell)
                || AgendaSpeakerReader.labelled(cell) != nil
            {
                parts.speakers += people(cell, .speaker)
            } else if AgendaPersonReader.isPlace(cell), parts.speakers.count == 1, parts.speakers[0].affiliation == nil {
                parts.speakers[0].affiliation = cell.string
            } else {
                parts.notes = [parts.notes, cell.string].compactMap { $0 }.joined(separator: " · ")
            }
        }
    }
}

/// "Plenary Session 1" and "Plenary Session 2": titles of one series.
enum AgendaSeriesReader {
    /// The words before a number, a letter or a Roman number, and that number.
    static func mark(_ text: AgendaText) -> (words: String, number: String)? {
        let words = text.folded.prefix(80).split(whereSeparator: { $0 == " " || $0 == "\t" }).prefix(6).map(String.init)
        guard let first = words.first, first.first?.isLetter == true else { return nil }
        for (place, word) in words.enumerated().dropFirst() {
            var bare = word
            while let last = bare.last, ":.,-)".contains(last) { bare.removeLast() }
            while let sign = bare.first, "#(".contains(sign) { bare.removeFirst() }
            let isNumber = !bare.isEmpty && bare.count <= 3 && bare.contains(where: \.isNumber)
            let isLetter =
                bare.count == 1 && bare.first?.isLetter == true && (bare != word || place + 1 == words.count || place == 1)
                && !(bare == "a" && bare == word)
            let isRoman = bare.count <= 4 && !bare.isEmpty && bare.allSatisfy { "ivx".contains($0) }
            if isNumber || isLetter || isRoman { return (words[..<place].joined(separator: " "), bare) }
        }
        return nil
    }

    static func areSiblings(_ one: AgendaText, _ other: AgendaText) -> Bool {
        guard let first = mark(one), let second = mark(other) else { return false }
        return first.words == second.words && first.number != second.number
    }
}
