import Base
import CPQ
import Foundation
import Store

/// One libpq connection, in pipeline mode: statements are sent one behind the other, and only who needs an outcome waits for it.
/// The server answers in the same order. Thread rule: used by one thread at a time; the pool lends it to one closure after the
/// other.
final class PostgresConnection: EngineConnection, @unchecked Sendable {
    let dialect = Dialect.postgres
    private let handle: OpaquePointer
    private var prepared: [String: PreparedStatement] = [:]
    private var preparations = 0
    /// Sent and not yet answered, in their order.
    private var unanswered: [PipelineStep] = []
    /// A transaction was opened and its end has not been sent.
    private var isWithin = false
    /// Something of the transaction has been answered, or its COMMIT is under way: it must not be begun anew elsewhere.
    private(set) var hasBegun = false

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

    /// Whole and in no transaction: another may use it. The answer to a reader's end may still be on its way.
    var isIdle: Bool { PQstatus(handle) == CONNECTION_OK && !isWithin }
    var serverVersion: Int { Int(PQserverVersion(handle)) }

    // MARK: Statements

    func run(_ text: String, _ values: [SQLValue]) throws -> (rows: [Row], changes: Int) {
        try send(text, values)
        return try collect() ?? ([], 0)
    }

    func settle() throws { if !unanswered.isEmpty { _ = try collect() } }

    /// Not in the pipeline: libpq takes several statements in one text only outside it.
    func script(_ text: String) throws {
        // Going back is what helps after a failure of something that was sent.
        do { try settle() } catch let error as StoreError where text.hasPrefix("ROLLBACK TO ") && !error.isLoss {}
        guard PQexitPipelineMode(handle) == 1, let result = PQexec(handle, text) else { throw lost }
        defer { PQclear(result) }
        try PostgresFault.check(result)
        guard PQenterPipelineMode(handle) == 1 else { throw lost }
    }

    // MARK: Transactions

    /// The lock of a lane is waited for; without one the beginning goes with the first statement.
    func begin(_ text: String, lane: String?) throws {
        isWithin = true
        hasBegun = false
        if let lane {
            try send("SELECT pg_advisory_lock(hashtextextended($1, 0))::text AS locked", [.text(lane)])
            try synchronise()
        }
        try send(text)
        if lane != nil { _ = try collect() }
    }

    /// PostgreSQL answers COMMIT with a rollback, and no error, where a statement failed and the closure passed over it.
    func commit(lane: String?) throws {
        // A connection that broke while it lay idle is found out before anything is committed.
        if !hasBegun { try settle() }
        hasBegun = true
        try send("COMMIT", as: .commit)
        try free(lane)
        _ = try collect()
        isWithin = false
    }

    /// Nobody waits for the end of what has only looked: the answer is read before the next one's.
    func end() throws {
        try send("COMMIT")
        try synchronise()
        isWithin = false
    }

    /// What was sent before is answered for itself: its failure must not keep the rollback from being done.
    func rollback(lane: String?) {
        do {
            if !unanswered.isEmpty { try synchronise() }
            try send("ROLLBACK")
            try free(lane)
            // The first error is that of the closure's own statements, and known.
            _ = try? collect()
            isWithin = PQtransactionStatus(handle) != PQTRANS_IDLE
        } catch {
            // Broken: it is dropped.
        }
    }

    private func free(_ lane: String?) throws {
        guard let lane else { return }
        try synchronise()
        try send("SELECT pg_advisory_unlock(hashtextextended($1, 0))::text AS freed", [.text(lane)])
    }

    // MARK: The pipeline

    func send(_ text: String, _ values: [SQLValue]) throws {
        let arguments = try PostgresArguments(values)
        let statement = try statement(text)
        statement.uses += 1
        try demand(
            arguments.withPointers { PQsendQueryPrepared(handle, statement.name, $0, $1, $2, $3, 0) }, .statement(statement))
    }

    private func send(_ command: String, as step: PipelineStep = .command) throws {
        try demand(PQsendQueryParams(handle, command, 0, nil, nil, nil, nil, 0), step)
    }

    private func synchronise() throws { try demand(PQpipelineSync(handle), .synchronisation) }

    private func demand(_ sent: Int32, _ step: PipelineStep) throws {
        guard sent == 1 else { throw lost }
        unanswered.append(step)
    }

    /// Prepared once for each text, and anew with its 64th use, its 128th and so on: the server keeps the plan that it made
    /// while the table was small. The cache is emptied when it grows, since lists of many lengths are many texts.
    private func statement(_ text: String) throws -> PreparedStatement {
        let known = prepared[text]
        if let known, !known.isDue { return known }
        if let known { try send("DEALLOCATE \(known.name)") }
        if prepared.count >= 400 {
            try send("DEALLOCATE ALL")
            prepared.removeAll()
        }
        preparations += 1
        let new = PreparedStatement(name: "p\(preparations)", text: text, uses: known?.uses ?? 0)
        try demand(PQsendPrepare(handle, new.name, text, 0, nil), .preparation(new))
        prepared[text] = new
        return new
    }

    /// Sends what is left and reads every answer; the last statement's rows, or the first error.
    private func collect() throws -> (rows: [Row], changes: Int)? {
        try synchronise()
        var failure: StoreError?
        var last: (rows: [Row], changes: Int)?
        for step in unanswered {
            do {
                if let outcome = try answer(to: step) { last = outcome }
            } catch let error as StoreError {
                failure = failure ?? error
                // What was not prepared, or has other columns after a migration by a newer program, is prepared again.
                if let text = step.text { prepared[text] = nil }
            }
        }
        unanswered.removeAll(keepingCapacity: true)
        if PQstatus(handle) != CONNECTION_OK { throw failure.flatMap { $0.isLoss ? $0 : nil } ?? lost }
        if let failure { throw failure }
        hasBegun = true
        return last
    }

    private func answer(to step: PipelineStep) throws -> (rows: [Row], changes: Int)? {
        guard let result = PQgetResult(handle) else { throw lost }
        defer { PQclear(result) }
        if case .synchronisation = step {
            guard PQresultStatus(result) == PGRES_PIPELINE_SYNC else { throw PostgresFault.error(result) }
            return nil
        }
        // Behind each answer stands a nil.
        defer { while let more = PQgetResult(handle) { PQclear(more) } }
        try PostgresFault.check(result)
        switch step {
        case .statement(let statement):
            return (statement.rows(result), Int(String(cString: PQcmdTuples(result))) ?? 0)
        case .commit:
            guard String(cString: PQcmdStatus(result)) == "COMMIT" else { throw StoreError.passedOver }
            return nil
        case .preparation, .command, .synchronisation: return nil
        }
    }

    private var lost: StoreError { .disconnected("the connection was lost") }

    /// Waits up to `milliseconds` for a notification; true if one came. Throws when the connection is gone.
    func waitForNotice(milliseconds: Int32) throws -> Bool {
        var entry = pollfd(fd: PQsocket(handle), events: Int16(POLLIN), revents: 0)
        _ = poll(&entry, 1, milliseconds)
        guard PQconsumeInput(handle) == 1 else { throw lost }
        var found = false
        while let notice = PQnotifies(handle) {
            found = true
            PQfreemem(notice)
        }
        return found
    }
}
