import Base

/// How many registered and how many came, for programs.
struct ApiAttendance: Encodable, Hashable {
    struct Count: Encodable, Hashable {
        let people: Int
        let organisations: Int
        let countries: Int
        init(_ count: AttendanceFigures.Count) {
            people = count.people
            organisations = count.organisations
            countries = count.countries
        }
    }
    struct Line: Encodable, Hashable {
        let session: String
        let count: Count
    }
    struct Place: Encodable, Hashable {
        let category: String
        /// Absent where there is no limit.
        let capacity: Int?
        let taken: Int
        /// How many registrations are in each state.
        let states: [String: Int]
    }
    /// Who has a confirmed registration.
    let registered: Count
    /// Of them those who were let in at a door or marked as there on line.
    let came: Count
    let inRoom: Int
    /// Sessions at whose doors somebody was let in.
    let sessions: [Line]
    let places: [Place]

    init(_ figures: AttendanceFigures, places: [Place]) {
        registered = Count(figures.registered)
        came = Count(figures.came)
        inRoom = figures.inRoom
        sessions = figures.sessions.map { Line(session: $0.session.id.text, count: Count($0.count)) }
        self.places = places
    }
}

extension ApiAttendance.Place {
    init(_ category: PlaceCategory, _ count: PlaceCount, _ states: [Registration.State: Int]) {
        self.category = category.id.text
        capacity = count.isUnlimited ? nil : count.capacity
        taken = count.taken
        self.states = Dictionary(states.map { ($0.key.rawValue, $0.value) }, uniquingKeysWith: +)
    }
}
