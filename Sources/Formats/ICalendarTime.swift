import Base

/// DATE and DATE-TIME values and the zones that they are of (RFC 5545 §3.3.4, §3.3.5, §3.6.5).
struct ICalendarTime: Hashable {
    enum Frame: Hashable {
        case utc
        case floating
        /// The `TZID` as written.
        case zone(String)
    }
    let wall: WallTime
    let isDate: Bool
    let frame: Frame

    /// Nil unless the value is `YYYYMMDD`, `YYYYMMDDTHHMMSS` or that with Z; dashes and colons are tolerated.
    init?(_ property: ICalendarComponent.Property) {
        self.init(property.value, zone: property.parameters["TZID"])
    }

    init?(_ value: String, zone: String?) {
        let text = value.trimmed
        let digits = text.uppercased().filter { !"-: ".contains($0) }
        let isUTC = digits.hasSuffix("Z")
        let parts = digits.split(separator: "T", omittingEmptySubsequences: false).map { $0.filter { $0 != "Z" } }
        guard let day = parts.first, day.utf8.count == 8, day.utf8.allSatisfy({ (48...57).contains($0) }),
            let year = Int(day.prefix(4)), let month = Int(day.dropFirst(4).prefix(2)), let number = Int(day.suffix(2)),
            let date = CalendarDate(year: year, month: month, day: number), parts.count <= 2
        else { return nil }
        guard parts.count == 2, !parts[1].isEmpty else {
            wall = WallTime(date: date, time: ClockTime(minutes: 0))
            isDate = true
            frame = .floating
            return
        }
        let clock = parts[1].prefix(6)
        guard clock.utf8.count == 6 || clock.utf8.count == 4, clock.utf8.allSatisfy({ (48...57).contains($0) }),
            let hour = Int(clock.prefix(2)), let minute = Int(clock.dropFirst(2).prefix(2)), minute < 60, hour <= 24
        else { return nil }
        let second = clock.utf8.count == 6 ? Int(clock.suffix(2)) ?? 99 : 0
        guard second <= 60, hour < 24 || minute == 0 else { return nil }
        let turned = hour == 24 ? date.adding(days: 1) : date
        wall = WallTime(date: turned, time: ClockTime(minutes: hour % 24 * 60 + minute), second: min(59, second))
        isDate = false
        frame = isUTC ? .utc : zone.map { $0.trimmed.isEmpty ? .floating : .zone($0) } ?? .floating
    }

    init(wall: WallTime, isDate: Bool, frame: Frame) {
        self.wall = wall
        self.isDate = isDate
        self.frame = frame
    }
    func at(_ wall: WallTime) -> ICalendarTime { ICalendarTime(wall: wall, isDate: isDate, frame: frame) }
}

/// What an iCalendar file's zone names mean: by the name where it says something, else by the file's own VTIMEZONE.
struct ICalendarZones {
    private let fallback: Zone
    private let defined: [String: ICalendarZoneRule]
    private var known: [String: Zone?] = [:]

    init(_ calendars: [ICalendarComponent], fallback: Zone) {
        self.fallback = fallback
        var defined: [String: ICalendarZoneRule] = [:]
        for zone in calendars.flatMap(\.children) where zone.name == "VTIMEZONE" {
            let id = zone.text("TZID")
            if !id.isEmpty, defined[id] == nil { defined[id] = ICalendarZoneRule(zone) }
        }
        self.defined = defined
    }

    /// A gap is read with the offset before it, of a doubled time the first is taken (§3.3.5).
    mutating func instant(_ time: ICalendarTime, line: Int, _ log: inout FindingLog) -> Instant {
        switch time.frame {
        case .utc: return Instant(seconds: time.wall.serial)
        case .floating:
            if !time.isDate { log.add(.supplied, "icalFloating", line: line, ["zone": fallback.name]) }
            return instant(time.wall, fallback)
        case .zone(let name):
            if let zone = zone(name) { return instant(time.wall, zone) }
            if let rule = defined[name] { return Instant(seconds: time.wall.serial - Int64(rule.offset(at: time.wall))) }
            log.add(.doubted, "unknownZone", line: line, ["value": ForeignText.line(name), "zone": fallback.name], group: name)
            return instant(time.wall, fallback)
        }
    }

