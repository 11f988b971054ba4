import Base
import Foundation
import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTP1
import Store
import Synchronization
import TestKit
import Testing

@testable import Web

/// Small forms that are answered at the connection: only where all is in order, and once.
@Suite struct FrontAtOnceTests {
    private final class Behind: ChannelInboundHandler {
        typealias InboundIn = HTTPServerRequestPart
        var seen: [String] = []
        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            switch unwrapInboundIn(data) {
            case .head(let head): seen.append(head.uri)
            case .body(let part): seen.append(String(buffer: part))
            case .end: seen.append("end")
            }
        }
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
        func send(_ text: String) throws { try channel.writeInbound(ByteBuffer(string: text)) }
        func sent() throws -> String {
            var text = ""
            while let bytes = try channel.readOutbound(as: ByteBuffer.self) { text += String(buffer: bytes) }
            return text
        }
    }

    private static let secret = String(repeating: "s", count: 43)
    private static func body(_ more: String = "word=now") -> String { "\(more)&_token=\(FormGuard.masked(secret))" }

    private static func request(
        _ body: String, path: String = "/press/x", cookie: String = "plenaria=\(secret)", more: [String] = []
    ) -> String {
        let head = ["POST \(path) HTTP/1.1", "Host: x", "Cookie: \(cookie)", "Content-Type: application/x-www-form-urlencoded"]
        return (head + more + ["Content-Length: \(body.utf8.count)", "", body]).joined(separator: "\r\n")
    }

    /// A route that answers "now" at once and whatever else later; how often it acted.
    private func with(rate: Int? = nil, _ check: @Sendable (Front, @Sendable () -> Int) throws -> Void) async throws {
        try await WebWorld.with(.sqlite) { world in
            let acted = Acts()
            let front = try world.front([
                Route(
                    .post, "/press/:thing", .anyone, rate: rate,
                    atOnce: { exchange in
                        guard exchange.form.line("word") == "now" else { return nil }
                        return {
                            acted.add()
                            return Answer(.accepted, type: "text/plain; charset=utf-8", body: Array("in the line".utf8))
                        }
                    }, handler: { _ in Answer.text("later") })
            ])
            front.hall.strangers.add(FrontAtOnceTests.secret)
            try check(front, { acted.count })
        }
    }

    @Test("a press in order is answered at once, whole or in pieces, with every field of the other way") func taken() async throws
    {
        try await with { front, acted in
            let line = try Line(front)
            let request = FrontAtOnceTests.request(FrontAtOnceTests.body())
            try line.send(request)
            let answer = try line.sent()
            #expect(answer.hasPrefix("HTTP/1.1 202 Accepted\r\n") && answer.hasSuffix("\r\n\r\nin the line"))
            for field in ["Content-Length: 11", "Cache-Control: no-store", "Content-Security-Policy: ", "Date: "] {
                #expect(answer.contains(field), "\(field)")
            }
            for piece in [request.prefix(30), request.dropFirst(30).prefix(220), request.dropFirst(250)] {
                try line.send(String(piece))
            }
            #expect(try line.sent().hasPrefix("HTTP/1.1 202 Accepted\r\n"))
            #expect(acted() == 2 && line.behind.seen.isEmpty)
        }
    }

    @Test("what cannot be answered at once goes on whole, and what follows waits behind it") func later() async throws {
        try await with { front, acted in
            let line = try Line(front)
            let body = FrontAtOnceTests.body("word=then")
            try line.send(FrontAtOnceTests.request(body))
            #expect(line.behind.seen == ["/press/x", body, "end"])
            try line.send(FrontAtOnceTests.request(FrontAtOnceTests.body()))
            #expect(line.behind.seen.count == 6 && acted() == 0)
            #expect(try line.sent().isEmpty)
        }
    }

    @Test("a forged press, a stranger's, a large or an odd one goes on, and nothing is done here") func other() async throws {
        try await with { front, acted in
            let good = FrontAtOnceTests.body()
            let requests = [
                FrontAtOnceTests.request("word=now&_token=x"), FrontAtOnceTests.request("word=now"),
                FrontAtOnceTests.request(good, cookie: "plenaria=" + String(repeating: "t", count: 43)),
                FrontAtOnceTests.request(good, cookie: "other=1"),
                FrontAtOnceTests.request(good, more: ["Sec-Fetch-Site: cross-site"]),
                FrontAtOnceTests.request(good, more: ["Origin: https://evil.example"]),
                FrontAtOnceTests.request(good, more: ["Authorization: Bearer x"]),
                FrontAtOnceTests.request(good, more: ["Connection: close"]),
                FrontAtOnceTests.request(good, more: ["Expect: 100-continue"]),
                FrontAtOnceTests.request(good + "&word=twice"), FrontAtOnceTests.request(good + "&x=%FF"),
                FrontAtOnceTests.request(good, path: "/other"),
                FrontAtOnceTests.request(good + "&x=" + String(repeating: "x", count: 5000)),
                FrontAtOnceTests.request(good).replacingOccurrences(of: "x-www-form-urlencoded", with: "json"),
            ]
            for request in requests {
                let line = try Line(front)
                try line.send(request)
                #expect(line.behind.seen.last == "end", "\(request)")
                #expect(try line.sent().isEmpty)
            }
            #expect(acted() == 0)
        }
    }

    @Test("the limit of a route holds here as well") func limited() async throws {
        try await with(rate: 3) { front, acted in
            let line = try Line(front)
            for _ in 0..<3 { try line.send(FrontAtOnceTests.request(FrontAtOnceTests.body())) }
            #expect(acted() == 3 && line.behind.seen.isEmpty)
            try line.send(FrontAtOnceTests.request(FrontAtOnceTests.body()))
            #expect(acted() == 3 && line.behind.seen.last == "end")
        }
    }
}

private final class Acts: Sendable {
    private let kept = Mutex(0)
    var count: Int { kept.withLock { $0 } }
    func add() { kept.withLock { $0 += 1 } }
}
