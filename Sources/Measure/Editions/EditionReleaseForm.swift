import Base
import HTML

/// When an edition becomes public, or comments end: nothing, or an instant in UTC.
package enum EditionReleaseForm {
    package static func instant(_ text: String, of field: String) throws -> Instant? {
        guard !text.isEmpty else { return nil }
        let parts = text.split(separator: "T")
        guard parts.count == 2, let date = CalendarDate(String(parts[0])), let time = ClockTime(parts[1].prefix(5)) else {
            throw Complaints(field, "measure.refusal.instant")
        }
        return Instant(seconds: WallTime(date: date, time: time).serial)
    }

    /// As `datetime-local` writes it.
    package static func text(_ instant: Instant?) -> String {
        instant.map { "\($0.wall().date)T\($0.wall().time)" } ?? ""
    }
}
