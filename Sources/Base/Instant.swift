/// A point in time: milliseconds since 1970-01-01T00:00:00Z, without leap seconds, as in the database.
package struct Instant: Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
    package let milliseconds: Int64
    package init(milliseconds: Int64) { self.milliseconds = milliseconds }
    package init(seconds: Int64) { milliseconds = seconds * 1000 }

    package var seconds: Int64 { milliseconds.floorDivided(by: 1000) }
    package func adding(seconds: Int64) -> Instant { Instant(milliseconds: milliseconds + seconds * 1000) }
    package func adding(minutes: Int) -> Instant { adding(seconds: Int64(minutes) * 60) }
    package static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }

    package init(from decoder: any Decoder) throws { milliseconds = try decoder.singleValueContainer().decode(Int64.self) }
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(milliseconds)
    }

    /// The date and clock in UTC, `offset` seconds east of it.
    package func wall(offset: Int = 0) -> WallTime {
        let shifted = seconds + Int64(offset)
        let day = shifted.floorDivided(by: 86_400)
        let rest = Int(shifted - day * 86_400)
        return WallTime(date: CalendarDate(dayNumber: Int(day)), time: ClockTime(minutes: rest / 60), second: rest % 60)
    }

    /// RFC 3339 in UTC with whole seconds: `2025-12-03T15:20:00Z`.
    package var description: String {
        let at = wall()
        return "\(at.date)T\(at.time):\(twoDigits(at.second))Z"
    }

    /// IMF-fixdate (RFC 9110 §5.6.7): `Wed, 03 Dec 2025 15:20:00 GMT`.
    package var httpDate: String {
        let at = wall(offset: 0)
        let day = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][at.date.weekday - 1]
        let month = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][at.date.month - 1]
        return "\(day), \(twoDigits(at.date.day)) \(month) \(at.date.year) \(at.time):\(twoDigits(at.second)) GMT"
    }

    /// RFC 3339 with an offset in seconds east: `2025-12-03T09:20:00-06:00`.
    package func iso(offset: Int) -> String {
        let at = wall(offset: offset)
        return "\(at.date)T\(at.time):\(twoDigits(at.second))\(offsetText(offset))"
    }
}

/// A date and a clock on a wall somewhere; the zone is said elsewhere.
package struct WallTime: Hashable, Sendable, Comparable {
    package let date: CalendarDate
    package let time: ClockTime
    package let second: Int
    package init(date: CalendarDate, time: ClockTime, second: Int = 0) {
        self.date = date
        self.time = time
        self.second = second
    }
    /// Seconds since 1970-01-01T00:00 on the same wall.
    package var serial: Int64 { Int64(date.dayNumber) * 86_400 + Int64(time.minutes) * 60 + Int64(second) }
    package static func < (left: WallTime, right: WallTime) -> Bool { left.serial < right.serial }
}

/// `+02:00`, `-06:00`, `+05:45`.
package func offsetText(_ seconds: Int) -> String {
    let minutes = abs(seconds) / 60
    return (seconds < 0 ? "-" : "+") + twoDigits(minutes / 60) + ":" + twoDigits(minutes % 60)
}

package func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

extension Int64 {
    /// Division that rounds down for negative numbers too.
    package func floorDivided(by divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
