import Base

/// What schedule.xml and schedule.json v1 have in common, once their elements are read: times, identities, rooms, tracks.
/// The rules are those that the real files ask for; each departure is told.
enum ScheduleAssembly {
    static func schedule(_ raw: RawSchedule, zone fallback: Zone) throws(FormatRefusal) -> ForeignSchedule {
        guard raw.events.count <= FormatLimits.events else {
            let place = raw.events[FormatLimits.events]
            throw FormatRefusal("tooManyEvents", line: place.line, ["limit": String(FormatLimits.events)])
        }
        var log = raw.log
        var schedule = ForeignSchedule(format: raw.format)
        schedule.generator = ForeignText.line(raw.generator)
        schedule.title = ForeignText.line(raw.title)
        schedule.acronym = ForeignText.line(raw.acronym)
        schedule.version = ForeignText.line(raw.version)
        schedule.url = ForeignText.address(raw.url) ?? ""
        let zone = named(raw, &schedule, fallback, &log)
        schedule.days = Array(Set(raw.days)).sorted()
        schedule.dayTurn = ForeignClock.clock(raw.dayChange)
        let times = ScheduleTimes(
            zone: zone, turn: schedule.dayTurn ?? ClockTime(minutes: 240),
            writesDays: raw.generator.lowercased().contains("pretalx"))
        // Ours hold Markdown and no HTML: `List<T>` is what it says.
        let isOurs = raw.generator.hasPrefix("Plenaria ")
        var lengths: [Int: ForeignClock.Length] = [:]
        for (index, one) in raw.events.enumerated() {
            var event = ForeignEvent(identity: "", line: one.line)
            fill(&event, one, asWritten: isOurs, &log)
            times.place(&event, one, &log)
            lengths[index] = times.length(one, &log)
            schedule.events.append(event)
        }
        times.settle(lengths, &schedule.events, &log)
        ScheduleIdentities.assign(&schedule.events, raw.events, acronym: schedule.acronym, &log)
        schedule.rooms = unique(raw.rooms + schedule.events.compactMap { $0.room.map { ForeignSchedule.Room(name: $0) } })
        let used = schedule.events.compactMap { $0.track.map { ForeignSchedule.Track(name: $0) } }
        schedule.tracks = uniqueTracks(raw.tracks + used)
        schedule.findings = log.findings
        return schedule
    }

    private static func named(
        _ raw: RawSchedule, _ schedule: inout ForeignSchedule, _ fallback: Zone, _ log: inout FindingLog
    ) -> Zone {
        guard !raw.zone.isEmpty else {
            log.add(.supplied, "noZone", line: 0, ["zone": fallback.name])
            return fallback
        }
        guard let (zone, isGuess) = ForeignZone.zone(raw.zone) else {
            log.add(.doubted, "unknownZone", line: raw.zoneLine, ["value": ForeignText.line(raw.zone), "zone": fallback.name])
            return fallback
        }
        if isGuess {
            log.add(.supplied, "guessedZone", line: raw.zoneLine, ["value": ForeignText.line(raw.zone), "zone": zone.name])
        }
        schedule.zone = zone.name
        return zone
    }

    private static func fill(_ event: inout ForeignEvent, _ one: RawEvent, asWritten: Bool, _ log: inout FindingLog) {
        event.day = one.day
        event.title = ForeignText.line(one.title, asWritten: asWritten)
        event.subtitle = ForeignText.line(one.subtitle, asWritten: asWritten)
        event.abstract = ForeignText.lines(one.abstract, asWritten: asWritten)
        event.description = ForeignText.lines(one.description, asWritten: asWritten)
        event.type = ForeignText.line(one.type)
        event.languages = ForeignText.languages(one.language)
        event.recordingLicence = ForeignText.line(one.licence)
        event.isRecordingOptOut = one.isOptOut
        let track = ForeignText.line(one.track)
        event.track = track.isEmpty ? nil : track
        if event.title.isEmpty { log.add(.doubted, "noTitle", line: one.line) }
        for text in [one.title, one.subtitle, one.track, one.room, one.abstract, one.description] where ForeignText.isDirty(text)
        {
            log.add(.dropped, "controlCharacters", line: one.line)
        }
        let html = [one.abstract, one.description].contains { ForeignText.looksLikeHTML($0) }
        if html, !asWritten { log.add(.dropped, "html", line: one.line) }
        room(&event, one, &log)
        event.persons = one.persons.compactMap { person in
            let name = ForeignText.line(person.name)
            return name.isEmpty
                ? nil
                : ForeignEvent.Person(
                    name: name, key: ForeignText.line(person.key), affiliation: ForeignText.line(person.affiliation))
        }
        event.links = links(one.links, one.line, &log)
        event.attachments = links(one.attachments, one.line, &log)
        if !one.url.isEmpty { event.url = ForeignText.address(one.url) ?? "" }
    }

    /// The room around an event wins: old files have no other key.
    private static func room(_ event: inout ForeignEvent, _ one: RawEvent, _ log: inout FindingLog) {
        let inner = ForeignText.line(one.room)
        let around = ForeignText.line(one.roomAround)
        if !inner.isEmpty, !around.isEmpty, inner != around {
            log.add(.doubted, "roomDiffers", line: one.line, ["inner": inner, "around": around])
        }
        let name = around.isEmpty ? inner : around
        event.room = name.isEmpty ? nil : name
    }

    static func links(_ raw: [RawEvent.Link], _ line: Int, _ log: inout FindingLog) -> [ForeignEvent.Link] {
        raw.prefix(50).compactMap { one in
            guard !one.url.trimmed.isEmpty else { return nil }
            guard let url = ForeignText.address(one.url) else {
                log.add(.dropped, "link", line: line, ["value": String(ForeignText.line(one.url).prefix(80))])
                return nil
            }
            return ForeignEvent.Link(title: ForeignText.line(one.title), url: url)
        }
    }

    static func colour(_ text: String) -> String? {
        let text = text.trimmed.lowercased()
        let digits = text.hasPrefix("#") ? String(text.dropFirst()) : text
        guard digits.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) }) else { return nil }
        if digits.utf8.count == 3 { return "#" + digits.map { "\($0)\($0)" }.joined() }
        return digits.utf8.count == 6 ? "#" + digits : nil
    }

    static func unique(_ rooms: [ForeignSchedule.Room]) -> [ForeignSchedule.Room] {
        var places: [String: Int] = [:]
        var found: [ForeignSchedule.Room] = []
        for room in rooms where !room.name.isEmpty {
            if let index = places[room.name] {
                found[index].guid = found[index].guid ?? room.guid
                found[index].capacity = found[index].capacity ?? room.capacity
            } else {
                places[room.name] = found.count
                found.append(room)
            }
        }
        return found
    }

    static func uniqueTracks(_ tracks: [ForeignSchedule.Track]) -> [ForeignSchedule.Track] {
        var seen: Set<String> = []
        return tracks.filter { !$0.name.isEmpty && seen.insert($0.name).inserted }
    }
}
