import Base

/// Rows of a table, one after the other: a session, or the day of those that follow.
struct CSVRows {
    private let heading: CSVHeading
    private let clock: CSVClock
    /// Of the row above, or of a row that says it for those below.
    private var day: CalendarDate?
    /// Dates of which a row above is in the afternoon or evening.
    private var evenings: Set<CalendarDate> = []

    init(_ heading: CSVHeading, clock: CSVClock) {
        self.heading = heading
        self.clock = clock
    }

    static func shown(_ row: CSVReader.Row) -> String {
        String(ForeignText.line(row.cells.filter { !$0.isEmpty }.joined(separator: ", ")).prefix(80))
    }

    /// Nil for a row that is no session; it is told.
    mutating func event(_ row: CSVReader.Row, _ log: inout FindingLog) -> RawEvent? {
        let title = heading.cell(.title, of: row)
        let start = heading.cell(.start, of: row)
        let filled = row.cells.filter { !$0.isEmpty }
        if filled.count <= 2, title.isEmpty || start.isEmpty {
            let days = filled.compactMap { clock.date($0) }
            if let found = days.first, title.isEmpty || clock.date(title) != nil {
                day = found
                log.add(.supplied, "csvDayRow", line: row.line, ["date": found.description])
                return nil
            }
            if filled.count == 1, title.isEmpty {
                log.add(.dropped, "csvRow", line: row.line, ["value": CSVRows.shown(row)])
                return nil
            }
        }
        var event = RawEvent()
        event.line = row.line
        texts(&event, row)
        persons(&event, row, &log)
        time(&event, row, &log)
        return event
    }

    private func texts(_ event: inout RawEvent, _ row: CSVReader.Row) {
        func cell(_ column: CSVColumn) -> String { heading.cell(column, of: row) }
        event.id = cell(.id)
        event.guid = cell(.guid)
        event.title = cell(.title)
        event.subtitle = cell(.subtitle)
        event.abstract = cell(.abstract)
        event.description = cell(.description)
        event.room = cell(.room)
        event.track = cell(.track)
        event.type = cell(.type)
        event.language = cell(.language)
        event.url = cell(.url)
    }

    /// One house for one person, or as many as there are people.
    private func persons(_ event: inout RawEvent, _ row: CSVReader.Row, _ log: inout FindingLog) {
        let names = heading.cells(.persons, of: row).flatMap { CSVScheduleReader.persons($0) }
        let written = heading.cell(.affiliation, of: row)
        let houses = names.count > 1 ? written.split(whereSeparator: { ";|\n".contains($0) }).map { $0.trimmed } : [written]
        let isPaired = houses.count == names.count
        event.persons = names.enumerated().map { index, name in
            RawEvent.Person(name: name, affiliation: isPaired ? houses[index] : "")
        }
        if !isPaired, !written.isEmpty {
            log.add(.dropped, "csvAffiliation", line: row.line, ["value": String(ForeignText.line(written).prefix(80))])
        }
    }

    // MARK: Times

    private mutating func time(_ event: inout RawEvent, _ row: CSVReader.Row, _ log: inout FindingLog) {
        let start = heading.cell(.start, of: row)
        let date = heading.cell(.date, of: row)
        let end = heading.cell(.end, of: row)
        event.duration = length(heading.cell(.duration, of: row))
        // One column may hold both.
        for text in [start, date].map({ CSVClock.latinDigits($0) }) where ForeignClock.stamp(text) != nil {
            event.date = text
            // A date beside a whole instant is the conference day: a night belongs to the day before.
            if text == CSVClock.latinDigits(start), ForeignClock.stamp(CSVClock.latinDigits(date)) == nil {
                event.day = clock.date(date)
            }
            if event.duration.isEmpty { event.duration = length(event, until: end, row, &log) }
            return
        }
        let moment = CSVMoment(start, clock) ?? (start.isEmpty ? CSVMoment(date, clock) : nil)
        event.start = moment?.start?.description ?? start
        if let day = moment?.day, let start = moment?.start {
            // In one cell a date is the calendar's, also in the small hours.
            event.date = CSVRows.stamp(day, start)
        } else {
            event.day = moment?.day ?? self.date(date, row, &log)
            if let start = moment?.start { settleNight(&event, start, &log) }
        }
        if event.duration.isEmpty, let from = moment?.start, let to = moment?.end {
            event.duration = CSVRows.between(from, to)
        }
        if event.duration.isEmpty { event.duration = length(event, until: end, row, &log) }
    }

