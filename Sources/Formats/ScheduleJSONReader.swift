import Base

/// schedule.json, version 1 of its schema: what frab and pretalx write.
package enum ScheduleJSONReader {
    package static func read(_ root: JSONNode, zone: Zone) throws(FormatRefusal) -> ForeignSchedule {
        guard let schedule = root["schedule"], schedule.isObject else {
            throw FormatRefusal("notSchedule", line: root.line, path: "", ["found": root.outline, "expected": "schedule"])
        }
        guard let conference = schedule["conference"], conference.isObject else {
            if let first = schedule.members.first {
                throw FormatRefusal(
                    "otherFormat", line: first.node.line, path: "schedule",
                    ["found": ForeignText.line(String(first.name.prefix(60))), "expected": "conference"])
            }
            throw FormatRefusal("missing", line: schedule.line, path: "schedule", ["expected": "conference"])
        }
        if schedule["events"] != nil || conference["days"]?.list.contains(where: { $0["rooms"] != nil }) == false,
            schedule["events"]?.isList == true
        {
            return try ScheduleFlatReader.read(schedule, conference, zone: zone)
        }
        var raw = RawSchedule(format: .scheduleJSON)
        head(root, schedule, conference, &raw)
        guard let days = conference["days"] else {
            throw FormatRefusal("missing", line: conference.line, path: "schedule.conference", ["expected": "days"])
        }
        // Some writers give the days an object by index instead of a list.
        let nodes = days.isList ? days.list : days.members.map(\.node)
        for (index, day) in nodes.enumerated() { try read(day, "schedule.conference.days[\(index)]", &raw) }
        guard !raw.events.isEmpty else {
            throw FormatRefusal(
                "noEvents", line: days.line, path: "schedule.conference.days", ["expected": "rooms: { name: [ event ] }"])
        }
        return try ScheduleAssembly.schedule(raw, zone: zone)
    }

    private static func head(_ root: JSONNode, _ schedule: JSONNode, _ conference: JSONNode, _ raw: inout RawSchedule) {
        let generator = root["generator"] ?? schedule["generator"]
        raw.generator = [generator?.text("name") ?? "", generator?.text("version") ?? ""].filter { !$0.isEmpty }
            .joined(separator: " ")
        if raw.generator.isEmpty, let generator, !generator.isObject { raw.generator = generator.text }
        raw.version = schedule.text("version")
        raw.title = conference.text("title")
        raw.acronym = conference.text("acronym")
        raw.url =
            schedule.text(anyOf: ["base_url", "url"]).isEmpty
            ? conference.text(anyOf: ["base_url", "url"]) : schedule.text(anyOf: ["base_url", "url"])
        raw.zone = conference.text("time_zone_name")
        raw.zoneLine = conference["time_zone_name"]?.line ?? conference.line
        raw.rooms = (conference["rooms"]?.list ?? []).map { room in
            ForeignSchedule.Room(name: ForeignText.line(room.text("name")), guid: guid(room), capacity: room["capacity"]?.int)
        }
        raw.tracks = (conference["tracks"]?.list ?? []).map(track)
    }

    static func guid(_ node: JSONNode) -> String? {
        let text = node.text("guid").lowercased()
        return ScheduleIdentities.isUUID(text) ? text : nil
    }

    static func track(_ node: JSONNode) -> ForeignSchedule.Track {
        let colours = node["colors"].map { $0.text(anyOf: ["light", "dark"]) } ?? node.text(anyOf: ["color", "colour"])
        let name = node.isObject ? node.text(anyOf: ["name", "slug"]) : node.text
        return ForeignSchedule.Track(name: ForeignText.line(name), colour: ScheduleAssembly.colour(colours))
    }

    private static func read(_ day: JSONNode, _ path: String, _ raw: inout RawSchedule) throws(FormatRefusal) {
        let date = ForeignClock.spokenDate(day.text("date")) ?? ForeignClock.date(day.text(anyOf: ["day_start", "start"]))
        if let date { raw.days.append(date) }
        if date == nil { raw.log.add(.doubted, "dayWithoutDate", line: day.line) }
        guard let rooms = day["rooms"] else { return }
        guard rooms.isObject || rooms.list.isEmpty else {
            throw FormatRefusal("kind", line: rooms.line, path: path + ".rooms", ["found": rooms.kind, "expected": "object"])
        }
        for (name, events) in rooms.members {
            guard events.isList else {
                throw FormatRefusal(
                    "kind", line: events.line, path: "\(path).rooms.\(name)", ["found": events.kind, "expected": "list"])
            }
            let room = ForeignText.line(name)
            if !room.isEmpty { raw.rooms.append(ForeignSchedule.Room(name: room)) }
            for (index, node) in events.list.enumerated() {
                raw.events.append(try event(node, room, date, "\(path).rooms.\(name)[\(index)]"))
                tellRest(node, known, &raw.log)
            }
        }
    }

    private static let known: Set<String> = [
        "id", "guid", "code", "slug", "date", "start", "end", "duration", "room", "title", "subtitle", "track", "type",
        "language",
        "abstract", "description", "url", "recording_license", "do_not_record", "persons", "links", "attachments",
    ]
    private static let knownOfPersons: Set<String> = ["guid", "code", "id", "public_name", "name", "full_public_name", "url"]

    /// What stands in a session or its people and is not taken.
    static func tellRest(_ node: JSONNode, _ known: Set<String>, _ log: inout FindingLog) {
        for (name, value) in node.members where !known.contains(name) && !value.isBlank {
            log.add(.dropped, "unknownElement", line: value.line, ["element": ForeignText.line(name)], group: name)
        }
        for person in (node["persons"]?.list ?? []) + (node["participants"]?.list ?? []) {
            for (name, value) in person.members where !knownOfPersons.contains(name) && !value.isBlank {
                let path = "persons." + ForeignText.line(name)
                log.add(.dropped, "unknownElement", line: value.line, ["element": path], group: path)
            }
        }
    }

    private static func event(_ node: JSONNode, _ room: String, _ day: CalendarDate?, _ path: String) throws(FormatRefusal)
        -> RawEvent
    {
        guard node.isObject else {
            throw FormatRefusal("kind", line: node.line, path: path, ["found": node.kind, "expected": "object"])
        }
        // The one thing that every reader of this format counts on: a number that names the event.
        if let id = node["id"], id.int == nil, !id.isNull {
            throw FormatRefusal(
                "kind", line: id.line, path: path + ".id",
                ["found": "\(id.kind) “\(ForeignText.line(id.text))”", "expected": "number"])
        }
        var event = RawEvent()
        event.line = node.line
        event.id = node.text("id")
        event.guid = node.text("guid").trimmed
        event.day = day
        event.date = node.text("date").trimmed
        event.start = node.text("start").trimmed
        event.duration = node.text("duration").trimmed
        event.roomAround = room
        event.room = node["room"].map { $0.isObject ? $0.text("name") : $0.text } ?? ""
        event.title = node.text("title")
        event.subtitle = node.text("subtitle")
        event.track = node["track"].map { $0.isObject ? $0.text(anyOf: ["name", "slug"]) : $0.text } ?? ""
        event.type = node.text("type")
        event.language = node.text("language")
        event.abstract = node.text("abstract")
        event.description = node.text("description")
        event.url = node.text("url")
        event.licence = node.text("recording_license")
        event.isOptOut = node["do_not_record"]?.bool ?? false
        event.persons = (node["persons"]?.list ?? []).map(person)
        event.links = links(node["links"])
        event.attachments = links(node["attachments"])
        return event
    }

    static func person(_ node: JSONNode) -> RawEvent.Person {
        guard node.isObject else { return RawEvent.Person(name: node.text) }
        let name = node.text(anyOf: ["public_name", "name", "full_public_name"])
        return RawEvent.Person(name: name, key: node.text(anyOf: ["guid", "code", "id"]))
    }

    static func links(_ node: JSONNode?) -> [RawEvent.Link] {
        (node?.list ?? []).map { link in
            link.isObject
                ? RawEvent.Link(title: link.text(anyOf: ["title", "type"]), url: link.text(anyOf: ["url", "href"]))
                : RawEvent.Link(title: "", url: link.text)
        }
    }
}
