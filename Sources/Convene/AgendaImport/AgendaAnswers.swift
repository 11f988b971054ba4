import Base

/// What a text is to do to the draft.
package enum AgendaMode: String, CaseIterable, Sendable, Codable, Hashable {
    /// What is there stays; what the text has besides comes to it.
    case add
    /// The text is the whole of its days: what it does not have leaves them.
    case replaceDays
}

/// What people said to the questions of a reading, by the line that each question is about, and in which language the
/// text is.
package struct AgendaAnswers: Hashable, Sendable {
    /// The day of whatever has none.
    package var date: CalendarDate?
    package var dates: [Int: CalendarDate] = [:]
    package var ends: [Int: ClockTime] = [:]
    /// The BCP 47 tag of the text.
    package var tag: String

    package init(date: CalendarDate? = nil, dates: [Int: CalendarDate] = [:], ends: [Int: ClockTime] = [:], tag: String = "en") {
        self.date = date
        self.dates = dates
        self.ends = ends
        self.tag = tag
    }

    /// The day of an item: what the text says, else the answer to the nearest question before it, else the day for all.
    package func date(of item: AgendaItem, in reading: AgendaReading) -> CalendarDate? {
        if let date = item.date { return date }
        let line = item.lines.min() ?? Int.max
        let question = reading.questions.filter { $0.code != .endNeeded && $0.line <= line }.max { $0.line < $1.line }
        return question.flatMap { dates[$0.line] } ?? date
    }

    /// The end of an item that comes after its start; nil if nobody said one.
    package func end(of item: AgendaItem) -> ClockTime? {
        let said = item.end ?? item.lines.lazy.compactMap { ends[$0] }.first
        guard let said, said > item.start, said.minutes - item.start.minutes <= 2880 else { return nil }
        return said
    }

    /// The questions that are still open. An answer about a day is asked for only where an item waits for it.
    package func open(in reading: AgendaReading) -> [AgendaQuestion] {
        let dateless = reading.items.filter { date(of: $0, in: reading) == nil }
        let endless = reading.items.filter { end(of: $0) == nil }
        return reading.questions.filter { question in
            switch question.code {
            case .endNeeded: endless.contains { $0.lines.contains(question.line) }
            case .dateNeeded, .yearNeeded, .dateAmbiguous: dateless.contains { ($0.lines.max() ?? 0) >= question.line }
            }
        }
    }
}
