import Base
import CompositeIndex
import Synchronization

/// Builds that were made before. An edition's revision rises with every change of what it is computed from, so that a build
/// holds for its revision as long as there is room for it.
package final class BuildShelf: Sendable {
    private struct Key: Hashable {
        let edition: Identifier
        let revision: Int
    }
    private let builds = Mutex<[Key: Result<IndexSeries, Problems>]>([:])
    private let limit: Int
    package static let shared = BuildShelf()

    package init(limit: Int = 32) { self.limit = limit }

    package var count: Int { builds.withLock(\.count) }

    /// Throws `Problems` with all that stands in the way, which is remembered as well.
    package func build(of edition: IndexEdition, _ content: @autoclosure () -> IndexContent) throws -> Build {
        try series(of: edition, content()).own
    }

    /// The same with the periods before.
    package func series(of edition: IndexEdition, _ content: @autoclosure () -> IndexContent) throws -> IndexSeries {
        let key = Key(edition: edition.id, revision: edition.revision)
        if let known = builds.withLock({ $0[key] }) { return try known.get() }
        let made = Result { () throws(Problems) in try content().series() }
        builds.withLock { builds in
            if builds.count >= limit { builds.removeAll(keepingCapacity: true) }
            builds[key] = made
        }
        return try made.get()
    }
}
