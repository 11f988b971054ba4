import Base
import Testing

@Suite struct LanguageTests {
    @Test(
        "the best of ours for a header",
        arguments: [
            (nil, Language.en), ("ar", .ar), ("pt-BR,pt;q=0.9,en;q=0.8", .pt), ("de, fr;q=0.5, es;q=0.7", .es), ("de", .en),
            ("zh-Hant-TW", .zh),
            ("*;q=0.1", .en), ("ru;q=abc, fr;q=0.2", .fr), ("fr;q=0", .en), (";;;,,,=,q", .en), ("es;q=NaN, ar;q=0.1", .ar),
        ])
    func negotiated(header: String?, language: Language) { #expect(Language.negotiated(header) == language) }

    @Test("a reader gets the own language, else the authentic one")
    func reading() {
        let text = Localized(["es": "hola", "pt-BR": "olá", "zh": "你好"], authentic: "es")
        #expect(text.reading(.zh).text == "你好")
        #expect(text.reading(.pt) == ("olá", "pt-BR"))
        #expect(text.reading(.ar) == ("hola", "es"))
        #expect(text.tags == ["es", "pt-BR", "zh"])
        #expect(Localized.empty.reading(.en).text == "")
    }
}

@Suite struct TextTests {
    @Test("one line has no breaks, no direction overrides and no double blanks")
    func line() {
        #expect(singleLine("  a\u{202E}b\r\n\tc\u{2066}  d\u{0} ") == "ab c d")
        #expect(singleLine("e\u{301}") == "\u{e9}")
        #expect(Array(singleLine("e\u{202D}\u{301}").utf8) == Array("\u{e9}".utf8), "what met is composed")
        #expect(singleLine("\u{2003}a\u{85}\u{3000}b\u{2028}") == "a b")
        #expect(singleLine("👩‍👩‍👧 نص") == "👩‍👩‍👧 نص")
    }

    @Test("many lines keep their breaks")
    func lines() { #expect(manyLines("a\r\nb\rc\u{202D}\n\n") == "a\nb\nc") }
    @Test("a break of two letters is one break, two breaks are two, and a tab stays")
    func breaks() {
        #expect(manyLines("a\r\n\r\nb\n\rc\u{7}\td\u{85}") == "a\n\nb\n\nc\td")
        #expect(Array(manyLines("e\u{202D}\u{301}").utf8) == Array("\u{e9}".utf8))
    }

    @Test("a hundred thousand identifiers are all different and sort by time")
    func identifiers() {
        var seen = Set<String>()
        for _ in 0..<100_000 { seen.insert(Identifier(at: Instant(milliseconds: 5)).text) }
        #expect(seen.count == 100_000)
        #expect(Identifier(at: Instant(milliseconds: 1)) < Identifier(at: Instant(milliseconds: 2)))
        let sequence = IdentifierSequence(at: Instant(milliseconds: 77))
        let row = (0..<2000).map { _ in sequence.next() }
        #expect(row == row.sorted())
        #expect(Identifier("not one") == nil)
        #expect(Identifier("01900000-0000-7000-8000-00000000000A")?.text == "01900000-0000-7000-8000-00000000000a")
    }

    @Test("a role counts everywhere or in its event, and for the lower ones too")
    func roles() {
        let event = Identifier(stored: "e")
        let viewer = Viewer(person: Identifier(stored: "p"), name: "P", grants: [Grant(.editor, in: event)])
        #expect(viewer.may(.reader, in: event))
        #expect(!viewer.may(.organiser, in: event))
        #expect(!viewer.may(.reader))
        #expect(throws: Refusal.self) { try Viewer?.none.demand(.reader, in: event) }
    }
}
