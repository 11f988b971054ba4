/// Rooms in a line: "Room: Aula Magna", "Salle 3", "(Auditorium A)".
enum AgendaRoomReader {
    private static let nouns = [
        "meeting room", "conference room", "lecture hall", "conference hall", "rooms", "room", "salon de actos", "salon", "sala",
        "salle", "hall", "auditorium", "auditorio", "amphitheatre", "amphi", "aula magna", "aula", "theatre", "teatro", "lobby",
        "foyer", "anfiteatro", "venue", "sede", "lugar", "lieu", "location", "place", "where", "espacio", "local", "terraza",
        "atrium", "vestibulo", "explanada",
        "ballroom", "track",
    ]
    private static let labels: Set<String> = [
        "room", "rooms", "sala", "salle", "venue", "lugar", "lieu", "location", "place", "where", "sede", "hall", "local", "aula",
        "espacio", "salon",
    ]

    struct Found: Sendable {
        var room: String
        /// What stands behind it: "Room A: Teaching with AI".
        var rest: AgendaText
        /// "Room: X", rather than a room with a name of its own.
        var isLabel: Bool
    }

    /// A line that is a room or begins with one and a colon or dash.
    static func line(_ text: AgendaText) -> Found? {
        var steps = AgendaStepReader(text.bytes)
        guard text.count <= 160, let noun = steps.take(oneOf: nouns) else { return nil }
        steps.skipBlanks(2)
        if labels.contains(noun), steps.take(":") {
            let rest = text.from(steps.at)
            return rest.bytes.isEmpty ? nil : Found(room: rest.string, rest: text.from(text.count), isLabel: true)
        }
        guard noun != "where", noun != "place", noun != "lieu", noun != "location", noun != "local" else { return nil }
        let cut = text.bytes.indices.first { index in
            text.bytes[index] == 0x3A
                || (text.bytes[index] == 0x2D && index > 0 && text.bytes[index - 1] == 0x20 && index + 1 < text.count
                    && text.bytes[index + 1] == 0x20)
        }
        let name = text.upTo(cut ?? text.count)
        guard isName(name) else { return nil }
        return Found(room: name.string, rest: cut.map { text.from($0 + 1) } ?? text.from(text.count), isLabel: false)
    }

    /// "Plenary hall": a line that ends as rooms do.
    static func named(_ text: AgendaText) -> Found? {
        let words = text.folded.split(separator: " ")
        guard (2...4).contains(words.count), text.isUpper(0), let last = words.last,
            ["hall", "room", "auditorium", "auditorio", "theatre", "foyer", "lobby", "ballroom"].contains(String(last))
        else { return nil }
        return Found(room: text.string, rest: text.from(text.count), isLabel: false)
    }

    /// A cell or a parenthesis that names a room: a room's noun with a number, a letter or a name.
    static func isName(_ text: AgendaText) -> Bool {
        guard text.count <= 50, !text.bytes.isEmpty, AgendaKindReader.kind(of: text) == nil else { return false }
        let words = text.folded.split(separator: " ").map(String.init)
        guard words.count <= 6 else { return false }
        var steps = AgendaStepReader(text.bytes)
        if steps.take(oneOf: nouns) != nil {
            steps.skipBlanks(2)
            return steps.isAtEnd || steps.isAtDigit || text.isUpper(steps.at) || words.count <= 4
        }
        return words.count <= 5 && text.isUpper(0)
            && ["hall", "room", "auditorium", "auditorio", "theatre", "foyer", "lobby", "ballroom"].contains(
                words[words.count - 1])
    }

    /// Takes a room off a title: in parentheses, after "Room:" or as its last part behind a comma, a dash or an @.
    static func fromTitle(_ text: AgendaText) -> (title: AgendaText, room: String)? {
        for open in text.bytes.indices where text.bytes[open] == 0x28 || text.bytes[open] == 0x5B {
            guard open > 0, let close = AgendaZoneReader.closing(text.bytes, from: open) else { continue }
            let inside = text.part((open + 1)..<close)
            if let found = line(inside), found.rest.bytes.isEmpty { return (text.without(open..<(close + 1)), found.room) }
            if isName(inside) { return (text.without(open..<(close + 1)), inside.string) }
        }
        for index in text.bytes.indices.dropFirst().reversed() {
            let byte = text.bytes[index]
            if byte == 0x40, text.bytes[index - 1] == 0x20, index + 2 < text.count {
                return (text.upTo(index), text.from(index + 1).string)
            }
            let isDash = byte == 0x2D && text.bytes[index - 1] == 0x20
            guard byte == 0x2C || isDash || byte == 0x7C || byte == 0x2E else { continue }
            let tail = text.from(index + 1)
            guard tail.count <= 60 else { return nil }
            if let found = line(tail), found.rest.bytes.isEmpty { return (text.upTo(index), found.room) }
        }
        return nil
    }
}
