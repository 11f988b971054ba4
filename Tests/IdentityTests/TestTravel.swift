import Base
import Foundation
import Logging
import People
import Synchronization
import TestKit
import Web

@testable import Identity

/// A way to the provider of the tests and back, with what the operator's log was told of it.
struct TestTravel: Sendable {
    let provider: TestProvider
    let client: OpenIDClient
    private let log = TestLog()

    /// `change` alters the settings.
    init(_ provider: TestProvider, _ change: (inout OpenIDSettings) -> Void = { _ in }) {
        self.provider = provider
        var settings = OpenIDSettings(
            key: "test", name: "Test", issuer: provider.issuer, clientID: provider.clientID, clientSecret: provider.clientSecret)
        change(&settings)
        let log = log
        client = OpenIDClient(settings, clock: provider.clock.read, logger: Logger(label: "test") { _ in log })
    }

    /// Why it did not work; what a log line says after its provider.
    var told: [String] { log.lines.withLock { $0 } }

    static func departure() -> SignInProvider.Departure {
        SignInProvider.Departure(
            state: FormGuard.newSecret(), nonce: FormGuard.newSecret(), verifier: FormGuard.newSecret(),
            back: "http://localhost:8080/sign-in/back/test?a=b c")
    }

    /// The whole way; `change` alters what was remembered at the departure, as a thief's browser would.
    func go(_ change: (SignInProvider.Departure) -> SignInProvider.Departure = { $0 }) async throws -> SignInProvider.Identity {
        let departure = Self.departure()
        let address = try await client.provider.depart(departure)
        guard let (code, state) = try provider.allow(address), state == departure.state else {
            throw Refusal(.invalid, "the request was not in order")
        }
        return try await client.provider.arrive(code, change(departure))
    }

    /// The refusal that the way meets; nil if it meets none.
    func refusal(_ change: (SignInProvider.Departure) -> SignInProvider.Departure = { $0 }) async throws -> Refusal? {
        do {
            _ = try await go(change)
            return nil
        } catch let refusal as Refusal {
            return refusal
        }
    }
}

/// A log that is kept.
struct TestLog: LogHandler {
    final class Lines: Sendable {
        private let all = Mutex<[String]>([])
        func withLock<T: Sendable>(_ body: (inout [String]) -> T) -> T { all.withLock { body(&$0) } }
    }
    let lines = Lines()
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.trace
    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }
    func log(event: LogEvent) {
        let said = (event.metadata ?? [:]).filter { $0.key != "provider" }.map { "\($0.key) \($0.value)" }.sorted()
        lines.withLock { $0.append(said.joined(separator: ", ")) }
    }
}
