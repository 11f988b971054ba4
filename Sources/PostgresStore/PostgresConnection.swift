import Base
import CPQ
import Foundation
import Store

/// One libpq connection. Thread rule: used by one thread at a time; the pool lends it to one closure after the other.
final class PostgresConnection: EngineConnection, @unchecked Sendable {
    let dialect = Dialect.postgres
    private let handle: OpaquePointer
    private var prepared: [String: String] = [:]
    private var preparations = 0

    /// Connects and sets what every connection needs.
    init(address: PostgresAddress, schema: String) throws {
        guard let handle = address.connect(as: "plenaria \(schema)") else { throw StoreError.disconnected("libpq has no memory") }
        // Before `self` is whole: once it is, throwing runs `deinit`, which would free the handle a second time.
        guard PQstatus(handle) == CONNECTION_OK else {
            let reason = String(cString: PQerrorMessage(handle)).split(separator: "\n").first.map(String.init) ?? "no connection"
            PQfinish(handle)
            throw StoreError.disconnected(reason)
        }
        // libpq would print the server's notices, which may quote what people wrote, on standard error.
        _ = PQsetNoticeReceiver(handle, { _, _ in }, nil)
        self.handle = handle
        try script("SET client_encoding TO 'UTF8'; SET client_min_messages TO warning; SET statement_timeout TO 60000")
        try script("SET search_path TO \"\(schema)\"")
    }

    deinit { PQfinish(handle) }

    /// Whole and in no transaction: another may use it.
    var isIdle: Bool { PQstatus(handle) == CONNECTION_OK && PQtransactionStatus(handle) == PQTRANS_IDLE }
    var serverVersion: Int { Int(PQserverVersion(handle)) }

    func run(_ text: String, _ values: [SQLValue]) throws -> (rows: [Row], changes: Int) {
        let name = try statement(text, count: values.count)
        let encoded = try values.map(PostgresValue.encoded)
        let result = PostgresValue.withPointers(encoded) { pointers, lengths, formats in
            PQexecPrepared(handle, name, Int32(encoded.count), pointers, lengths, formats, 0)
        }
        guard let result else { throw StoreError.disconnected("the connection was lost") }
        defer { PQclear(result) }
        // After a migration by a newer program a prepared statement's columns are others: it is prepared again.
        if state(result) == "0A000" {
            prepared[text] = nil
            throw StoreError.conflict("the schema was changed meanwhile")
        }
        try check(result)
        let changes = Int(String(cString: PQcmdTuples(result))) ?? 0
        return (PostgresValue.rows(result), changes)
    }

    func script(_ text: String) throws {
        guard let result = PQexec(handle, text) else { throw StoreError.disconnected("the connection was lost") }
        defer { PQclear(result) }
        try check(result)
    }

    /// PostgreSQL answers COMMIT with a rollback, and no error, where a statement failed and the closure passed over it.
    func commit() throws {
        guard let result = PQexec(handle, "COMMIT") else { throw StoreError.disconnected("the connection was lost") }
        defer { PQclear(result) }
        try check(result)
        guard String(cString: PQcmdStatus(result)) == "COMMIT" else { throw StoreError.passedOver }
    }

    /// Prepared once for each text. The cache is emptied when it grows, since lists of many lengths are many texts.
    private func statement(_ text: String, count: Int) throws -> String {
        if let name = prepared[text] { return name }
        if prepared.count >= 400 {
            try script("DEALLOCATE ALL")
            prepared.removeAll()
        }
        preparations += 1
        let name = "p\(preparations)"
        guard let result = PQprepare(handle, name, text, 0, nil) else { throw StoreError.disconnected("the connection was lost") }
        defer { PQclear(result) }
        try check(result)
        prepared[text] = name
        return name
    }

    private func check(_ result: OpaquePointer) throws {
        let status = PQresultStatus(result)
        if status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY { return }
        let state = state(result)
        let message = PQresultErrorField(result, Int32(UInt8(ascii: "M"))).map { String(cString: $0) } ?? "no message"
        let constraint = PQresultErrorField(result, Int32(UInt8(ascii: "n"))).map { String(cString: $0) } ?? message
        switch state {
        case "23505": throw StoreError.unique(constraint)
        case "23503": throw StoreError.foreignKey(constraint)
        case "23514", "23502", "22P05", "22021": throw StoreError.check(constraint)
        case "40001", "40P01", "55P03": throw StoreError.conflict(message)
        case "25P02": throw StoreError.passedOver
        case "53100": throw StoreError.full(message)
        case "57P01", "57P02", "57P03": throw StoreError.disconnected(message)
        case let code where code.hasPrefix("08") || code.isEmpty: throw StoreError.disconnected(message)
        default: throw StoreError.other("\(state) \(message)")
        }
    }

    private func state(_ result: OpaquePointer) -> String {
        PQresultErrorField(result, Int32(UInt8(ascii: "C"))).map { String(cString: $0) } ?? ""
    }

    /// Waits up to `milliseconds` for a notification; true if one came. Throws when the connection is gone.
    func waitForNotice(milliseconds: Int32) throws -> Bool {
        var entry = pollfd(fd: PQsocket(handle), events: Int16(POLLIN), revents: 0)
        _ = poll(&entry, 1, milliseconds)
        guard PQconsumeInput(handle) == 1 else { throw StoreError.disconnected("the connection was lost") }
        var found = false
        while let notice = PQnotifies(handle) {
            found = true
            PQfreemem(notice)
        }
        return found
    }
}
