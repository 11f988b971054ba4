import Base
import Store

/// What the released editions of one index were computed from, in one look.
package enum EditionHistoryStore {
    package static func contents(of series: String, in tx: Reader) throws -> [Identifier: IndexContent] {
        let rows = try tx.rows(
            """
            SELECT index_content.* FROM index_content JOIN index_edition ON index_edition.id = index_content.edition_id
            WHERE index_edition.series = \(series) AND index_edition.state = 'released'
            """)
        return try rows.reduce(into: [:]) { all, row in
            all[try row.id("edition_id")] = IndexContent(
                nodes: try row.decoded("nodes"), texts: try row.decoded("texts"), data: try row.decoded("dataset"),
                method: try row.decoded("method"), weightSets: try row.decoded("weight_sets"))
        }
    }
}
