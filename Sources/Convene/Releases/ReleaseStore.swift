import Base
import Store
import Synchronization

/// Releases in the database: they are inserted and read, nothing else.
package enum ReleaseStore {
    /// The one written form of a programme: the same programme gives the same bytes.
    package static func canonical(_ programme: Programme) -> String {
        var sorted = programme
        sorted.sort()
        return json(sorted)
    }
    /// SHA-256 of the canonical JSON, hexadecimal.
    package static func digest(of programme: Programme) -> String { AuditTrail.digest(canonical(programme)) }

    package static func insert(_ release: Release, in tx: Writer) throws {
        try tx.execute(
            """
            INSERT INTO programme_release (id, event_id, number, message, at, by_person, digest, restores, programme)
            VALUES (\(release.id), \(release.event), \(release.number), \(release.message), \(release.at), \(release.by),
              \(release.digest), \(release.restores), \(canonical(release.programme)))
            """)
    }

    package static func latest(of event: Identifier, in tx: Reader) throws -> Release? {
        try tx.first("SELECT \(all) FROM programme_release WHERE event_id = \(event) ORDER BY number DESC LIMIT 1").map(release)
    }
    package static func find(_ event: Identifier, _ number: Int, in tx: Reader) throws -> Release? {
        try tx.first("SELECT \(all) FROM programme_release WHERE event_id = \(event) AND number = \(number)").map(release)
    }
    /// The newest releases with their programmes, newest first.
    package static func newest(_ limit: Int, of event: Identifier, in tx: Reader) throws -> [Release] {
        try tx.rows("SELECT \(all) FROM programme_release WHERE event_id = \(event) ORDER BY number DESC LIMIT \(limit)").map(
            release)
    }
    /// Newest first, without the programmes.
    package static func list(of event: Identifier, in tx: Reader) throws -> [ReleaseHead] {
        try tx.rows("SELECT \(columns) FROM programme_release WHERE event_id = \(event) ORDER BY number DESC").map(head)
    }
    package static func mark(of event: Identifier, in tx: Reader) throws -> (number: Int, digest: String)? {
        try tx.first("SELECT number, digest FROM programme_release WHERE event_id = \(event) ORDER BY number DESC LIMIT 1")
            .map { (try $0.int("number"), try $0.text("digest")) }
    }
    /// The newest release's row; without its programme if it is the one that is known.
    fileprivate static func latest(of event: Identifier, unless known: Identifier?, in tx: Reader) throws -> Row? {
        try tx.first(
            """
            SELECT \(columns), CASE WHEN id = \(known) THEN NULL ELSE programme END AS programme
            FROM programme_release WHERE event_id = \(event) ORDER BY number DESC LIMIT 1
            """)
    }

    private static let columns: SQL = "id, event_id, number, message, at, by_person, digest, restores"
    private static let all: SQL = "\(columns), programme"

    private static func head(_ row: Row) throws -> ReleaseHead {
        ReleaseHead(
            id: try row.id("id"), number: try row.int("number"), message: try row.localized("message"), at: try row.instant("at"),
            by: try row.optionalID("by_person"), digest: try row.text("digest"), restores: try row.optionalInt("restores"))
    }
    fileprivate static func release(_ row: Row) throws -> Release {
        let head = try head(row)
        return Release(
            id: head.id, event: try row.id("event_id"), number: head.number, message: head.message, at: head.at, by: head.by,
            digest: head.digest, restores: head.restores, programme: try row.decoded("programme"))
    }
}

/// The decoded latest releases, by their events. A page that is not cached asks one small query and decodes nothing: the programme
/// travels only if it is not the one that is kept. Releases never change, so nothing here can be stale.
package enum ReleaseShelf {
    private static let most = 64
    private static let shelf = Mutex<[Identifier: Release]>([:])

    /// One statement, whether the release is kept or not.
    package static func latest(of event: Identifier, in tx: Reader) throws -> Release? {
        let kept = shelf.withLock { $0[event] }
        guard let row = try ReleaseStore.latest(of: event, unless: kept?.id, in: tx) else { return nil }
        if let kept, try row.id("id") == kept.id { return kept }
        let release = try ReleaseStore.release(row)
        shelf.withLock { all in
            if all.count >= most { all.removeAll() }
            all[event] = release
        }
        return release
    }
}
