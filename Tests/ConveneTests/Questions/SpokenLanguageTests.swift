import Testing

@testable import Convene

@Suite struct SpokenLanguageTests {
    @Test("tags are spelt as usual, names are known, everything else is refused")
    func tags() {
        #expect(SpokenLanguage.tag(of: "ZH-hant-tw") == "zh-Hant-TW")
        #expect(SpokenLanguage.tag(of: "français") == "fr")
        #expect(SpokenLanguage.tag(of: "Russian") == "ru")
        #expect(SpokenLanguage.tag(of: "西班牙语") == "es")
        for wrong in ["", "-", "x-y", "qqqqq", "en-", "en--US", "en_US", "<script>"] {
            #expect(SpokenLanguage.tag(of: wrong) == nil)
        }
    }
}
