import Base
import Synchronization

/// How several programs of one installation keep one order in a lane, though each knows only who came to itself: each leaves in the
/// database since when its first has been waiting, and goes no further in its own turn than a little beyond the first of the
/// others. Times are those of the programs' clocks, which are as alike as the machines' are.
///
/// It is for fairness alone. What a program has told counts for a moment only: nobody waits for one that has ended.
final class LaneOrder: Sendable {
    /// So much finer the order need not be, in milliseconds: turns would be short, and a turn costs a commit.
    static let slack: Int64 = 5
    /// So long what a program has told counts, in milliseconds.
    static let fresh: Int64 = 700
    /// Whoever let others go first looks again after so many milliseconds: mostly they wait for the lane already, and are before
    /// her in it; it is longer the more often in a row.
    static func pause(_ times: Int) -> Int { min(16, 1 << min(times, 8)) }
    /// Whoever has let others go first for so many milliseconds goes whatever they tell.
    static let courtesy: Int64 = 1000
    /// Whoever may go at all takes so many along, even if they are so many milliseconds beyond: a turn costs a commit.
    static let fewest = 8
    static let beyond: Int64 = 50

    /// How many others told of somebody when it was looked at last, and when that was.
    private let others = Mutex((count: 0, at: Instant(milliseconds: 0)))
    private let lane: String
    private let program: Identifier
    /// What was told last, and when.
    private let told = Mutex<(oldest: Instant, at: Instant)?>(nil)

    init(lane: String, at now: Instant) {
        self.lane = lane
        program = Identifier(at: now)
    }

    /// Whoever has been waiting since then may go; nil: everybody.
    func limit(in tx: Writer) throws -> Instant? {
        let recent = (tx.now.milliseconds - LaneOrder.fresh, tx.now.milliseconds + LaneOrder.fresh)
        let row = try tx.first(
            """
            SELECT MIN(oldest) AS oldest, COUNT(*) AS others FROM lane_line
            WHERE lane = \(lane) AND program <> \(program) AND told_at BETWEEN \(recent.0) AND \(recent.1)
            """)
        let count = try row?.int("others") ?? 0
        others.withLock { $0 = (count, tx.now) }
        return try row?.optionalInstant("oldest").map { Instant(milliseconds: $0.milliseconds + LaneOrder.slack) }
    }

    /// How many programs have somebody who waits, this one with them; as far as it has looked lately.
    func programs(at now: Instant) -> Int {
        let (count, at) = others.withLock { $0 }
        return now.milliseconds - at.milliseconds < LaneOrder.fresh ? 1 + count : 1
    }

    /// How many of those who are in line may go, of whom only the first count; at least one where somebody of ours is the oldest of
    /// all programs' (`isOldest`): those who are here may have come in another order than they asked, and would wait for somebody
    /// who waits for them.
    static func count(_ waiting: some Sequence<Instant?>, until limit: Instant, isOldest: Bool) -> Int {
        let late = waiting.map { ($0?.milliseconds ?? 0) - limit.milliseconds }
        let within = late.prefix { $0 <= 0 }.count
        let near = late.prefix(fewest).prefix { $0 <= beyond }.count
        return isOldest ? max(within, near, min(1, late.count)) : within
    }

    /// Tells since when the first of those waits who are left; nil: nobody is. Only in a turn: one at a time.
    func tell(_ oldest: Instant?, in tx: Writer) throws {
        let last = told.withLock { $0 }
        // Whoever looks again and again while others go first need not write each time.
        if let last, last.oldest == oldest, tx.now.milliseconds - last.at.milliseconds < LaneOrder.fresh / 4 { return }
        told.withLock { $0 = oldest.map { ($0, tx.now) } }
        guard let oldest else {
            if last != nil { try tx.send("DELETE FROM lane_line WHERE lane = \(lane) AND program = \(program)") }
            return
        }
        if last == nil {
            // Of programs that ended in the middle.
            try tx.send("DELETE FROM lane_line WHERE lane = \(lane) AND told_at < \(tx.now.milliseconds - 60 * LaneOrder.fresh)")
        }
        try tx.send(
            """
            INSERT INTO lane_line (lane, program, oldest, told_at) VALUES (\(lane), \(program), \(oldest), \(tx.now))
            ON CONFLICT (lane, program) DO UPDATE SET oldest = excluded.oldest, told_at = excluded.told_at
            """)
    }
}
