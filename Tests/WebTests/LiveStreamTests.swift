import Base
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Store
import TestKit
import Testing

@testable import Web

@Suite struct LiveStreamTests {
    private let route = Route(.get, "/live", .anyone, query: ["from"]) { try .events(["a"], to: $0) }

    @Test("a stream tells what was missed and what comes, and ends with the hub", .timeLimit(.minutes(15)))
    func tells() async throws {
        try await WebWorld.with(.sqlite) { world in
            let application = Application(
                responder: try world.front([route]), configuration: .init(address: .hostname("127.0.0.1", port: 0)))
            world.live.open()
            world.live.tell([ChangeFeed.Change(id: 1, topic: "a"), ChangeFeed.Change(id: 2, topic: "a")])
            try await application.test(.live) { client in
                async let teller: Void = {
                    while world.live.count == 0 { try await Task.sleep(for: .milliseconds(5)) }
                    world.live.tell([ChangeFeed.Change(id: 3, topic: "a"), ChangeFeed.Change(id: 4, topic: "b")])
                    world.live.close()
                }()
                var fields = HTTPFields()
                fields[SecurityHeaders.name("Last-Event-ID")] = "1"
                let response = try await client.execute(uri: "/live", method: .get, headers: fields)
                try await teller
                #expect(response.status == .ok)
                #expect(response.headers[.contentType] == "text/event-stream")
                #expect(response.headers[.cacheControl] == "no-store")
                #expect(
                    response.text
                        == "retry: 3000\n: live\n\nevent: change\nid: 2\ndata: a\n\nevent: change\nid: 3\ndata: a\n\n")
                #expect(world.live.count == 0)
            }
        }
    }

    @Test("a hub that is not open ends the stream at once; HEAD opens none", .timeLimit(.minutes(15)))
    func closed() async throws {
        try await WebWorld.with(.sqlite) { world in
            try await world.client([route]) { client in
                let response = try await client.execute(uri: "/live?from=0", method: .get)
                #expect(response.text == "retry: 3000\n: live\n\n")
                world.live.open()
                let head = try await client.execute(uri: "/live", method: .head)
                #expect(head.status == .ok)
                #expect(head.headers[.contentType] == "text/event-stream")
                #expect(world.live.count == 0)
            }
        }
    }

    @Test("an address with too many streams is refused", .timeLimit(.minutes(15)))
    func limited() async throws {
        try await WebWorld.with(.sqlite) { world in
            let route = Route(.get, "/live", .anyone) { exchange in
                world.live.open()
                let held = (0..<8).compactMap { _ in exchange.hall.live.listen(to: ["a"], after: nil, origin: exchange.origin) }
                defer { held.forEach { $0.end() } }
                return try .events(["a"], to: exchange)
            }
            try await world.client([route]) { (client) async throws in
                #expect(try await client.execute(uri: "/live", method: .get).status == .tooManyRequests)
            }
        }
    }

    /// A browser at the level of its socket: it asks, reads what comes first, and can go away.
    private struct Browser {
        private let handle: FileHandle

        init(port: Int, path: String) throws {
            let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            handle = FileHandle(fileDescriptor: socket, closeOnDealloc: false)
            let status = try SocketAddress(ipAddress: "127.0.0.1", port: port).withSockAddr {
                connect(socket, $0, socklen_t($1))
            }
            try #require(status == 0)
            try handle.write(contentsOf: Data("GET \(path) HTTP/1.1\r\nHost: localhost\r\n\r\n".utf8))
        }
        func leave() throws { try handle.close() }
    }

    private func application(_ world: WebWorld) throws -> some ApplicationProtocol {
        Application(responder: try world.front([route]), configuration: .init(address: .hostname("127.0.0.1", port: 0)))
    }

    private func until(_ condition: () -> Bool) async throws {
        while !condition() { try await Task.sleep(for: .milliseconds(5)) }
    }

    @Test("a browser that goes away is forgotten, though nothing is written to it", .timeLimit(.minutes(15)))
    func leaving() async throws {
        try await WebWorld.with(.sqlite) { world in
            world.live.open()
            try await application(world).test(.live) { client in
                let browser = try Browser(port: try #require(client.port), path: "/live")
                try await until { world.live.count == 1 }
                try browser.leave()
                try await until { world.live.count == 0 }
            }
        }
    }

    @Test(
        "a stream ends when its reader's sittings are ended, and tells nothing more; nobody else's does",
        .timeLimit(.minutes(15)))
    func ended() async throws {
        try await WebWorld.with(.sqlite) { world in
            let application = try application(world)
            world.live.open()
            try await application.test(.live) { client in
                async let teller: Void = {
                    while world.live.count == 0 { try await Task.sleep(for: .milliseconds(5)) }
                    let before = try await world.database.read { try ChangeFeed.position(in: $0) }
                    try await world.database.write { tx in
                        try SessionStore.closeAll(of: Identifier(stored: "00000000-0000-7000-8000-00000000000b"), in: tx)
                        try SessionStore.closeAll(of: WebWorld.person, in: tx)
                    }
                    let changes = try await world.database.read { try ChangeFeed.changes(after: before, in: $0).changes }
                    #expect(changes.map(\.topic) == [SessionStore.topic(WebWorld.person)])
                    world.live.tell([ChangeFeed.Change(id: 1, topic: "a")])
                    world.live.tell(changes)
                    world.live.tell([ChangeFeed.Change(id: 9, topic: "a")])
                }()
                let response = try await client.execute(uri: "/live", method: .get, headers: world.cookie)
                try await teller
                #expect(response.text == "retry: 3000\n: live\n\nevent: change\nid: 1\ndata: a\n\n")
            }
        }
    }

    @Test("shutting down ends open streams instead of waiting for them", .timeLimit(.minutes(15)))
    func shutdown() async throws {
        try await WebWorld.with(.sqlite) { world in
            world.live.open()
            let browser = try await application(world).test(.live) { client in
                let browser = try Browser(port: try #require(client.port), path: "/live")
                try await until { world.live.count == 1 }
                return browser
            }
            #expect(world.live.count == 0)
            try browser.leave()
        }
    }
}
