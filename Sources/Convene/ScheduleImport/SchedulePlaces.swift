import Base
import Formats

/// Where the sessions of a foreign schedule stand in an event's days: instants become clocks of conference days, and
/// lengths that the file does not tell are supplied.
struct SchedulePlaces {
    struct Place: Hashable {
        let date: CalendarDate
        let start: ClockTime
    }
    private let schedule: ForeignSchedule
    private let zone: Zone
    private let turn: ClockTime
    private let range: ClosedRange<CalendarDate>
    private let drafted: Set<CalendarDate>
    private let extendsDays: Bool
    private let fileDays: Set<CalendarDate>
    /// Days of the draft, with those that sessions need.
    private(set) var days: [ProgrammeDay]
    let first: CalendarDate
    /// Longer than anything that a day can hold.
    private static let longest = 2880

    init(_ schedule: ForeignSchedule, event: Event, days: [ProgrammeDay], extendsDays: Bool) {
        self.schedule = schedule
        self.days = days
        self.extendsDays = extendsDays
        fileDays = Set(schedule.days)
        zone = Zone(event.zone) ?? .utc
        turn = schedule.dayTurn ?? ClockTime(minutes: 240)
        range = event.days
        drafted = Set(days.map(\.date))
        first = event.first
    }

    /// Nil without a time, for a whole day, or on a day that the event does not have.
    func place(_ event: ForeignEvent) -> Place? {
        guard let start = event.start, !event.isAllDay else { return nil }
        let wall = zone.wall(at: start)
        var date = wall.date
        if let day = event.day, wall.date.dayNumber - day.dayNumber == 1 || wall.date == day {
            date = day
        } else if event.day == nil, wall.time < turn, fileDays.contains(wall.date.adding(days: -1)) {
            date = wall.date.adding(days: -1)
        }
        guard isAllowed(date) || extendsDays else { return nil }
        let minutes = (wall.date.dayNumber - date.dayNumber) * 1440 + wall.time.minutes
        return Place(date: date, start: ClockTime(minutes: minutes))
    }

    private func isAllowed(_ date: CalendarDate) -> Bool { range.contains(date) || drafted.contains(date) }

    /// Minutes of each event: as told, else until the next in the room (at most an hour), else half an hour.
    func lengths(_ log: inout FindingLog) -> [Int] {
        let next = following()
        return schedule.events.enumerated().map { index, event in
            if event.start == nil { log.add(.doubted, "unplaced", line: event.line, ["title": event.title]) }
            if event.isAllDay { log.add(.doubted, "allDay", line: event.line, ["title": event.title]) }
            if event.start != nil, !event.isAllDay, place(event) == nil {
                log.add(.doubted, "outsideDays", line: event.line, ["title": event.title])
            }
            if let minutes = event.minutes { return min(minutes, SchedulePlaces.longest) }
            let gap = event.start.flatMap { start in next[index].map { Int(($0.seconds - start.seconds) / 60) } }
            let minutes = gap.map { min(60, max(5, $0)) } ?? 30
            log.add(.supplied, "length", line: event.line, ["minutes": String(minutes)])
            return minutes
        }
    }

    private func following() -> [Int: Instant] {
        var found: [Int: Instant] = [:]
        for (_, places) in Dictionary(grouping: schedule.events.indices, by: { schedule.events[$0].room }) {
            let ordered = places.compactMap { index in schedule.events[index].start.map { (index, $0) } }.sorted { $0.1 < $1.1 }
            for (one, other) in zip(ordered, ordered.dropFirst()) where other.1 > one.1 { found[one.0] = other.1 }
        }
        return found
    }

    /// A session that is placed has its day, and the day lasts until its end.
    mutating func cover(_ session: Session) {
        let ends = ClockTime(minutes: min(2880, max(1440, session.end.minutes)))
        if let index = days.firstIndex(where: { $0.date == session.date }) {
            if days[index].ends < ends { days[index].ends = ends }
        } else {
            days.append(ProgrammeDay(date: session.date, ends: ends))
        }
    }
}
