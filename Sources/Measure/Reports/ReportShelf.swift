import Base
import CompositeIndex
import Synchronization

/// Files of reports that were printed before. A file holds for the revisions of all that it was made of.
package final class ReportShelf: Sendable {
    package struct Key: Hashable, Sendable {
        let report: Identifier
        /// Of the country that it is about; empty for the whole edition.
        let unit: String
        let tag: String
        /// Of the report, its edition and the editions before it.
        let revisions: [Int]

        package init(_ report: Report, _ source: ReportSource, tag: String) {
            self.report = report.id
            unit = source.unit.map { source.view.build.units[$0].code } ?? ""
            self.tag = tag
            revisions = [report.revision, source.view.edition.revision] + source.view.archive.map(\.revision)
        }
    }

    package static let shared = ReportShelf()
    private let files = Mutex<[Key: [UInt8]]>([:])
    private let limit: Int

    package init(limit: Int = 24) { self.limit = limit }

    package var count: Int { files.withLock(\.count) }

    /// Who asks while it is being made makes it once more: that is rare, and nobody waits for a lock.
    package func file(_ key: Key, _ make: () async throws -> [UInt8]) async throws -> [UInt8] {
        if let known = files.withLock({ $0[key] }) { return known }
        let made = try await make()
        files.withLock { files in
            if files.count >= limit { files.removeAll(keepingCapacity: true) }
            files[key] = made
        }
        return made
    }
}
