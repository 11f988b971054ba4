import Base

/// When a session of schedule.xml or schedule.json v1 is: the truth is `date` with its offset; what else there is helps
/// or is doubted.
struct ScheduleTimes {
    let zone: Zone
    /// Clocks before it belong to the night of the day before.
    let turn: ClockTime
    /// pretalx writes more than 24 hours as `d:hh:mm`.
    let writesDays: Bool

    func place(_ event: inout ForeignEvent, _ one: RawEvent, _ log: inout FindingLog) {
        let clock = ForeignClock.clock(one.start) ?? CSVClock.clock(one.start)
        if let stamp = ForeignClock.stamp(one.date) {
            event.start = stamp.instant ?? instant(stamp.wall, one, &log)
            if stamp.offset == nil { log.add(.supplied, "noOffset", line: one.line, ["zone": zone.name]) }
            if let clock, let start = event.start {
                let wall = zone.wall(at: start).time
                if wall.minutes != clock.minutes % 1440 {
                    log.add(
                        .doubted, "startDiffers", line: one.line,
                        ["date": one.date, "start": one.start, "kept": wall.description])
                }
            }
        } else if !one.date.isEmpty, ForeignClock.date(one.date) == nil {
            log.add(.doubted, "date", line: one.line, ["value": ForeignText.line(one.date)])
            fromDay(&event, one, clock, &log)
        } else {
            fromDay(&event, one, clock, &log)
        }
        settleDay(&event, one, &log)
    }

    /// The day around it and the clock in it; a clock before the day's turn is of the next date.
    private func fromDay(_ event: inout ForeignEvent, _ one: RawEvent, _ clock: ClockTime?, _ log: inout FindingLog) {
        guard let clock else {
            log.add(.doubted, "noStart", line: one.line, ["value": ForeignText.line(one.start)])
            return
        }
        guard let day = ForeignClock.date(one.date) ?? one.day else {
            log.add(.doubted, "noDate", line: one.line)
            return
        }
        let date = clock < turn ? day.adding(days: 1) : day.adding(days: clock.minutes / 1440)
        event.start = instant(WallTime(date: date, time: ClockTime(minutes: clock.minutes % 1440)), one, &log)
        log.add(.supplied, "timeFromDay", line: one.line, ["zone": zone.name])
    }

    private func instant(_ wall: WallTime, _ one: RawEvent, _ log: inout FindingLog) -> Instant {
        let place = ["time": wall.time.description, "zone": zone.name]
        switch zone.reading(wall) {
        case .once(let instant): return instant
        case .twice(let earlier, _):
            log.add(.doubted, "doubledTime", line: one.line, place)
            return earlier
        case .skipped:
            log.add(.doubted, "skippedTime", line: one.line, place)
            let naive = Instant(seconds: wall.serial)
            return naive.adding(seconds: Int64(-zone.offset(at: naive.adding(seconds: -86_400))))
        }
    }

    /// The day around it holds if the session is on it or in the night after it.
    private func settleDay(_ event: inout ForeignEvent, _ one: RawEvent, _ log: inout FindingLog) {
        guard let start = event.start, let day = event.day else { return }
        let wall = zone.wall(at: start)
        let after = wall.date.dayNumber - day.dayNumber
        if after == 0 || (after == 1 && wall.time.minutes < 12 * 60) { return }
        // A day whose date was written in another zone begins the evening before.
        if after != 1 {
            log.add(.doubted, "dayDiffers", line: one.line, ["day": day.description, "date": wall.date.description])
        }
        event.day = nil
    }

    func length(_ one: RawEvent, _ log: inout FindingLog) -> ForeignClock.Length? {
        guard !one.duration.isEmpty else {
            log.add(.doubted, "noDuration", line: one.line)
            return nil
        }
        guard let length = ForeignClock.length(one.duration) else {
            log.add(.doubted, "duration", line: one.line, ["value": ForeignText.line(one.duration), "expected": "hh:mm"])
            return nil
        }
        return length
    }

    /// Gives each event its minutes. Three parts are hours or days: by who wrote the file, else by what fits before the
    /// next session in the room.
    func settle(_ lengths: [Int: ForeignClock.Length], _ events: inout [ForeignEvent], _ log: inout FindingLog) {
        let next = following(events)
        for index in events.indices {
            switch lengths[index] {
            case .minutes(0)?: log.add(.doubted, "zeroDuration", line: events[index].line)
            case .minutes(let minutes)? where minutes <= 30 * 1440: events[index].minutes = minutes
            case .minutes?: log.add(.doubted, "longDuration", line: events[index].line)
            case .doubtful(let seconds, let days)?:
                let free = events[index].start.flatMap { start in
                    next[index].map { Int(($0.seconds - start.seconds) / 60) }
                }
                let isDays = days <= 30 * 1440 && (writesDays || (seconds == 0 || (days % 60 != 0 && days <= free ?? 0)))
                events[index].minutes = isDays ? days : max(1, seconds)
                log.add(
                    .doubted, "threeParts", line: events[index].line, ["minutes": String(events[index].minutes ?? 0)])
            case nil: break
            }
        }
    }

    /// When the next session begins in the same room, by index.
    private func following(_ events: [ForeignEvent]) -> [Int: Instant] {
        var found: [Int: Instant] = [:]
        for (_, places) in Dictionary(grouping: events.indices, by: { events[$0].room }) {
            let ordered = places.compactMap { index in events[index].start.map { (index, $0) } }.sorted { $0.1 < $1.1 }
            for (one, other) in zip(ordered, ordered.dropFirst()) { found[one.0] = other.1 }
        }
        return found
    }
}
