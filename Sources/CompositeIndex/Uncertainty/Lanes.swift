import Dispatch
import Synchronization

/// The same work on one core or several, with the same result to the bit: the pieces are fixed, only who does them is not.
enum Lanes {
    /// `body` of each number below `count`, in order.
    static func map<Result: Sendable>(
        _ count: Int, workers: Int, _ body: @Sendable (Int) -> Result
    ) -> [Result] {
        guard workers > 1, count > 1 else { return (0..<count).map(body) }
        let next = Mutex(0)
        let done = Mutex([Result?](repeating: nil, count: count))
        DispatchQueue.concurrentPerform(iterations: min(workers, count)) { _ in
            while true {
                let number = next.withLock { next in
                    defer { next += 1 }
                    return next
                }
                guard number < count else { return }
                let result = body(number)
                done.withLock { $0[number] = result }
            }
        }
        return done.withLock { $0.compactMap { $0 } }
    }
}
