import Base
import People
import Testing

@Suite("FormLines")
struct FormLinesTests {
    @Test("fields come back as clean single lines, missing ones empty") func lines() {
        let lines = FormLines([("a", "  x \n y "), ("a", "second")])
        #expect(lines["a"] == "x y")
        #expect(lines["b"] == "")
    }

    @Test("texts are gathered by their tags, with a free pair for another language") func texts() {
        let lines = FormLines([
            ("name_en", "Thai MOOC"), ("name_zh", ""), ("name_zh-Hant", "泰國"), ("name_tag", "th"), ("name_other", "ไทย"),
            ("name_authentic", "th"), ("nameless_fr", "no"), ("name_<b>", "no"),
        ])
        let texts = lines.texts("name")
        #expect(texts.texts == ["en": "Thai MOOC", "zh-Hant": "泰國", "th": "ไทย"])
        #expect(texts.authentic == "th")
    }

    @Test("without a word about it English is authentic, else the first there is") func authentic() {
        #expect(FormLines([("name_fr", "b"), ("name_en", "a")]).texts("name").authentic == "en")
        #expect(FormLines([("name_fr", "b"), ("name_authentic", "ar")]).texts("name").authentic == "fr")
        #expect(FormLines([]).texts("name").isEmpty)
    }

    @Test("tags have the form of BCP 47") func tags() {
        #expect(["en", "zh-Hant", "pt-BR", "mi"].allSatisfy(FormLines.isTag))
        #expect(!["", "e", "EN", "en_US", "en-", "<b>", "12"].contains(where: FormLines.isTag))
    }
}
