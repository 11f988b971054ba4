import Testing

@testable import Convene

@Suite struct SearchTokensTests {
    private func tokens(_ text: String) -> [String] { SearchTokens.pieces(text).map(\.token) }
    private func marked(_ wish: String, _ text: String) -> [String] {
        SearchTokens.places(of: SearchTokens.wish(wish), in: text).map { String(text[$0]) }
    }

    @Test("Words are words; signs part them") func words() {
        #expect(tokens("Open-education, 2025: L'École!") == ["open", "education", "2025", "l", "ecole"])
        #expect(tokens("Цифровые технологии") == ["цифровые", "технологии"])
        #expect(tokens("").isEmpty && tokens(" — …🌙 ").isEmpty)
    }

    @Test("Han, Kana and Hangul give overlapping pairs, and the rest of a run at its end") func pairs() {
        #expect(tokens("开放教育") == ["开放", "放教", "教育", "育"])
        #expect(tokens("한국어") == ["한국", "국어", "어"])
        #expect(SearchTokens.pieces("开放").map(\.isWhole) == [true, false])
    }

    @Test("Thai gives triples of marks") func triples() {
        #expect(tokens("การศึกษา").first == "การ")
        #expect(SearchTokens.pieces("การศึกษา").filter(\.isWhole).allSatisfy { $0.token.unicodeScalars.count == 3 })
    }

    @Test("Scripts side by side are parted") func mixed() { #expect(tokens("MOOC大会2025") == ["mooc", "大会", "会", "2025"]) }

    @Test("The last word counts by its beginning unless a blank ends it") func wish() {
        #expect(SearchTokens.wish("open edu") == SearchTokens.Wish(whole: ["open"], beginnings: ["edu"]))
        #expect(SearchTokens.wish("open edu ") == SearchTokens.Wish(whole: ["open", "edu"], beginnings: []))
        #expect(SearchTokens.wish("教") == SearchTokens.Wish(whole: [], beginnings: ["教"]))
        #expect(SearchTokens.wish("教育") == SearchTokens.Wish(whole: ["教育"], beginnings: []))
        #expect(SearchTokens.wish("!?").isEmpty)
    }

    @Test("A word that is asked for twice, whole and as a beginning, is met by either") func twice() {
        #expect(marked("open open", "Open education") == ["Open"])
    }

    @Test("What is found is marked as it is written, joined where it touches") func places() {
        #expect(marked("ecole", "L’École ouverte") == ["École"])
        #expect(marked("开放教育", "全球开放教育大会") == ["开放教育"])
        #expect(marked("educ", "Education and re-education") == ["Education", "education"])
        #expect(marked("مدرسة", "المَدرسة مَدْرَسَة") == ["مَدْرَسَة"])
        #expect(marked("", "Education").isEmpty)
    }

    @Test("A long text of one script is taken apart without end of patience") func long() {
        #expect(tokens(String(repeating: "教", count: 20_000)).count == 20_000)
        #expect(tokens(String(repeating: "e\u{301}", count: 5_000)) == [String(repeating: "e", count: 5_000)])
    }
}
