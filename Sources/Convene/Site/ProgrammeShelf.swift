import Base
import Synchronization

/// Views that were made before: a release never changes, so its view holds as long as there is room for it.
package final class ProgrammeShelf: Sendable {
    private struct Key: Hashable {
        let release: Identifier
        let zone: String?
        let language: Language
    }
    private let views = Mutex<[Key: ProgrammeView]>([:])
    private let searched = Mutex<[Identifier: [Identifier: String]]>([:])
    private let limit: Int
    package static let shared = ProgrammeShelf()

    package init(limit: Int = 64) { self.limit = limit }

    package func view(_ release: Release, reader: Zone?, language: Language) -> ProgrammeView {
        let key = Key(release: release.id, zone: reader?.name, language: language)
        if let known = views.withLock({ $0[key] }) { return known }
        let view = ProgrammeView(release, reader: reader, language: language)
        views.withLock { views in
            if views.count >= limit { views.removeAll(keepingCapacity: true) }
            views[key] = view
        }
        return view
    }

    /// What a search looks into: folding is dear, and the same in every language and zone.
    package func texts(of release: Release) -> [Identifier: String] {
        if let known = searched.withLock({ $0[release.id] }) { return known }
        let texts = ProgrammeFilter.texts(of: release)
        searched.withLock { searched in
            if searched.count >= limit { searched.removeAll(keepingCapacity: true) }
            searched[release.id] = texts
        }
        return texts
    }
}
