import Base
import Synchronization

/// Token buckets by (asking address, kind of request): a burst of one minute's worth, refilled evenly.
/// The map is emptied of full buckets when it grows, so that many addresses cannot fill the memory.
package final class RateLimit: Sendable {
    private struct Bucket {
        var left: Double
        var at: Instant
    }
    private let buckets = Mutex<[String: Bucket]>([:])
    private static let most = 50_000

    package init() {}

    /// False when `key` has used up its `perMinute` requests.
    package func allows(_ key: String, perMinute: Int, now: Instant) -> Bool {
        buckets.withLock { buckets in
            if buckets.count >= RateLimit.most {
                buckets = buckets.filter { now.milliseconds - $0.value.at.milliseconds < 60_000 }
                if buckets.count >= RateLimit.most { return false }
            }
            let full = Double(perMinute)
            var bucket = buckets[key] ?? Bucket(left: full, at: now)
            let passed = Double(max(0, now.milliseconds - bucket.at.milliseconds)) / 60_000
            bucket.left = min(full, bucket.left + passed * full)
            bucket.at = now
            // A sum of many small refills may fall short of a whole one by rounding.
            let allowed = bucket.left >= 1 - 1e-9
            if allowed { bucket.left -= 1 }
            buckets[key] = bucket
            return allowed
        }
    }
}
