import Base
import Store

/// The tracks of a draft: as the rooms, they are planned with the rest and shown by the next release.
package enum TrackActions {
    package static func add(_ name: Localized, colour: String?, to event: Event, by viewer: Viewer?, in tx: Writer) throws
        -> Track
    {
        let viewer = try viewer.demand(.editor, in: event.id)
        return try UndoActions.remembering("programme.addTrack", event, by: viewer, in: tx) {
            let tracks = try ProgrammeStore.draft(of: event, in: tx).tracks
            let track = Track(id: tx.newID(), name: name, position: (tracks.map(\.position).max() ?? 0) + 1, colour: colour)
            try check(track, among: tracks)
            try ProgrammeStore.insert(track, of: event.id, in: tx)
            try record("programme.addTrack", event, nil, json(track), by: viewer, in: tx)
            return track
        }
    }

    package static func change(
        _ id: Identifier, name: Localized, colour: String?, of event: Event, by viewer: Viewer?, in tx: Writer
    ) throws -> Track {
        let viewer = try viewer.demand(.editor, in: event.id)
        return try UndoActions.remembering("programme.changeTrack", event, by: viewer, in: tx) {
            let tracks = try ProgrammeStore.draft(of: event, in: tx).tracks
            guard let old = tracks.first(where: { $0.id == id }) else {
                throw Refusal(.notFound, "programme.refusal.noTrack")
            }
            var track = old
            track.name = name
            track.colour = colour
            try check(track, among: tracks.filter { $0.id != id })
            try ProgrammeStore.update(track, of: event.id, in: tx)
            try record("programme.changeTrack", event, json(old), json(track), by: viewer, in: tx)
            return track
        }
    }

    /// Takes away a track; its sessions, placed or not, stay without one.
    @discardableResult
    package static func remove(_ id: Identifier, of event: Event, by viewer: Viewer?, in tx: Writer) throws -> Track {
        let viewer = try viewer.demand(.editor, in: event.id)
        return try UndoActions.remembering("programme.removeTrack", event, by: viewer, in: tx) {
            let draft = try ProgrammeStore.draft(of: event, in: tx)
            guard let track = draft.track(id) else { throw Refusal(.notFound, "programme.refusal.noTrack") }
            var next = draft
            for index in next.sessions.indices where next.sessions[index].track == id { next.sessions[index].track = nil }
            for index in next.unplaced.indices where next.unplaced[index].track == id { next.unplaced[index].track = nil }
            next.tracks.removeAll { $0.id == id }
            let version = try record("programme.removeTrack", event, json(track), nil, by: viewer, in: tx)
            try ProgrammeStore.replace(draft, with: next, of: event.id, version: version, in: tx)
            return track
        }
    }

    private static func check(_ track: Track, among others: [Track]) throws {
        guard !track.name.isEmpty else { throw Refusal(.invalid, "programme.refusal.trackName", field: "name") }
        guard track.name.texts.values.allSatisfy({ $0.count <= 200 }) else {
            throw Refusal(.invalid, "api.fault.long", ["most": "200"], field: "name")
        }
        guard track.colour.map(isColour) ?? true else { throw Refusal(.invalid, "programme.refusal.colour", field: "colour") }
        let names = Set(track.name.texts.values.map(folded))
        guard !others.contains(where: { !names.isDisjoint(with: $0.name.texts.values.map(folded)) }) else {
            throw Refusal(.conflict, "programme.refusal.trackTwice", field: "name")
        }
    }

    /// `#rrggbb` in lower case.
    private static func isColour(_ text: String) -> Bool {
        text.utf8.count == 7 && text.utf8.first == UInt8(ascii: "#")
            && text.utf8.dropFirst().allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    }

    @discardableResult
    private static func record(
        _ verb: String, _ event: Event, _ before: String?, _ after: String?, by viewer: Viewer, in tx: Writer
    ) throws -> Int {
        try tx.audit(verb, by: viewer.person, on: "event", event.id, before: before, after: after)
        try tx.note(Note(name: "programme.changed", reference: event.reference, payload: ["verb": verb]))
        return try ProgrammeStore.advance(event.id, in: tx)
    }
}
