import Testing

@testable import Web

@Suite struct CompressionTests {
    @Test(
        "the smallest coding that the reader takes",
        arguments: [
            (nil, Compression.Coding.identity), ("gzip", .gzip), ("gzip, deflate, br", .br), ("br;q=0, gzip;q=0.5", .gzip),
            ("identity", .identity),
            ("GZIP", .gzip), ("gzip;q=0", .identity), ("nonsense;;;,", .identity),
        ])
    func accepted(header: String?, coding: Compression.Coding) { #expect(Compression.accepted(header) == coding) }

    @Test("gzip and brotli make text smaller and begin as their formats say")
    func compresses() throws {
        let text = Array(String(repeating: "A programme of many sessions. ", count: 400).utf8)
        let gzip = try #require(Compression.gzip(text, level: 9))
        #expect(gzip.prefix(3) == [0x1f, 0x8b, 8])
        #expect(gzip.count < text.count / 20)
        #expect(try #require(Compression.brotli(text, quality: 9)).count < text.count / 20)
    }
}
