import Base

/// Tells people's names from other words, without ever splitting a name into first and last.
enum AgendaPersonReader {
    private static let honorifics: Set<String> = [
        "dr", "dra", "prof", "profa", "profr", "professor", "profesor", "profesora", "professeur", "professeure", "mr", "mrs",
        "ms",
        "mme", "mlle", "mm", "sr", "sra", "srta", "lic", "ing", "mtro", "mtra", "sir", "hon", "amb", "ambassador", "embajador",
        "embajadora", "ambassadeur", "doctor", "doctora", "docteur", "arq", "rev", "engr", "acad", "assoc", "drs", "phd", "excmo",
        "excma", "don", "dona", "maestro", "maestra", "monsieur", "madame",
    ]
    private static let particles: Set<String> = [
        "de", "del", "la", "las", "los", "le", "van", "von", "der", "den", "da", "dos", "das", "do", "di", "du", "el", "al",
        "bin",
        "ben", "ibn", "y", "e", "ter", "ten", "d", "des",
    ]
    private static let places: Set<String> = [
        "university", "universidad", "universite", "universitat", "universidade", "universita", "univ", "institute", "instituto",
        "institut", "college", "school", "escuela", "ecole", "ministry", "ministerio", "ministere", "unesco", "academy",
        "academia",
        "academie", "foundation", "fundacion", "fondation", "centre", "center", "centro", "laboratory", "laboratoire",
        "association",
        "asociacion", "company", "inc", "ltd", "council", "consejo", "commission", "comision", "department", "departamento",
        "departement", "faculty", "facultad", "faculte", "cnrs", "politecnico", "polytechnic", "tecnologico", "tec", "alliance",
        "alianza", "bank", "banco", "group", "agency", "agencia", "agence", "director", "directora", "directeur", "directrice",
        "president", "presidente", "presidenta", "rector", "rectora", "recteur", "rectrice", "minister", "ministro", "ministra",
        "ministre", "dean", "decano", "decana", "ceo", "cto", "coo", "founder", "head", "chief", "secretary", "secretario",
        "secretaria", "secretaire", "vice-president", "vice", "chancellor", "provost", "coordinator", "hospital", "iite", "mooc",
        "edx", "coursera", "polytechnique", "sorbonne", "eth", "mit", "unam", "ipn", "iesalc",
    ]

    /// One person with an affiliation, if the words look like it.
    static func person(_ text: AgendaText, role: AppearanceRole) -> AgendaSpeaker? {
        guard !text.bytes.isEmpty, text.count <= 240 else { return nil }
        let (name, affiliation) = divided(text)
        guard isName(name) else { return nil }
        return AgendaSpeaker(
            name: name.string, affiliation: affiliation.map(\.string).flatMap { $0.isEmpty ? nil : $0 }, role: role)
    }

    /// Everyone named in a list; what does not look like a name is kept whole only if a label says that it is one.
    static func list(_ text: AgendaText, role: AppearanceRole) -> [AgendaSpeaker] {
        let text = text.part(0..<ended(text))
        guard !text.bytes.isEmpty, text.count <= 1200 else { return [] }
        for pieces in [split(text, at: [0x3B]), split(text, at: [0x2C], words: true, needsParentheses: true)]
        where pieces.count > 1 {
            return pieces.compactMap { person($0, role: role) ?? whole($0, role) }
        }
        let pieces = split(text, at: [0x2C], words: true)
        if pieces.count > 1, pieces.allSatisfy({ isName($0) && !isPlace($0) }) {
            return pieces.compactMap { person($0, role: role) }
        }
        let pairs = split(text, at: [], words: true)
        if pairs.count > 1, pairs.allSatisfy({ person($0, role: role) != nil }) {
            return pairs.compactMap { person($0, role: role) }
        }
        return (person(text, role: role) ?? whole(text, role)).map { [$0] } ?? []
    }

    /// Has a title before the name, or an affiliation that is one.
    static func isCertain(_ text: AgendaText) -> Bool {
        if hasHonorific(text) { return true }
        let (name, affiliation) = divided(text)
        guard isName(name), let affiliation else { return false }
        return isPlace(affiliation)
    }

    /// "Glen Millot (Sciences Citoyennes)": a name and something with a capital in parentheses.
    static func isLikely(_ text: AgendaText) -> Bool {
        let (name, affiliation) = divided(text)
        guard text.bytes.last == 0x29, isName(name), let affiliation, affiliation.isUpper(0) else { return false }
        return !affiliation.bytes.contains(where: AgendaText.isDigit) && !affiliation.folded.hasPrefix("part")
    }

    static func hasHonorific(_ text: AgendaText) -> Bool {
        var steps = AgendaStepReader(text.bytes)
        if steps.take(word: "h.e.") || steps.take(word: "s.e.") || steps.take(word: "m. ") { return steps.at < text.count }
        guard let word = steps.word(), honorifics.contains(word), text.isUpper(0) else { return false }
        if steps.byte() == 0x2E { steps.at += 1 }
        steps.skipBlanks(2)
        return text.isUpper(steps.at)
    }

