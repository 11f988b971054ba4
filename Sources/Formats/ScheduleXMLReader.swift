import Base

/// schedule.xml as Pentabarf, frab, pretalx, wafer, FOSDEM and people by hand write it.
package enum ScheduleXMLReader {
    package static func read(_ bytes: [UInt8], zone: Zone) throws(FormatRefusal) -> ForeignSchedule {
        let root = try XMLTreeReader.read(bytes)
        guard root.name == "schedule" else {
            let code = ["iCalendar": "xcal", "rss": "feed", "feed": "feed", "html": "html"][root.name] ?? "notSchedule"
            throw FormatRefusal(code, line: root.line, path: root.name, ["found": root.name, "expected": "schedule"])
        }
        var raw = RawSchedule(format: .scheduleXML)
        head(root, &raw)
        for day in root.all("day") { read(day, &raw) }
        guard !raw.events.isEmpty else { throw refusal(root) }
        return try ScheduleAssembly.schedule(raw, zone: zone)
    }

    /// Why there is nothing to read: a format of somebody's own, or days without sessions.
    private static func refusal(_ root: XMLNode) -> FormatRefusal {
        for day in root.all("day") {
            let strange =
                day.children.first { $0.name != "room" && $0.name != "event" }
                ?? day.all("room").flatMap(\.children).first { $0.name != "event" }
            if let strange {
                return FormatRefusal(
                    "otherFormat", line: strange.line, path: "schedule.day.\(strange.name)",
                    ["found": strange.name, "expected": "event"])
            }
        }
        return FormatRefusal("noEvents", line: root.line, path: "schedule", ["expected": "day, room, event"])
    }

    private static func head(_ root: XMLNode, _ raw: inout RawSchedule) {
        if let generator = root.first("generator") {
            raw.generator = [generator["name"], generator["version"]].compactMap { $0 }.joined(separator: " ")
            if raw.generator.isEmpty { raw.generator = generator.text.trimmed }
        }
        raw.version = [root.textOf("version"), root.textOf("release")].first { !$0.isEmpty } ?? ""
        let conference = root.first("conference")
        func text(_ name: String) -> String { conference?.textOf(name) ?? "" }
        raw.title = text("title")
        raw.acronym = text("acronym")
        raw.url = [text("base_url"), text("url"), root.textOf("url")].first { !$0.isEmpty } ?? ""
        raw.zone = [text("time_zone_name"), text("time_zone"), text("timezone")].first { !$0.isEmpty } ?? ""
        raw.zoneLine = conference?.first("time_zone_name")?.line ?? conference?.line ?? 0
        raw.dayChange = text("day_change")
        let tracks = (conference?.all("track") ?? []) + (root.first("tracks")?.all("track") ?? [])
        raw.tracks = tracks.map { node in
            let name = ForeignText.line(node["name"] ?? node.text)
            return ForeignSchedule.Track(name: name, colour: ScheduleAssembly.colour(node["color"] ?? node["colour"] ?? ""))
        }
        for child in conference?.children ?? []
        where !knownOfConference.contains(child.name) && !(child.text.trimmed.isEmpty && child.children.isEmpty) {
            let path = "conference." + child.name
            raw.log.add(.dropped, "unknownElement", line: child.line, ["element": path], group: path)
        }
        for child in root.children
        where !["generator", "version", "release", "url", "conference", "tracks", "day"].contains(child.name) {
            raw.log.add(.dropped, "unknownElement", line: child.line, ["element": child.name], group: child.name)
        }
    }

    private static func read(_ day: XMLNode, _ raw: inout RawSchedule) {
        let date = ForeignClock.spokenDate(day["date"] ?? "") ?? ForeignClock.date(day["start"] ?? "")
        if let date { raw.days.append(date) }
        if date == nil { raw.log.add(.doubted, "dayWithoutDate", line: day.line) }
        for child in day.children {
            switch child.name {
            case "event": raw.events.append(event(child, around: "", date, &raw.log))
            case "room":
                let name = ForeignText.line(child["name"] ?? "")
                if !name.isEmpty { raw.rooms.append(ForeignSchedule.Room(name: name, guid: child["guid"])) }
                for inner in child.children {
                    if inner.name == "event" {
                        raw.events.append(event(inner, around: name, date, &raw.log))
                    } else {
                        raw.log.add(.dropped, "unknownElement", line: inner.line, ["element": inner.name], group: inner.name)
                    }
                }
            default: raw.log.add(.dropped, "unknownElement", line: child.line, ["element": child.name], group: child.name)
            }
        }
    }

    private static let known: Set<String> = [
        "date", "start", "duration", "end", "room", "title", "subtitle", "track", "type", "language", "abstract", "description",
        "url", "recording", "persons", "links", "attachments", "slug",
    ]
    /// What most producers write also where it says nothing.
    private static let seldom: Set<String> = ["logo", "feedback_url", "origin_url"]
    private static let knownOfConference: Set<String> = [
        "title", "acronym", "start", "end", "days", "timeslot_duration", "base_url", "url", "time_zone_name", "time_zone",
        "timezone", "day_change", "track", "release",
    ]

    private static func event(_ node: XMLNode, around: String, _ day: CalendarDate?, _ log: inout FindingLog) -> RawEvent {
        var event = RawEvent()
        event.line = node.line
        event.id = (node["id"] ?? "").trimmed
        event.guid = (node["guid"] ?? "").trimmed
        event.day = day
        event.roomAround = around
        for child in node.children {
            let text = child.text
            switch child.name {
            case "date": event.date = text.trimmed
            case "start": event.start = text.trimmed
            case "duration": event.duration = text.trimmed
            case "room": event.room = text
            case "title": keep(&event.title, text)
            case "subtitle": keep(&event.subtitle, text)
            case "track": keep(&event.track, text)
            case "type": keep(&event.type, text)
            case "language": keep(&event.language, text)
            case "abstract": keep(&event.abstract, text)
            case "description": keep(&event.description, text)
            case "url": keep(&event.url, text)
            case "recording":
                event.licence = child.textOf("license")
                event.isOptOut = ["true", "1", "yes"].contains(child.textOf("optout").lowercased())
            case "persons": event.persons += child.children.filter { ["person", "speaker"].contains($0.name) }.map(person)
            case "links": event.links += child.all("link").map(link)
            case "attachments": event.attachments += child.all("attachment").map(link)
            default:
                if !known.contains(child.name), !(seldom.contains(child.name) && isBlank(child)) {
                    log.add(.dropped, "unknownElement", line: child.line, ["element": child.name], group: child.name)
                }
            }
        }
        return event
    }

    private static func isBlank(_ node: XMLNode) -> Bool {
        node.children.isEmpty && node.attributes.isEmpty && node.text.trimmed.isEmpty
    }

    /// Some producers write an element twice, one of them empty.
    private static func keep(_ value: inout String, _ text: String) {
        if value.trimmed.isEmpty { value = text }
    }
    private static func person(_ node: XMLNode) -> RawEvent.Person {
        let name = node.text.trimmed.isEmpty ? node["name"] ?? node.textOf("name") : node.text
        return RawEvent.Person(name: name, key: node["id"] ?? node["guid"] ?? "")
    }
    private static func link(_ node: XMLNode) -> RawEvent.Link {
        RawEvent.Link(title: node.text, url: node["href"] ?? node["url"] ?? node.text)
    }
}
