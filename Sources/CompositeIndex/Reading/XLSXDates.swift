/// Which numbers of a workbook are dates: that is said by their format alone.
struct XLSXDates {
    /// By the position of the cell format.
    private(set) var isDate: [Bool] = []
    /// Days count from 1904 in some workbooks of the Macintosh.
    var is1904 = false

    init() {}

    init(styles: [UInt8]) throws(XMLEvents.Fault) {
        var codes: [Int: String] = [:]
        var formats: [Int] = []
        var isInside = false
        let events = XMLEvents()
        events.onBegin = { name, attributes in
            switch name {
            case "numFmt":
                if let id = attributes["numFmtId"].flatMap({ Int($0) }) { codes[id] = attributes["formatCode"] ?? "" }
            case "cellXfs": isInside = true
            case "xf" where isInside: formats.append(attributes["numFmtId"].flatMap { Int($0) } ?? 0)
            default: break
            }
        }
        events.onEnd = { if $0 == "cellXfs" { isInside = false } }
        try events.read(styles)
        isDate = formats.map { id in codes[id].map { XLSXDates.isDate(code: $0) } ?? XLSXDates.isDate(builtIn: id) }
    }

    /// ECMA-376, part 1, 18.8.30, with those of East Asia.
    private static func isDate(builtIn id: Int) -> Bool {
        (14...22).contains(id) || (27...36).contains(id) || (45...47).contains(id) || (50...58).contains(id)
    }

    /// Letters of dates outside quoted text, brackets and escapes.
    private static func isDate(code: String) -> Bool {
        var isQuoted = false, isBracketed = false, isEscaped = false
        for character in code.split(separator: ";").first ?? "" {
            if isEscaped { isEscaped = false; continue }
            switch character {
            case "\\", "_", "*": isEscaped = !isQuoted
            case "\"": isQuoted.toggle()
            case "[": isBracketed = true
            case "]": isBracketed = false
            case _ where isQuoted || isBracketed: break
            case "y", "Y", "d", "D", "m", "M", "h", "H", "s", "S": return !code.lowercased().hasPrefix("general")
            default: break
            }
        }
        return false
    }

    /// ISO 8601: `2018-01-05`, with `T12:30:00` if there is a time of day; nil for what is no date of a spreadsheet.
    func text(_ serial: Double) -> String? {
        guard serial >= 0, serial < 2_958_466 else { return nil }
        var day = Int(serial)
        var seconds = Int(((serial - Double(day)) * 86_400).rounded())
        if seconds == 86_400 { (day, seconds) = (day + 1, 0) }
        // Day 60 of 1900 is 29 February, which there was not.
        let sinceEpoch = is1904 ? day - 24_107 : day - 25_569 + (day < 60 ? 1 : 0)
        let date = XLSXDates.date(sinceEpoch)
        if seconds == 0 { return date }
        let parts = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { XLSXDates.padded($0, 2) }
        return date + "T" + parts.joined(separator: ":")
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }

    /// Days since 1970 in the Gregorian calendar, by years that begin in March.
    private static func date(_ days: Int) -> String {
        let shifted = days + 719_468
        let era = shifted >= 0 ? shifted / 146_097 : (shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return [padded(year, 4), padded(month, 2), padded(day, 2)].joined(separator: "-")
    }
}