    /// Two to five words with capitals, or one behind a title; scripts without capitals count as capitals.
    static func isName(_ text: AgendaText) -> Bool {
        guard text.count >= 3, text.count <= 70 else { return false }
        let titled = hasHonorific(text)
        var capitals = 0
        var words = 0
        var steps = AgendaStepReader(text.bytes)
        while !steps.isAtEnd {
            steps.skip(" .-'")
            if steps.isAtEnd { break }
            guard steps.isAtLetter else { return false }
            let start = steps.at
            guard let word = steps.word() else { return false }
            words += 1
            if honorifics.contains(word) { continue }
            let first = text.shown[start].properties
            if first.isUppercase || (!first.isLowercase && first.isAlphabetic) {
                capitals += 1
            } else if !particles.contains(word) {
                return false
            }
            if places.contains(word), !titled { return false }
        }
        if titled { return capitals >= 1 && words <= 8 }
        return capitals >= 2 && words <= 5 && text.isUpper(0) && AgendaKindReader.kind(of: text) == nil && !isShouted(text)
    }

    /// All in capitals, longer than two words: rather a heading.
    private static func isShouted(_ text: AgendaText) -> Bool {
        text.shown.allSatisfy { !$0.properties.isLowercase } && text.bytes.filter { $0 == 0x20 }.count > 2
    }

    static func isPlace(_ text: AgendaText) -> Bool {
        let words = text.folded.split(whereSeparator: { !($0.isLetter || $0 == "-") }).map(String.init)
        if words.contains(where: places.contains) { return true }
        // An abbreviation: GMA, UPC.
        return text.count >= 2 && text.count <= 12 && !words.isEmpty && text.shown.allSatisfy { !$0.properties.isLowercase }
    }

    /// Name and affiliation: parentheses, else the first comma, dash or stroke.
    private static func divided(_ text: AgendaText) -> (AgendaText, AgendaText?) {
        let comma = text.bytes.firstIndex(of: 0x2C) ?? text.count
        if let open = text.bytes.firstIndex(of: 0x28), open > 2, open < comma,
            let close = AgendaZoneReader.closing(text.bytes, from: open)
        {
            let rest = text.from(close + 1)
            if rest.bytes.isEmpty || rest.bytes[0] == 0x2C { return (text.upTo(open), text.part((open + 1)..<close)) }
        }
        for index in text.bytes.indices {
            let byte = text.bytes[index]
            let isDash = (byte == 0x2D || byte == 0x7C || byte == 0x2F) && index > 0 && text.bytes[index - 1] == 0x20
            if byte == 0x2C || isDash || byte == 0x40 { return (text.upTo(index), text.from(index + 1)) }
        }
        return (text, nil)
    }

    private static func whole(_ text: AgendaText, _ role: AppearanceRole) -> AgendaSpeaker? {
        let (name, affiliation) = divided(text)
        guard name.bytes.contains(where: AgendaText.isLetter), name.count <= 120 else { return nil }
        return AgendaSpeaker(name: name.string, affiliation: affiliation?.string, role: role)
    }

    /// Without a full stop at the end, unless it belongs to an abbreviation.
    private static func ended(_ text: AgendaText) -> Int {
        var end = text.count
        while end > 0, [0x2E, 0x2C, 0x3B, 0x20, 0x2D].contains(text.bytes[end - 1]) { end -= 1 }
        return end
    }

    /// Pieces between signs (and "and", "y", "et", "&") outside parentheses.
    private static func split(_ text: AgendaText, at signs: [UInt8], words: Bool = false, needsParentheses: Bool = false)
        -> [AgendaText]
    {
        var pieces: [AgendaText] = []
        var from = 0
        var depth = 0
        var index = 0
        while index < text.count {
            let byte = text.bytes[index]
            if byte == 0x28 { depth += 1 } else if byte == 0x29 { depth = max(0, depth - 1) }
            var steps = AgendaStepReader(text.bytes, at: index)
            let isWord =
                words && depth == 0 && byte != 0x20 && steps.isAtWordStart && index > 0
                && AgendaText.isBlank(text.bytes[index - 1])
                && steps.take(oneOf: ["and", "y", "et", "e", "&"]) != nil && AgendaText.isBlank(steps.byte())
            if isWord || (depth == 0 && signs.contains(byte)) {
                pieces.append(text.part(from..<index))
                index = isWord ? steps.at : index + 1
                from = index
                continue
            }
            index += 1
        }
        pieces.append(text.part(from..<text.count))
        pieces = pieces.filter { !$0.bytes.isEmpty }
        if needsParentheses, pieces.filter({ $0.bytes.last == 0x29 }).count < max(2, pieces.count - 1) { return [text] }
        return pieces
    }
}
