/// What the columns of a table hold, by its header row.
enum AgendaColumn: Sendable, Equatable {
    case time, end, date, title, speaker, moderator, affiliation, room, duration, notes, section
    /// One of several columns of titles that run side by side, with its name.
    case track(String)
}

/// Cells of a row: pipes, tabs, or gaps of two and more blanks.
enum AgendaTableReader {
    enum Sign: Sendable, Equatable { case pipe, tab, gap }

    private static let names: [(column: AgendaColumn, words: [String])] = [
        (
            .end,
            ["end", "ends", "end time", "until", "fin", "hora fin", "hora de fin", "termina", "heure de fin", "to", "finish"]
        ),
        (
            .time,
            [
                "time", "times", "hour", "hours", "hora", "horas", "horario", "heure", "heures", "horaire", "horaires", "start",
                "start time", "starts", "from", "inicio", "hora inicio", "hora de inicio", "debut", "heure de debut", "schedule",
                "when",
                "slot", "local time",
            ]
        ),
        (.date, ["date", "day", "fecha", "dia", "jour", "date/day"]),
        (
            .title,
            [
                "title", "activity", "activities", "event", "topic", "topics", "item", "items", "session", "sessions",
                "description",
                "programme", "program", "content", "agenda", "what", "actividad", "actividades", "evento", "tema", "titulo",
                "sesion",
                "programa", "contenido", "descripcion", "titre", "activite", "activites", "evenement", "theme", "intitule",
                "contenu",
                "sujet", "seance", "agenda item", "presentation", "talk", "subject", "session title", "ponencia", "intervention",
                "atividade",
            ]
        ),
        (
            .moderator,
            ["moderator", "chair", "moderador", "moderadora", "moderateur", "session chair", "president", "facilitator"]
        ),
        (
            .speaker,
            [
                "speaker", "speakers", "presenter", "presenters", "who", "name", "ponente", "ponentes", "expositor",
                "conferencista",
                "orador", "nombre", "responsable", "participantes", "intervenant", "intervenants", "intervenant(e)s", "orateur",
                "orateurs",
                "nom", "participants", "panelists", "panellists", "speaker(s)", "presenter(s)", "lead", "person", "conferencier",
                "resource person", "resource persons", "person in charge", "in charge", "facilitators",
                "by",
                "ponente(s)", "intervenant(s)", "responsible",
            ]
        ),
        (
            .affiliation,
            [
                "affiliation", "institution", "organisation", "organization", "university", "afiliacion", "institucion",
                "organizacion",
                "universidad", "universite", "etablissement", "country",
            ]
        ),
        (
            .room,
            [
                "room", "rooms", "venue", "location", "place", "where", "sala", "lugar", "sede", "salon", "salle", "lieu",
                "espacio", "local",
            ]
        ),
        (.duration, ["duration", "length", "min", "mins", "minutes", "duracion", "duree", "minutos"]),
        (
            .notes,
            [
                "notes", "note", "remarks", "comments", "details", "notas", "observaciones", "detalles", "remarques", "format",
                "language",
            ]
        ),
        (.section, ["section", "track", "part", "bloque", "eje", "axe", "block"]),
    ]
    private static let byName: [String: AgendaColumn] = {
        var table: [String: AgendaColumn] = [:]
        for entry in names { for word in entry.words { table[word] = entry.column } }
        return table
    }()

    /// The cells of a line and by what they are kept apart; nil for a line that is none of a table.
    static func cells(_ text: AgendaText) -> (cells: [AgendaText], sign: Sign)? {
        if text.bytes.contains(0x7C) {
            var cells = split(text) { text, index in text.bytes[index] == 0x7C ? 1 : 0 }
            if cells.first?.bytes.isEmpty == true { cells.removeFirst() }
            if cells.last?.bytes.isEmpty == true { cells.removeLast() }
            return (cells, .pipe)
        }
        if text.bytes.contains(0x09) { return (split(text) { text, index in text.bytes[index] == 0x09 ? 1 : 0 }, .tab) }
        let cells = split(text) { text, index in
            var end = index
            while end < text.count, text.bytes[end] == 0x20 { end += 1 }
            return end - index >= 2 ? end - index : 0
        }
        return cells.count > 1 ? (cells, .gap) : nil
    }

    private static func split(_ text: AgendaText, _ width: (AgendaText, Int) -> Int) -> [AgendaText] {
        var cells: [AgendaText] = []
        var from = 0
        var index = 0
        while index < text.count {
            let gap = width(text, index)
            if gap > 0 {
                cells.append(text.part(from..<index))
                index += gap
                from = index
            } else {
                index += 1
            }
        }
        cells.append(text.part(from..<text.count))
        return cells
    }

