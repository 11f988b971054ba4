import Base
import Store

/// Reports in the database.
package enum ReportStore {
    /// Every report of an edition, those that everyone reads first.
    package static func all(of edition: Identifier, in tx: Reader) throws -> [Report] {
        try tx.rows("SELECT * FROM index_report WHERE edition_id = \(edition) ORDER BY state DESC, created_at, id").map(report)
    }

    package static func find(_ id: Identifier, in tx: Reader) throws -> Report? {
        try tx.first("SELECT * FROM index_report WHERE id = \(id)").map(report)
    }

    package static func find(slug: String, of edition: Identifier, in tx: Reader) throws -> Report? {
        try tx.first("SELECT * FROM index_report WHERE edition_id = \(edition) AND slug = \(slug)").map(report)
    }

    /// Published reports of an edition that is released itself: nothing else is anybody's to read.
    package static func published(of edition: Identifier, in tx: Reader) throws -> [Report] {
        try tx.rows(
            """
            SELECT r.* FROM index_report r JOIN index_edition e ON e.id = r.edition_id
            WHERE r.edition_id = \(edition) AND r.state = 'published' AND e.state = 'released'
            ORDER BY r.published_at, r.id
            """
        ).map(report)
    }

    /// All that a report of the edition is computed from, whatever its state; nil if there is no such edition.
    package static func material(of edition: Identifier, in tx: Reader) throws -> ReportMaterial? {
        guard let found = try EditionStore.find(edition, in: tx) else { return nil }
        return ReportMaterial(
            found, try EditionStore.content(of: edition, in: tx), corrections: try CorrectionStore.all(of: edition, in: tx),
            archive: try EditionStore.released(series: found.series, in: tx),
            contents: try EditionHistoryStore.contents(of: found.series, in: tx))
    }

    static func insert(_ report: Report, in tx: Writer) throws {
        try tx.execute(
            """
            INSERT INTO index_report (id, edition_id, slug, kind, title, body, authors, state, revision, published_at, created_at)
            VALUES (\(report.id), \(report.edition), \(report.slug), \(report.kind.rawValue), \(report.title), \(report.text),
              \(report.authors), \(report.state.rawValue), \(report.revision), \(report.publishedAt), \(tx.now))
            """)
    }

    /// False if somebody else was quicker: the row no longer has the revision before.
    static func update(_ report: Report, after revision: Int, in tx: Writer) throws -> Bool {
        try tx.execute(
            """
            UPDATE index_report SET title = \(report.title), body = \(report.text), authors = \(report.authors),
              state = \(report.state.rawValue), revision = \(report.revision), published_at = \(report.publishedAt)
            WHERE id = \(report.id) AND revision = \(revision)
            """) == 1
    }

    static func remove(_ id: Identifier, in tx: Writer) throws {
        try tx.execute("DELETE FROM index_report WHERE id = \(id)")
    }

    private static func report(_ row: Row) throws -> Report {
        Report(
            id: try row.id("id"), edition: try row.id("edition_id"), slug: try row.text("slug"), kind: try row.raw("kind"),
            title: try row.decoded("title"), text: try row.decoded("body"), authors: try row.text("authors"),
            state: try row.raw("state"), revision: try row.int("revision"), publishedAt: try row.optionalInstant("published_at"))
    }
}
