import Base

/// Reads a programme as secretariats write it. What is not said is asked for or marked as guessed, never made up.
package struct AgendaReader: Sendable {
    package static let byteLimit = 200_000
    package static let lineLimit = 5_000

    private let expectedYear: Int?
    private let dates: ClosedRange<CalendarDate>?
    private let assumedDate: CalendarDate?

    /// - Parameters:
    ///   - expectedYear: the event's year, for days written without one.
    ///   - dates: the event's days; another day is understood, with a complaint.
    ///   - assumedDate: the answer to the question for a date.
    ///   - zone: the event's zone; times are those of its clocks whatever zone the text names.
    package init(
        expectedYear: Int? = nil, dates: ClosedRange<CalendarDate>? = nil, assumedDate: CalendarDate? = nil, zone: Zone? = nil
    ) {
        self.expectedYear = expectedYear
        self.dates = dates
        self.assumedDate = assumedDate
    }

    package func read(_ text: String) -> AgendaReading {
        var reading = AgendaReading()
        guard text.utf8.count <= AgendaReader.byteLimit else {
            reading.refusal = AgendaComplaint(.refusedBytes, ["limit": String(AgendaReader.byteLimit)])
            return reading
        }
        let lines = AgendaTextReader.lines(steadied(text)).map { AgendaText($0) }
        guard lines.count <= AgendaReader.lineLimit else {
            reading.refusal = AgendaComplaint(.refusedLines, ["limit": String(AgendaReader.lineLimit)])
            return reading
        }
        if let line = AgendaSideReader.firstLine(lines) {
            reading.refusal = AgendaComplaint(.refusedColumns, ["line": String(line)])
            reading.lines = lines.enumerated().map { index, line in
                AgendaLine(
                    number: index + 1, text: line.string, verdict: line.isBlank ? .blank : .leftOut,
                    meaning: AgendaMeaning(line.isBlank ? .blank : .unread))
            }
            return reading
        }
        var calendar = AgendaCalendar(expectedYear: expectedYear, dates: dates, assumed: assumedDate)
        for line in lines where line.count <= 4000 { calendar.learn(line) }
        let habits = AgendaSurveyReader.habits(lines)
        var assembly = AgendaAssembly(entries: AgendaSurveyReader.entries(lines, habits), habits: habits, calendar: calendar)
        assembly.run()
        reading.items = assembly.finish()
        reading.lines = assembly.lines
        reading.questions = assembly.questions.sorted { $0.line < $1.line }
        reading.zoneText = assembly.zone
        return reading
    }
}
