import Base

/// Bounded retry with growing, jittered pauses for transactions that met another one.
package enum Retry {
    package static func run<T: Sendable>(attempts: Int, _ body: @Sendable () async throws -> T) async throws -> T {
        var attempt = 1
        while true {
            do {
                return try await body()
            } catch let error as StoreError where error.isRetryable && attempt < attempts {
                let ceiling = min(200, 2 << attempt)
                try await Task.sleep(for: .milliseconds(Int.random(in: 1...ceiling)))
                attempt += 1
            }
        }
    }
}
