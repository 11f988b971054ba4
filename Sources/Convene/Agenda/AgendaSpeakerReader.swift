import Base
import Foundation

/// People in a line: after a label, in front of an affiliation, in parentheses behind a title.
enum AgendaSpeakerReader {
    private static let labels: [String: AppearanceRole] = {
        let lists: [(AppearanceRole, String)] = [
            (
                .speaker,
                """
                speaker,speakers,presenter,presenters,lecturer,keynote speaker,keynote speakers,invited speaker,invited speakers,
                guest speaker,ponente,ponentes,conferencista,conferencistas,conferenciante,orador,oradora,oradores,expositor,
                expositora,expositores,intervenant,intervenante,intervenants,orateur,oratrice,orateurs,conferencier,conferenciere,
                conferenciers,interviene,intervienen,participan,imparte,speech by,presented by,presenta,presentan,
                palestrante,palestrantes,author,authors,autor,autores,auteur,auteurs,by,por,par,remarks by,ponencia de,
                participants,participantes,facilitators,trainer,tallerista
                """
            ),
            (
                .moderator,
                """
                moderator,moderators,moderated by,moderador,moderadora,modera,moderadores,moderan,moderateur,moderatrice,
                modere par,
                animateur,animatrice,anime par,animation,facilitator,facilitador,facilitadora,facilitateur,facilitatrice,
                moderation,moderacion,modere,conduce,mediador,mediadora,moderado por
                """
            ),
            (
                .panellist,
                """
                panelist,panelists,panellist,panellists,panelista,panelistas,paneliste,panelistes,discussant,discussants,
                comentarista,comentaristas,debatedor,discutant,discutante,discutants,panel members
                """
            ),
            (
                .chair,
                """
                chair,chairs,chaired by,session chair,session chairs,co-chair,co-chairs,chairperson,chairman,chairwoman,preside,
                presidente de mesa,president de seance,presidente de seance,presidence,preside par,presidido por,coordina,
                coordinador,coordinadora,convenor,convener,president de session,chairpersons
                """
            ),
            (.host, "host,hosts,hosted by,mc,master of ceremonies,maestro de ceremonias,anfitrion,anfitriona,conductor,emcee"),
            (.interpreter, "interpreter,interpreters,interprete,interpretes"),
        ]
        var table: [String: AppearanceRole] = [:]
        for (role, list) in lists {
            for label in list.split(whereSeparator: { $0 == "," || $0.isNewline }) {
                table[label.trimmingCharacters(in: .whitespaces)] = role
            }
        }
        return table
    }()
    private static let openings: [(words: String, role: AppearanceRole)] = [
        ("moderated by ", .moderator), ("chaired by ", .chair), ("presented by ", .speaker), ("hosted by ", .host),
        ("moderado por ", .moderator), ("moderada por ", .moderator), ("modere par ", .moderator), ("anime par ", .moderator),
        ("animee par ", .moderator), ("preside par ", .chair), ("presidee par ", .chair), ("presidido por ", .chair),
        ("sous la presidence de ", .chair), ("impartido por ", .speaker), ("delivered by ", .speaker), ("by ", .speaker),
        ("par ", .speaker), ("por ", .speaker), ("a cargo de ", .speaker), ("facilitated by ", .moderator),
    ]

    /// "Moderator: Dr X, University of Y"; the list is empty where the names follow on the next lines.
    static func labelled(_ text: AgendaText) -> (role: AppearanceRole, speakers: [AgendaSpeaker])? {
        guard let (role, cut) = label(text, at: 0) else { return opening(text) }
        var value = text.from(cut)
        var speakers: [AgendaSpeaker] = []
        var current = role
        // "Moderator: X. Speakers: Y, Z" in one line.
        var index = 1
        while index < value.count {
            if AgendaStepReader(value.bytes, at: index).isAtWordStart, AgendaText.isLetter(value.bytes[index]),
                let (next, end) = label(value, at: index)
            {
                speakers += AgendaPersonReader.list(value.upTo(index), role: current)
                current = next
                value = value.from(end)
                index = 1
                continue
            }
            index += 1
        }
        return (role, speakers + AgendaPersonReader.list(value, role: current))
    }

    private static func opening(_ text: AgendaText) -> (role: AppearanceRole, speakers: [AgendaSpeaker])? {
        var steps = AgendaStepReader(text.bytes)
        for (words, role) in openings where steps.take(word: words) {
            let value = text.from(steps.at)
            guard AgendaPersonReader.person(value, role: role) != nil || AgendaPersonReader.list(value, role: role).count > 1
            else { return nil }
            return (role, AgendaPersonReader.list(value, role: role))
        }
        return nil
    }

