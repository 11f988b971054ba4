import Base

/// The plan of an event as the interface for programs shows it.
struct ApiPlan: Encodable, Hashable {
    struct Day: Encodable, Hashable {
        let date: String
        /// The conference clock at which the day ends, at the earliest 24:00.
        let ends: String
        init(_ day: ProgrammeDay) {
            date = day.date.description
            ends = day.ends.description
        }
    }
    struct Place: Encodable, Hashable {
        let id: String
        let name: [String: String]
        let position: Int
        let capacity: Int?
        init(_ room: Room) {
            id = room.id.text
            name = room.name.texts
            position = room.position
            capacity = room.capacity
        }
    }
    struct Thread: Encodable, Hashable {
        let id: String
        let name: [String: String]
        let position: Int
        let colour: String?
        init(_ track: Track) {
            id = track.id.text
            name = track.name.texts
            position = track.position
            colour = track.colour
        }
    }
    let zone: String
    let days: [Day]
    let rooms: [Place]
    let tracks: [Thread]
    let sessions: [ApiSession]

    init(_ programme: Programme) {
        let known = Zone(programme.zone)
        zone = programme.zone
        days = programme.days.map(Day.init)
        rooms = programme.rooms.map(Place.init)
        tracks = programme.tracks.map(Thread.init)
        sessions = programme.sessions.map { ApiSession($0, zone: known) }
    }
}

/// A release without its plan.
struct ApiReleaseHead: Encodable, Hashable {
    let number: Int
    let at: String
    let message: [String: String]
    /// SHA-256 of the programme's canonical form.
    let digest: String
    /// The number of the release that it brought back.
    let restores: Int?

    init(_ head: ReleaseHead) {
        number = head.number
        at = head.at.description
        message = head.message.texts
        digest = head.digest
        restores = head.restores
    }
}

struct ApiReleasePart: Encodable, Hashable {
    let items: [ApiReleaseHead]
    let next: String?
}

/// What the public sees: a release with its plan.
struct ApiRelease: Encodable, Hashable {
    let event: String
    let release: ApiReleaseHead
    let plan: ApiPlan

    init(_ event: Event, _ release: Release) {
        self.event = event.slug
        self.release = ApiReleaseHead(release.head)
        plan = ApiPlan(release.programme)
    }
}

/// What its editors work on.
struct ApiDraft: Encodable, Hashable {
    let event: String
    /// Rises with every change.
    let version: Int
    let plan: ApiPlan
    /// What has no place yet. Date and start of such a session say nothing.
    let unplaced: [ApiSession]

    init(_ event: Event, _ programme: Programme, version: Int) {
        let zone = Zone(programme.zone)
        self.event = event.slug
        self.version = version
        plan = ApiPlan(programme)
        unplaced = programme.unplaced.map { ApiSession($0, zone: zone) }
    }
}
