import Base
import Store
import Testing

@testable import Web

@Suite struct LiveHubTests {
    private func change(_ id: Int64, _ topic: String) -> ChangeFeed.Change { ChangeFeed.Change(id: id, topic: topic) }

    @Test("a listener hears its topics, once for each batch, until it is ended")
    func hears() async throws {
        let hub = LiveHub()
        hub.open()
        let listening = try #require(hub.listen(to: ["a"], after: nil, origin: "x"))
        hub.tell([change(1, "a"), change(2, "b"), change(3, "a")])
        hub.tell([change(4, "b")])
        hub.tell([change(5, "a")])
        listening.end()
        var heard: [LiveHub.Event] = []
        for await event in listening.events { heard.append(event) }
        #expect(heard == [.change(change(3, "a")), .change(change(5, "a"))])
        #expect(hub.count == 0)
        #expect(hub.latest == 5)
    }

    @Test("whoever comes back gets what he missed; an unknown change counts as everything")
    func resumes() throws {
        let hub = LiveHub()
        hub.open()
        // Row 2 came to light after row 3, as it can on PostgreSQL.
        hub.tell([change(1, "a"), change(3, "a"), change(2, "a"), change(4, "b")])
        #expect(hub.listen(to: ["a"], after: nil, origin: "x")?.missed == [])
        #expect(hub.listen(to: ["a"], after: 3, origin: "x")?.missed == [change(2, "a")])
        #expect(hub.listen(to: ["a", "b"], after: 1, origin: "x")?.missed == [change(2, "a"), change(4, "b")])
        #expect(hub.listen(to: ["a"], after: 4, origin: "x")?.missed == [])
        #expect(hub.listen(to: ["a"], after: 0, origin: "x")?.missed == [change(2, "a")])
        #expect(hub.listen(to: ["c"], after: 99, origin: "x")?.missed == [change(4, "c")])
    }

    @Test("streams are limited for an address and in all, and closing ends them")
    func limits() async throws {
        let hub = LiveHub(perOrigin: 2, inAll: 3)
        #expect(hub.listen(to: ["a"], after: nil, origin: "x") == nil, "not open yet")
        hub.open()
        let first = try #require(hub.listen(to: ["a"], after: nil, origin: "x"))
        let second = hub.listen(to: ["a"], after: nil, origin: "x")
        #expect(second != nil)
        #expect(!hub.mayListen("x"))
        #expect(hub.listen(to: ["a"], after: nil, origin: "x") == nil)
        let other = hub.listen(to: ["a"], after: nil, origin: "y")
        #expect(other != nil)
        #expect(!hub.mayListen("z"))
        hub.close()
        for await _ in first.events { Issue.record("nothing was told") }
        #expect(hub.count == 0)
        withExtendedLifetime((second, other)) {}
    }
}
