import Base
import Testing

@testable import Web

@Suite struct PageCacheTests {
    private let key = PageCache.Key(address: "/a", language: .en)
    private let now = Instant(milliseconds: 1_000)
    private func page(_ topics: Set<String>, until: Instant? = nil, bytes: Int = 100) -> PageCache.Page {
        Delivery(isSecure: false).page(
            Answer(type: "text/plain", body: [UInt8](repeating: 65, count: bytes)), language: .en, topics: topics, until: until)
    }

    @Test("a page stays until one of its topics changes")
    func topics() {
        let cache = PageCache()
        cache.keep(page(["event:1"]), key, generation: cache.generation)
        cache.forget(["event:2"])
        #expect(cache.page(key, now: now) != nil)
        cache.forget(["event:1"])
        #expect(cache.page(key, now: now) == nil)
    }

    @Test("a page that was begun before a change is not kept after it")
    func stale() {
        let cache = PageCache()
        let generation = cache.generation
        cache.forget(["event:1"])
        cache.keep(page(["event:1"]), key, generation: generation)
        #expect(cache.page(key, now: now) == nil)
    }

    @Test("a page ends at its time")
    func until() {
        let cache = PageCache()
        cache.keep(page([], until: now), key, generation: cache.generation)
        #expect(cache.page(key, now: Instant(milliseconds: 999)) != nil)
        #expect(cache.page(key, now: now) == nil)
    }

    @Test("languages are kept apart, and the limit holds")
    func bounds() {
        let cache = PageCache(limit: 10_000)
        cache.keep(page([], bytes: 400), key, generation: cache.generation)
        #expect(cache.page(PageCache.Key(address: "/a", language: .ar), now: now) == nil)
        for index in 0..<100 {
            cache.keep(page([], bytes: 400), PageCache.Key(address: "/\(index)", language: .en), generation: cache.generation)
        }
        #expect(cache.count <= 25)
        cache.keep(page([], bytes: 9_000), PageCache.Key(address: "/large", language: .en), generation: cache.generation)
        #expect(cache.page(PageCache.Key(address: "/large", language: .en), now: now) == nil)
    }
}