    /// The zone that a name means; nil if only the file's own rules say.
    mutating func zone(_ name: String) -> Zone? {
        if let found = known[name] { return found }
        var found = ForeignZone.zone(name)
        // An abbreviation is a guess: rules that the file gives are better.
        if found?.isGuess == true, defined[name] != nil, !name.contains("/"), WindowsZone.iana(name) == nil { found = nil }
        if found == nil, let location = defined[name]?.location { found = ForeignZone.zone(location) }
        known[name] = .some(found?.zone)
        return found?.zone
    }

    private func instant(_ wall: WallTime, _ zone: Zone) -> Instant {
        switch zone.reading(wall) {
        case .once(let instant), .twice(let instant, _): return instant
        case .skipped:
            let naive = Instant(seconds: wall.serial)
            return naive.adding(seconds: Int64(-zone.offset(at: naive.adding(seconds: -86_400))))
        }
    }
}

/// A VTIMEZONE: which offset holds at a wall time.
struct ICalendarZoneRule {
    private struct Observance {
        let start: WallTime
        let offset: Int
        let month: Int?
        let weekday: Int?
        let ordinal: Int
        let until: WallTime?
        let dates: [WallTime]
    }
    private let observances: [Observance]
    /// Beginnings that are looked through for every time; a zone's whole history has fewer.
    private static let mostBeginnings = 400
    /// `X-LIC-LOCATION`: the IANA name that some programs add.
    let location: String?

    init(_ zone: ICalendarComponent) {
        let named = zone.text("X-LIC-LOCATION")
        location = named.isEmpty ? nil : named
        var left = ICalendarZoneRule.mostBeginnings
        observances = zone.children.prefix(left).compactMap { part in
            guard let start = part.first("DTSTART").flatMap({ ICalendarTime($0) })?.wall,
                let offset = ForeignClock.offset(String(part.text("TZOFFSETTO").prefix(5)))
            else { return nil }
            let rule = ICalendarRule(part.first("RRULE")?.value ?? "")
            let day = rule?.days.first
            let dates = part.all("RDATE").prefix(left).flatMap { ICalendarText.list($0.value).prefix(left) }.prefix(left)
            left = max(0, left - 1 - dates.count)
            return Observance(
                start: start, offset: offset, month: rule?.months.first ?? (rule == nil ? nil : start.date.month),
                weekday: day?.weekday, ordinal: day?.ordinal ?? 1, until: rule?.until?.wall,
                dates: dates.compactMap { ICalendarTime($0, zone: nil)?.wall })
        }
    }

    /// Seconds east of UTC: of the observance that began last, by its own clock.
    func offset(at wall: WallTime) -> Int {
        var best: (begin: WallTime, offset: Int)?
        for one in observances {
            for begin in begins(one, until: wall) where begin <= wall {
                if best.map({ $0.begin < begin }) ?? true { best = (begin, one.offset) }
            }
        }
        return best?.offset ?? observances.min { $0.start < $1.start }?.offset ?? 0
    }

    private func begins(_ one: Observance, until wall: WallTime) -> [WallTime] {
        var found = [one.start] + one.dates
        guard let month = one.month else { return found }
        for year in [wall.date.year - 1, wall.date.year] where year >= one.start.date.year {
            guard let first = CalendarDate(year: year, month: month, day: 1) else { continue }
            var date = first.adding(days: one.start.date.day - 1)
            if let weekday = one.weekday {
                date = ICalendarRule.date(weekday: weekday, ordinal: one.ordinal, year: year, month: month) ?? date
            }
            let begin = WallTime(date: date, time: one.start.time, second: one.start.second)
            if one.until.map({ begin.date.dayNumber <= $0.date.dayNumber + 1 }) ?? true { found.append(begin) }
        }
        return found
    }
}
