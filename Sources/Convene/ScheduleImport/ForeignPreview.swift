import Base
import Formats

/// A stand-in for an event, so that a file can be looked at without one: its days are the file's own.
package enum ForeignPreview {
    /// The programme as if it had been published, for a file that is only converted.
    package static func release(of programme: Programme, _ event: Event) -> Release {
        // An identifier of its own: what is kept of a release is kept under it.
        Release(
            id: Identifier(at: Instant(seconds: 0)), event: event.id, number: 1, message: .empty, at: Instant(seconds: 0),
            by: nil, digest: "",
            restores: nil, programme: programme.published)
    }

    package static func event(of schedule: ForeignSchedule, zone fallback: Zone) -> Event {
        let zone = schedule.zone.flatMap { Zone($0) } ?? fallback
        let dates = schedule.days + schedule.events.compactMap { $0.start.map { zone.wall(at: $0).date } }
        let first = dates.min() ?? CalendarDate(dayNumber: 0)
        let title = Localized(schedule.title.isEmpty ? "–" : schedule.title)
        let id = Identifier(stored: "00000000-0000-7000-8000-000000000000")
        return Event(
            id: id, slug: "file", series: id, kind: .conference, name: title, shortName: schedule.acronym, zone: zone.name,
            first: first, last: dates.max() ?? first, venue: .empty, city: .empty, country: "ZZ", isPublic: false)
    }
}
