import Base

/// When somebody was there: what certificates and figures are made from.
package struct Attendance: Hashable, Sendable {
    /// She came in for the first time, at whatever door.
    package var first: Instant
    /// She went out for the last time; nil if nobody saw her go after she had come in last.
    package var last: Instant?
    /// The sessions at whose doors she was let in.
    package var sessions: Set<Identifier>
    package init(first: Instant, last: Instant? = nil, sessions: Set<Identifier> = []) {
        self.first = first
        self.last = last
        self.sessions = sessions
    }
}

/// What happened at one door so far.
package struct DoorCount: Hashable, Sendable {
    package let door: Identifier
    package let scans: Int
    /// How many were let in, each once.
    package let people: Int
    package let conflicts: Int
    package let last: Instant?
    package init(door: Identifier, scans: Int, people: Int, conflicts: Int, last: Instant?) {
        self.door = door
        self.scans = scans
        self.people = people
        self.conflicts = conflicts
        self.last = last
    }
}

/// How many came to the whole event, or to one session, and how many are there now.
package struct PlaceAttendance: Hashable, Sendable {
    /// Nil for the whole event.
    package let session: Identifier?
    package let came: Int
    package let inside: Int
    package init(session: Identifier?, came: Int, inside: Int) {
        self.session = session
        self.came = came
        self.inside = inside
    }
}
