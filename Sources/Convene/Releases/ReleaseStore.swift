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
    fileprivate static func latestID(of event: Identifier, in tx: Reader) throws -> Identifier? {
        try tx.first("SELECT id FROM programme_release WHERE event_id = \(event) ORDER BY number DESC LIMIT 1")?.id("id")
    }

    private static let columns: SQL = "id, event_id, number, message, at, by_person, digest, restores"
    private static let all: SQL = "\(columns), programme"

    private static func head(_ row: Row) throws -> ReleaseHead {
        ReleaseHead(
            id: try row.id("id"), number: try row.int("number"), message: try row.localized("message"), at: try row.instant("at"),
            by: try row.optionalID("by_person"), digest: try row.text("digest"), restores: try row.optionalInt("restores"))
    }
    private static func release(_ row: Row) throws -> Release {
        let head = try head(row)
        return Release(
            id: head.id, event: try row.id("event_id"), number: head.number, message: head.message, at: head.at, by: head.by,
            digest: head.digest, restores: head.restores, programme: try row.decoded("programme"))
    }
}

/// The decoded latest releases, by their identifier: a page that is not cached asks one small query and decodes nothing.
/// Releases never change, so nothing here can be stale.
package enum ReleaseShelf {
    private static let most = 64
    private static let shelf = Mutex<[Identifier: Release]>([:])

    package static func latest(of event: Identifier, in tx: Reader) throws -> Release? {
        guard let id = try ReleaseStore.latestID(of: event, in: tx) else { return nil }
        if let kept = shelf.withLock({ $0[id] }) { return kept }
        guard let release = try ReleaseStore.latest(of: event, in: tx) else { return nil }
        shelf.withLock { kept in
            if kept.count >= most { kept.removeAll() }
            kept[release.id] = release
        }
        return release
    }
}
