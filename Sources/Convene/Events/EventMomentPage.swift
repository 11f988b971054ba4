import Base
import HTML

extension Event {
    /// A moment by the clocks of the event's place, with the place's name: `24 April 2025, 14:30 (Mexico City)`.
    package func moment(_ at: Instant, _ words: Words) -> String {
        let zone = Zone(zone) ?? .utc
        let wall = zone.wall(at: at)
        return words("release.at", ["date": words.date(wall.date), "time": wall.time.description, "zone": zone.city])
    }
}
