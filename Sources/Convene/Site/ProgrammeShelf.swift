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
    private let indices = Mutex<[Identifier: SearchIndex]>([:])
    private let speakers = Mutex<[Identifier: [Speaker]]>([:])
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

    /// What a search looks into: dear to make, and the same in every language and zone.
    package func index(of release: Release) -> SearchIndex {
        if let known = indices.withLock({ $0[release.id] }) { return known }
        let index = SearchIndex(release)
        indices.withLock { indices in
            if indices.count >= limit { indices.removeAll(keepingCapacity: true) }
            indices[release.id] = index
        }
        return index
    }

    /// Who appears, in the order of their keys; every page that offers a choice of them asks.
    package func speakers(of release: Release) -> [Speaker] {
        if let known = speakers.withLock({ $0[release.id] }) { return known }
        let all = Speaker.all(of: release.programme)
        speakers.withLock { speakers in
            if speakers.count >= limit { speakers.removeAll(keepingCapacity: true) }
            speakers[release.id] = all
        }
        return all
    }
}
