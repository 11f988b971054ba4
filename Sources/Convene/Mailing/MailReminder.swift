import Base

/// So long before an event begins everybody who has a place is reminded of it, once.
package struct MailReminder: Hashable, Sendable {
    package let id: Identifier
    package let event: Identifier
    package let minutes: Int
    /// What was sent; nil while it is still to come.
    package let mailing: Identifier?

    package init(id: Identifier, event: Identifier, minutes: Int, mailing: Identifier? = nil) {
        self.id = id
        self.event = event
        self.minutes = minutes
        self.mailing = mailing
    }

    /// An hour to sixty days.
    package static let range = 60...86_400

    package func due(_ begins: Instant) -> Instant { begins.adding(minutes: -minutes) }

    /// When an event begins: with its first session, or with its first day where no programme is released.
    package static func begins(_ event: Event, _ hours: ProgrammeHours?) -> Instant {
        if let hours { return hours.start }
        return ProgrammeView.instant(event.first, ClockTime(minutes: 0), Zone(event.zone) ?? .utc)
    }

    /// Its time has come, and the event has not begun: a reminder afterwards would only embarrass.
    package func isDue(_ begins: Instant, at now: Instant) -> Bool {
        mailing == nil && now >= due(begins) && now < begins
    }
}
