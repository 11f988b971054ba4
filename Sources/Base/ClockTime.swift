/// Minutes since midnight at the start of a conference day. A day may run past midnight, so 25:30 is half past one
/// in the night that ends it; anything up to 48:00 is allowed.
package struct ClockTime: Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
    package let minutes: Int
    package init(minutes: Int) { self.minutes = minutes }

    /// Nil unless 0 ≤ hour ≤ 48 and 0 ≤ minute < 60.
    package init?(hour: Int, minute: Int) {
        guard (0...48).contains(hour), (0..<60).contains(minute), hour * 60 + minute <= 2880 else { return nil }
        minutes = hour * 60 + minute
    }

    /// `09:20`; nil for anything else. People's other ways of writing are read by the agenda reader.
    package init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard (4...5).contains(bytes.count), bytes[bytes.count - 3] == UInt8(ascii: ":"),
            let hour = decimal(bytes[..<(bytes.count - 3)]), let minute = decimal(bytes[(bytes.count - 2)...])
        else { return nil }
        self.init(hour: hour, minute: minute)
    }

    package func adding(minutes more: Int) -> ClockTime { ClockTime(minutes: minutes + more) }
    package static func < (left: ClockTime, right: ClockTime) -> Bool { left.minutes < right.minutes }

    /// Two-digit hour and minute; hours past 24 are kept (`25:30`).
    package var description: String { twoDigits(minutes / 60) + ":" + twoDigits(minutes % 60) }
    /// As a clock shows it: 25:30 is `01:30`.
    package var onTheWall: String { ClockTime(minutes: minutes % 1440).description }
}
