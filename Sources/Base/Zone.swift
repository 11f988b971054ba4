import Foundation

/// An IANA time zone (`America/Mexico_City`). Abbreviations such as GMT+2, EST or Berlin are refused: they do not say
/// when clocks change.
package struct Zone: Hashable, Sendable, CustomStringConvertible {
    package let name: String
    private let zone: TimeZone

    package static let utc = Zone(known: "UTC")

    package init?(_ name: String) {
        guard name == "UTC" || Zone.names.contains(name) || Zone.isAlias(name), let zone = TimeZone(identifier: name) else {
            return nil
        }
        self.name = name
        self.zone = zone
    }

    private init(known name: String) {
        self.name = name
        zone = TimeZone(secondsFromGMT: 0)!
    }

    /// Every zone that the machine's tzdata knows under a `Region/City` name.
    package static let names: Set<String> = Set(TimeZone.knownTimeZoneIdentifiers.filter { $0.contains("/") })
    /// Links of the database that the list leaves out: `Asia/Kolkata` stands in it as `Asia/Calcutta`.
    private static func isAlias(_ name: String) -> Bool {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), name.utf8.count <= 40, regions.contains(String(parts[0])) else { return false }
        return parts.allSatisfy { part in
            part.utf8.first.map { (65...90).contains($0) } == true
                && part.utf8.allSatisfy {
                    (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 45 || $0 == 95
                }
        }
    }
    private static let regions: Set<String> = [
        "Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific",
    ]
    /// False where tzdata is missing; formatting dates would then end the process, so the program refuses to start.
    package static var isAvailable: Bool { TimeZone(identifier: "America/Mexico_City") != nil }

    /// Seconds east of UTC at that instant.
    package func offset(at instant: Instant) -> Int {
        zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000))
    }
    package func wall(at instant: Instant) -> WallTime { instant.wall(offset: offset(at: instant)) }

    /// The city of the name, for people: `Mexico City`.
    package var city: String {
        (name.split(separator: "/").last.map(String.init) ?? name).replacingOccurrences(of: "_", with: " ")
    }
    package var description: String { name }

    package enum Reading: Hashable, Sendable {
        case once(Instant)
        /// Clocks went forward over this time: it does not exist.
        case skipped
        /// Clocks went back: it comes twice.
        case twice(Instant, Instant)
    }

    /// What a wall time means here. A time in a gap or an overlap is reported, never guessed.
    package func reading(_ wall: WallTime) -> Reading {
        let naive = Instant(seconds: wall.serial)
        let candidates = Set([naive.adding(seconds: -90_000), naive, naive.adding(seconds: 90_000)].map(offset(at:)))
        let hits = candidates.map { naive.adding(seconds: Int64(-$0)) }
            .filter { self.wall(at: $0).serial == wall.serial }.sorted()
        switch hits.count {
        case 0: return .skipped
        case 1: return .once(hits[0])
        default: return .twice(hits[0], hits[hits.count - 1])
        }
    }

    /// The instant of a conference clock (which may pass 24:00) on a date.
    package func reading(_ date: CalendarDate, _ time: ClockTime) -> Reading {
        reading(WallTime(date: date.adding(days: time.minutes / 1440), time: ClockTime(minutes: time.minutes % 1440)))
    }
}
