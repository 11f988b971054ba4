import Base
import Store
import Synchronization

/// What exports are made of, out of the database.
package enum ExportStore {
    /// One event as the public sees it now.
    package struct Source: Sendable {
        package let file: EventFile
        package let release: Release?
        package let history: ProgrammeHistory
        /// Those that everybody may see, by session.
        package let materials: [Identifier: [Material]]
        package var event: Event { file.event }

        package func view(_ language: Language) -> ProgrammeView? {
            release.map { ProgrammeShelf.shared.view($0, reader: nil, language: language) }
        }
    }

    package static func source(of event: Event, in tx: Reader) throws -> Source {
        let release = try ReleaseShelf.latest(of: event.id, in: tx)
        return Source(
            file: try EventStore.file(event, in: tx), release: release,
            history: try release.map { try history(of: $0, in: tx) } ?? .none,
            materials: try MaterialStore.shared(in: event.id, tx))
    }

    /// The newest releases with what each changed, newest first; the first of all changed nothing that anybody had seen.
    package static func changes(of event: Identifier, most: Int, in tx: Reader) throws -> [ChangesFeedExport.Entry] {
        let newest = try ReleaseStore.newest(most + 1, of: event, in: tx)
        return newest.enumerated().prefix(most).map { index, release in
            let before = index + 1 < newest.count ? newest[index + 1] : nil
            return ChangesFeedExport.Entry(
                release: release, changes: before.map { ProgrammeChange.diff($0.programme, release.programme) })
        }
    }

    // MARK: Histories, worked out once each: many releases must be read for one, and none ever changes

    private static let most = 64
    private static let kept = Mutex<[Identifier: ProgrammeHistory]>([:])

    package static func history(of release: Release, in tx: Reader) throws -> ProgrammeHistory {
        if let known = kept.withLock({ $0[release.id] }) { return known }
        let earlier = try ReleaseStore.newest(ProgrammeHistory.remembered, of: release.event, in: tx)
        let history = ProgrammeHistory(release, earlier: earlier)
        kept.withLock { kept in
            if kept.count >= most { kept.removeAll() }
            kept[release.id] = history
        }
        return history
    }
}
