import Base

/// schedule.json, version 2 (a draft): events in one list beside persons, lengths as ISO 8601 or by their end.
enum ScheduleFlatReader {
    static func read(_ schedule: JSONNode, _ conference: JSONNode, zone: Zone) throws(FormatRefusal) -> ForeignSchedule {
        var raw = RawSchedule(format: .scheduleJSON2)
        raw.version = schedule.text("version")
        raw.generator = schedule["generator"].map { $0.isObject ? $0.text("name") : $0.text } ?? ""
        raw.title = conference.text("title")
        raw.acronym = conference.text("acronym")
        raw.url = schedule.text(anyOf: ["base_url", "url"])
        raw.zone = conference.text("time_zone_name")
        raw.zoneLine = conference["time_zone_name"]?.line ?? conference.line
        raw.days = (conference["days"]?.list ?? []).compactMap { ForeignClock.date($0.text(anyOf: ["date", "start"])) }
        raw.rooms = (conference["rooms"]?.list ?? []).map { room in
            ForeignSchedule.Room(
                name: ForeignText.line(room.isObject ? room.text("name") : room.text), guid: ScheduleJSONReader.guid(room),
                capacity: room["capacity"]?.int)
        }
        let tracks = conference["tracks"]?.list ?? []
        raw.tracks = tracks.map(ScheduleJSONReader.track)
        let slugs = Dictionary(
            tracks.map { ($0.text("slug"), $0.text("name")) }, uniquingKeysWith: { first, _ in first })
        let persons = Dictionary(
            (schedule["persons"]?.list ?? []).map { ($0.text("guid"), $0.text("name")) }, uniquingKeysWith: { first, _ in first })
        let events = schedule["events"]?.list ?? []
        guard !events.isEmpty else {
            throw FormatRefusal(
                "noEvents", line: schedule["events"]?.line ?? schedule.line, path: "schedule.events", ["expected": "[ event ]"])
        }
        for (index, node) in events.enumerated() {
            guard node.isObject else {
                throw FormatRefusal(
                    "kind", line: node.line, path: "schedule.events[\(index)]", ["found": node.kind, "expected": "object"])
            }
            raw.events.append(event(node, slugs: slugs, persons: persons))
            ScheduleJSONReader.tellRest(node, known, &raw.log)
        }
        return try ScheduleAssembly.schedule(raw, zone: zone)
    }

    private static let known: Set<String> = [
        "id", "code", "slug", "guid", "start", "end", "date", "duration", "room", "title", "name", "subtitle", "track", "type",
        "language", "abstract", "description", "url", "recording_license", "do_not_record", "participants", "persons", "links",
        "attachments",
    ]

    private static func event(_ node: JSONNode, slugs: [String: String], persons: [String: String]) -> RawEvent {
        var event = RawEvent()
        event.line = node.line
        event.id = node.text(anyOf: ["id", "code", "slug"])
        event.guid = node.text("guid").trimmed
        event.date = node.text(anyOf: ["start", "date"]).trimmed
        event.duration = length(node)
        event.roomAround = node["room"].map { $0.isObject ? $0.text("name") : $0.text } ?? ""
        event.title = node.text(anyOf: ["title", "name"])
        event.subtitle = node.text("subtitle")
        if let track = node["track"] {
            let slug = track.isObject ? track.text("slug") : track.text
            event.track = track.isObject && !track.text("name").isEmpty ? track.text("name") : slugs[slug] ?? slug
        }
        event.type = node.text("type").lowercased()
        event.language = node.text("language")
        event.abstract = node.text("abstract")
        event.description = node.text("description")
        event.url = node.text("url")
        event.licence = node.text("recording_license")
        event.isOptOut = node["do_not_record"]?.bool ?? false
        event.persons = (node["participants"]?.list ?? node["persons"]?.list ?? []).map { one in
            var person = ScheduleJSONReader.person(one)
            if person.name.isEmpty { person.name = persons[one.text("guid")] ?? "" }
            return person
        }
        event.links = ScheduleJSONReader.links(node["links"])
        event.attachments = ScheduleJSONReader.links(node["attachments"])
        return event
    }

    /// What is written, else from the start to the end.
    private static func length(_ node: JSONNode) -> String {
        let written = node.text("duration").trimmed
        guard written.isEmpty, let start = ForeignClock.stamp(node.text("start")), let end = ForeignClock.stamp(node.text("end"))
        else { return written }
        let seconds: Int64
        if let from = start.instant, let to = end.instant {
            seconds = to.seconds - from.seconds
        } else {
            seconds = end.wall.serial - start.wall.serial
        }
        return (1...(30 * 86_400)).contains(seconds) ? String((seconds + 30) / 60) : ""
    }
}
