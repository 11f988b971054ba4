import Foundation
import Testing

@testable import Convene

@Suite struct SearchFoldingTests {
    private func folded(_ text: String) -> String { text.map(SearchFolding.folded).joined() }

    @Test(
        "What readers type alike is spelt alike",
        arguments: [
            ("ÉCOLE", "ecole"), ("Łódź", "lodz"), ("STRASSE", "straße"), ("ＦＵＬＬ　width", "full width"), ("Ærø", "aero"),
            ("Ёлка", "елка"), ("İstanbul", "istanbul"), ("ﬁnal", "final"), ("الإِدارة", "الادارة"), ("مـــدرسة", "مدرسه"),
            ("آسیا", "اسيا"), ("٢٠٢٥", "2025"), ("۲۰۲۵", "2025"), ("カタカナ", "かたかな"), ("ｶﾀｶﾅ", "かたかな"), ("שָׁלוֹם", "שלום"),
            ("λόγος", "λογοσ"), ("naïve\u{200B}ly", "naively"), ("cafe\u{301}", "café"),
        ])
    func alike(_ left: String, _ right: String) { #expect(folded(left) == folded(right)) }

    @Test(
        "What makes another word stays",
        arguments: [
            ("ข่าว", "ขาว"), ("गीत", "गत"), ("학교", "하교"), ("大學", "大学"), ("и", "й".replacing("й", with: "ц")), ("ب", "ت"),
        ])
    func apart(_ left: String, _ right: String) { #expect(folded(left) != folded(right)) }

    @Test("Hangul stays in whole syllables, decomposed or not") func hangul() {
        #expect(folded("한국") == "한국" && folded("한국".decomposedStringWithCanonicalMapping) == "한국")
        #expect(folded("한국").count == 2)
    }

    @Test("A mark that says nothing by itself is nothing") func nothing() {
        #expect(folded("\u{200E}\u{FEFF}\u{00AD}").isEmpty)
    }
}
