import Base

/// A transaction that can look. `now` is fixed for its whole length.
package class Reader {
    package let now: Instant
    package let connection: any EngineConnection
    /// How many statements it has run: lists are tested to take the same number for one row and for many.
    package private(set) var statements = 0
    /// How many of them may have changed something.
    private(set) var changing = 0

    package init(now: Instant, connection: any EngineConnection) {
        self.now = now
        self.connection = connection
    }
    package var dialect: Dialect { connection.dialect }

    package func rows(_ sql: SQL) throws -> [Row] { try run(sql).rows }
    package func first(_ sql: SQL) throws -> Row? { try run(sql).rows.first }
    /// The first column of the first row as an integer; 0 without a row.
    package func count(_ sql: SQL) throws -> Int {
        guard case .integer(let number)? = try run(sql).rows.first?.values.first else { return 0 }
        return Int(number)
    }

    fileprivate func run(_ sql: SQL) throws -> (rows: [Row], changes: Int) {
        let (text, values) = counted(sql)
        return try connection.run(text, values)
    }

    fileprivate func counted(_ sql: SQL) -> (text: String, values: [SQLValue]) {
        statements += 1
        let (text, values) = sql.rendered(dialect)
        if !text.hasPrefix("SELECT") { changing += 1 }
        return (text, values)
    }
}

/// A transaction that can change things. What it writes is durable once `Database.write` has returned.
package final class Writer: Reader {
    private let engine: any Engine
    private var savepoints = 0
    private var announced = false
    private let identifiers: IdentifierSequence

    package init(now: Instant, connection: any EngineConnection, engine: any Engine) {
        self.engine = engine
        identifiers = IdentifierSequence(at: now)
        super.init(now: now, connection: connection)
    }

    /// Runs INSERT, UPDATE or DELETE; the number of rows touched.
    @discardableResult
    package func execute(_ sql: SQL) throws -> Int { try run(sql).changes }

    /// Runs an INSERT, UPDATE or DELETE without waiting for its outcome. If it fails, the error comes with a later statement,
    /// with the end of the savepoint around it or with the commit: for what fails only where the program is wrong.
    package func send(_ sql: SQL) throws {
        let (text, values) = counted(sql)
        try connection.send(text, values)
    }

    /// Waits for what was sent.
    func settle() throws { try connection.settle() }

    /// Runs `body`; if it throws, all that it wrote is undone and the transaction can go on.
    package func savepoint<T>(_ body: () throws -> T) throws -> T {
        savepoints += 1
        let name = "s\(savepoints)"
        let wasAnnounced = announced
        try connection.script("SAVEPOINT \(name)")
        do {
            let result = try body()
            try connection.script("RELEASE SAVEPOINT \(name)")
            return result
        } catch let error as StoreError where error.endsTransaction {
            // There may be no savepoint left to go back to: the cause is what counts.
            throw error
        } catch {
            try connection.script("ROLLBACK TO SAVEPOINT \(name)")
            try connection.script("RELEASE SAVEPOINT \(name)")
            // What was announced inside is undone with the rest.
            announced = wasAnnounced
            throw error
        }
    }

    /// A fresh identifier of this transaction's time; later ones sort later.
    package func newID() -> Identifier { identifiers.next() }

    /// Something that readers see has changed: pages that carry this topic are made anew everywhere within a second.
    package func changed(_ topic: String) throws {
        try send("INSERT INTO change (topic, at) VALUES (\(topic), \(now))")
        if !announced { try engine.announce(connection) }
        announced = true
    }
}
