import Base

/// A foreign schedule in any format that we read, told by its content.
package enum FormatReader {
    /// `zone` is the event's: it counts where the file names none. `name` is of the file and only a hint.
    package static func read(_ bytes: [UInt8], name: String = "", zone: Zone) throws(FormatRefusal) -> ForeignSchedule {
        guard bytes.count <= FormatLimits.size else {
            throw FormatRefusal("tooLarge", line: 1, ["limit": String(FormatLimits.size / 1_048_576)])
        }
        guard bytes.contains(where: { $0 > 32 }) else { throw FormatRefusal("empty", line: 1) }
        if let other = ForeignKind.refusal(bytes) { throw other }
        return try recognised(TextEncoding.marked(bytes), name: name.lowercased(), zone: zone)
    }

    private static func recognised(_ bytes: [UInt8], name: String, zone: Zone) throws(FormatRefusal) -> ForeignSchedule {
        let isCalendar = ForeignKind.looksLikeCalendar(bytes)
        if !isCalendar, ForeignKind.looksLikeXML(bytes) { return try ScheduleXMLReader.read(bytes, zone: zone) }
        if isCalendar || (name.hasSuffix(".ics") && !TextEncoding.isWide(bytes)) {
            // Read on bytes: folding may cut a character.
            if let nul = bytes.firstIndex(of: 0) {
                throw FormatRefusal("nul", line: TextEncoding.line(of: nul, in: bytes[...]))
            }
            return try ICalendarReader.read(bytes, zone: zone)
        }
        if let text = TextEncoding.western(bytes), !ForeignKind.looksLikeJSON(text, name: name) {
            var schedule = try CSVScheduleReader.read(text, zone: zone)
            schedule.findings.insert(FormatFinding(.supplied, "western", line: 1), at: 0)
            return schedule
        }
        let text = try TextEncoding.decoded(bytes)
        if ForeignKind.looksLikeJSON(text, name: name) {
            let root = try JSONTreeReader.read(Array(text.utf8))
            return root["results"] != nil && root["schedule"] == nil
                ? try IndicoJSONReader.read(root, zone: zone) : try ScheduleJSONReader.read(root, zone: zone)
        }
        let head = String(text.unicodeScalars.prefix(4_000)).trimmed
        if head.uppercased().contains("BEGIN:V") { return try ICalendarReader.read(Array(text.utf8), zone: zone) }
        if name.hasSuffix(".xml") {
            let first = head.prefix { !$0.isNewline }.prefix(40)
            throw FormatRefusal("notSchedule", line: 1, ["found": ForeignText.line(String(first)), "expected": "<schedule>"])
        }
        return try CSVScheduleReader.read(text, zone: zone)
    }
}
