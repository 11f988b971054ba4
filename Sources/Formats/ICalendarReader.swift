import Base

/// iCalendar (RFC 5545) as a schedule: VEVENTs are sessions, everything else is counted.
package enum ICalendarReader {
    package static func read(_ bytes: [UInt8], zone: Zone) throws(FormatRefusal) -> ForeignSchedule {
        var log = FindingLog()
        let root = try ICalendarTreeReader.read(bytes, &log)
        let calendars = root.children.filter { $0.name == "VCALENDAR" }
        let holders = calendars.isEmpty ? [root] : calendars
        let found = holders.flatMap(\.children)
        let components =
            found.filter { $0.name == "VEVENT" } + (calendars.isEmpty ? [] : root.children.filter { $0.name == "VEVENT" })
        guard !components.isEmpty else { throw refusal(root, found) }
        var schedule = ForeignSchedule(format: .iCalendar)
        head(holders, &schedule)
        for other in found where other.name != "VEVENT" && other.name != "VTIMEZONE" {
            log.add(.dropped, "icalComponent", line: other.line, ["component": other.name], group: other.name)
        }
        let own = holders.compactMap { ForeignZone.zone($0.text("X-WR-TIMEZONE"))?.zone }.first
        schedule.zone = own?.name
        var events = ICalendarEvents(zones: ICalendarZones(holders, fallback: own ?? zone), log: log)
        for component in components { events.read(component) }
        try events.finish(&schedule)
        return schedule
    }

    private static func head(_ calendars: [ICalendarComponent], _ schedule: inout ForeignSchedule) {
        guard let calendar = calendars.first else { return }
        schedule.generator = ForeignText.line(calendar.text("PRODID"))
        schedule.title = ForeignText.line(
            [calendar.text("X-WR-CALNAME"), calendar.text("NAME")].first { !$0.isEmpty } ?? "")
        schedule.acronym = ForeignText.line(calendar.text("X-WR-RELCALID"))
        schedule.url = ForeignText.address([calendar.text("URL"), calendar.text("SOURCE")].first { !$0.isEmpty } ?? "") ?? ""
    }

    /// Only to-dos, only zones, or no calendar at all.
    private static func refusal(_ root: ICalendarComponent, _ found: [ICalendarComponent]) -> FormatRefusal {
        let others = found.filter { $0.name != "VEVENT" && $0.name != "VCALENDAR" }
        guard let first = others.first else {
            if let calendar = root.children.first(where: { $0.name == "VCALENDAR" }) {
                return FormatRefusal("icalEmpty", line: calendar.line, ["expected": "VEVENT"])
            }
            return FormatRefusal("notCalendar", line: 1, ["expected": "BEGIN:VCALENDAR"])
        }
        // Zones belong to what is missing here; they are named only where there is nothing else.
        let all = Set(others.map(\.name))
        let told = all.subtracting(["VTIMEZONE"])
        let names = (told.isEmpty ? all : told).sorted().prefix(8).joined(separator: ", ")
        return FormatRefusal("icalOther", line: first.line, ["found": names, "expected": "VEVENT"])
    }
}
