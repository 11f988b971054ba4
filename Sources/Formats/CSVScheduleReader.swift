import Base

/// A table of sessions: a heading row that says what each column is, then a session a row.
package enum CSVScheduleReader {
    package static func read(_ text: String, zone: Zone) throws(FormatRefusal) -> ForeignSchedule {
        let table = try CSVReader(text)
        guard let heading = table.rows.first else { throw FormatRefusal("empty") }
        var columns: [CSVColumn: Int] = [:]
        var unknown: [String] = []
        for (index, name) in heading.cells.enumerated() {
            if let column = CSVColumn(heading: name), columns[column] == nil {
                columns[column] = index
            } else if !name.isEmpty {
                unknown.append(ForeignText.line(name))
            }
        }
        guard columns[.title] != nil, columns[.start] != nil || columns[.date] != nil else {
            throw FormatRefusal(
                "csvHeading", line: heading.line,
                [
                    "found": String(ForeignText.line(heading.cells.prefix(12).joined(separator: ", ")).prefix(200)),
                    "expected": "title, date, start, end, room, speakers, id",
                ])
        }
        guard table.rows.count > 1 else {
            throw FormatRefusal("noEvents", line: heading.line, ["expected": "title, date, start"])
        }
        guard table.rows.count - 1 <= FormatLimits.events else {
            throw FormatRefusal(
                "tooManyEvents", line: table.rows[FormatLimits.events].line, ["limit": String(FormatLimits.events)])
        }
        var raw = RawSchedule(format: .csv)
        if !unknown.isEmpty {
            raw.log.add(.dropped, "csvColumns", line: heading.line, ["columns": unknown.joined(separator: ", ")])
        }
        let dates = columns[.date] ?? columns[.start]
        let clock = CSVClock(
            dates: table.rows.dropFirst().compactMap { row in
                dates.flatMap { row.cells.indices.contains($0) ? row.cells[$0] : nil }
            })
        if clock.isAmbiguous { raw.log.add(.doubted, "csvDayFirst", line: heading.line) }
        for row in table.rows.dropFirst() {
            if row.cells.count > heading.cells.count { raw.log.add(.dropped, "csvCells", line: row.line) }
            raw.events.append(event(row, columns, clock, zone, &raw.log))
        }
        return try ScheduleAssembly.schedule(raw, zone: zone)
    }

    private static func event(
        _ row: CSVReader.Row, _ columns: [CSVColumn: Int], _ clock: CSVClock, _ zone: Zone, _ log: inout FindingLog
    ) -> RawEvent {
        func cell(_ column: CSVColumn) -> String {
            columns[column].flatMap { row.cells.indices.contains($0) ? CSVCell.text(row.cells[$0]).trimmed : nil } ?? ""
        }
        var event = RawEvent()
        event.line = row.line
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
        event.persons = persons(cell(.persons)).map { RawEvent.Person(name: $0) }
        time(&event, date: cell(.date), start: cell(.start), clock, &log)
        event.duration = cell(.duration)
        if event.duration.isEmpty, !cell(.end).isEmpty { event.duration = length(event, until: cell(.end), clock) }
        return event
    }

    private static func time(
        _ event: inout RawEvent, date: String, start: String, _ clock: CSVClock, _ log: inout FindingLog
    ) {
        // One column may hold both.
        for text in [start, date] where ForeignClock.stamp(CSVClock.latinDigits(text)) != nil {
            event.date = CSVClock.latinDigits(text)
            // A date beside a whole instant is the conference day: a night belongs to the day before.
            if text == start, ForeignClock.stamp(CSVClock.latinDigits(date)) == nil { event.day = clock.date(date) }
            return
        }
        let pair = start.split(separator: " ", maxSplits: 1).map { String($0) }
        if date.isEmpty, pair.count == 2, let day = clock.date(pair[0]), let time = CSVClock.clock(pair[1]) {
            event.day = day
            event.start = time.description
            return
        }
        event.day = clock.date(date)
        if event.day == nil, !date.isEmpty {
            log.add(.doubted, "date", line: event.line, ["value": ForeignText.line(date)], group: "csv")
        }
        event.start = CSVClock.clock(start)?.description ?? start
    }

    private static func length(_ event: RawEvent, until text: String, _ clock: CSVClock) -> String {
        let plain = CSVClock.latinDigits(text)
        if let end = ForeignClock.stamp(plain), let start = ForeignClock.stamp(event.date) {
            let minutes = (end.wall.serial - Int64(end.offset ?? 0) - start.wall.serial + Int64(start.offset ?? 0)) / 60
            return minutes > 0 ? String(minutes) : ""
        }
        let last = text.split(separator: " ", maxSplits: 1).last.map { String($0) } ?? text
        let begin = ForeignClock.clock(event.start) ?? ForeignClock.stamp(event.date)?.wall.time
        guard let end = CSVClock.clock(text) ?? CSVClock.clock(last), let begin else { return "" }
        // An end before the start is of the night after.
        let minutes = end.minutes - begin.minutes
        return String(minutes > 0 ? minutes : minutes + 1440)
    }

    /// Names apart at semicolons, else bars, and line ends; at commas only where that does not cut "Doe, Jane".
    static func persons(_ text: String) -> [String] {
        let marks = text.contains(";") ? ";\n" : "|\n"
        let strong = text.split(whereSeparator: { marks.contains($0) }).map { $0.trimmed }.filter { !$0.isEmpty }
        if strong.count > 1 || text.contains(";") { return strong }
        let weak = text.split(separator: ",").map { $0.trimmed }.filter { !$0.isEmpty }
        let isInverted = weak.count == 2 && weak.allSatisfy { !$0.contains(" ") }
        return isInverted || weak.count < 2 ? [text.trimmed].filter { !$0.isEmpty } : weak
    }
}
