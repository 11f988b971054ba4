import Base
import CompositeIndex
import Store

/// Putting data into an edition that is not frozen.
package enum DataActions {
    package static func replace(
        _ data: IndexData, of edition: Identifier, seen: Int?, by viewer: Viewer?, in tx: Writer
    ) throws {
        try EditionActions.edit(edition, as: "index.dataReplaced", seen: seen, by: viewer, in: tx) { content in
            guard !IndexFile.problems(of: data, table: "").contains(where: { $0.gravity == .error }) else {
                throw Refusal(.invalid, "measure.refusal.data", field: "file")
            }
            content.data = data
        }
    }
}
