import Base
import Testing

@testable import Web

@Suite struct RateLimitTests {
    @Test("a burst of a minute's worth, then an even refill, each key for itself")
    func buckets() {
        let limit = RateLimit()
        let start = Instant(milliseconds: 1_000_000)
        let burst = (0..<10).filter { _ in limit.allows("a", perMinute: 6, now: start) }.count
        #expect(burst == 6)
        #expect(limit.allows("b", perMinute: 6, now: start))
        #expect(!limit.allows("a", perMinute: 6, now: start.adding(seconds: 9)))
        #expect(limit.allows("a", perMinute: 6, now: start.adding(seconds: 10)))
    }
}
