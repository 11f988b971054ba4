import Base

/// What a VEVENT says besides its times. What has no place in a session is told, not lost in silence.
enum ICalendarFields {
    /// Read here or with the times, or of interest to calendars alone.
    private static let known: Set<String> = [
        "UID", "DTSTAMP", "CREATED", "LAST-MODIFIED", "SEQUENCE", "STATUS", "TRANSP", "CLASS", "PRIORITY", "SUMMARY",
        "DESCRIPTION", "LOCATION", "CATEGORIES", "URL", "ATTACH", "ATTENDEE", "CONFERENCE", "DTSTART", "DTEND", "DURATION",
        "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "REQUEST-STATUS", "METHOD",
    ]

    static func fill(_ event: inout ForeignEvent, _ component: ICalendarComponent, _ log: inout FindingLog) {
        texts(&event, component, &log)
        // What we wrote ourselves names the room apart from the house around it; there it may also say that there is none.
        let room = ForeignText.line(component.text(component.first("X-PLENARIA-ROOM") == nil ? "LOCATION" : "X-PLENARIA-ROOM"))
        event.room = room.isEmpty ? nil : String(room.prefix(200))
        event.type = ForeignText.line(component.text("X-PLENARIA-KIND"))
        track(&event, component, &log)
        let language = component.first("X-PENTABARF-LANGUAGE").map { _ in component.text("X-PENTABARF-LANGUAGE") }
        event.languages = ForeignText.languages(language ?? component.first("SUMMARY")?.parameters["LANGUAGE"] ?? "")
        event.url = ForeignText.address(component.text("URL")) ?? ""
        event.status = ForeignEvent.Status(rawValue: component.text("STATUS").lowercased()) ?? .confirmed
        event.sequence = Int(component.text("SEQUENCE")) ?? 0
        links(&event, component, &log)
        persons(&event, component, &log)
        for property in component.properties where !known.contains(property.name) && !property.name.hasPrefix("X-") {
            log.add(
                .dropped, "unknownElement", line: property.line, ["element": property.name], group: property.name)
        }
    }

    private static func texts(_ event: inout ForeignEvent, _ component: ICalendarComponent, _ log: inout FindingLog) {
        event.title = ForeignText.line(component.text("SUMMARY"))
        if event.title.isEmpty { log.add(.doubted, "noTitle", line: component.line) }
        event.subtitle = ForeignText.line(component.text("X-PENTABARF-SUBTITLE"))
        // Outlook may put the text into the second one alone.
        let description = [component.text("DESCRIPTION"), component.text("X-ALT-DESC")].first { !$0.trimmed.isEmpty } ?? ""
        if ForeignText.looksLikeHTML(description) { log.add(.dropped, "html", line: component.line) }
        event.description = ForeignText.lines(description)
    }

    private static func track(_ event: inout ForeignEvent, _ component: ICalendarComponent, _ log: inout FindingLog) {
        let named = component.first("X-PENTABARF-TRACK").map { _ in component.text("X-PENTABARF-TRACK") }
        let all = named.map { [$0] } ?? component.all("CATEGORIES").flatMap { ICalendarText.list($0.value) }
        let names = all.map { ForeignText.line($0) }.filter { !$0.isEmpty }
        event.track = names.first
        let rest = names.dropFirst().filter { $0 != names[0] }
        if let first = names.first, !rest.isEmpty {
            log.add(
                .dropped, "moreTracks", line: component.line, ["first": first, "rest": rest.joined(separator: ", ")])
        }
    }

    private static func links(_ event: inout ForeignEvent, _ component: ICalendarComponent, _ log: inout FindingLog) {
        for attachment in component.all("ATTACH") {
            if let url = ForeignText.address(attachment.value), url.hasPrefix("http") {
                event.attachments.append(ForeignEvent.Link(title: attachment.parameters["FILENAME"] ?? "", url: url))
            } else {
                log.add(.dropped, "icalAttachment", line: attachment.line)
            }
        }
        for room in component.all("CONFERENCE") {
            if let url = ForeignText.address(room.value), url.hasPrefix("http") {
                event.links.append(ForeignEvent.Link(title: ForeignText.line(room.parameters["LABEL"] ?? ""), url: url))
            } else {
                log.add(.dropped, "link", line: room.line, ["value": String(ForeignText.line(room.value).prefix(80))])
            }
        }
    }

    /// Names alone: an address is nobody's name.
    private static func persons(_ event: inout ForeignEvent, _ component: ICalendarComponent, _ log: inout FindingLog) {
        var seen: Set<String> = []
        for person in component.all("X-PLENARIA-PERSON") {
            let name = ForeignText.line(ICalendarText.list(person.value).joined(separator: ","))
            if !name.isEmpty, seen.insert(name).inserted { event.persons.append(ForeignEvent.Person(name: name)) }
        }
        for attendee in component.all("ATTENDEE") {
            let name = ForeignText.line(attendee.parameters["CN"] ?? "")
            guard !name.isEmpty, !name.contains("@") else {
                log.add(.dropped, "icalAttendee", line: attendee.line)
                continue
            }
            if seen.insert(name).inserted { event.persons.append(ForeignEvent.Person(name: name)) }
        }
    }
}
