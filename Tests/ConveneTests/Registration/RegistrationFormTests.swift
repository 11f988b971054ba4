import Base
import HTML
import TestKit
import Testing

@testable import Convene

@Suite struct RegistrationFormTests {
    @Test(
        "languages are written as names or tags, in any of our languages",
        arguments: [
            ("Spanish, English", ["es", "en"]), ("español; inglés", ["es", "en"]), ("العربية، الإنجليزية", ["ar", "en"]),
            ("中文，英语", ["zh", "en"]), ("en es", ["en", "es"]), ("pt-br", ["pt-BR"]), ("English, en", ["en"]), (" , ", []),
        ])
    func spoken(typed: String, tags: [String]) {
        #expect(RegistrationForm.tags(typed) == tags)
    }

    @Test(
        "what is no language is refused, and more than ten are",
        arguments: ["Klingonish", "en, 12", "en es fr de it pt ar ru zh ja ko"])
    func refused(typed: String) {
        #expect(RegistrationForm.tags(typed) == nil)
    }

    @Test("what is shown of kept tags is understood when it comes back", arguments: Language.allCases)
    func shownAgain(language: Language) throws {
        let words = try ProgrammeStage.book().words(language)
        for tags in [["es", "en"], ["zh", "ar", "vi"], ["ku", "pt-BR"]] {
            let form = RegistrationForm(RegistrationHolder(name: "A", speaks: tags))
            let markup = HolderPage.fields(words, FormParts(words), form, asksAddress: false).text
            let value = try #require(markup.firstMatch(of: #/name="speaks"[^>]*value="([^"]*)"/#)).output.1
            #expect(RegistrationForm.tags(String(value)) == tags, "\(language): \(value)")
        }
    }
}
