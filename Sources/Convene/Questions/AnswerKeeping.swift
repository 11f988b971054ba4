import Base

/// How long answers in private sections are kept: they are gone when the date begins where the event takes place.
package enum AnswerKeeping {
    package static func lastDate(of event: Event, days: Int) -> CalendarDate {
        max(event.first, event.last).adding(days: days)
    }

    package static func end(of event: Event, days: Int) -> Instant {
        let zone = Zone(event.zone) ?? .utc
        let date = lastDate(of: event, days: days)
        // In some zones clocks go forward at midnight.
        for hour in 0...3 {
            switch zone.reading(date, ClockTime(minutes: hour * 60)) {
            case .once(let at), .twice(let at, _): return at
            case .skipped: continue
            }
        }
        return Instant(seconds: Int64(date.dayNumber) * 86_400)
    }
}
