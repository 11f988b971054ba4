import NIOCore

/// What is under way on one connection, and since when nothing has happened.
struct ConnectionWatch {
    private let idle: TimeAmount
    private var last: NIODeadline
    /// Requests that went on and are not answered yet.
    private var open = 0
    private var isReading = false

    /// `now` is the connection's own clock, here and below: that of its event loop, which nobody sets back.
    init(idle: TimeAmount, at now: NIODeadline) {
        self.idle = idle
        last = now
    }

    /// Nothing went on that is not answered: what comes now may be answered here.
    var isFree: Bool { open == 0 }

    mutating func touch(at now: NIODeadline) { last = now }
    mutating func begin() {
        open += 1
        isReading = true
    }
    mutating func endReading() { isReading = false }
    mutating func end() { open -= 1 }

    /// Nothing came or went for too long, and nobody waits for an answer that is being made. Whoever reads a page slowly is
    /// given ten times as long: `isWritten` says that all of the answers is at the system.
    func isOver(at now: NIODeadline, isWritten: Bool) -> Bool {
        guard open == 0 || isReading else { return false }
        return now >= last + (isWritten ? idle : .nanoseconds(idle.nanoseconds * 10))
    }

    /// When to look again.
    func untilLook(at now: NIODeadline) -> TimeAmount {
        max(last + idle - now, .milliseconds(100))
    }
}
