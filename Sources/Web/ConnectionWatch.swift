import NIOCore

/// What is under way on one connection, and since when nothing has happened.
struct ConnectionWatch {
    private let idle: TimeAmount
    private var last = NIODeadline.now()
    /// Requests that went on and are not answered yet.
    private var open = 0
    private var isReading = false
    /// Finished pages that are not at the system yet.
    private var writing = 0

    init(idle: TimeAmount) { self.idle = idle }

    /// Nothing went on that is not answered: what comes now may be answered here.
    var isFree: Bool { open == 0 }
    var isWritten: Bool { writing == 0 }

    mutating func touch() { last = .now() }
    mutating func begin() {
        open += 1
        isReading = true
    }
    mutating func endReading() { isReading = false }
    mutating func end() { open -= 1 }
    mutating func beginWriting() { writing += 1 }
    mutating func endWriting() {
        writing -= 1
        touch()
    }

    /// Nothing came or went for too long, and nobody waits for an answer that is being made. Whoever reads a page slowly is
    /// given ten times as long.
    var isOver: Bool {
        guard open == 0 || isReading else { return false }
        return NIODeadline.now() >= last + (isWritten ? idle : .nanoseconds(idle.nanoseconds * 10))
    }

    /// When to look again.
    var untilLook: TimeAmount {
        let left = last + idle - .now()
        return max(left, .milliseconds(100))
    }
}
