import Base
import Formats

/// Rooms and tracks whose names differ in nothing but case and accents: they are taken for one, and whoever wrote both
/// should know.
enum ScheduleSpellings {
    static func findings(_ schedule: ForeignSchedule) -> [FormatFinding] {
        found(schedule.rooms.map(\.name)) { name in schedule.events.first { $0.room == name }?.line ?? 0 }
            + found(schedule.tracks.map(\.name)) { name in schedule.events.first { $0.track == name }?.line ?? 0 }
    }

    private static func found(_ names: [String], line: (String) -> Int) -> [FormatFinding] {
        var first: [String: String] = [:]
        return names.compactMap { name in
            guard let other = first[folded(name)] else {
                first[folded(name)] = name
                return nil
            }
            return FormatFinding(.doubted, "spelling", line: line(name), ["one": other, "other": name])
        }
    }
}
