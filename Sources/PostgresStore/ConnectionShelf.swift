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
    func transaction<T>(_ begin: String, _ body: (PostgresConnection) throws -> T) throws -> T {
        while let connection = idle.withLock({ $0.popLast() }) {
            do { try connection.script(begin) } catch StoreError.disconnected { continue }
            return try finish(connection, body)
        }
        let connection = try PostgresConnection(address: address, schema: schema)
        try connection.script(begin)
        return try finish(connection, body)
    }

    private func finish<T>(_ connection: PostgresConnection, _ body: (PostgresConnection) throws -> T) throws -> T {
        defer { if connection.isIdle { idle.withLock { $0.append(connection) } } }
        do {
            let result = try body(connection)
            try connection.commit()
            return result
        } catch {
            // On a broken connection there is nothing to roll back: it is dropped.
            try? connection.script("ROLLBACK")
            throw error
        }
    }

    func empty() { idle.withLock { $0.removeAll() } }
}
