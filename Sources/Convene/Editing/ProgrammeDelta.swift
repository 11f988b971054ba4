import Base

/// What one step of editing touched, before and after: enough to go back, and to see whether somebody else has touched
/// the same since.
package struct ProgrammeDelta: Hashable, Sendable, Codable {
    /// A session and whether it has a place.
    package struct Standing: Hashable, Sendable, Codable {
        package var session: Session
        package var isPlaced: Bool
    }
    package struct Change<Value: Hashable & Sendable & Codable>: Hashable, Sendable, Codable {
        package var before: Value?
        package var after: Value?
        package var reversed: Change { Change(before: after, after: before) }
    }
    package var sessions: [Change<Standing>] = []
    package var rooms: [Change<Room>] = []
    package var tracks: [Change<Track>] = []
    package var days: [Change<ProgrammeDay>] = []

    package init() {}
    package init(from old: Programme, to new: Programme) {
        sessions = ProgrammeDelta.changes(ProgrammeDelta.standings(old), ProgrammeDelta.standings(new)) { $0.session.id.text }
        rooms = ProgrammeDelta.changes(old.rooms, new.rooms) { $0.id.text }
        tracks = ProgrammeDelta.changes(old.tracks, new.tracks) { $0.id.text }
        days = ProgrammeDelta.changes(old.days, new.days) { $0.date.description }
    }

    package var isEmpty: Bool { sessions.isEmpty && rooms.isEmpty && tracks.isEmpty && days.isEmpty }
    package var reversed: ProgrammeDelta {
        var copy = ProgrammeDelta()
        copy.sessions = sessions.map(\.reversed)
        copy.rooms = rooms.map(\.reversed)
        copy.tracks = tracks.map(\.reversed)
        copy.days = days.map(\.reversed)
        return copy
    }

    /// The programme with every `after` in the place of its `before`; nil if something that it touches is not as `before`
    /// says: somebody has changed it since, and going back would throw that away.
    package func applied(to programme: Programme) -> Programme? {
        var copy = programme
        guard let standings = ProgrammeDelta.apply(sessions, to: ProgrammeDelta.standings(programme), by: { $0.session.id.text }),
            let rooms = ProgrammeDelta.apply(rooms, to: programme.rooms, by: { $0.id.text }),
            let tracks = ProgrammeDelta.apply(tracks, to: programme.tracks, by: { $0.id.text }),
            let days = ProgrammeDelta.apply(days, to: programme.days, by: { $0.date.description })
        else { return nil }
        copy.sessions = standings.filter(\.isPlaced).map(\.session)
        copy.unplaced = standings.filter { !$0.isPlaced }.map(\.session)
        copy.rooms = rooms
        copy.tracks = tracks
        copy.days = days
        copy.sort()
        return copy.isWhole ? copy : nil
    }

    private static func standings(_ programme: Programme) -> [Standing] {
        programme.sessions.map { Standing(session: $0, isPlaced: true) }
            + programme.unplaced.map { Standing(session: $0, isPlaced: false) }
    }

    private static func changes<Value>(_ old: [Value], _ new: [Value], by key: (Value) -> String) -> [Change<Value>] {
        let before = Dictionary(old.map { (key($0), $0) }, uniquingKeysWith: { first, _ in first })
        let kept = Set(new.map(key))
        let altered = new.filter { before[key($0)] != $0 }.map { Change(before: before[key($0)], after: $0) }
        return altered + old.filter { !kept.contains(key($0)) }.map { Change(before: $0, after: nil) }
    }

    private static func apply<Value>(_ changes: [Change<Value>], to values: [Value], by key: (Value) -> String) -> [Value]? {
        var order = values.map(key)
        var found = Dictionary(values.map { (key($0), $0) }, uniquingKeysWith: { first, _ in first })
        for change in changes {
            guard let name = (change.before ?? change.after).map(key), found[name] == change.before else { return nil }
            if found[name] == nil { order.append(name) }
            found[name] = change.after
        }
        return order.compactMap { found[$0] }
    }
}

extension Programme {
    /// Every session stands in a room, on a day and in a track that there are.
    package var isWhole: Bool {
        let known = Set(rooms.map(\.id))
        let threads = Set(tracks.map(\.id))
        let dates = Set(days.map(\.date))
        return sessions.allSatisfy { dates.contains($0.date) }
            && (sessions + unplaced).allSatisfy { one in
                one.room.map { known.contains($0) } ?? true && one.track.map { threads.contains($0) } ?? true
            }
    }
}
