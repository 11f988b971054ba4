import Testing

@testable import Web

@Suite struct RangeHeaderTests {
    @Test("one range is served, as RFC 9110 §14.1.2 has it")
    func ranges() {
        func read(_ header: String?, _ size: Int = 10_000) -> RangeHeader.Wish { RangeHeader.read(header, size: size) }
        #expect(read("bytes=0-499") == .part(0..<500))
        #expect(read("BYTES=500-999") == .part(500..<1000))
        #expect(read("bytes=-500") == .part(9500..<10_000))
        #expect(read("bytes=9500-") == .part(9500..<10_000))
        #expect(read("bytes=0-0") == .part(0..<1))
        #expect(read("bytes=-1") == .part(9999..<10_000))
        #expect(read("bytes=9999-20000") == .part(9999..<10_000))
        #expect(read("bytes=-20000") == .part(0..<10_000))
        #expect(read("bytes=10000-") == .unsatisfiable)
        #expect(read("bytes=-0") == .unsatisfiable)
        #expect(read("bytes=0-", 0) == .unsatisfiable)
    }

    @Test(
        "what cannot be read, and several ranges, are passed over",
        arguments: [
            nil, "", "bytes", "bytes=", "bytes=-", "bytes=a-b", "bytes=5-4", "bytes=0-1,3-4", "items=0-1", "bytes=1--2",
            "bytes=+1-2",
            "bytes=0-99999999999999999999", "bytes=٣-٤", "bytes 0-1",
        ])
    func ignored(header: String?) { #expect(RangeHeader.read(header, size: 100) == .whole) }

    @Test("tags are compared as the two conditions want it")
    func tags() {
        #expect(EntityTag.isKnown("\"a\"", in: "\"b\" , W/\"a\""))
        #expect(EntityTag.isKnown("\"a\"", in: "*"))
        #expect(!EntityTag.isKnown("\"a\"", in: "a"))
        #expect(EntityTag.isMatched("\"a\"", in: " \"b\",\t\"a\" "))
        #expect(!EntityTag.isMatched("\"a\"", in: "W/\"a\""))
        #expect(!EntityTag.isMatched("\"a\"", in: ""))
    }
}