    /// A known label with its colon (or dash) at this place.
    private static func label(_ text: AgendaText, at start: Int) -> (AppearanceRole, Int)? {
        var words: [UInt8] = []
        var index = start
        while index < text.count, index - start < 34 {
            let byte = text.bytes[index]
            if byte == 0x3A { break }
            if byte == 0x2D, index > start, AgendaText.isBlank(text.bytes[index - 1]) { break }
            words.append(byte)
            index += 1
        }
        guard index < text.count, text.bytes[index] == 0x3A || text.bytes[index] == 0x2D else { return nil }
        var name = String(decoding: words.map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self)
        for ending in [
            "(s)", "(es)", "(a)", "(as)", "/a", "/as", "/es", "(e)", "(e)s", "(ne)", "(trice)", "/trice", ".e.s", ".e",
        ] {
            if let cut = name.range(of: ending) { name.removeSubrange(cut) }
        }
        name = name.split(whereSeparator: { $0 == " " || $0.isNumber || $0 == "\t" || $0 == "." }).joined(separator: " ")
        return labels[name].map { ($0, index + 1) }
    }

    /// Takes people off the end of a title: "Welcome (Dr X)", "Keynote: Prof. X, University of Y", "Title – X (Univ)".
    static func fromTitle(_ text: AgendaText) -> (title: AgendaText, speakers: [AgendaSpeaker])? {
        guard text.count <= 600 else { return nil }
        if let found = inParentheses(text) ?? afterWord(text) ?? afterSign(text) { return found }
        return nil
    }

    private static func inParentheses(_ text: AgendaText) -> (AgendaText, [AgendaSpeaker])? {
        guard text.bytes.last == 0x29, let open = text.bytes.lastIndex(of: 0x28), open > 0 else { return nil }
        let inside = text.part((open + 1)..<(text.count - 1))
        if let (_, speakers) = labelled(inside), !speakers.isEmpty { return (text.upTo(open), speakers) }
        let speakers = AgendaPersonReader.list(inside, role: .speaker)
        guard !speakers.isEmpty, AgendaPersonReader.isCertain(inside) else { return nil }
        return (text.upTo(open), speakers)
    }

    /// "… by Dr X", "… par M. Y", "… a cargo de …": only before someone with a title or an affiliation.
    private static func afterWord(_ text: AgendaText) -> (AgendaText, [AgendaSpeaker])? {
        for start in text.bytes.indices.dropFirst() {
            guard AgendaStepReader(text.bytes, at: start).isAtWordStart, AgendaText.isLetter(text.bytes[start]) else { continue }
            var steps = AgendaStepReader(text.bytes, at: start)
            guard steps.take(oneOf: ["by", "par", "por", "a cargo de", "with", "avec", "con"]) != nil, steps.byte() == 0x20 else {
                continue
            }
            let tail = text.from(steps.at)
            let speakers = AgendaPersonReader.list(tail, role: .speaker)
            if !speakers.isEmpty, AgendaPersonReader.isCertain(tail) {
                let title = text.upTo(start)
                var end = title.count
                while end > 0, [0x2C, 0x2D, 0x2E, 0x3A, 0x20].contains(title.bytes[end - 1]) { end -= 1 }
                return (title.upTo(end), speakers)
            }
        }
        return nil
    }

    /// After a colon, a dash or a stroke with blanks around it.
    private static func afterSign(_ text: AgendaText) -> (AgendaText, [AgendaSpeaker])? {
        var tries = 0
        for index in text.bytes.indices.dropFirst() {
            let byte = text.bytes[index]
            let isSign = byte == 0x3A && AgendaStepReader(text.bytes, at: index).byte(1) == 0x20
            let isDash =
                (byte == 0x2D || byte == 0x7C || byte == 0x2F || byte == 0x2C)
                && AgendaStepReader(text.bytes, at: index).byte(1) == 0x20
                && (byte == 0x2C || text.bytes[index - 1] == 0x20)
            guard isSign || isDash else { continue }
            tries += 1
            if tries > 6 { return nil }
            let tail = text.from(index + 1)
            if let (_, speakers) = labelled(tail), !speakers.isEmpty { return (text.upTo(index), speakers) }
            let speakers = AgendaPersonReader.list(tail, role: .speaker)
            let isPerson = byte == 0x2C ? AgendaPersonReader.hasHonorific(tail) : AgendaPersonReader.isCertain(tail)
            if !speakers.isEmpty, isPerson || (isDash && byte != 0x2C && AgendaPersonReader.isLikely(tail)) {
                return (text.upTo(index), speakers)
            }
        }
        return nil
    }
}
