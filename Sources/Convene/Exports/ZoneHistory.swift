import Base

/// When the clocks of a zone change within some years, found by bisection of its offsets: what a VTIMEZONE says.
package struct ZoneHistory: Sendable, Hashable {
    package struct Change: Sendable, Hashable {
        package let at: Instant
        package let from: Int
        package let to: Int
    }
    package let zone: Zone
    package let begin: Instant
    /// Seconds east of UTC at `begin`.
    package let offset: Int
    package let changes: [Change]

    /// From the start of the first year to the end of the last one. At most fifty years are looked at.
    package init(_ zone: Zone, years: ClosedRange<Int>) {
        self.zone = zone
        let first = max(1, years.lowerBound)
        let last = min(years.upperBound, first + 49)
        begin = ZoneHistory.newYear(first)
        offset = zone.offset(at: begin)
        let end = ZoneHistory.newYear(last + 1)
        var found: [Change] = []
        var at = begin
        var current = offset
        // No zone has changed its clocks and back within a week.
        while at < end {
            let next = min(at.adding(seconds: 7 * 86_400), end)
            let after = zone.offset(at: next)
            if after != current {
                found.append(
                    Change(at: ZoneHistory.moment(zone, between: at, and: next, from: current), from: current, to: after))
                current = after
            }
            at = next
        }
        changes = found
    }

    /// The first second with another offset than `from`.
    private static func moment(_ zone: Zone, between low: Instant, and high: Instant, from: Int) -> Instant {
        var low = low.seconds
        var high = high.seconds
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if zone.offset(at: Instant(seconds: middle)) == from { low = middle } else { high = middle }
        }
        return Instant(seconds: high)
    }

    private static func newYear(_ year: Int) -> Instant {
        Instant(seconds: Int64(CalendarDate(year: min(year, 9999), month: 1, day: 1)?.dayNumber ?? 0) * 86_400)
    }
}
