import Base
import People

/// Everything that is told about one event, in the order in which it is shown.
package struct EventFile: Hashable, Sendable, Codable {
    package var event: Event
    /// In the order of their announcement: the last one holds.
    package var themes: [EventTheme]
    package var parties: [EventParty]
    package var figures: [EventFigure]
    package var outcomes: [EventOutcome]
    /// Those of the parties' organisations that are in the register: their names are kept there.
    package var organisations: [Identifier: Organisation]

    package init(
        event: Event, themes: [EventTheme] = [], parties: [EventParty] = [], figures: [EventFigure] = [],
        outcomes: [EventOutcome] = [], organisations: [Identifier: Organisation] = [:]
    ) {
        self.event = event
        self.themes = themes
        self.parties = parties
        self.figures = figures
        self.outcomes = outcomes
        self.organisations = organisations
    }

    package var theme: EventTheme? { themes.last }
    package func parties(_ role: PartyRole) -> [EventParty] { parties.filter { $0.role == role } }
    package func organisation(of party: EventParty) -> Organisation? { party.organisation.flatMap { organisations[$0] } }

    /// The party's own spelling on this event if there is one, else the register's name.
    package func name(of party: EventParty) -> Localized {
        guard party.name.isEmpty, let organisation = organisation(of: party) else { return party.name }
        return organisation.name(on: event.first)
    }
}

extension EventFile {
    /// The event that a start page shows: one that is on, else the next to come, else the last one that was.
    package static func current(of files: [EventFile], at now: Instant) -> EventFile? {
        let dated = files.map { (file: $0, today: (Zone($0.event.zone) ?? .utc).wall(at: now).date) }
        if let on = dated.first(where: { $0.file.event.days.contains($0.today) }) { return on.file }
        let coming = dated.filter { $0.file.event.first > $0.today }.min { $0.file.event.first < $1.file.event.first }
        return (coming ?? dated.max { $0.file.event.last < $1.file.event.last })?.file
    }
}

extension Event {
    /// What pages that list events depend on.
    package static let listTopic = "events"

    /// Three to sixty lower case letters, digits and single hyphens inside.
    package static func isSlug(_ text: String) -> Bool { text.utf8.count >= 3 && Organisation.isSlug(text) }
}
