import Base
import Store
import Synchronization

/// How many are before somebody in a queue, for letters. When thousands come to wait at once, each would count all those before
/// her; so it is counted from whoever was counted last, if that was a moment ago.
enum QueueStore {
    private struct Count: Sendable {
        let arrival: Int
        let ahead: Int
        let at: Instant
    }
    private static let counts = Mutex<[Identifier: Count]>([:])
    private static let most = 256
    /// Milliseconds: so old may a count be. Whoever left the queue since then is still in it.
    static let age: Int64 = 1000

    static func ahead(of one: Registration, in tx: Reader) throws -> Int {
        let last = counts.withLock { $0[one.category] }.flatMap { last in
            (0...age).contains(tx.now.milliseconds - last.at.milliseconds) ? last : nil
        }
        let ahead: Int
        if let last, last.arrival <= one.arrival {
            ahead = try last.ahead + RegistrationStore.queued(one.category, last.arrival..<one.arrival, in: tx)
        } else if let last {
            ahead = max(0, try last.ahead - RegistrationStore.queued(one.category, one.arrival..<last.arrival, in: tx))
        } else {
            ahead = try RegistrationStore.ahead(of: one, in: tx)
        }
        counts.withLock { all in
            if all.count >= most { all = [:] }
            // The first count of a second stays its time, or a queue that nobody leaves for long would never be counted anew.
            all[one.category] = Count(arrival: one.arrival, ahead: ahead, at: last?.at ?? tx.now)
        }
        return ahead
    }
}
