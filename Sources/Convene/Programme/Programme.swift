import Base

/// A programme as a value: what a draft holds and what a release freezes. Times are wall times of `zone`.
package struct Programme: Hashable, Sendable, Codable {
    package var zone: String
    package var days: [ProgrammeDay]
    package var rooms: [Room]
    package var tracks: [Track]
    /// In the order of the day: by date, start, room, id.
    package var sessions: [Session]
    /// Of a draft alone: what has no place yet. Date and start of such a session say nothing.
    package var unplaced: [Session]

    package init(
        zone: String, days: [ProgrammeDay] = [], rooms: [Room] = [], tracks: [Track] = [], sessions: [Session] = [],
        unplaced: [Session] = []
    ) {
        self.zone = zone
        self.days = days
        self.rooms = rooms
        self.tracks = tracks
        self.sessions = sessions
        self.unplaced = unplaced
    }

    package func room(_ id: Identifier?) -> Room? { rooms.first { $0.id == id } }
    package func track(_ id: Identifier?) -> Track? { tracks.first { $0.id == id } }
    /// A session that has its place.
    package func session(_ id: Identifier) -> Session? { sessions.first { $0.id == id } }
    /// A session, placed or not.
    package func anySession(_ id: Identifier) -> Session? { session(id) ?? unplaced.first { $0.id == id } }

    /// What a release shows of this draft: nothing without a place, nothing internal.
    package var published: Programme {
        var copy = self
        copy.unplaced = []
        copy.sessions.removeAll(where: \.isInternal)
        return copy
    }

    /// The order of days, then of the hall's rooms: what exports and comparisons rely on.
    package mutating func sort() {
        let position = Dictionary(uniqueKeysWithValues: rooms.map { ($0.id, $0.position) })
        days.sort { $0.date < $1.date }
        rooms.sort { ($0.position, $0.id.text) < ($1.position, $1.id.text) }
        tracks.sort { ($0.position, $0.id.text) < ($1.position, $1.id.text) }
        unplaced.sort { $0.id < $1.id }
        sessions.sort { left, right in
            let places = (left.room.flatMap { position[$0] } ?? Int.max, right.room.flatMap { position[$0] } ?? Int.max)
            return (left.date, left.start, places.0, left.id.text) < (right.date, right.start, places.1, right.id.text)
        }
    }
}

/// A conference day: it may run past midnight and ends at a chosen hour.
package struct ProgrammeDay: Hashable, Sendable, Codable {
    package var date: CalendarDate
    /// Where the next day begins, at the earliest 24:00; 28:00 is four in the morning.
    package var ends: ClockTime
}

package struct Room: Hashable, Sendable, Codable {
    package var id: Identifier
    package var name: Localized
    package var position: Int
    package var capacity: Int?
}

/// A thread that runs through a programme: "Digital teaching", "Policy".
package struct Track: Hashable, Sendable, Codable {
    package var id: Identifier
    package var name: Localized
    package var position: Int
    /// `#rrggbb`, lower case; nil leaves the choice to the page.
    package var colour: String?
    package init(id: Identifier, name: Localized, position: Int, colour: String? = nil) {
        self.id = id
        self.name = name
        self.position = position
        self.colour = colour
    }
}

/// An item of the agenda.
package struct Session: Hashable, Sendable, Codable {
    package var id: Identifier
    /// The conference day that it belongs to; `start` may be past 24:00.
    package var date: CalendarDate
    package var start: ClockTime
    package var minutes: Int
    package var room: Identifier?
    package var kind: ItemKind
    package var title: Localized
    package var abstract: Localized
    /// The part of the programme that it stands in: "Opening Ceremony".
    package var section: Localized
    /// BCP 47 tags of what is spoken.
    package var languages: [String]
    package var appearances: [Appearance]
    /// The block's slots, one after the other: "5 × 8 min".
    package var slots: [Slot]
    package var track: Identifier?
    /// Build-up, briefings: planned with the rest and never published.
    package var isInternal = false
    package var detail = SessionDetail()

    package init(
        id: Identifier, date: CalendarDate, start: ClockTime, minutes: Int, room: Identifier?, kind: ItemKind, title: Localized,
        abstract: Localized, section: Localized, languages: [String], appearances: [Appearance], slots: [Slot],
        track: Identifier? = nil, isInternal: Bool = false, detail: SessionDetail = SessionDetail()
    ) {
        self.id = id
        self.date = date
        self.start = start
        self.minutes = minutes
        self.room = room
        self.kind = kind
        self.title = title
        self.abstract = abstract
        self.section = section
        self.languages = languages
        self.appearances = appearances
        self.slots = slots
        self.track = track
        self.isInternal = isInternal
        self.detail = detail
    }

    package var end: ClockTime { start.adding(minutes: minutes) }
}

/// Someone in an item.
package struct Appearance: Hashable, Sendable, Codable {
    package var id: Identifier
    package var person: Identifier?
    /// The name as shown on the programme.
    package var name: String
    package var affiliation: String
    package var role: AppearanceRole
    package var presence: Presence
    /// Who reads it out, if `presence` is `readOut`.
    package var readBy: String
}

package struct Slot: Hashable, Sendable, Codable {
    package var id: Identifier
    package var start: ClockTime
    package var minutes: Int
    /// Empty: the page numbers it.
    package var title: Localized
}

extension Slot {
    /// A block that splits itself: as many slots of `each` minutes as fit into it.
    package static func split(start: ClockTime, minutes: Int, each: Int, id: (Int) -> Identifier) -> [Slot] {
        guard each > 0, minutes >= each else { return [] }
        return (0..<(minutes / each)).map { index in
            Slot(id: id(index), start: start.adding(minutes: index * each), minutes: each, title: .empty)
        }
    }
}
