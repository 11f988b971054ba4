import Base
import Foundation

/// Something about a draft that its editor should know; the page says it in the reader's words
/// (`programme.warning.<code>`).
package struct ProgrammeWarning: Hashable, Sendable {
    package enum Code: String, CaseIterable, Sendable, Hashable {
        case noTitle, noLength, outsideDay, noDay, skippedTime, doubledTime, roomOverlap, personTwice, slotsOutside
        case houseOverlap, tooTight, unavailable, noSpeaker, noText, noRoom

        /// A release must not freeze it: the time does not exist or there is nothing to show.
        package var blocksRelease: Bool {
            switch self {
            case .noTitle, .noLength, .noDay, .skippedTime, .doubledTime: true
            case .outsideDay, .roomOverlap, .personTwice, .slotsOutside, .houseOverlap, .tooTight, .unavailable, .noSpeaker,
                .noText, .noRoom:
                false
            }
        }
    }
    package let code: Code
    package let session: Identifier
    /// The other session of a collision.
    package let other: Identifier?
    package let arguments: [String: String]
}

/// What is checked of a draft. Nothing here refuses an edit: a draft may be unfinished.
package enum ProgrammeRules {
    /// Minutes that people need from one room to another.
    package static let walk = 5

    /// In the order of the programme's sessions. `availability` says when speakers can come, by their keys.
    package static func warnings(
        of programme: Programme, availability: [String: [Availability]] = [:]
    ) -> [ProgrammeWarning] {
        let zone = Zone(programme.zone)
        let days = Dictionary(programme.days.map { ($0.date, $0) }, uniquingKeysWith: { first, _ in first })
        return programme.sessions.flatMap { session in
            alone(session, day: days[session.date], zone: zone)
                + ProgrammeGaps.warnings(of: session, hasRooms: !programme.rooms.isEmpty, availability: availability)
        } + collisions(programme) + ProgrammeGaps.tight(programme)
    }

    private static func alone(_ session: Session, day: ProgrammeDay?, zone: Zone?) -> [ProgrammeWarning] {
        var found: [ProgrammeWarning] = []
        func warn(_ code: ProgrammeWarning.Code, _ arguments: [String: String] = [:]) {
            found.append(ProgrammeWarning(code: code, session: session.id, other: nil, arguments: arguments))
        }
        if session.title.isEmpty { warn(.noTitle) }
        if session.minutes <= 0 { warn(.noLength, ["start": session.start.description, "end": session.end.description]) }
        if let day {
            if session.end > day.ends || session.start.minutes < 0 { warn(.outsideDay, ["ends": day.ends.description]) }
        } else {
            warn(.noDay, ["date": session.date.description])
        }
        if session.slots.contains(where: { $0.start < session.start || $0.start.adding(minutes: $0.minutes) > session.end }) {
            warn(.slotsOutside)
        }
        if let zone {
            for time in Set([session.start, session.end]).sorted() {
                let wall = ["time": time.onTheWall, "zone": zone.city]
                switch zone.reading(session.date, time) {
                case .once: break
                case .skipped: warn(.skippedTime, wall)
                case .twice: warn(.doubledTime, wall)
                }
            }
        }
        return found
    }

    /// Each pair of sessions of one time is looked at once, days one by one.
    private static func collisions(_ programme: Programme) -> [ProgrammeWarning] {
        Dictionary(grouping: programme.sessions, by: \.date).sorted { $0.key < $1.key }.flatMap { _, sessions in
            let ordered = sessions.sorted { ($0.start, $0.id) < ($1.start, $1.id) }
            return ordered.indices.flatMap { index in
                ordered[(index + 1)...].prefix { $0.start < ordered[index].end }
                    .flatMap { meeting(ordered[index], $0, programme) }
            }
        }
    }

    private static func meeting(_ first: Session, _ second: Session, _ programme: Programme) -> [ProgrammeWarning] {
        var found: [ProgrammeWarning] = []
        if let room = first.room, room == second.room {
            found.append(ProgrammeWarning(code: .roomOverlap, session: second.id, other: first.id, arguments: [:]))
        }
        if (first.room == nil) != (second.room == nil), !first.isInternal, !second.isInternal {
            found.append(ProgrammeWarning(code: .houseOverlap, session: second.id, other: first.id, arguments: [:]))
        }
        let busy = Dictionary(present(first).map { ($0.key, $0.name) }, uniquingKeysWith: { name, _ in name })
        for person in present(second) where busy[person.key] != nil {
            found.append(
                ProgrammeWarning(code: .personTwice, session: second.id, other: first.id, arguments: ["name": person.name]))
        }
        return found
    }

    /// Who must be there at that time: a recording or a text read out needs nobody. Names are compared folded; one name
    /// counts once a session.
    static func present(_ session: Session) -> [(key: String, name: String)] {
        var seen: Set<String> = []
        return session.appearances.filter { $0.presence == .inRoom || $0.presence == .online }
            .map { (key: $0.person?.text ?? folded($0.name), name: $0.name) }
            .filter { !$0.key.isEmpty && seen.insert($0.key).inserted }
    }
}

/// A text as it is compared: without case, accents, width and outer or double blanks.
package func folded(_ text: String) -> String {
    singleLine(text).folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
}
