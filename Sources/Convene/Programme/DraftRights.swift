import Base

/// What somebody may change in the draft of an event: all of it, or the sessions of some tracks.
package struct DraftRights: Hashable, Sendable {
    package let isEditor: Bool
    /// The tracks whose sessions she looks after, if she does not edit the whole.
    package let tracks: Set<Identifier>

    package init(_ viewer: Viewer?, in event: Identifier) {
        isEditor = viewer?.may(.editor, in: event) == true
        tracks = viewer?.parts(.editor, in: event) ?? []
    }

    /// Is there anything that she may change?
    package var isSome: Bool { isEditor || !tracks.isEmpty }

    package func mayChange(in track: Identifier?) -> Bool { isEditor || track.map(tracks.contains) == true }
    package func mayChange(_ session: Session) -> Bool { mayChange(in: session.track) }

    /// The tracks in which she may put a session, in the programme's order.
    package func choice(_ programme: Programme) -> [Track] {
        programme.tracks.filter { mayChange(in: $0.id) }
    }

    /// Was, or would be, everything that a step touched hers to change?
    package func mayChange(_ delta: ProgrammeDelta) -> Bool {
        if isEditor { return true }
        guard delta.rooms.isEmpty, delta.tracks.isEmpty, delta.days.isEmpty else { return false }
        return delta.sessions.allSatisfy { change in
            [change.before, change.after].compactMap { $0 }.allSatisfy { mayChange($0.session) }
        }
    }
}
