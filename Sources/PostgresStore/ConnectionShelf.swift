import Base
import Store
import Synchronization

/// Idle connections. A broken one is dropped and another is made for the next who asks.
final class ConnectionShelf: Sendable {
    private let url: String
    private let schema: String
    private let idle = Mutex<[PostgresConnection]>([])

    init(url: String, schema: String) {
        self.url = url
        self.schema = schema
    }

    func with<T>(_ body: (PostgresConnection) throws -> T) throws -> T {
        let connection = try idle.withLock { $0.popLast() } ?? PostgresConnection(url: url, schema: schema)
        defer { if !connection.isBroken { idle.withLock { $0.append(connection) } } }
        return try body(connection)
    }

    func empty() { idle.withLock { $0.removeAll() } }
}
