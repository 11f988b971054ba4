import Base

/// Takes a title apart: length, zone, room, people, works.
enum AgendaTitleReader {
    struct Taken: Sendable {
        var title: AgendaText
        var duration: AgendaDuration?
        var zone: String?
        var room: String?
        var speakers: [AgendaSpeaker] = []
        var works: [String] = []
        /// People found without a title of honour or an institution beside them.
        var isGuessed = false
    }

    static func taken(_ text: AgendaText) -> Taken {
        var taken = Taken(title: text)
        guard text.count <= 1000 else { return taken }
        if let zone = AgendaZoneReader.anywhere(taken.title) {
            taken.zone = zone.name
            taken.title = taken.title.without(zone.range)
        }
        if let (duration, title) = AgendaDurationReader.inTitle(taken.title) {
            taken.duration = duration
            taken.title = title
        }
        if let (title, room) = AgendaRoomReader.fromTitle(taken.title), !title.bytes.isEmpty {
            taken.room = room
            taken.title = title
        }
        if let (title, speakers) = AgendaSpeakerReader.fromTitle(taken.title), !title.bytes.isEmpty {
            taken.speakers = speakers
            taken.title = title
        }
        if let works = works(taken.title) {
            taken.works = works.works
            taken.title = works.title
        }
        taken.title = cleaned(taken.title)
        return taken
    }

    /// "Title: …", "Tema: …" on a line under a general title.
    static func labelled(_ text: AgendaText) -> AgendaText? {
        var steps = AgendaStepReader(text.bytes)
        guard
            steps.take(oneOf: [
                "title", "titulo", "titre", "topic", "tema", "theme", "sujet", "intitule", "actividad", "activity", "activite",
                "evento", "event", "subject",
            ]) != nil
        else { return nil }
        steps.skipBlanks(1)
        guard steps.take(":") else { return nil }
        let rest = text.from(steps.at)
        return rest.bytes.isEmpty ? nil : rest
    }

    private static let general: Set<String> = [
        "keynote", "address", "speech", "lecture", "panel", "discussion", "roundtable", "round", "table", "session", "plenary",
        "workshop", "talk", "presentation", "conferencia", "magistral", "mesa", "redonda", "ponencia", "ronde", "conference",
        "pleniere",
        "atelier", "taller", "invited", "special", "high", "level", "plenaria", "inaugural", "speaker", "i", "ii", "iii", "iv",
        "seance",
        "sesion", "debate", "conversatorio", "dialogo", "de", "charla", "opening", "closing", "distinguished", "guest",
        "inaugurale",
    ]
    /// "Panel discussion", "Keynote 2": says the kind only, so that the title may stand on the next line.
    static func isGeneral(_ text: AgendaText) -> Bool {
        text.count <= 40 && text.folded.split(whereSeparator: { !$0.isLetter }).allSatisfy { general.contains(String($0)) }
    }

    /// Without signs that only joined it to the time, and without a table's or Markdown's.
    static func cleaned(_ text: AgendaText) -> AgendaText {
        var low = 0
        var high = text.count
        while low < high, [0x20, 0x09, 0x2D, 0x3A, 0x7C, 0x2C, 0x3B, 0x2A, 0x7E, AgendaText.bullet].contains(text.bytes[low]) {
            low += 1
        }
        while high > low, [0x20, 0x09, 0x2D, 0x3A, 0x7C, 0x2C, 0x3B, 0x2A].contains(text.bytes[high - 1]) { high -= 1 }
        return text.part(low..<high)
    }

    /// "Report Release Release of X and Y": a label, and the works behind it.
    private static func works(_ text: AgendaText) -> (title: AgendaText, works: [String])? {
        let openings = [
            "release of", "launch of", "lanzamiento de", "lancement de", "publication de", "presentacion de", "publicacion de",
        ]
        for index in text.bytes.indices where AgendaText.isLetter(text.bytes[index]) {
            var steps = AgendaStepReader(text.bytes, at: index)
            guard steps.isAtWordStart, text.isUpper(index) || index == 0, steps.take(oneOf: openings) != nil else { continue }
            let works = list(text.from(steps.at))
            let label = cleaned(text.upTo(index))
            if works.count > 1 { return (label.count > 3 ? label : text, works) }
            return nil
        }
        return nil
    }

    /// Works joined by "and" before a capital, each of three words at least.
    private static func list(_ text: AgendaText) -> [String] {
        var works: [AgendaText] = []
        var from = 0
        for index in text.bytes.indices where AgendaText.isLetter(text.bytes[index]) {
            var steps = AgendaStepReader(text.bytes, at: index)
            guard steps.isAtWordStart, steps.take(oneOf: ["and", "y", "et"]) != nil else { continue }
            steps.skipBlanks()
            if steps.byte() == 0x22 { steps.at += 1 }
            let next = text.from(steps.at)
            let before = text.part(from..<index)
            guard text.isUpper(steps.at), words(before) >= 3, words(next) >= 4 else { continue }
            works.append(before)
            from = steps.at
        }
        works.append(text.from(from))
        return works.map { AgendaTitleReader.cleaned($0).string }
    }

    private static func words(_ text: AgendaText) -> Int { text.bytes.split(separator: 0x20).count }
}
