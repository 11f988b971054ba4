import Base
import Foundation
import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTP1
import Store
import TestKit
import Testing

@testable import Web

/// The lane in a pipeline as the server has it, with what goes on caught behind it.
@Suite struct FastLaneTests {
    private final class Behind: ChannelInboundHandler {
        typealias InboundIn = HTTPServerRequestPart
        var paths: [String] = []
        var ends = 0
        var events = 0
        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            switch unwrapInboundIn(data) {
            case .head(let head): paths.append(head.uri)
            case .body: break
            case .end: ends += 1
            }
        }
        func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) { events += 1 }
    }

    private struct Line {
        let channel = EmbeddedChannel()
        let behind = Behind()

        init(_ front: Front) throws {
            try channel.pipeline.syncOperations.configureHTTPServerPipeline(
                withPipeliningAssistance: false, withErrorHandling: false)
            try channel.pipeline.syncOperations.addHandlers([FastLaneInstaller(front: front, idle: .seconds(60)), behind])
            try channel.connect(to: SocketAddress(unixDomainSocketPath: "/test")).wait()
        }
        func send(_ lines: String..., body: String = "") throws {
            let text = (lines + ["Host: x", "", body]).joined(separator: "\r\n")
            try channel.writeInbound(ByteBuffer(string: text))
        }
        /// What has left since the last look.
        func sent() throws -> String {
            var text = ""
            while let bytes = try channel.readOutbound(as: ByteBuffer.self) { text += String(buffer: bytes) }
            return text
        }
        func answer() throws {
            let head = HTTPResponseHead(version: .http1_1, status: .ok, headers: ["content-length": "4"])
            try channel.writeOutbound(HTTPServerResponsePart.head(head))
            try channel.writeOutbound(HTTPServerResponsePart.body(.byteBuffer(ByteBuffer(string: "slow"))))
            try channel.writeOutbound(HTTPServerResponsePart.end(nil))
        }
    }

    private static let text = String(repeating: "kept. ", count: 200)

    private func with(_ body: @Sendable (Front) throws -> Void) async throws {
        try await WebWorld.with(.sqlite) { world in
            let front = try world.front([])
            var answer = Answer(type: "text/plain; charset=utf-8", body: Array(FastLaneTests.text.utf8))
            answer.keeping = .shared(topics: [], until: nil)
            let page = Delivery(isSecure: false).page(answer, language: .en, topics: [], until: nil)
            for address in ["/a", "/b"] {
                front.cache.keep(page, PageCache.Key(address: address, language: .en), generation: front.cache.generation)
            }
            try body(front)
        }
    }

    @Test("a finished page leaves at once, with every field of the other way and the date") func taken() async throws {
        try await with { front in
            let line = try Line(front)
            try line.send("GET /a HTTP/1.1")
            let parts = try line.sent().components(separatedBy: "\r\n\r\n")
            #expect(parts.count == 2 && parts[1] == FastLaneTests.text)
            var lines = parts[0].components(separatedBy: "\r\n")
            #expect(lines.removeFirst() == "HTTP/1.1 200 OK")
            let date = lines.removeLast()
            #expect(date.hasPrefix("Date: ") && date.hasSuffix(" GMT"))
            let key = PageCache.Key(address: "/a", language: .en)
            let page = try #require(front.cache.page(key, now: front.hall.database.now))
            let fields = try #require(page.bodies[.identity]?.fields)
            #expect(lines == fields.map { "\($0.name.rawName): \($0.value)" })
            #expect(line.behind.paths.isEmpty && line.behind.ends == 0)
        }
    }

    @Test("it is compressed as asked, and many of one line are answered in their order") func pipelined() async throws {
        try await with { front in
            let line = try Line(front)
            try line.send("GET /a HTTP/1.1", "Accept-Encoding: gzip, br")
            #expect(try line.sent().contains("Content-Encoding: br"))
            let two = "GET /a HTTP/1.1\r\nHost: x\r\n\r\nGET /b HTTP/1.1\r\nHost: x\r\n\r\n"
            try line.channel.writeInbound(ByteBuffer(string: two))
            #expect(try line.sent().components(separatedBy: "HTTP/1.1 200 OK").count == 3)
        }
    }

    @Test("a request that comes in pieces is answered all the same, and pieces are never taken for requests") func pieces()
        async throws
    {
        try await with { front in
            let line = try Line(front)
            try line.channel.writeInbound(ByteBuffer(string: "GET /a HTTP/1.1\r\nX: "))
            try line.send("GET /b HTTP/1.1")
            #expect(try line.sent().components(separatedBy: "HTTP/1.1 200 OK").count == 2, "one answer: the second is a value")
            try line.send("GET /b HTTP/1.1")
            #expect(try line.sent().hasSuffix(FastLaneTests.text), "the other way is fast, too")
            #expect(line.behind.paths.isEmpty)
        }
    }

    @Test("what is being written goes out before the line is hung up") func lastWords() async throws {
        try await with { front in
            let line = try Line(front)
            try line.send("GET /a HTTP/1.1")
            line.channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
            #expect(line.behind.events == 1)
            #expect(try line.sent().hasSuffix(FastLaneTests.text))
        }
    }

    @Test("what follows a request that went on goes on, too, until that one is answered") func order() async throws {
        try await with { front in
            let line = try Line(front)
            try line.send("GET /other HTTP/1.1")
            try line.send("GET /a HTTP/1.1")
            #expect(line.behind.paths == ["/other", "/a"] && line.behind.ends == 2)
            #expect(try line.sent().isEmpty)
            try line.answer()
            try line.send("GET /a HTTP/1.1")
            #expect(line.behind.paths.count == 3, "one of the two is not answered yet")
            try line.answer()
            try line.answer()
            _ = try line.sent()
            try line.send("GET /a HTTP/1.1")
            #expect(line.behind.paths.count == 3)
            #expect(try line.sent().hasSuffix(FastLaneTests.text))
        }
    }

    @Test(
        "anything but a plain GET goes on",
        arguments: [
            ["HEAD /a HTTP/1.1"], ["GET /a HTTP/1.0"], ["GET /none HTTP/1.1"], ["GET http://x/a HTTP/1.1"],
            ["GET /a HTTP/1.1", "Connection: close"], ["GET /a HTTP/1.1", "If-None-Match: \"x\""],
            ["GET /a HTTP/1.1", "RANGE: bytes=0-1"], ["GET /a HTTP/1.1", "Authorization: Bearer x"],
            ["GET /a HTTP/1.1", "Expect: 100-continue"], ["GET /a HTTP/1.1", "Upgrade: h2c", "Connection: upgrade"],
            ["GET /a HTTP/1.1", "Cookie: plenaria=" + String(repeating: "x", count: 43)],
            ["POST /a HTTP/1.1", "Content-Length: 0"], ["GET /a HTTP/1.1", "Accept-Language: ar"],
        ])
    func other(_ lines: [String]) async throws {
        try await with { front in
            let line = try Line(front)
            let text = (lines + ["Host: x", "", ""]).joined(separator: "\r\n")
            try line.channel.writeInbound(ByteBuffer(string: text))
            #expect(line.behind.paths.count == 1)
            #expect(try line.sent().isEmpty)
        }
    }

    @Test("a GET that brings a body goes on with it") func body() async throws {
        try await with { front in
            let line = try Line(front)
            try line.send("GET /a HTTP/1.1", "Content-Length: 4", body: "more")
            #expect(line.behind.paths == ["/a"] && line.behind.ends == 1)
        }
    }

    @Test("a reader that does not read is not written to any further") func backpressure() async throws {
        try await with { front in
            let line = try Line(front)
            line.channel.isWritable = false
            try line.send("GET /a HTTP/1.1")
            #expect(line.behind.paths == ["/a"])
        }
    }

    @Test("a connection on which nothing happens is closed, and one that waits for its answer is not") func idle() async throws {
        try await with { front in
            let waiting = try Line(front)
            try waiting.send("GET /other HTTP/1.1")
            waiting.channel.embeddedEventLoop.advanceTime(by: .seconds(3_600))
            #expect(waiting.channel.isActive)
        }
        try await with { front in
            let idle = try Line(front)
            idle.channel.embeddedEventLoop.advanceTime(by: .seconds(59))
            #expect(idle.channel.isActive)
            try idle.send("GET /a HTTP/1.1")
            idle.channel.embeddedEventLoop.advanceTime(by: .seconds(59))
            #expect(idle.channel.isActive)
            idle.channel.embeddedEventLoop.advanceTime(by: .seconds(2))
            #expect(!idle.channel.isActive)
        }
        let start = NIODeadline.uptimeNanoseconds(0)
        let late = start + .seconds(61)
        var watch = ConnectionWatch(idle: .seconds(60), at: start)
        watch.begin()
        #expect(watch.isOver(at: late, isWritten: true), "a request that does not come to its end")
        watch.endReading()
        #expect(!watch.isOver(at: late, isWritten: true) && !watch.isFree, "somebody waits for an answer that is being made")
        watch.end()
        #expect(!watch.isOver(at: late, isWritten: false), "somebody reads slowly")
        #expect(watch.isOver(at: late, isWritten: true) && watch.isOver(at: start + .seconds(601), isWritten: false))
        watch.touch(at: late)
        #expect(!watch.isOver(at: late, isWritten: true) && watch.isFree)
    }
}
