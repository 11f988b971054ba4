import Base

/// How long registrations say who somebody was.
package enum Retention {
    /// Months after the event's last day, unless its organisers set another term.
    package static let standard = 12
    package static let months = 1...120
    /// A form that was begun and never finished, or an offer that nobody took.
    package static let unfinishedDays = 7

    /// The day from which they are nameless: as many months after the last day; the last of its month where that has fewer days.
    package static func day(of event: Event, months: Int) -> CalendarDate {
        let last = max(event.first, event.last)
        let count = last.year * 12 + last.month - 1 + months
        let (year, month) = (count / 12, count % 12 + 1)
        let day = min(last.day, CalendarDate.length(month: month, year: year))
        return CalendarDate(year: year, month: month, day: day) ?? last.adding(days: 31 * months)
    }

    /// Over where the event takes place.
    package static func isOver(_ event: Event, months: Int, at now: Instant) -> Bool {
        (Zone(event.zone) ?? .utc).wall(at: now).date >= day(of: event, months: months)
    }
}
