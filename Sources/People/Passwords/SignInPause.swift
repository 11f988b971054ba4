import Base

/// How long to wait after wrong passwords: nothing at first, then twice as long each time, a quarter of an hour at most.
/// Nobody is locked out for ever, and a letter opens the door at any time.
package struct SignInPause: Hashable, Sendable {
    /// Wrong tries in a row.
    package let failures: Int
    package let lastAt: Instant
    /// How many are forgiven: somebody mistypes, and many people may share one asking address.
    package let forgiven: Int

    package static let person = 5
    package static let origin = 30
    package static let longestSeconds = 900
    /// A day without a try makes everything well again.
    package static let memoryMinutes = 24 * 60

    package init(failures: Int, lastAt: Instant, forgiven: Int) {
        self.failures = failures
        self.lastAt = lastAt
        self.forgiven = forgiven
    }

    package var seconds: Int {
        guard failures >= forgiven else { return 0 }
        return min(SignInPause.longestSeconds, 15 << min(failures - forgiven, 10))
    }

    /// Whole minutes until the next try, at least one; nil if it may be made now.
    package func minutesLeft(at now: Instant) -> Int? {
        let end = lastAt.adding(seconds: Int64(seconds))
        return now < end ? Int((end.milliseconds - now.milliseconds + 59_999) / 60_000) : nil
    }
}
