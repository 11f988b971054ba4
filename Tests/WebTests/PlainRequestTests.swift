import NIOCore
import NIOEmbedded
import NIOHTTP1
import Testing

@testable import Web

@Suite struct PlainRequestTests {
    private func read(_ text: String) -> PlainRequest? {
        Array(text.utf8).withUnsafeBytes { PlainRequest($0) }
    }

    @Test("a plain request gives its target and what its answer depends on") func plain() throws {
        let text =
            "GET /e/x/programme?lang=ar HTTP/1.1\r\nhOST: a.example\r\nCookie: a=1\r\nCOOKIE: b=2\r\n"
            + "Accept-Language: ar\r\nAccept-Encoding:gzip\r\nConnection: Keep-Alive\r\nUser-Agent: x (y; z)\r\n\r\n"
        guard case .plain(let target, let asked) = try #require(read(text)) else {
            Issue.record("not plain")
            return
        }
        #expect(target == "/e/x/programme?lang=ar")
        #expect(asked.cookie == "a=1; b=2" && asked.language == "ar" && asked.coding == "gzip")
    }

    @Test(
        "one whole request that must not be answered here",
        arguments: [
            "HEAD /a HTTP/1.1\r\nHost: x\r\n\r\n", "GET /a HTTP/1.1\r\nHost: x\r\nRange: bytes=0-1\r\n\r\n",
            "GET /a HTTP/1.1\r\nHost: x\r\nif-none-match: \"x\"\r\n\r\n",
            "GET /a HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer x\r\n\r\n",
        ])
    func whole(_ text: String) throws {
        guard case .whole = try #require(read(text)) else {
            Issue.record("taken as plain")
            return
        }
    }

    @Test(
        "whatever is not one whole request for certain is left to the decoder",
        arguments: [
            "", "GET /a HTTP/1.1\r\n\r\n", "GET /a HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n", "GET /a HTTP/1.1\r\nHost: x\r\n",
            "GET /a HTTP/1.1\nHost: x\n\n", "GET  /a HTTP/1.1\r\nHost: x\r\n\r\n", "GET /a HTTP/1.0\r\nHost: x\r\n\r\n",
            "GET /a HTTP/1.1\r\nHost: x\r\n\r\nGET /a HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET /a HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n",
            "GET /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n",
            "GET /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding : chunked\r\n\r\n",
            "GET /a HTTP/1.1\r\nHost: x\r\nX: y\r\n folded\r\n\r\n", "GET /a HTTP/1.1\r\nHost: x\r\nX: \u{0}\r\n\r\n",
            "GET /a HTTP/1.1\r\nHost: x\r\nX: a\rb\r\n\r\n", "GET /ä HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET /a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", "GET /a HTTP/1.1\r\nHost: x\r\nUpgrade: h2c\r\n\r\n",
            "GET /a HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n\r\n", "\r\nGET /a HTTP/1.1\r\nHost: x\r\n\r\n",
            "POST /a HTTP/1.1\r\nHost: x\r\n\r\n", "GET http://x/a HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET /a HTTP/1.1\r\nHost: x\r\nX: " + String(repeating: "y", count: 4096) + "\r\n\r\n",
        ])
    func other(_ text: String) {
        if read(text) != nil { Issue.record("taken: \(text)") }
    }

    /// What is taken must be what the decoder would have made of it: else a request could hide in another one.
    @Test("of ten thousand damaged requests, none is read otherwise than the decoder reads it") func same() throws {
        let good = Array("GET /a?b=c HTTP/1.1\r\nHost: x\r\nCookie: a=1\r\nAccept-Encoding: gzip, br\r\n\r\n".utf8)
        let odd = Array("\r\n\t :;,/?GETHhost-0\u{0}\u{7F}".utf8) + [0x80, 0xFF]
        var random = Steady(state: 20_251_203)
        var taken = 0
        for _ in 0..<10_000 {
            var bytes = good
            for _ in 0...Int(random.next() % 3) {
                let place = Int(random.next() % UInt64(bytes.count))
                switch random.next() % 3 {
                case 0: bytes.remove(at: place)
                case 1: bytes.insert(odd[Int(random.next() % UInt64(odd.count))], at: place)
                default: bytes[place] = odd[Int(random.next() % UInt64(odd.count))]
                }
            }
            guard let request = bytes.withUnsafeBytes({ PlainRequest($0) }) else { continue }
            taken += 1
            let line = EmbeddedChannel(handler: ByteToMessageHandler(HTTPRequestDecoder()))
            try line.writeInbound(ByteBuffer(bytes: bytes))
            guard case .head(let head) = try line.readInbound(as: HTTPServerRequestPart.self) else {
                Issue.record("the decoder sees no head in \(String(decoding: bytes, as: UTF8.self))")
                continue
            }
            if case .plain(let target, let asked) = request {
                #expect(head.uri == target)
                #expect(head.headers["cookie"].joined(separator: "; ") == asked.cookie ?? "")
            }
            guard case .end = try line.readInbound(as: HTTPServerRequestPart.self) else {
                Issue.record("the decoder sees no end in \(String(decoding: bytes, as: UTF8.self))")
                continue
            }
            #expect(try line.finish(acceptAlreadyClosed: true).isClean)
        }
        #expect(taken > 300)
    }

    /// splitmix64.
    private struct Steady {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }
}
