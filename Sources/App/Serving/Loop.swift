import Logging
import ServiceLifecycle

/// Work that goes on beside the server, ended with it.
struct Loop: Service {
    let name: String
    let body: @Sendable () async throws -> Void

    func run() async throws {
        try await cancelWhenGracefulShutdown {
            do { try await body() } catch is CancellationError {}
        }
    }
}
