import Base

/// iCalendar's lines into components. Tolerant: bare line ends, folded characters, lower-case and grouped names, ends that
/// are missing or in the wrong order; each is told.
enum ICalendarTreeReader {
    private static let mostProperties = 1_000_000

    /// A root without a name, with the file's components in it.
    static func read(_ bytes: [UInt8], _ log: inout FindingLog) throws(FormatRefusal) -> ICalendarComponent {
        let root = ICalendarComponent(name: "", line: 1)
        var open = [root]
        var count = 0
        for (line, content) in unfolded(bytes, &log) {
            count += 1
            guard count <= mostProperties else { throw FormatRefusal("tooMany", line: line) }
            guard let property = property(content, line) else {
                if !content.trimmed.isEmpty { log.add(.dropped, "icalLine", line: line, ["value": shown(content)]) }
                continue
            }
            let value = property.value.trimmed.uppercased()
            switch property.name {
            case "BEGIN":
                closeForgotten(before: value, &open, &log)
                guard open.count < FormatLimits.depth else {
                    throw FormatRefusal("tooDeep", line: line, ["limit": String(FormatLimits.depth)])
                }
                let component = ICalendarComponent(name: value, line: line)
                open[open.count - 1].children.append(component)
                open.append(component)
            case "END": close(value, line, &open, &log)
            default: open[open.count - 1].properties.append(property)
            }
        }
        for missing in open.dropFirst().reversed() {
            log.add(.supplied, "icalEnd", line: missing.line, ["component": missing.name], group: missing.name)
        }
        return root
    }

    /// A calendar stands in no calendar, and an event in no event: the end of what is open was forgotten. One that says
    /// nothing yet is no event whose end is missing.
    private static func closeForgotten(before name: String, _ open: inout [ICalendarComponent], _ log: inout FindingLog) {
        let place: Int?
        switch name {
        case "VCALENDAR": place = open.firstIndex { $0.name == name }
        case "VEVENT": place = open.firstIndex { $0.name == name && !$0.properties.isEmpty }
        default: place = nil
        }
        guard let place else { return }
        for missing in open[place...].reversed() {
            log.add(.supplied, "icalEnd", line: missing.line, ["component": missing.name], group: missing.name)
        }
        open.removeSubrange(place...)
    }

    private static func close(_ name: String, _ line: Int, _ open: inout [ICalendarComponent], _ log: inout FindingLog) {
        guard let index = open.lastIndex(where: { $0.name == name }), index > 0 else {
            log.add(.dropped, "icalStrayEnd", line: line, ["component": shown(name)])
            return
        }
        for missing in open[(index + 1)...].reversed() {
            log.add(.supplied, "icalEnd", line: missing.line, ["component": missing.name], group: missing.name)
        }
        open.removeSubrange(index...)
    }

    /// Content lines with the number of their first physical line. Folding is undone on bytes: it may cut a character.
    private static func unfolded(_ bytes: [UInt8], _ log: inout FindingLog) -> [(Int, String)] {
        var lines: [(Int, [UInt8])] = []
        var number = 0
        var start = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
        func take(_ end: Int) {
            number += 1
            if let first = bytes[start..<end].first, first == 32 || first == 9, !lines.isEmpty {
                lines[lines.count - 1].1 += bytes[(start + 1)..<end]
            } else if let last = lines.last?.1, isCutSoftly(last) {
                lines[lines.count - 1].1.removeLast()
                lines[lines.count - 1].1 += bytes[start..<end]
            } else if end > start {
                lines.append((number, Array(bytes[start..<end])))
            }
        }
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 10 || byte == 13 {
                take(index)
                index += byte == 13 && index + 1 < bytes.count && bytes[index + 1] == 10 ? 2 : 1
                start = index
            } else {
                index += 1
            }
        }
        if start < bytes.count { take(bytes.count) }
        return lines.map { line, bytes in
            if let text = String(validating: bytes, as: UTF8.self) { return (line, steadied(text)) }
            // Old programs write Latin-1, most of them as Windows has it; every byte is a character of it.
            log.add(.supplied, "icalLatin", line: line)
            return (line, TextEncoding.windows(bytes))
        }
    }

    /// vCalendar 1.0 cuts quoted-printable lines with an equals sign at their end, and does not indent what follows.
    private static func isCutSoftly(_ line: [UInt8]) -> Bool {
        guard line.last == UInt8(ascii: "=") else { return false }
        return String(decoding: line.prefix { $0 != UInt8(ascii: ":") }.prefix(200), as: UTF8.self).uppercased()
            .contains("QUOTED-PRINTABLE")
    }

    /// `GROUP.NAME;PARAM="a;b":value`; nil without a colon outside quotes or with a name that is none.
    private static func property(_ content: String, _ line: Int) -> ICalendarComponent.Property? {
        let bytes = Array(content.utf8)
        var isQuoted = false
        var cuts: [Int] = []
        var colon: Int?
        for (index, byte) in bytes.enumerated() {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == UInt8(ascii: ";") { cuts.append(index) }
            if byte == UInt8(ascii: ":") {
                colon = index
                break
            }
        }
        guard let colon = colon ?? bytes.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        cuts = cuts.filter { $0 < colon } + [colon]
        func part(_ from: Int, _ to: Int) -> String { String(decoding: bytes[from..<to], as: UTF8.self) }
        let whole = part(0, cuts[0]).trimmed.uppercased()
        let name = whole.split(separator: ".").last.map { String($0) } ?? ""
        guard !name.isEmpty, name.utf8.count <= 100,
            name.utf8.allSatisfy({ (48...57).contains($0) || (65...90).contains($0) || $0 == 45 || $0 == 95 })
        else { return nil }
        var parameters: [String: String] = [:]
        for (from, to) in zip(cuts, cuts.dropFirst()) {
            let pair = part(from + 1, to).split(separator: "=", maxSplits: 1)
            guard let key = pair.first else { continue }
            let value = pair.count > 1 ? String(pair[1]).trimmed : ""
            let bare =
                value.hasPrefix("\"") && value.hasSuffix("\"") && value.count > 1 ? String(value.dropFirst().dropLast()) : value
            parameters[key.trimmed.uppercased()] = ICalendarText.parameter(bare)
        }
        var value = part(colon + 1, bytes.count)
        if parameters["ENCODING"]?.uppercased() == "QUOTED-PRINTABLE" { value = quotedPrintable(value) }
        return ICalendarComponent.Property(name: name, parameters: parameters, value: value, line: line)
    }

    /// vCalendar 1.0's way of writing what is not ASCII.
    private static func quotedPrintable(_ text: String) -> String {
        var out: [UInt8] = []
        let bytes = Array(text.utf8)
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "="), index + 2 < bytes.count,
                let high = hexadecimalValue(bytes[index + 1]), let low = hexadecimalValue(bytes[index + 2])
            {
                out.append(high << 4 | low)
                index += 3
            } else {
                out.append(bytes[index])
                index += 1
            }
        }
        return steadied(String(decoding: out, as: UTF8.self))
    }

    private static func shown(_ text: String) -> String { String(singleLine(text).prefix(60)) }
}
