import Base

/// The kind of an item by the words of its title, in English, Spanish and French (and a little Portuguese).
enum AgendaKindReader {
    /// Word beginnings, the telling ones first: a keynote on awards is a keynote only if nothing stronger stands before.
    private static let words: [(kind: ItemKind, starts: [String])] = [
        (.declaration, ["declaration", "declaracion", "declaracao"]),
        (
            .registration,
            [
                "registration", "check-in", "registro", "acreditacion", "inscripcion", "inscripciones", "accueil",
                "enregistrement",
                "inscription", "arrival", "emargement", "credenciamento", "badge", "sign-in", "recepcion de participantes",
            ]
        ),
        (
            .break,
            [
                "tea break", "coffee", "break", "lunch", "refreshment", "cafe", "almuerzo", "comida", "receso", "pausa",
                "descanso",
                "refrigerio", "pause", "dejeuner", "petit-dejeuner", "repas", "tea", "desayuno", "breakfast", "almoco",
                "intervalo",
                "mini break", "comfort break", "brunch", "coffee-break", "merienda",
            ]
        ),
        (
            .social,
            [
                "reception", "cocktail", "dinner", "gala", "cena", "coctel", "diner", "aperitif", "vin d'honneur", "party",
                "networking",
                "excursion", "social programme", "social event", "banquet", "visita", "visite", "city tour", "brindis",
                "vino de honor",
                "aperitivo", "concert", "concierto", "buffet", "cultural",
            ]
        ),
        (
            .keynote,
            [
                "keynote", "ponencia magistral", "conferencia magistral", "conferencia inaugural", "conference inaugurale",
                "conference pleniere", "conferencia plenaria", "discours principal", "conference magistrale",
                "plenary lecture", "invited lecture", "invited talk", "palestra magna", "lecon inaugurale",
                "conferencia de apertura",
            ]
        ),
        (
            .awards,
            [
                "award", "awards", "premio", "premios", "premiacion", "remise des prix", "remise de prix", "prix", "prize",
                "entrega de",
                "palmares", "reconocimientos",
            ]
        ),
        (
            .roundtable,
            [
                "roundtable", "round table", "round-table", "mesa redonda", "mesa de dialogo", "table ronde", "tables rondes",
                "table-ronde",
                "panel", "conversatorio", "fireside", "mesa-redonda", "debate", "debat", "foro", "dialogue",
                "high-level dialogue",
                "discussion", "tertulia", "questions-reponses", "q&a",
            ]
        ),
        (
            .release,
            [
                "report release", "release", "launch", "lanzamiento", "lancement", "presentacion del informe", "publication du",
                "parution", "book launch", "presentacion del libro", "lancamento",
            ]
        ),
        (.announcement, ["announcement", "announcements", "anuncio", "anuncios", "annonce", "annonces", "housekeeping"]),
        (.video, ["video", "opening video", "film", "proyeccion", "projection du film", "screening"]),
        (
            .workshop,
            [
                "workshop", "workshops", "taller", "talleres", "atelier", "ateliers", "tutorial", "hands-on", "masterclass",
                "oficina",
            ]
        ),
        (.poster, ["poster", "posters", "affiches", "carteles", "session affiches"]),
        (
            .ceremony,
            [
                "opening ceremony", "closing ceremony", "opening session", "closing session", "sesion inaugural",
                "sesion de apertura", "seance inaugurale", "ceremony", "ceremonia", "ceremonie", "inauguracion", "inauguration",
                "clausura",
                "acto de apertura", "acto inaugural", "seance d'ouverture", "cloture", "cerimonia", "group photo", "foto",
                "photo",
                "acto de clausura", "signing", "firma",
            ]
        ),
        (.plenary, ["plenary", "plenaria", "pleniere", "plenario"]),
        (
            .remarks,
            [
                "remarks", "welcome", "welcoming", "opening address", "address", "palabras", "bienvenida", "bienvenue",
                "allocution",
                "allocutions", "mot de", "mots de", "discours", "discurso", "discursos", "ouverture", "apertura", "opening",
                "closing",
                "cierre", "saludo", "introduction", "introduccion", "conclusion", "conclusions", "conclusiones", "wrap-up",
                "wrap up",
                "mensaje", "propos", "farewell", "greetings", "boas-vindas", "abertura", "encerramento", "speeches",
                "vote of thanks",
                "close", "end of", "fin de", "synthese", "summary", "thanks",
            ]
        ),
        (
            .meeting,
            [
                "meeting", "assembly", "asamblea", "assemblee", "reunion", "business meeting", "general assembly", "board",
                "comite",
                "committee", "consejo", "conseil",
            ]
        ),
        (.report, ["report", "informe", "rapport", "relatorio"]),
        (
            .session,
            [
                "session", "sessions", "sesion", "sesiones", "seance", "track", "symposium", "simposio", "block", "bloque",
                "sessao",
                "parallel", "breakout", "concurrent", "eje", "axe", "sessions paralleles", "mesa", "modulo", "module",
            ]
        ),
        (
            .talk,
            [
                "talk", "lecture", "presentation", "presentations", "ponencia", "ponencias", "conferencia", "charla",
                "conference",
                "communication", "communications", "comunicaciones", "expose", "exposicion", "palestra", "presentacion",
                "intervention",
                "case study", "demo", "presenting", "lightning",
            ]
        ),
    ]
    private static let byFirst: [String: [(rank: Int, words: [String])]] = {
        var table: [String: [(rank: Int, words: [String])]] = [:]
        for (rank, entry) in words.enumerated() {
            for start in entry.starts {
                let parts = start.split(whereSeparator: { $0 == " " || $0 == "-" || $0 == "'" }).map(String.init)
                if let first = parts.first { table[first, default: []].append((rank, parts)) }
            }
        }
        return table
    }()

    /// Nil if no word tells. Registration and breaks count only near the beginning: "Coffee industry MOOCs" is rare, but
    /// "The future of lunch" is no lunch.
    static func kind(of title: AgendaText) -> ItemKind? {
        let parts = words(of: title).prefix(24).map(String.init)
        // What stands behind a colon says what it is about: "Plenary session 2: Awards".
        let colon = title.bytes.firstIndex(of: 0x3A).map { wordCount(title.upTo($0)) } ?? .max
        var best: (rank: Int, place: Int)?
        for (place, part) in parts.enumerated() {
            for candidate in byFirst[part] ?? [] where parts[place...].starts(with: candidate.words) {
                let kind = words[candidate.rank].kind
                if kind.isBreak || kind == .awards || kind == .roundtable || kind == .video, place > 2, !isHead(title, place) {
                    continue
                }
                // A word far into a title that begins with a telling one says what it is about, not what it is.
                if let known = best, known.place < colon, kind != .declaration, place >= colon || (known.place <= 1 && place > 2)
                {
                    continue
                }
                if best.map({ candidate.rank < $0.rank }) ?? true { best = (candidate.rank, place) }
            }
        }
        return best.map { words[$0.rank].kind }
    }

    private static func words(of title: AgendaText) -> [Substring] {
        title.folded.split(whereSeparator: { !($0.isLetter || $0 == "?" || $0 == "&") })
    }
    private static func wordCount(_ title: AgendaText) -> Int { words(of: title).count }

    /// Short titles are read whole.
    private static func isHead(_ title: AgendaText, _ place: Int) -> Bool { title.count <= 40 && place <= 5 }
}
