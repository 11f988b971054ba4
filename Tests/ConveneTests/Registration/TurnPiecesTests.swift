import Base
import Testing

@testable import Convene

@Suite struct TurnPiecesTests {
    @Test("her key and her instant stand wherever those of the cut page stood")
    func whole() {
        let (key, since) = (TurnPieces.key, TurnPieces.since.milliseconds)
        let page = "<a href='/t/\(key)?since=\(since)'>\(key)</a>\(since)"
        let made = TurnPieces(Array(page.utf8)).page("abc", since: Instant(milliseconds: 5))
        #expect(String(decoding: made, as: UTF8.self) == "<a href='/t/abc?since=5'>abc</a>5")
        #expect(TurnPieces([]).page("abc", since: Instant(milliseconds: 5)).isEmpty)
        #expect(TurnPieces(Array("no gap".utf8)).page("abc", since: TurnPieces.since) == Array("no gap".utf8))
    }

    @Test("a key is base64url of 22 to 64 letters: nothing else gets into the page")
    func keys() {
        #expect(
            TurnPieces.isKey(String(repeating: "k", count: 22)) && TurnPieces.isKey("aZ09-_" + String(repeating: "x", count: 58)))
        let wrong =
            ["", String(repeating: "k", count: 21), String(repeating: "k", count: 65)]
            + ["<", "\"", "%", "/", " ", "é", "&"].map { String(repeating: "k", count: 30) + $0 }
        for text in wrong { #expect(!TurnPieces.isKey(text), "\(text)") }
    }

    @Test("few numbers are shown, and none that promises too much")
    func shown() {
        #expect(
            [0, 1, 19, 20, 21, 199, 201, 1_950, 2_001, 4_800].map(TurnPieces.shown) == [
                0, 1, 19, 20, 30, 200, 300, 2_000, 2_500, 5_000,
            ])
        #expect(Set((0...20_000).map(TurnPieces.shown)).count < 100 && (0...20_000).allSatisfy { TurnPieces.shown($0) >= $0 })
    }
}