    /// The small hours of a date are its own, as the calendar has it, unless the table tells the evening of that date before
    /// them: then it goes on into the night.
    private mutating func settleNight(_ event: inout RawEvent, _ start: ClockTime, _ log: inout FindingLog) {
        guard let day = event.day else { return }
        if start.minutes >= 12 * 60 { evenings.insert(day) }
        guard start.minutes < 4 * 60 else { return }
        if evenings.contains(day) {
            log.add(.doubted, "csvNight", line: event.line, ["date": day.description, "time": start.description])
        } else {
            event.date = CSVRows.stamp(day, start)
        }
    }

    private static func stamp(_ day: CalendarDate, _ clock: ClockTime) -> String {
        "\(day.adding(days: clock.minutes / 1440).description)T\(ClockTime(minutes: clock.minutes % 1440).description)"
    }

    /// What the date's cell says, else the day's, else the day of the rows above.
    private mutating func date(_ text: String, _ row: CSVReader.Row, _ log: inout FindingLog) -> CalendarDate? {
        let label = heading.cell(.day, of: row)
        if let found = clock.date(text) ?? CSVMoment(text, clock)?.day ?? clock.date(label) {
            if SpokenDate.lacksYear(text.isEmpty ? label : text), let year = clock.year {
                log.add(.supplied, "csvYear", line: row.line, ["year": String(year)])
            }
            day = found
            return found
        }
        let said = ForeignText.line(text.isEmpty ? label : text)
        if !said.isEmpty {
            log.add(.doubted, "date", line: row.line, ["value": said], group: "csv")
            return nil
        }
        if let day { log.add(.supplied, "csvSameDay", line: row.line, ["date": day.description], group: day.description) }
        return day
    }

    private func length(_ text: String) -> String { CSVClock.ofDay(text).map { String($0) } ?? text }

    /// An end before the start is of the night after, unless it has a date that says otherwise.
    private func length(_ event: RawEvent, until text: String, _ row: CSVReader.Row, _ log: inout FindingLog) -> String {
        let plain = CSVClock.latinDigits(text)
        if let end = ForeignClock.stamp(plain), let start = ForeignClock.stamp(event.date) {
            let minutes = (end.wall.serial - Int64(end.offset ?? 0) - start.wall.serial + Int64(start.offset ?? 0)) / 60
            return told(Int(clamping: minutes), row, &log)
        }
        guard !ForeignText.line(text).isEmpty else { return "" }
        let moment = CSVMoment(text, clock)
        let begin = ForeignClock.clock(event.start) ?? ForeignClock.stamp(event.date)?.wall.time
        guard let begin, let end = moment?.start ?? ForeignClock.stamp(plain)?.wall.time else {
            log.add(.doubted, "csvEnd", line: row.line, ["value": String(ForeignText.line(text).prefix(60))])
            return ""
        }
        let lastDay = moment?.day ?? clock.date(heading.cell(.endDate, of: row))
        let firstDay = event.day ?? ForeignClock.date(event.date)
        guard let lastDay, let firstDay else { return CSVRows.between(begin, end) }
        return told((lastDay.dayNumber - firstDay.dayNumber) * 1440 + end.minutes - begin.minutes, row, &log)
    }

    private func told(_ minutes: Int, _ row: CSVReader.Row, _ log: inout FindingLog) -> String {
        if minutes < 0 { log.add(.doubted, "icalEndsBefore", line: row.line) }
        return minutes < 0 ? "" : String(minutes)
    }

    private static func between(_ start: ClockTime, _ end: ClockTime) -> String {
        let minutes = end.minutes - start.minutes
        return String(minutes < 0 ? minutes + 1440 : minutes)
    }
}
