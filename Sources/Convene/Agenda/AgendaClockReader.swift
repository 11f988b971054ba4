import Base

/// Decides between morning, afternoon and the night after, and finds ends that come before their start.
enum AgendaClockReader {
    struct Settled: Sendable {
        var start: ClockTime
        var end: ClockTime?
        var complaint: AgendaComplaint?
        var startGuessed = false
        var endGuessed = false
    }

    /// Nil if the end comes before the start and no reading helps. `previous` is the start of the item before on the
    /// same day; `isFresh` says that a heading stands between them.
    static func settle(_ span: AgendaSpan, previous: ClockTime?, isFresh: Bool, habits: AgendaHabits) -> Settled? {
        var settled = start(span, previous, isFresh, habits)
        guard let last = span.last else { return settled }
        let begin = settled.start.minutes
        var end = minutes(last, last.half)
        if last.half == nil, span.first.half == .pm, last.hour < 12, end <= begin % 1440, end + 720 > begin % 1440 { end += 720 }
        if begin >= 1440 { end += end < begin % 1440 ? 2880 : 1440 }
        if end <= begin {
            let limit = habits.day24 && span.first.half == nil ? 240 : 480
            if last.half == nil, last.hour <= 12, end + 720 > begin, end + 720 - begin <= limit {
                end += 720
                if span.first.half == nil {
                    settled.endGuessed = true
                    settled.complaint =
                        settled.complaint ?? AgendaComplaint(.guessedHalf, ["time": ClockTime(minutes: end).description])
                }
            } else if begin >= 17 * 60, end + 1440 > begin, end + 1440 - begin <= 720 {
                end += 1440
            } else {
                return nil
            }
        }
        guard end <= 2880 else { return nil }
        settled.end = ClockTime(minutes: end)
        return settled
    }

    private static func start(_ span: AgendaSpan, _ previous: ClockTime?, _ isFresh: Bool, _ habits: AgendaHabits) -> Settled {
        let first = span.first
        if let half = first.half {
            let plain = minutes(first, half)
            return night(plain, previous) ?? Settled(start: ClockTime(minutes: plain))
        }
        let plain = minutes(first, nil)
        if let last = span.last, let half = last.half, first.shape != .four, first.hour <= 12 {
            let end = minutes(last, half)
            let same = minutes(first, half)
            let other = minutes(first, half == .pm ? .am : .pm)
            return Settled(start: ClockTime(minutes: same < end ? same : other < end ? other : same))
        }
        if let night = night(plain, previous) { return night }
        guard !habits.day24, first.shape != .word, first.shape != .four, (1...11).contains(first.hour) else {
            return Settled(start: ClockTime(minutes: plain))
        }
        let before = previous?.minutes ?? 0
        let isAfternoon =
            switch first.hour {
            case 1...6: true
            case 7: before >= 12 * 60
            default: !isFresh && before >= 16 * 60 && plain + 720 >= before
            }
        guard isAfternoon else { return Settled(start: ClockTime(minutes: plain)) }
        let later = ClockTime(minutes: plain + 720)
        return Settled(start: later, complaint: AgendaComplaint(.guessedHalf, ["time": later.description]), startGuessed: true)
    }

    /// Small hours after a late evening belong to the same conference day.
    private static func night(_ plain: Int, _ previous: ClockTime?) -> Settled? {
        guard let previous, previous.minutes >= 20 * 60, plain < 6 * 60, plain + 1440 >= previous.minutes else { return nil }
        let later = ClockTime(minutes: plain + 1440)
        return Settled(start: later, complaint: AgendaComplaint(.guessedNight, ["time": later.onTheWall]), startGuessed: true)
    }

    private static func minutes(_ clock: AgendaClock, _ half: AgendaClock.Half?) -> Int {
        var hour = clock.hour
        if half == .pm, hour < 12 { hour += 12 }
        if half == .am, hour == 12 { hour = 0 }
        return hour * 60 + clock.minute
    }
}
