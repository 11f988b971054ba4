import Base

/// Where a person worked, as what and when; open at either end if that is not known or not over.
package struct Affiliation: Hashable, Sendable, Codable {
    package var id: Identifier
    package var person: Identifier
    package var organisation: Identifier
    /// Her title there, as it is to be printed: “Vice President”.
    package var title: String
    package var from: CalendarDate?
    /// The last day.
    package var until: CalendarDate?

    package init(
        id: Identifier, person: Identifier, organisation: Identifier, title: String, from: CalendarDate? = nil,
        until: CalendarDate? = nil
    ) {
        self.id = id
        self.person = person
        self.organisation = organisation
        self.title = title
        self.from = from
        self.until = until
    }

    package func holds(on day: CalendarDate) -> Bool {
        (from.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true)
    }
}
