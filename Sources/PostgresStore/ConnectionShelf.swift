import Base
import Store
import Synchronization

/// Idle connections. A broken one is dropped and another is made for the next who asks.
final class ConnectionShelf: Sendable {
    private let address: PostgresAddress
    private let schema: String
    private let idle = Mutex<[PostgresConnection]>([])

    init(address: PostgresAddress, schema: String) {
        self.address = address
        self.schema = schema
    }

    /// Runs `body` in a transaction that `begin` opens. While the server was restarted the connections here broke without
    /// anybody noticing: as long as nothing was begun, the next one is tried, at last a new one.
    ///
    /// `lane` names a lock of the session that is held from before the beginning until after the end. With `isLook` nobody waits
    /// for the end.
    func transaction<T>(
        _ begin: String, lane: String? = nil, isLook: Bool = false, _ body: (PostgresConnection) throws -> T
    ) throws -> T {
        while let connection = idle.withLock({ $0.popLast() }) {
            do {
                return try transaction(on: connection, begin, lane, isLook, body)
            } catch StoreError.disconnected where !connection.hasBegun { continue }
        }
        return try transaction(on: PostgresConnection(address: address, schema: schema), begin, lane, isLook, body)
    }

    private func transaction<T>(
        on connection: PostgresConnection, _ begin: String, _ lane: String?, _ isLook: Bool,
        _ body: (PostgresConnection) throws -> T
    ) throws -> T {
        // A connection on which an end fails is dropped, and its lock with it.
        defer { if connection.isIdle { idle.withLock { $0.append(connection) } } }
        do {
            try connection.begin(begin, lane: lane)
            let result = try body(connection)
            if isLook { try connection.end() } else { try connection.commit(lane: lane) }
            return result
        } catch {
            connection.rollback(lane: lane)
            throw error
        }
    }

    func empty() { idle.withLock { $0.removeAll() } }
}
