import Base
import Testing

@testable import Store

@Suite struct DecodedTextsTests {
    @Test("a text is decoded once for each kind of value, and what cannot be decoded is kept by nobody")
    func once() throws {
        let texts = DecodedTexts()
        var calls = 0
        for _ in 0..<3 {
            let number = texts.value("12") { text -> Int in
                calls += 1
                return Int(text) ?? 0
            }
            #expect(number == 12)
        }
        #expect(calls == 1)
        #expect(texts.value("12") { $0 + "!" } == "12!", "another kind of value of the same text")
        for _ in 0..<2 {
            #expect(throws: StoreError.self) {
                try texts.value("x") { _ -> Int in
                    calls += 1
                    throw StoreError.row("x")
                }
            }
        }
        #expect(calls == 3)
        #expect(texts.count == 2)
        #expect(texts.value("13") { Int?.some(Int($0) ?? 0) } == 13, "an optional that is not kept yet is not nil")
    }

    @Test("long texts are not kept, and there are never more than the most")
    func bounds() {
        let texts = DecodedTexts()
        let long = String(repeating: "a", count: DecodedTexts.longest + 1)
        #expect(texts.value(long) { $0.utf8.count } == long.utf8.count)
        #expect(texts.count == 0)
        for number in 0..<(DecodedTexts.most + 10) { _ = texts.value(String(number)) { $0 } }
        #expect(texts.count == 10)
    }

    @Test("an optional kind of value is decoded like any other: nothing kept is not a kept nil")
    func optional() {
        let texts = DecodedTexts()
        for _ in 0..<2 { #expect(texts.value("12") { Int($0) } == 12) }
        for _ in 0..<2 { #expect(texts.value("x") { Int($0) } == nil) }
    }
}
