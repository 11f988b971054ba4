import Base

/// A part of a programme that has a calendar of its own.
package enum ProgrammePart: Hashable, Sendable {
    case room(Identifier)
    case track(Identifier)
    case speaker(SpeakerKey)

    package func holds(_ session: Session) -> Bool {
        switch self {
        case .room(let id): session.room == id
        case .track(let id): session.track == id
        case .speaker(let key): session.appearances.contains { SpeakerKey($0) == key }
        }
    }

    /// What the part is called; empty if the programme knows it no more.
    package func name(in programme: Programme, items: [Session]) -> Localized {
        switch self {
        case .room(let id): programme.room(id)?.name ?? .empty
        case .track(let id): programme.track(id)?.name ?? .empty
        case .speaker(let key):
            Localized(SpeakerKey.name(of: items.flatMap(\.appearances).filter { SpeakerKey($0) == key }))
        }
    }
}
