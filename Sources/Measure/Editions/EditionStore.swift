import Base
import CompositeIndex
import Store

/// Editions in the database. Heads are light; the tables of an edition are read only where they are needed.
package enum EditionStore {
    /// What the public may see: head, tables and what was corrected, in one look.
    package struct Released: Sendable {
        package let edition: IndexEdition
        package let content: IndexContent
        package let corrections: [Correction]
    }

    // MARK: Looking

    /// Every edition of every index, the newest period first.
    package static func all(in tx: Reader) throws -> [IndexEdition] {
        try tx.rows("SELECT * FROM index_edition ORDER BY series, period DESC, id DESC").map(edition)
    }

    package static func find(_ id: Identifier, in tx: Reader) throws -> IndexEdition? {
        try tx.first("SELECT * FROM index_edition WHERE id = \(id)").map(edition)
    }

    package static func find(slug: String, in tx: Reader) throws -> IndexEdition? {
        try tx.first("SELECT * FROM index_edition WHERE slug = \(slug)").map(edition)
    }

    package static func content(of id: Identifier, in tx: Reader) throws -> IndexContent {
        guard let row = try tx.first("SELECT * FROM index_content WHERE edition_id = \(id)") else { return IndexContent() }
        return IndexContent(
            nodes: try row.decoded("nodes"), texts: try row.decoded("texts"), data: try row.decoded("dataset"),
            method: try row.decoded("method"), weightSets: try row.decoded("weight_sets"))
    }

    /// The countries of some editions, for their names, in one statement.
    package static func units(of editions: Set<Identifier>, in tx: Reader) throws -> [Identifier: [IndexUnit]] {
        guard !editions.isEmpty else { return [:] }
        let rows = try tx.rows(
            "SELECT edition_id, dataset FROM index_content WHERE edition_id IN (\(list: editions.sorted()))")
        return Dictionary(
            try rows.map { row in
                let data: IndexData? = try row.decoded("dataset")
                return (try row.id("edition_id"), data?.units ?? [])
            }, uniquingKeysWith: { first, _ in first })
    }

    /// Released editions of all indices, the newest period of each first.
    package static func released(in tx: Reader) throws -> [IndexEdition] {
        try tx.rows("SELECT * FROM index_edition WHERE state = 'released' ORDER BY series, period DESC, id DESC").map(edition)
    }

    /// The released editions of one index, the newest first: its archive.
    package static func released(series: String, in tx: Reader) throws -> [IndexEdition] {
        try tx.rows(
            "SELECT * FROM index_edition WHERE state = 'released' AND series = \(series) ORDER BY period DESC, id DESC"
        ).map(edition)
    }

    /// One released edition with all that its pages need; nil for one that is not public.
    package static func released(slug: String, in tx: Reader) throws -> Released? {
        guard let row = try tx.first("SELECT * FROM index_edition WHERE slug = \(slug) AND state = 'released'") else {
            return nil
        }
        let edition = try edition(row)
        return Released(
            edition: edition, content: try content(of: edition.id, in: tx),
            corrections: try CorrectionStore.all(of: edition.id, in: tx))
    }

    /// Frozen editions whose instant has come.
    package static func due(in tx: Reader) throws -> [IndexEdition] {
        try tx.rows("SELECT * FROM index_edition WHERE state = 'frozen' AND embargo_at <= \(tx.now) ORDER BY id").map(edition)
    }

    package static func releasers(of id: Identifier, in tx: Reader) throws -> [Identifier] {
        try tx.rows("SELECT person_id FROM index_releaser WHERE edition_id = \(id) ORDER BY person_id").map {
            try $0.id("person_id")
        }
    }

    // MARK: Writing

    static func insert(_ edition: IndexEdition, _ content: IndexContent, in tx: Writer) throws {
        try tx.execute(
            """
            INSERT INTO index_edition (id, slug, series, period, name, description, comparability, is_sample, state,
              embargo_at, comments_until, seal, released_at, revision, created_at)
            VALUES (\(edition.id), \(edition.slug), \(edition.series), \(edition.period), \(edition.name),
              \(edition.description), \(edition.comparability), \(edition.isSample), \(edition.state.rawValue),
              \(edition.embargo), \(edition.commentsUntil), \(edition.seal.map(json)), \(edition.releasedAt),
              \(edition.revision), \(tx.now))
            """)
        try tx.execute(
            """
            INSERT INTO index_content (edition_id, nodes, texts, dataset, method, weight_sets)
            VALUES (\(edition.id), \(json(content.nodes)), \(json(content.texts)), \(json(content.data)),
              \(json(content.method)), \(json(content.weightSets)))
            """)
    }

    /// False if somebody else was quicker: the row no longer has the revision before.
    static func update(_ edition: IndexEdition, after revision: Int, in tx: Writer) throws -> Bool {
        try tx.execute(
            """
            UPDATE index_edition SET series = \(edition.series), period = \(edition.period), name = \(edition.name),
              description = \(edition.description), comparability = \(edition.comparability),
              is_sample = \(edition.isSample), state = \(edition.state.rawValue), embargo_at = \(edition.embargo),
              comments_until = \(edition.commentsUntil), seal = \(edition.seal.map(json)),
              released_at = \(edition.releasedAt), revision = \(edition.revision)
            WHERE id = \(edition.id) AND revision = \(revision)
            """) == 1
    }

    static func update(_ content: IndexContent, of id: Identifier, in tx: Writer) throws {
        try tx.execute(
            """
            UPDATE index_content SET nodes = \(json(content.nodes)), texts = \(json(content.texts)),
              dataset = \(json(content.data)), method = \(json(content.method)), weight_sets = \(json(content.weightSets))
            WHERE edition_id = \(id)
            """)
    }

    static func setReleasers(_ people: [Identifier], of id: Identifier, in tx: Writer) throws {
        try tx.execute("DELETE FROM index_releaser WHERE edition_id = \(id)")
        for person in Set(people).sorted() {
            try tx.execute("INSERT INTO index_releaser (edition_id, person_id) VALUES (\(id), \(person))")
        }
    }

    private static func edition(_ row: Row) throws -> IndexEdition {
        IndexEdition(
            id: try row.id("id"), slug: try row.text("slug"), series: try row.text("series"), period: try row.text("period"),
            name: try row.localized("name"), description: try row.localized("description"),
            comparability: try row.localized("comparability"), isSample: try row.bool("is_sample"), state: try row.raw("state"),
            embargo: try row.optionalInstant("embargo_at"), commentsUntil: try row.optionalInstant("comments_until"),
            seal: try row.optionalText("seal") == nil ? nil : try row.decoded("seal"),
            releasedAt: try row.optionalInstant("released_at"), revision: try row.int("revision"))
    }

    /// Who may release: a task that she had, and nothing of hers.
    static let personal = PersonalRecord(
        "indexReleasers", columns: ["index_releaser.person_id"],
        export: { "SELECT edition_id FROM index_releaser WHERE person_id = \($0)" },
        erasure: .removed { person, tx in try tx.execute("DELETE FROM index_releaser WHERE person_id = \(person)") },
        merge: { from, into, tx in
            try tx.execute(
                """
                DELETE FROM index_releaser WHERE person_id = \(from)
                  AND edition_id IN (SELECT edition_id FROM index_releaser WHERE person_id = \(into))
                """)
            try tx.execute("UPDATE index_releaser SET person_id = \(into) WHERE person_id = \(from)")
        })
}
