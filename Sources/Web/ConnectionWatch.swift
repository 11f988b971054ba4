import NIOCore

/// What is under way on one connection, and since when nothing has happened.
struct ConnectionWatch {
    private let idle: TimeAmount
    private var last: NIODeadline
    /// Requests that went on and are not answered yet.
    private var open = 0
    private var isReading = false
    /// Finished pages that are not at the system yet.
    private var writing = 0

    /// `now` is the connection's own clock, here and below: that of its event loop, which nobody sets back.
    init(idle: TimeAmount, at now: NIODeadline) {
        self.idle = idle
        last = now
    }

    /// Nothing went on that is not answered: what comes now may be answered here.
    var isFree: Bool { open == 0 }
    var isWritten: Bool { writing == 0 }

    mutating func touch(at now: NIODeadline) { last = now }
    mutating func begin() {
        open += 1
        isReading = true
    }
    mutating func endReading() { isReading = false }
    mutating func end() { open -= 1 }
    mutating func beginWriting() { writing += 1 }
    mutating func endWriting(at now: NIODeadline) {
        writing -= 1
        last = now
    }

    /// Nothing came or went for too long, and nobody waits for an answer that is being made. Whoever reads a page slowly is
    /// given ten times as long.
    func isOver(at now: NIODeadline) -> Bool {
        guard open == 0 || isReading else { return false }
        return now >= last + (isWritten ? idle : .nanoseconds(idle.nanoseconds * 10))
    }

    /// When to look again.
    func untilLook(at now: NIODeadline) -> TimeAmount {
        max(last + idle - now, .milliseconds(100))
    }
}
