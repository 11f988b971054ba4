import Base

/// What is missing from a session, and what is too close for people to manage.
enum ProgrammeGaps {
    /// Kinds that somebody stands up for.
    private static let spoken: Set<ItemKind> = [.keynote, .report, .talk, .roundtable, .plenary, .workshop, .remarks]
    /// Kinds that people choose by their text.
    private static let described: Set<ItemKind> = [.keynote, .talk, .roundtable, .workshop]

    static func warnings(
        of session: Session, hasRooms: Bool, availability: [String: [Availability]]
    ) -> [ProgrammeWarning] {
        var found: [ProgrammeWarning] = []
        func warn(_ code: ProgrammeWarning.Code, _ arguments: [String: String] = [:]) {
            found.append(ProgrammeWarning(code: code, session: session.id, other: nil, arguments: arguments))
        }
        if spoken.contains(session.kind), !session.isInternal, session.appearances.allSatisfy({ $0.name.isEmpty }) {
            warn(.noSpeaker)
        }
        if described.contains(session.kind), !session.isInternal, session.abstract.isEmpty, session.detail.description.isEmpty {
            warn(.noText)
        }
        if hasRooms, session.room == nil, described.contains(session.kind) { warn(.noRoom) }
        for one in session.appearances where one.presence == .inRoom || one.presence == .online {
            guard let key = SpeakerKey(one), let spans = availability[key.text], !spans.isEmpty else { continue }
            if !spans.contains(where: { $0.covers(session) }) { warn(.unavailable, ["name": one.name]) }
        }
        return found
    }

    /// Somebody has to be in two rooms with fewer minutes between than the way takes. Looked for person by person, so that
    /// it takes no longer for many sessions than sorting them does.
    static func tight(_ programme: Programme) -> [ProgrammeWarning] {
        var stays: [String: [(session: Session, name: String)]] = [:]
        for session in programme.sessions where session.room != nil {
            for person in ProgrammeRules.present(session) { stays[person.key, default: []].append((session, person.name)) }
        }
        return stays.sorted { $0.key < $1.key }.flatMap { _, all -> [ProgrammeWarning] in
            let ordered = all.sorted {
                ($0.session.date, $0.session.start, $0.session.id) < ($1.session.date, $1.session.start, $1.session.id)
            }
            return zip(ordered, ordered.dropFirst()).compactMap { first, second in
                let gap = second.session.start.minutes - first.session.end.minutes
                guard first.session.date == second.session.date, first.session.room != second.session.room,
                    (0..<ProgrammeRules.walk).contains(gap)
                else { return nil }
                return ProgrammeWarning(
                    code: .tooTight, session: second.session.id, other: first.session.id,
                    arguments: ["name": second.name, "minutes": String(gap)])
            }
        }
    }
}
