import Base

/// VEVENTs into sessions: times, repetitions, changed instances, identities.
struct ICalendarEvents {
    private struct Instance {
        var event: ForeignEvent
        let uid: String
        /// The instance that it stands for; nil for an event of its own.
        let slot: Instant?
        let isOverride: Bool
        let stamp: String
    }
    /// Of one event; the standard wants one.
    private static let mostRules = 2
    private var zones: ICalendarZones
    private var log: FindingLog
    /// What was found of a zone is told of the start alone, not again of the end and of every exception.
    private var aside = FindingLog()
    private var firstLine = 0
    private var instances: [Instance] = []
    private var components = 0
    /// The first value that is no time.
    private var wrong: FormatRefusal?

    init(zones: ICalendarZones, log: FindingLog) {
        self.zones = zones
        self.log = log
    }

    mutating func read(_ component: ICalendarComponent) {
        // Rules may come to nothing, and take their time.
        components += 1
        if firstLine == 0 { firstLine = component.line }
        guard instances.count < FormatLimits.events * 2, components <= FormatLimits.events * 2 else { return }
        var event = ForeignEvent(identity: "", line: component.line)
        ICalendarFields.fill(&event, component, &log)
        let uid = ForeignText.line(component.text("UID"))
        let stamp = component.first("DTSTAMP")?.value ?? component.first("LAST-MODIFIED")?.value ?? ""
        guard let start = time(component, "DTSTART") else {
            if component.first("DTSTART") == nil { log.add(.doubted, "noStart", line: component.line, ["value": ""]) }
            instances.append(Instance(event: event, uid: uid, slot: nil, isOverride: false, stamp: stamp))
            return
        }
        event.isAllDay = start.isDate
        event.minutes = length(component, start)
        let override = time(component, "RECURRENCE-ID")
        if let range = component.first("RECURRENCE-ID")?.parameters["RANGE"] {
            log.add(.dropped, "icalRulePart", line: component.line, ["value": "RANGE=" + ForeignText.line(range)])
        }
        let walls = override == nil ? repetitions(component, start) : [start.wall]
        let repeats = component.first("RRULE") != nil || component.first("RDATE") != nil
        for wall in walls {
            var one = event
            one.start = zones.instant(start.at(wall), line: component.line, &log)
            if start.isDate { one.day = wall.date }
            let slot = override.map { zones.instant($0, line: component.line, &aside) } ?? (repeats ? one.start : nil)
            instances.append(Instance(event: one, uid: uid, slot: slot, isOverride: override != nil, stamp: stamp))
        }
    }

    // MARK: Times

    private mutating func time(_ component: ICalendarComponent, _ name: String) -> ICalendarTime? {
        guard let property = component.first(name) else { return nil }
        if let time = ICalendarTime(property) { return time }
        let shown = String(ForeignText.line(property.value).prefix(60))
        log.add(
            .doubted, "icalTime", line: property.line,
            ["property": name, "value": shown, "expected": "YYYYMMDDTHHMMSS"], group: "\(property.line)")
        if wrong == nil {
            wrong = FormatRefusal(
                "icalTime", line: property.line, path: "VEVENT.\(name)", ["value": shown, "expected": "YYYYMMDDTHHMMSS"])
        }
        return nil
    }

    /// DTEND, else DURATION, else a day for a date; unknown without any of them.
    private mutating func length(_ component: ICalendarComponent, _ start: ICalendarTime) -> Int? {
        if let end = time(component, "DTEND") {
            let from = zones.instant(start, line: component.line, &aside)
            let to = zones.instant(end, line: component.line, &aside)
            let minutes = Int((to.seconds - from.seconds) / 60)
            if (1...(366 * 1440)).contains(minutes) { return minutes }
            log.add(.doubted, minutes == 0 ? "zeroDuration" : "icalEndsBefore", line: component.line)
            return start.isDate ? 1440 : nil
        }
        if let duration = component.first("DURATION") {
            if let minutes = ForeignClock.iso(duration.value.trimmed.uppercased()), minutes > 0 { return minutes }
            let value = ForeignText.line(duration.value)
            log.add(.doubted, "duration", line: duration.line, ["value": value, "expected": "PT1H30M"])
        }
        return start.isDate ? 1440 : nil
    }

    private mutating func repetitions(_ component: ICalendarComponent, _ start: ICalendarTime) -> [WallTime] {
        var walls = [start.wall]
        for (number, property) in component.all("RRULE").enumerated() {
            guard number < ICalendarEvents.mostRules, let rule = ICalendarRule(property.value) else {
                log.add(.doubted, "icalRule", line: property.line, ["value": ForeignText.line(property.value)])
                continue
            }
            if rule.isPartial {
                log.add(.dropped, "icalRulePart", line: property.line, ["value": ForeignText.line(property.value)])
                continue
            }
            let (all, isCut) = rule.starts(from: start)
            let more = all.filter { isIn(rule, start.at($0)) }
            if isCut { log.add(.dropped, "icalRuleCut", line: property.line, ["instances": String(more.count)]) }
            walls += more
        }
        for property in component.all("RDATE") {
            for value in ICalendarText.list(property.value) {
                let first = value.split(separator: "/").first.map { String($0) } ?? value
                if let time = ICalendarTime(first, zone: property.parameters["TZID"]) {
                    walls.append(start.isDate ? WallTime(date: time.wall.date, time: start.wall.time) : time.wall)
                }
            }
        }
        let excepted = exceptions(component, start)
        let kept = Set(walls).filter { wall in
            !excepted.contains(zones.instant(start.at(wall), line: component.line, &aside))
        }
        return kept.sorted()
    }

