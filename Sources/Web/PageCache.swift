import Base
import HTTPTypes
import NIOCore
import Synchronization

/// Finished pages for anonymous readers: keyed by address and language, kept pre-compressed with strong ETags, thrown
/// away by topic when the change feed says so.
package final class PageCache: Sendable {
    package struct Key: Hashable, Sendable {
        let address: String
        let language: Language
        package init(address: String, language: Language) {
            self.address = address
            self.language = language
        }
    }
    package struct Body: Sendable {
        let buffer: ByteBuffer
        let fields: HTTPFields
        let tag: String
        /// Status line and fields as they travel, but for `Date` and the empty line at the end.
        let head: ByteBuffer
    }
    package struct Page: Sendable {
        let status: HTTPResponse.Status
        let bodies: [Compression.Coding: Body]
        let topics: Set<String>
        let until: Instant?
        let size: Int
    }
    private struct State {
        var pages: [Key: Page] = [:]
        var size = 0
        /// Rises with each invalidation: a page rendered from what was true before one must not be kept after it.
        var generation: UInt64 = 0
    }
    private let state = Mutex(State())
    private let limit: Int
    package let isOn: Bool

    /// `limit` bytes of bodies in all.
    package init(isOn: Bool = true, limit: Int = 64 << 20) {
        self.isOn = isOn
        self.limit = limit
    }

    package var generation: UInt64 { state.withLock { $0.generation } }
    package var count: Int { state.withLock { $0.pages.count } }

    package func page(_ key: Key, now: Instant) -> Page? {
        guard isOn else { return nil }
        return state.withLock { state in
            guard let page = state.pages[key] else { return nil }
            if let until = page.until, until <= now {
                state.pages[key] = nil
                state.size -= page.size
                return nil
            }
            return page
        }
    }

    /// Keeps a page that was begun at `generation`; does nothing if something changed since.
    package func keep(_ page: Page, _ key: Key, generation: UInt64) {
        guard isOn, page.size < limit / 8 else { return }
        state.withLock { state in
            guard state.generation == generation else { return }
            if state.size + page.size > limit {
                state.pages.removeAll(keepingCapacity: true)
                state.size = 0
            }
            if let old = state.pages.updateValue(page, forKey: key) { state.size -= old.size }
            state.size += page.size
        }
    }

    /// Forgets every page with one of the topics; `*` is every page's.
    package func forget(_ topics: Set<String>) {
        state.withLock { state in
            state.generation += 1
            if topics.contains("*") {
                state.pages.removeAll()
                state.size = 0
                return
            }
            for (key, page) in state.pages where !page.topics.isDisjoint(with: topics) {
                state.pages[key] = nil
                state.size -= page.size
            }
        }
    }
}
