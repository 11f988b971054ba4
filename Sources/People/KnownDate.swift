import Base

/// A date as far as it is known. History often knows the year alone; then `date` is the day from which we count, and
/// pages show the year only.
package struct KnownDate: Hashable, Sendable, Codable, Comparable {
    package enum Precision: String, CaseIterable, Sendable, Codable, Hashable {
        case day, month, year
    }
    package let date: CalendarDate
    package let precision: Precision

    package init(_ date: CalendarDate, _ precision: Precision = .day) {
        self.date = date
        self.precision = precision
    }

    /// `2025-12-03`, `2025-12` or `2025`, which count from their first day; nil for anything else.
    package init?(_ text: String) {
        switch text.utf8.count {
        case 10:
            guard let date = CalendarDate(text) else { return nil }
            self.init(date, .day)
        case 7:
            guard let date = CalendarDate(text + "-01") else { return nil }
            self.init(date, .month)
        case 4:
            guard let date = CalendarDate(text + "-01-01") else { return nil }
            self.init(date, .year)
        default: return nil
        }
    }

    /// As much of ISO 8601 as is known.
    package var description: String {
        switch precision {
        case .day: date.description
        case .month: String(date.description.prefix(7))
        case .year: String(date.description.prefix(4))
        }
    }
    package static func < (left: KnownDate, right: KnownDate) -> Bool { left.date < right.date }
}
