import Base

/// How many people, organisations and countries: of those who registered, of those who came, session by session.
package struct AttendanceFigures: Hashable, Sendable {
    package struct Count: Hashable, Sendable {
        package var people = 0
        package var organisations = 0
        package var countries = 0
        package init(people: Int = 0, organisations: Int = 0, countries: Int = 0) {
            self.people = people
            self.organisations = organisations
            self.countries = countries
        }

        /// An organisation of the register is one whatever somebody wrote; others are told apart by what was written. Whoever
        /// gave no organisation or country counts as a person alone.
        package init(of people: [Registration]) {
            self.people = people.count
            organisations = Set(people.compactMap(Count.organisation)).count
            countries = Set(people.map(\.holder.country).filter { !$0.isEmpty }).count
        }

        private static func organisation(_ one: Registration) -> String? {
            if let known = one.organisation { return known.text }
            let written = one.holder.organisation.map(SearchFolding.folded).joined()
            return written.isEmpty ? nil : "written " + written
        }
    }

    package struct Line: Hashable, Sendable {
        package let session: Session
        package let count: Count
    }

    package let registered: Count
    /// Let in at a door, or marked as there on line.
    package let came: Count
    /// Of them those who came into the room.
    package let inRoom: Int
    /// In the order of the programme; only sessions at whose doors somebody was let in.
    package let sessions: [Line]

    /// `confirmed`: with what speaks for each that she was there.
    package init(
        _ evidence: [CertificateRules.Evidence], attended: [Identifier: Attendance], programme: Programme?
    ) {
        let there = evidence.filter { $0.wasScanned || $0.isMarked }
        registered = Count(of: evidence.map(\.registration))
        came = Count(of: there.map(\.registration))
        inRoom = evidence.filter { $0.wasScanned && $0.mode == .room }.count
        var bySession: [Identifier: [Registration]] = [:]
        for one in evidence {
            for session in attended[one.registration.id]?.sessions ?? [] {
                bySession[session, default: []].append(one.registration)
            }
        }
        sessions = (programme?.sessions ?? []).compactMap { session in
            bySession[session.id].map { Line(session: session, count: Count(of: $0)) }
        }
    }

    /// What the doors say about a unit of `EventFigure`; nil for what they cannot know.
    package func value(_ unit: String) -> Int? {
        switch unit {
        case "people": came.people
        case "inPerson": inRoom
        case "organisations": came.organisations
        case "countries": came.countries
        default: nil
        }
    }
    package static let units = ["people", "inPerson", "organisations", "countries"]
}
