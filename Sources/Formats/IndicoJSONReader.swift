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
        for node in contributions {
            raw.events.append(contribution(node, own))
            tellRest(node, &raw.log)
        }
        return try ScheduleAssembly.schedule(raw, zone: zone)
    }

    private static let known: Set<String> = [
        "_type", "_fossil", "id", "db_id", "friendly_id", "startDate", "endDate", "duration", "room", "roomFullname", "location",
        "title", "session", "track", "type", "description", "url", "speakers", "primaryauthors", "folders", "material",
    ]

    /// What stands in a contribution and is not taken: its authors where it has speakers, a track beside its session.
    private static func tellRest(_ node: JSONNode, _ log: inout FindingLog) {
        ScheduleJSONReader.tellRest(node, known, &log)
        let authors = node["primaryauthors"]?.list ?? []
        if node["speakers"]?.list.isEmpty == false, let first = authors.first {
            log.add(.dropped, "unknownElement", line: first.line, ["element": "primaryauthors"], group: "primaryauthors")
        }
        let (session, track) = (node.text("session"), node.text("track"))
        if !session.isEmpty, !track.isEmpty, session != track {
            log.add(
                .dropped, "moreTracks", line: node.line, ["first": ForeignText.line(session), "rest": ForeignText.line(track)])
        }
    }

    /// Files and links, by folders.
    private static func attachments(_ node: JSONNode) -> [RawEvent.Link] {
        (node["folders"]?.list ?? []).flatMap { $0["attachments"]?.list ?? [] }.map { file in
            RawEvent.Link(title: file.text("title"), url: file.text(anyOf: ["download_url", "link_url", "url"]))
        }
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
        event.attachments = attachments(node)
        var seen: Set<String> = []
        for list in ["speakers", "primaryauthors"] where event.persons.isEmpty {
            for person in node[list]?.list ?? [] {
                let parts = [person.text("first_name"), person.text("last_name")].filter { !$0.isEmpty }
                let name = parts.isEmpty ? person.text("fullName") : parts.joined(separator: " ")
                if seen.insert(name).inserted {
                    event.persons.append(
                        RawEvent.Person(
                            name: name, key: person.text("db_id"), affiliation: person.text("affiliation")))
                }
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
