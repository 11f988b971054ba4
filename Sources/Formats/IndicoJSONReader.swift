import Base

/// Indico's export of one event with its contributions (`/export/event/….json?detail=contributions`).
package enum IndicoJSONReader {
    package static func read(_ root: JSONNode, zone: Zone) throws(FormatRefusal) -> ForeignSchedule {
        guard let event = root["results"]?.list.first, event.isObject else {
            throw FormatRefusal("missing", line: root.line, path: "", ["expected": "results"])
        }
        var contributions = event["contributions"]?.list ?? []
        for session in event["sessions"]?.list ?? [] { contributions += session["contributions"]?.list ?? [] }
        guard !contributions.isEmpty else {
            throw FormatRefusal("noEvents", line: event.line, path: "results[0]", ["expected": "contributions"])
        }
        var raw = RawSchedule(format: .indicoJSON)
        raw.generator = "Indico"
        raw.title = event.text("title")
        raw.acronym = "indico-" + event.text("id")
        raw.url = event.text("url")
        raw.zone = event.text("timezone")
        raw.zoneLine = event["timezone"]?.line ?? event.line
        let own = ForeignZone.zone(raw.zone)?.zone ?? zone
        var unscheduled = 0
        for node in contributions {
            let one = contribution(node, own)
            if one.date.isEmpty { unscheduled += 1 }
            raw.events.append(one)
        }
        return try ScheduleAssembly.schedule(raw, zone: zone)
    }

    private static func contribution(_ node: JSONNode, _ zone: Zone) -> RawEvent {
        var event = RawEvent()
        event.line = node.line
        event.id = node.text(anyOf: ["db_id", "id"])
        event.date = stamp(node["startDate"], zone)
        event.duration = node.text("duration")
        event.roomAround = node.text(anyOf: ["roomFullname", "room", "location"])
        event.title = node.text("title")
        event.track = node.text(anyOf: ["session", "track"])
        event.type = node["type"].map { $0.text } ?? ""
        event.description = node.text("description")
        event.url = node.text("url")
        var seen: Set<String> = []
        for list in ["speakers", "primaryauthors"] where event.persons.isEmpty {
            for person in node[list]?.list ?? [] {
                let parts = [person.text("first_name"), person.text("last_name")].filter { !$0.isEmpty }
                let name = parts.isEmpty ? person.text("fullName") : parts.joined(separator: " ")
                if seen.insert(name).inserted { event.persons.append(RawEvent.Person(name: name, key: person.text("db_id"))) }
            }
        }
        return event
    }

    /// `{"date": "2021-09-17", "tz": "UTC", "time": "14:10:00"}` with the zone's offset at that time.
    private static func stamp(_ node: JSONNode?, _ zone: Zone) -> String {
        guard let node, let date = ForeignClock.date(node.text("date")),
            let time = ForeignClock.clock(String(node.text("time").prefix(8)))
        else { return "" }
        let own = ForeignZone.zone(node.text("tz"))?.zone ?? zone
        switch own.reading(WallTime(date: date, time: time)) {
        case .once(let instant), .twice(let instant, _): return instant.iso(offset: own.offset(at: instant))
        case .skipped: return "\(date.description)T\(time.description):00"
        }
    }
}
