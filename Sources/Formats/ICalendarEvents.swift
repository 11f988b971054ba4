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
        guard instances.count < FormatLimits.events * 2, components <= FormatLimits.events * 2 else { return }
        var event = ForeignEvent(identity: "", line: component.line)
        fill(&event, component)
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
        let walls = override == nil ? repetitions(component, start) : [start.wall]
        let repeats = component.first("RRULE") != nil || component.first("RDATE") != nil
        for wall in walls {
            var one = event
            one.start = zones.instant(start.at(wall), line: component.line, &log)
            if start.isDate { one.day = wall.date }
            let slot = override.map { zones.instant($0, line: component.line, &log) } ?? (repeats ? one.start : nil)
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
            let from = zones.instant(start, line: component.line, &log)
            let to = zones.instant(end, line: component.line, &log)
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
            let (more, isCut) = rule.starts(from: start)
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
            !excepted.contains(zones.instant(start.at(wall), line: component.line, &log))
        }
        return kept.sorted()
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
                found.insert(zones.instant(wall, line: property.line, &log))
            }
        }
        return found
    }

    // MARK: What it says

    private mutating func fill(_ event: inout ForeignEvent, _ component: ICalendarComponent) {
        let line = component.line
        event.title = ForeignText.line(component.text("SUMMARY"))
        if event.title.isEmpty { log.add(.doubted, "noTitle", line: line) }
        event.subtitle = ForeignText.line(component.text("X-PENTABARF-SUBTITLE"))
        let description = component.text("DESCRIPTION")
        if ForeignText.looksLikeHTML(description) { log.add(.dropped, "html", line: line) }
        event.description = ForeignText.lines(description)
        // What we wrote ourselves names the room apart from the house around it; there it may also say that there is none.
        let room = ForeignText.line(component.text(component.first("X-PLENARIA-ROOM") == nil ? "LOCATION" : "X-PLENARIA-ROOM"))
        event.room = room.isEmpty ? nil : String(room.prefix(200))
        let categories = component.all("CATEGORIES").flatMap { ICalendarText.list($0.value) }
        let named = component.first("X-PENTABARF-TRACK").map { _ in component.text("X-PENTABARF-TRACK") }
        let track = named.map { [$0] } ?? categories
        event.type = ForeignText.line(component.text("X-PLENARIA-KIND"))
        event.track = track.map { ForeignText.line($0) }.first { !$0.isEmpty }
        let language = component.first("X-PENTABARF-LANGUAGE").map { _ in component.text("X-PENTABARF-LANGUAGE") }
        event.languages = ForeignText.languages(language ?? component.first("SUMMARY")?.parameters["LANGUAGE"] ?? "")
        event.url = ForeignText.address(component.text("URL")) ?? ""
        event.status = ForeignEvent.Status(rawValue: component.text("STATUS").lowercased()) ?? .confirmed
        event.sequence = Int(component.text("SEQUENCE")) ?? 0
        for attachment in component.all("ATTACH") {
            if let url = ForeignText.address(attachment.value), url.hasPrefix("http") {
                event.attachments.append(ForeignEvent.Link(title: attachment.parameters["FILENAME"] ?? "", url: url))
            } else {
                log.add(.dropped, "icalAttachment", line: attachment.line)
            }
        }
        var seen: Set<String> = []
        for person in component.all("X-PLENARIA-PERSON") {
            let name = ForeignText.line(ICalendarText.list(person.value).joined(separator: ","))
            if !name.isEmpty, seen.insert(name).inserted { event.persons.append(ForeignEvent.Person(name: name)) }
        }
        for attendee in component.all("ATTENDEE") {
            let name = ForeignText.line(attendee.parameters["CN"] ?? "")
            guard !name.isEmpty, !name.contains("@"), seen.insert(name).inserted else { continue }
            event.persons.append(ForeignEvent.Person(name: name))
        }
    }

    // MARK: The whole

    mutating func finish(_ schedule: inout ForeignSchedule) throws(FormatRefusal) {
        guard instances.contains(where: { $0.event.start != nil }) || wrong == nil else {
            throw wrong ?? FormatRefusal("noEvents", ["expected": "VEVENT"])
        }
        // Every instance may be excepted.
        guard !instances.isEmpty else { throw FormatRefusal("noEvents", ["expected": "VEVENT"]) }
        let overridden = Set(instances.filter(\.isOverride).compactMap { one in one.slot.map { Slot(uid: one.uid, at: $0) } })
        instances.removeAll { one in
            guard !one.isOverride, let slot = one.slot else { return false }
            return overridden.contains(Slot(uid: one.uid, at: slot))
        }
        guard instances.count <= FormatLimits.events else {
            throw FormatRefusal("tooManyEvents", line: 0, ["limit": String(FormatLimits.events)])
        }
        schedule.events = identified(schedule)
        schedule.rooms = ScheduleAssembly.unique(
            schedule.events.compactMap { $0.room.map { ForeignSchedule.Room(name: $0) } })
        schedule.tracks = ScheduleAssembly.uniqueTracks(
            schedule.events.compactMap { $0.track.map { ForeignSchedule.Track(name: $0) } })
        schedule.findings = log.findings
    }

    private struct Slot: Hashable {
        let uid: String
        let at: Instant
    }

    /// The UID, for one of a series with its start. Two events of one UID and start are two versions: the later counts;
    /// with other starts they are two sessions, numbered by their starts.
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
            if let same = places[event.identity]?.first(where: { events[$0].start == event.start }) {
                if event.sequence >= events[same].sequence { events[same] = event }
                log.add(.dropped, "icalOlderVersion", line: event.line, ["value": one.uid])
                continue
            }
            places[event.identity, default: []].append(events.count)
            events.append(event)
        }
        for (identity, indices) in places where indices.count > 1 {
            let ordered = indices.sorted { (events[$0].start ?? .init(seconds: 0)) < (events[$1].start ?? .init(seconds: 0)) }
            for (number, index) in ordered.enumerated() where number > 0 {
                log.add(.doubted, "doubledIdentity", line: events[index].line, ["value": identity])
                events[index].identity += "#\(number + 1)"
                events[index].guid = nil
            }
        }
        return events
    }
}
