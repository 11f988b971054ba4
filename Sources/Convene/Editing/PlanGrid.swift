import Base

/// One day of a draft as a grid: rooms beside each other, time downwards in rows of five minutes. Items of one room that
/// overlap stand in lanes beside each other, so that nothing is hidden behind anything.
package struct PlanGrid: Hashable, Sendable {
    package struct Block: Hashable, Sendable {
        package let session: Session
        /// Nil: the whole house.
        package let room: Identifier?
        package let lane: Int
        /// Grid lines, from 1.
        package let rows: Range<Int>
    }
    package struct Column: Hashable, Sendable {
        package let room: Room
        package let lanes: Int
        /// The first grid line of the room, from 2: the first column holds the clock.
        package let line: Int
    }
    package static let minutesARow = 5

    package let date: CalendarDate
    /// The first and the last clock that are shown, on full hours.
    package let opens: ClockTime
    package let closes: ClockTime
    package let columns: [Column]
    package let blocks: [Block]
    package var rows: Int { (closes.minutes - opens.minutes) / PlanGrid.minutesARow }
    /// One more than the last line of the last room.
    package let end: Int

    package init(_ programme: Programme, on date: CalendarDate) {
        let sessions = programme.sessions.filter { $0.date == date }
        let first = min(540, sessions.map(\.start.minutes).min() ?? 540) / 60 * 60
        let last = (max(1080, sessions.map(\.end.minutes).max() ?? 1080) + 59) / 60 * 60
        self.date = date
        opens = ClockTime(minutes: max(0, first))
        closes = ClockTime(minutes: min(2880, last))
        let base = opens.minutes
        func rows(_ session: Session) -> Range<Int> {
            let start = (session.start.minutes - base) / PlanGrid.minutesARow + 1
            let end = (session.end.minutes - base + PlanGrid.minutesARow - 1) / PlanGrid.minutesARow + 1
            return start..<max(start + 1, end)
        }
        var columns: [Column] = []
        var blocks: [Block] = []
        var line = 2
        for room in programme.rooms {
            let own = PlanGrid.lanes(sessions.filter { $0.room == room.id })
            let lanes = max(1, (own.map(\.lane).max() ?? 0) + 1)
            columns.append(Column(room: room, lanes: lanes, line: line))
            blocks += own.map { Block(session: $0.session, room: room.id, lane: $0.lane, rows: rows($0.session)) }
            line += lanes
        }
        let house = sessions.filter { one in one.room == nil || programme.room(one.room) == nil }
        blocks += house.map { Block(session: $0, room: nil, lane: 0, rows: rows($0)) }
        if columns.isEmpty { line += 1 }
        self.columns = columns
        self.blocks = blocks.sorted { ($0.session.start, $0.session.id) < ($1.session.start, $1.session.id) }
        end = line
    }

    /// Each session in the first lane that is free when it begins.
    private static func lanes(_ sessions: [Session]) -> [(session: Session, lane: Int)] {
        var ends: [ClockTime] = []
        return sessions.sorted { ($0.start, $0.id) < ($1.start, $1.id) }.map { session in
            if let lane = ends.firstIndex(where: { $0 <= session.start }) {
                ends[lane] = session.end
                return (session, lane)
            }
            ends.append(session.end)
            return (session, ends.count - 1)
        }
    }

    package func column(_ room: Identifier) -> Column? { columns.first { $0.room.id == room } }

    /// Where in a room nothing stands for at least `minutes`, within the day's hours.
    package func gaps(in room: Identifier?, minutes: Int, without: Identifier, ends: ClockTime) -> [ClockTime] {
        let busy = blocks.filter { ($0.room == room || $0.room == nil || room == nil) && $0.session.id != without }
            .map { ($0.session.start, $0.session.end) }.sorted { $0.0 < $1.0 }
        var found: [ClockTime] = []
        var free = opens
        for (start, end) in busy + [(min(closes, ends), ends)] {
            if start.minutes - free.minutes >= minutes { found.append(free) }
            free = max(free, end)
        }
        return found
    }
}
