import Base

/// When a speaker can come: a span of one day, on the clock of the event. Whoever has none can always come.
package struct Availability: Hashable, Sendable, Codable {
    package var date: CalendarDate
    package var from: ClockTime
    package var until: ClockTime

    package init(date: CalendarDate, from: ClockTime, until: ClockTime) {
        self.date = date
        self.from = from
        self.until = until
    }

    package func covers(_ session: Session) -> Bool {
        date == session.date && from <= session.start && session.end <= until
    }

    /// The spans of a day at which all of several people can come, in order; each of `all` is one person's spans.
    package static func common(_ all: [[Availability]], on date: CalendarDate) -> [Availability] {
        let days = all.map { $0.filter { $0.date == date }.sorted { $0.from < $1.from } }
        guard var shared = days.first else { return [] }
        for other in days.dropFirst() {
            shared = shared.flatMap { one in
                other.compactMap { two in
                    let (from, until) = (max(one.from, two.from), min(one.until, two.until))
                    return from < until ? Availability(date: date, from: from, until: until) : nil
                }
            }
        }
        return shared
    }

    /// `2026-10-21 09:00-12:00`, a span a line; throws the number of the first line that is none.
    package static func read(_ text: String) throws(Fault) -> [Availability] {
        var found: [Availability] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let plain = singleLine(String(line)).replacing("–", with: "-")
            if plain.isEmpty { continue }
            let parts = plain.split(separator: " ", maxSplits: 1)
            let clocks = parts.count == 2 ? parts[1].split(separator: "-").map { ClockTime(singleLine(String($0))) } : []
            guard parts.count == 2, let date = CalendarDate(parts[0]), clocks.count == 2, let from = clocks[0],
                let until = clocks[1], from < until
            else { throw Fault(line: index + 1, text: plain) }
            found.append(Availability(date: date, from: from, until: until))
        }
        return found
    }
    package struct Fault: Error, Hashable, Sendable {
        package let line: Int
        package let text: String
    }

    package var line: String { "\(date) \(from)-\(until)" }
}
