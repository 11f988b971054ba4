import Base

/// A released programme as schedule.json, version 1 of the schema that c3voc publishes: the same outline as schedule.xml.
package struct ScheduleJSONExport: Sendable {
    package let outline: ScheduleOutline
    package init(_ outline: ScheduleOutline) { self.outline = outline }

    package func text() -> String {
        var out = JSONText()
        out.object { out in
            out.member("$schema", "https://c3voc.de/schedule/schema.json")
            out.object("generator") { out in
                out.member("name", "Plenaria")
                out.member("version", "1")
            }
            out.object("schedule") { out in
                out.member("version", outline.version)
                out.member("base_url", outline.address)
                out.object("conference") { conference(&$0) }
            }
        }
        return out.text
    }

    private func conference(_ out: inout JSONText) {
        out.member("acronym", outline.acronym)
        out.member("title", outline.title)
        out.member("start", outline.first.description)
        out.member("end", outline.last.description)
        out.member("daysCount", outline.days.count)
        out.member("timeslot_duration", "00:05")
        out.member("time_zone_name", outline.zone)
        out.member("url", outline.address)
        out.list("tracks") { out in
            for track in outline.tracks {
                out.object { out in
                    out.member("name", track.name)
                    if let colour = track.colour { out.member("color", colour) }
                }
            }
        }
        out.list("rooms") { out in
            for room in outline.rooms { out.object { write(room, &$0) } }
        }
        out.list("days") { out in
            for day in outline.days { out.object { write(day, &$0) } }
        }
    }

    private func write(_ room: ScheduleOutline.Room, _ out: inout JSONText) {
        out.member("name", room.name)
        if let guid = room.guid { out.member("guid", guid) }
        if let capacity = room.capacity { out.member("capacity", capacity) }
    }

    private func write(_ day: ScheduleOutline.Day, _ out: inout JSONText) {
        out.member("index", day.index)
        out.member("date", day.date.description)
        out.member("day_start", day.start)
        out.member("day_end", day.end)
        out.object("rooms") { out in
            for room in day.rooms {
                out.list(room.name) { out in
                    for entry in room.entries { out.object { write(entry, &$0) } }
                }
            }
        }
    }

    /// The schema wants subtitle, track, language, abstract and links, be they empty.
    private func write(_ entry: ScheduleOutline.Entry, _ out: inout JSONText) {
        out.member("guid", entry.guid)
        out.member("id", entry.number)
        out.member("date", entry.start)
        out.member("start", entry.clock)
        out.member("end", entry.end)
        out.member("duration", entry.duration)
        out.member("room", entry.room)
        out.member("slug", entry.slug)
        out.member("url", entry.url)
        out.member("title", entry.title)
        out.orNull("subtitle", entry.subtitle)
        out.orNull("track", entry.track)
        out.member("type", entry.type)
        out.orNull("language", entry.language)
        out.orNull("abstract", entry.abstract)
        out.orNull("description", entry.description)
        out.member("logo", "")
        out.member("recording_license", entry.licence)
        out.member("do_not_record", entry.isOptOut)
        out.filled("origin_url", entry.origin)
        out.list("persons") { out in
            for one in entry.persons {
                out.object { out in
                    out.member("guid", one.guid)
                    out.member("id", one.number)
                    out.member("name", one.name)
                    out.filled("url", one.url)
                }
            }
        }
        references("links", entry.links, &out)
        references("attachments", entry.attachments, &out)
    }

    private func references(_ name: String, _ references: [ScheduleOutline.Reference], _ out: inout JSONText) {
        out.list(name) { out in
            for one in references {
                out.object { out in
                    out.member("type", one.type)
                    out.member("url", one.url)
                    out.member("title", one.title)
                }
            }
        }
    }
}
