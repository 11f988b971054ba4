import Base

/// When the first session of a released programme begins and the last one ends.
package struct ProgrammeHours: Hashable, Sendable {
    package let start: Instant
    package let end: Instant
    package let zone: Zone
    /// The number of the release.
    package let release: Int

    /// Nil for a programme without sessions.
    package init?(_ release: Release) {
        let zone = Zone(release.programme.zone) ?? .utc
        let spans = release.programme.sessions.filter { !$0.isInternal }.map { session in
            let start = ProgrammeView.instant(session.date, session.start, zone)
            return (start, start.adding(minutes: max(0, session.minutes)))
        }
        guard let start = spans.map(\.0).min(), let end = spans.map(\.1).max(), start < end else { return nil }
        self.start = start
        self.end = end
        self.zone = zone
        self.release = release.number
    }
}
