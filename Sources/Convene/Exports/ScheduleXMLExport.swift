import Base

/// A released programme as schedule.xml (c3voc, born in Pentabarf and frab), valid against its XSD.
/// What has no room stands in a room element named after the event's venue, else its city, else "—".
package struct ScheduleXMLExport: Sendable {
    package let outline: ScheduleOutline
    package init(_ outline: ScheduleOutline) { self.outline = outline }

    package func text() -> String {
        var out = XMLText()
        out.open("schedule")
        out.empty("generator", [("name", "Plenaria"), ("system", outline.host), ("version", "1")])
        out.element("url", outline.address + "/schedule.xml")
        out.element("version", outline.version)
        conference(&out)
        for day in outline.days {
            out.open(
                "day",
                [("index", String(day.index)), ("date", day.date.description), ("start", day.start), ("end", day.end)])
            for room in day.rooms {
                out.open("room", [("name", room.name)] + (room.guid.map { [("guid", $0)] } ?? []))
                for entry in room.entries { write(entry, &out) }
                out.close("room")
            }
            out.close("day")
        }
        out.close("schedule")
        return out.text
    }

    private func conference(_ out: inout XMLText) {
        out.open("conference")
        out.element("title", outline.title)
        out.element("acronym", outline.acronym)
        out.element("start", outline.first.description)
        out.element("end", outline.last.description)
        out.element("days", String(outline.days.count))
        out.element("timeslot_duration", "00:05")
        out.element("base_url", outline.address)
        out.element("url", outline.address)
        out.element("time_zone_name", outline.zone)
        for track in outline.tracks {
            out.empty("track", [("name", track.name)] + (track.colour.map { [("color", $0)] } ?? []))
        }
        out.close("conference")
    }

    private func write(_ entry: ScheduleOutline.Entry, _ out: inout XMLText) {
        out.open("event", [("id", String(entry.number)), ("guid", entry.guid)])
        out.element("date", entry.start)
        out.element("start", entry.clock)
        out.element("duration", entry.duration)
        out.element("room", entry.room)
        out.element("slug", entry.slug)
        out.element("url", entry.url)
        out.element("title", entry.title)
        out.element("subtitle", entry.subtitle)
        out.element("track", entry.track)
        out.element("type", entry.type)
        out.element("language", entry.language)
        out.element("abstract", entry.abstract)
        out.element("description", entry.description)
        if entry.isOptOut || !entry.licence.isEmpty {
            out.open("recording")
            out.element("license", entry.licence)
            out.element("optout", entry.isOptOut ? "true" : "false")
            out.close("recording")
        }
        out.open("persons")
        for one in entry.persons {
            out.element("person", [("id", String(one.number)), ("guid", one.guid)], one.name)
        }
        out.close("persons")
        out.open("links")
        for one in entry.links { out.element("link", [("href", one.url), ("type", one.type)], one.title) }
        out.close("links")
        out.open("attachments")
        for one in entry.attachments { out.element("attachment", [("href", one.url), ("type", one.type)], one.title) }
        out.close("attachments")
        if !entry.origin.isEmpty { out.element("origin_url", entry.origin) }
        out.close("event")
    }
}