    /// `|---|:--:|` and rows of nothing but signs.
    static func isRule(_ text: AgendaText) -> Bool {
        !text.bytes.isEmpty && text.bytes.allSatisfy { [0x7C, 0x2D, 0x3A, 0x20, 0x3D, 0x2B, 0x09, 0x5F, 0x2A].contains($0) }
    }

    /// The columns of a header row; nil if the row is none.
    static func header(_ cells: [AgendaText]) -> [AgendaColumn]? {
        guard cells.count >= 2, cells.count <= 20 else { return nil }
        let known = cells.map { cell -> AgendaColumn? in byName[plain(cell)] ?? (AgendaZoneReader.isZone(cell) ? .time : nil) }
        let found = known.compactMap { $0 }
        guard found.count >= 2 || (found == [.time] && cells.count >= 3 && isTrackRow(cells, known)) else { return nil }
        guard found.contains(.time) || found.contains(.title) && found.count >= 2 else { return nil }
        let others = zip(cells, known).filter { $0.1 == nil && !$0.0.bytes.isEmpty }.count
        let hasTitle = found.contains(.title)
        return zip(cells, known).enumerated().map { place, entry in
            if let column = entry.1 {
                if column == .title, found.first(where: { $0 == .title }) != nil, known[..<place].contains(.title) {
                    return .notes
                }
                if column == .speaker, known[..<place].contains(.speaker) { return .affiliation }
                return column
            }
            if entry.0.bytes.isEmpty { return hasTitle ? .notes : .title }
            return hasTitle ? .notes : others > 1 ? .track(entry.0.string) : .title
        }
    }

    static func isColumnName(_ cell: AgendaText) -> Bool { cell.count <= 40 && byName[plain(cell)] != nil }

    /// "Time | Room A | Room B": names of rooms or tracks beside the time, and nothing that has a time itself.
    private static func isTrackRow(_ cells: [AgendaText], _ known: [AgendaColumn?]) -> Bool {
        zip(cells, known).allSatisfy { cell, column in
            column != nil || (cell.count <= 60 && AgendaTimeReader.clock(cell.bytes, at: 0).map(\.isPlain) != true)
        }
    }

    /// A cell's words without the zone in parentheses, a colon or a plural in parentheses.
    private static func plain(_ cell: AgendaText) -> String {
        var text = cell
        if let open = cell.bytes.firstIndex(of: 0x28), open > 2, cell.bytes.last == 0x29, cell.bytes[open - 1] == 0x20 {
            text = cell.upTo(open)
        }
        var bytes = text.bytes.map { $0 < 0x80 ? $0 : UInt8(0x3F) }
        while let last = bytes.last, last == 0x3A || last == 0x20 || last == 0x2E || last == 0x2A { bytes.removeLast() }
        while let first = bytes.first, first == 0x2A || first == 0x20 { bytes.removeFirst() }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Two and more different days, each in a cell of its own: they stand side by side.
    static func days(_ text: AgendaText) -> [AgendaText]? {
        guard text.count <= 600 else { return nil }
        var cells = (self.cells(text)?.cells ?? []).filter { !$0.bytes.isEmpty }
        if cells.count < 2 { cells = daysBehindOneAnother(text) }
        guard cells.count >= 2 else { return nil }
        let days = cells.filter(isDayCell)
        guard days.count >= 2, days.count >= cells.count - 1 else { return nil }
        guard cells.count == days.count || !isDayCell(cells[0]) || !isDayCell(cells[cells.count - 1]) else { return nil }
        return Set(days.map(\.folded)).count > 1 ? days : nil
    }

    private static func isDayCell(_ cell: AgendaText) -> Bool {
        guard cell.count <= 80, let day = AgendaDateReader.day(cell, at: 0), !day.isRange else { return false }
        let rest = AgendaStepReader(cell.bytes, at: day.end)
        return rest.isRest(" .:)*") || ((day.number != nil || day.hasYear) && [0x3A, 0x2D, 0x28, 0x20].contains(rest.byte()))
    }

    /// "Monday 1 Tuesday 2 Wednesday 3" with nothing else in the line but a word for time before it.
    private static func daysBehindOneAnother(_ text: AgendaText) -> [AgendaText] {
        var steps = AgendaStepReader(text.bytes)
        _ = steps.take(oneOf: ["time", "hora", "heure", "horario", "horaire"])
        steps.skipBlanks()
        var days: [AgendaText] = []
        while !steps.isAtEnd {
            guard let day = AgendaDateReader.day(text, at: steps.at), !day.isRange else { return [] }
            days.append(text.part(steps.at..<day.end))
            steps.at = day.end
            steps.skip(" /")
        }
        return days
    }
}
