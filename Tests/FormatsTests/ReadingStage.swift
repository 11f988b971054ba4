import Base
import Formats
import Testing

/// Small files of our own making, each for one peculiarity.
enum ReadingStage {
    static let zone = Zone("Europe/Berlin")!

    static func read(_ text: String, name: String = "") throws -> ForeignSchedule {
        try FormatReader.read(Array(text.utf8), name: name, zone: zone)
    }
    static func refusal(_ bytes: [UInt8], name: String = "") -> FormatRefusal? {
        do throws(FormatRefusal) {
            _ = try FormatReader.read(bytes, name: name, zone: zone)
            return nil
        } catch {
            return error
        }
    }
    static func refusal(_ text: String, name: String = "") -> FormatRefusal? { refusal(Array(text.utf8), name: name) }

    /// A schedule.xml with that inside its one event and, if given, another head.
    static func xml(
        _ inside: String, attributes: String = #"id="7""#, head: String = conference,
        day: String = #"date="2026-05-02" index="1""#
    )
        -> String
    {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <schedule>\(head)
        <day \(day)><room name="Saal 1">
        <event \(attributes)><title>T</title><start>10:00</start><duration>0:45</duration>\(inside)</event>
        </room></day></schedule>
        """
    }
    static let conference =
        "<generator name=\"frab\" version=\"1\"/><conference><acronym>demo</acronym><title>Demo</title><time_zone_name>Europe/Berlin</time_zone_name></conference>"

    static func calendar(_ lines: String, zone: String = "") -> String {
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n\(zone)BEGIN:VEVENT\r\nUID:a\r\nSUMMARY:S\r\n"
            + lines.replacing("\n", with: "\r\n") + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    }
    static func codes(_ schedule: ForeignSchedule) -> Set<String> { Set(schedule.findings.map(\.code)) }
    static func utc(_ event: ForeignEvent) -> String { event.start.map { $0.iso(offset: 0) } ?? "-" }
}
