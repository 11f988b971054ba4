import Base
import Foundation
import GRDB
import Store

/// GRDB's connection as the store sees it. It lives on the pool's queue and ends with the transaction.
final class SQLiteConnection: EngineConnection {
    let dialect = Dialect.sqlite
    private let db: GRDB.Database
    var hasAnnounced = false
    /// A statement has failed and nothing was rolled back since. PostgreSQL ends the transaction then; so does this.
    private(set) var isSpoiled = false

    init(db: GRDB.Database) { self.db = db }

    func run(_ text: String, _ values: [SQLValue]) throws -> (rows: [Store.Row], changes: Int) {
        guard !isSpoiled else { throw StoreError.passedOver }
        do {
            let statement = try db.cachedStatement(sql: text)
            // As optionals of any kind: the way for one kind goes by a key path, which costs more than the binding.
            try statement.setArguments(StatementArguments(values.map { try bound($0) as (any DatabaseValueConvertible)? }))
            let names = statement.columnNames
            let before = db.totalChangesCount
            var rows: [Store.Row] = []
            let cursor = try GRDB.Row.fetchCursor(statement)
            while let row = try cursor.next() {
                rows.append(Store.Row(columns: names, values: (0..<names.count).map { value(row[$0]) }))
            }
            // The total tells whether the statement changed anything; it counts what went along by a cascade, too.
            return (rows, db.totalChangesCount == before ? 0 : db.changesCount)
        } catch let error as DatabaseError {
            isSpoiled = true
            throw SQLiteEngine.translated(error)
        }
    }

    func script(_ text: String) throws {
        let isRollback = text.hasPrefix("ROLLBACK TO ")
        guard !isSpoiled || isRollback else { throw StoreError.passedOver }
        do { try db.execute(sql: text) } catch let error as DatabaseError {
            isSpoiled = true
            throw SQLiteEngine.translated(error)
        }
        if isRollback { isSpoiled = false }
    }

    /// PostgreSQL refuses NUL in text, so both engines do.
    private func bound(_ value: SQLValue) throws -> DatabaseValue {
        switch value {
        case .null: return .null
        case .integer(let number): return number.databaseValue
        case .real(let number):
            // SQLite would keep NULL for what is not a number.
            guard number.isFinite else { throw StoreError.check("a number is not finite") }
            return number.databaseValue
        case .text(let text):
            guard !text.utf8.contains(0) else { throw StoreError.check("text holds a NUL") }
            return text.databaseValue
        case .blob(let bytes): return Data(bytes).databaseValue
        }
    }

    private func value(_ value: DatabaseValue) -> SQLValue {
        switch value.storage {
        case .null: .null
        case .int64(let number): .integer(number)
        case .double(let number): .real(number)
        case .string(let text): .text(text)
        case .blob(let data): .blob(Array(data))
        }
    }
}