    /// A rule's end in UTC is an instant, not a clock of the event's zone.
    private mutating func isIn(_ rule: ICalendarRule, _ time: ICalendarTime) -> Bool {
        guard let until = rule.until, !until.isDate, until.frame == .utc, !time.isDate else { return true }
        return zones.instant(time, line: 0, &aside).seconds <= until.wall.serial
    }

    private mutating func exceptions(_ component: ICalendarComponent, _ start: ICalendarTime) -> Set<Instant> {
        var found: Set<Instant> = []
        for property in component.all("EXDATE") {
            for value in ICalendarText.list(property.value) {
                guard let time = ICalendarTime(value, zone: property.parameters["TZID"]) else {
                    log.add(
                        .doubted, "icalTime", line: property.line,
                        [
                            "property": "EXDATE", "value": ForeignText.line(value), "expected": "YYYYMMDDTHHMMSS",
                        ])
                    continue
                }
                // A date excepts the whole day.
                let wall =
                    time.isDate && !start.isDate
                    ? start.at(WallTime(date: time.wall.date, time: start.wall.time, second: start.wall.second)) : time
                found.insert(zones.instant(wall, line: property.line, &aside))
            }
        }
        return found
    }

    // MARK: The whole

    mutating func finish(_ schedule: inout ForeignSchedule) throws(FormatRefusal) {
        guard instances.contains(where: { $0.event.start != nil }) || wrong == nil else {
            throw wrong ?? FormatRefusal("noEvents", line: firstLine, ["expected": "VEVENT"])
        }
        // Every instance may be excepted.
        guard !instances.isEmpty else { throw FormatRefusal("noEvents", line: firstLine, ["expected": "VEVENT"]) }
        dropOlder()
        let overridden = Set(instances.filter(\.isOverride).compactMap { one in one.slot.map { Slot(uid: one.uid, at: $0) } })
        instances.removeAll { one in
            guard !one.isOverride, let slot = one.slot else { return false }
            return overridden.contains(Slot(uid: one.uid, at: slot))
        }
        guard instances.count <= FormatLimits.events else {
            let line = instances[FormatLimits.events].event.line
            throw FormatRefusal("tooManyEvents", line: line, ["limit": String(FormatLimits.events)])
        }
        schedule.events = identified(schedule)
        schedule.rooms = ScheduleAssembly.unique(
            schedule.events.compactMap { $0.room.map { ForeignSchedule.Room(name: $0) } })
        schedule.tracks = ScheduleAssembly.uniqueTracks(
            schedule.events.compactMap { $0.track.map { ForeignSchedule.Track(name: $0) } })
        schedule.findings = log.findings
    }

    /// Of events with one UID the highest SEQUENCE counts, whatever else the older ones say; so it is with each changed
    /// instance of a series.
    private mutating func dropOlder() {
        func key(_ one: Instance) -> String {
            one.uid + "\u{1F}" + (one.isOverride ? one.slot.map { $0.iso(offset: 0) } ?? "" : "")
        }
        var latest: [String: Int] = [:]
        for one in instances where !one.uid.isEmpty { latest[key(one)] = max(latest[key(one)] ?? 0, one.event.sequence) }
        instances.removeAll { one in
            guard let last = latest[key(one)], one.event.sequence < last else { return false }
            log.add(.dropped, "icalOlderVersion", line: one.event.line, ["value": one.uid])
            return true
        }
    }

    private struct Slot: Hashable {
        let uid: String
        let at: Instant
    }

    /// The UID, for one of a series with its start. Two events of one UID and start are two versions, of which the later
    /// counts, if their SEQUENCE or nothing else tells them apart. With other starts, or of one SEQUENCE and other titles,
    /// they are two sessions of a program that numbers badly, told apart by their starts and titles.
    private mutating func identified(_ schedule: ForeignSchedule) -> [ForeignEvent] {
        var events: [ForeignEvent] = []
        var places: [String: [Int]] = [:]
        for one in instances {
            var event = one.event
            if one.uid.isEmpty {
                let start = event.start.map { String($0.seconds) } ?? "line \(event.line)"
                event.identity = ScheduleIdentities.uuid5([schedule.title, event.room ?? "", start].joined(separator: "\u{1F}"))
                log.add(.supplied, "noIdentity", line: event.line)
            } else {
                event.identity = one.uid + (one.slot.map { "#" + $0.iso(offset: 0) } ?? "")
                // Many programs write a UUID, an @ and the name of their host.
                let lower = one.uid.lowercased().prefix { $0 != "@" }
                if one.slot == nil, ScheduleIdentities.isUUID(String(lower)) { event.guid = String(lower) }
            }
            if let same = places[event.identity]?.first(where: { ICalendarEvents.isVersion(event, of: events[$0]) }) {
                if event.sequence >= events[same].sequence { events[same] = event }
                log.add(.dropped, "icalOlderVersion", line: event.line, ["value": one.uid])
                continue
            }
            places[event.identity, default: []].append(events.count)
            events.append(event)
        }
        for (identity, indices) in places where indices.count > 1 {
            let ordered = indices.sorted { one, other in
                (events[one].start?.seconds ?? 0, events[one].title) < (events[other].start?.seconds ?? 0, events[other].title)
            }
            for (number, index) in ordered.enumerated() where number > 0 {
                log.add(.doubted, "doubledIdentity", line: events[index].line, ["value": identity])
                events[index].identity += "#\(number + 1)"
                events[index].guid = nil
            }
        }
        return events
    }
    private static func isVersion(_ one: ForeignEvent, of other: ForeignEvent) -> Bool {
        one.start == other.start && (one.sequence != other.sequence || one.title == other.title)
    }
}
