import Base
import Foundation
import Store
import Synchronization

/// A connection of its own that waits for NOTIFY and rings the bell. After a loss it connects again and rings once, since
/// what was said in between is lost; the change table is the truth.
final class NoticeListener: Sendable {
    private let address: PostgresAddress
    private let schema: String
    private let bell = Bell()
    private struct State {
        var isStarted = false
        var isStopped = false
    }
    private let state = Mutex(State())

    init(address: PostgresAddress, schema: String) {
        self.address = address
        self.schema = schema
    }

    func listen() -> AsyncStream<Void> {
        let mustStart = state.withLock { state in
            defer { state.isStarted = true }
            return !state.isStarted
        }
        if mustStart {
            let thread = Thread { [weak self] in
                while let self, !self.isStopped { self.round() }
            }
            thread.name = "plenaria-notices"
            thread.start()
        }
        return bell.listen()
    }

    func stop() { state.withLock { $0.isStopped = true } }
    private var isStopped: Bool { state.withLock { $0.isStopped } }

    private func round() {
        do {
            let connection = try PostgresConnection(address: address, schema: schema)
            try connection.script("LISTEN plenaria_change")
            bell.ring()
            while !isStopped {
                if try connection.waitForNotice(milliseconds: 200) { bell.ring() }
            }
        } catch { Thread.sleep(forTimeInterval: 0.5) }
    }
}
