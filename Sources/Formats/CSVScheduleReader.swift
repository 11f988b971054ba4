import Base

/// A table of sessions: a heading row that says what each column is, then a session a row. Rows between may say the day.
package enum CSVScheduleReader {
    package static func read(_ text: String, zone: Zone) throws(FormatRefusal) -> ForeignSchedule {
        let table = try CSVReader(text)
        guard !table.rows.isEmpty else { throw FormatRefusal("empty") }
        let heading = try CSVHeading(table.rows)
        let rows = table.rows.dropFirst(heading.place + 1)
        guard !rows.isEmpty else {
            throw FormatRefusal("noEvents", line: heading.line, ["expected": "title, date, start"])
        }
        guard rows.count <= FormatLimits.events else {
            throw FormatRefusal(
                "tooManyEvents", line: rows[rows.startIndex + FormatLimits.events].line, ["limit": String(FormatLimits.events)])
        }
        var raw = RawSchedule(format: .csv)
        raw.title = heading.titles.first ?? ""
        if !heading.unknown.isEmpty {
            raw.log.add(.dropped, "csvColumns", line: heading.line, ["columns": heading.unknown.joined(separator: ", ")])
        }
        for above in table.rows[..<heading.place] where above.cells.contains(where: { !$0.isEmpty }) {
            if ForeignText.line(above.cells.first { !$0.isEmpty } ?? "") != raw.title {
                raw.log.add(.dropped, "csvRow", line: above.line, ["value": CSVRows.shown(above)])
            }
        }
        var reading = CSVRows(heading, clock: clock(heading, rows, &raw.log))
        for row in rows {
            if row.cells.dropFirst(heading.width).contains(where: { !$0.isEmpty }) {
                raw.log.add(.dropped, "csvCells", line: row.line)
            }
            if let event = reading.event(row, &raw.log) { raw.events.append(event) }
        }
        guard !raw.events.isEmpty else {
            throw FormatRefusal("noEvents", line: heading.line, ["expected": "title, date, start"])
        }
        return try ScheduleAssembly.schedule(raw, zone: zone)
    }

    /// What the dates and clocks of the whole table say of the way in which they are written.
    private static func clock(_ heading: CSVHeading, _ rows: ArraySlice<CSVReader.Row>, _ log: inout FindingLog) -> CSVClock {
        let dates = rows.flatMap { row in
            [CSVColumn.date, .endDate, .day, .start].map { heading.cell($0, of: row) }.filter { !$0.isEmpty }
        }
        let isTwelveHours = rows.prefix(200).contains { row in
            ["am", "pm"].contains(heading.cell(.start, of: row).suffix(2).lowercased())
        }
        let year = heading.titles.lazy.compactMap { title in
            title.split { !$0.isNumber }.lazy.compactMap { Int($0) }.first { (1990...2100).contains($0) }
        }.first
        let clock = CSVClock(dates: dates, isTwelveHours: isTwelveHours, year: year)
        if clock.isAmbiguous {
            log.add(.doubted, clock.isMonthFirst ? "csvMonthFirst" : "csvDayFirst", line: heading.line)
        }
        return clock
    }

    /// Names apart at semicolons, else bars, and line ends; at commas only where that does not cut "Doe, Jane".
    static func persons(_ text: String) -> [String] {
        let text = text.contains(";") ? text : text.replacing("、", with: ";").replacing("；", with: ";").replacing("،", with: ";")
        let marks = text.contains(";") ? ";\n" : "|\n"
        let strong = text.split(whereSeparator: { marks.contains($0) }).map { $0.trimmed }.filter { !$0.isEmpty }
        if strong.count > 1 || text.contains(";") { return strong }
        let weak = text.split(separator: ",").map { $0.trimmed }.filter { !$0.isEmpty }
        let isInverted = weak.count == 2 && weak.allSatisfy { !$0.contains(" ") }
        return isInverted || weak.count < 2 ? [text.trimmed].filter { !$0.isEmpty } : weak
    }
}
