import Base
import Formats

extension Parser {
    static let scheduleXML = Parser(name: "xml", limit: FormatLimits.size) { bytes in
        hold { () throws(FormatRefusal) in try ScheduleXMLReader.read(bytes, zone: berlin) }
    }
    static let scheduleJSON = Parser(name: "json", limit: FormatLimits.size) { bytes in
        hold { () throws(FormatRefusal) in try ScheduleJSONReader.read(JSONTreeReader.read(bytes), zone: berlin) }
    }
    static let indico = Parser(name: "indico", limit: FormatLimits.size) { bytes in
        hold { () throws(FormatRefusal) in try IndicoJSONReader.read(JSONTreeReader.read(bytes), zone: berlin) }
    }
    static let iCalendar = Parser(name: "icalendar", limit: FormatLimits.size) { bytes in
        hold { () throws(FormatRefusal) in try ICalendarReader.read(bytes, zone: berlin) }
    }
    static let csv = Parser(name: "csv", limit: FormatLimits.size) { bytes in
        hold { () throws(FormatRefusal) in try CSVScheduleReader.read(String(decoding: bytes, as: UTF8.self), zone: berlin) }
    }
    /// The door of them all: the format is told by the content.
    static let schedule = Parser(name: "schedule", limit: FormatLimits.size) { bytes in
        hold { () throws(FormatRefusal) in try FormatReader.read(bytes, zone: berlin) }
    }

    private static let berlin = Zone("Europe/Berlin") ?? .utc

    /// A schedule with sessions, or a refusal with a reason.
    private static func hold(_ read: () throws(FormatRefusal) -> ForeignSchedule) {
        do throws(FormatRefusal) {
            check(try read())
        } catch {
            promise(!error.code.isEmpty && error.line >= 0 && error.column >= 0, "a refusal says why and where")
        }
    }

    private static func check(_ schedule: ForeignSchedule) {
        promise(
            !schedule.events.isEmpty && schedule.events.count <= FormatLimits.events, "a schedule has sessions, within reason")
        promise(Set(schedule.events.map(\.identity)).count == schedule.events.count, "identities are unique")
        promise(Set(schedule.rooms.map(\.name)).count == schedule.rooms.count, "rooms are named once")
        promise(schedule.days == Set(schedule.days).sorted(), "days rise")
        for line in [schedule.title, schedule.acronym, schedule.version, schedule.generator] { checkLine(line) }
        for event in schedule.events {
            for line in [event.identity, event.title, event.subtitle, event.type, event.room ?? "", event.track ?? ""] {
                checkLine(line)
            }
            for person in event.persons {
                promise(!person.name.isEmpty, "a person has a name")
                checkLine(person.name)
            }
            for text in [event.abstract, event.description] {
                promise(!text.unicodeScalars.contains { $0.turnsText || $0 == "\0" }, "no text turns its neighbours")
            }
            for link in event.links + event.attachments {
                promise(!link.url.lowercased().hasPrefix("javascript:"), "no link runs anything")
            }
            if let minutes = event.minutes { promise(minutes > 0 && minutes <= 1_000_000, "a length is one") }
        }
    }

    private static func checkLine(_ line: String) {
        promise(!line.unicodeScalars.contains { $0.turnsText || $0.isControl }, "a line is one line, and reads as it is stored")
    }
}
