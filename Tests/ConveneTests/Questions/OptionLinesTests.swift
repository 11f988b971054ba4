import Base
import Testing

@testable import Convene

@Suite struct OptionLinesTests {
    @Test("what is written comes back")
    func back() throws {
        let options = [
            Question.Option("yes", Localized(["en": "Yes: gladly", "ar": "نعم"])),
            Question.Option("no", Localized(["en": "No", "ar": "لا"])),
        ]
        let texts = ["en": OptionLines.text(options, "en"), "ar": OptionLines.text(options, "ar")]
        #expect(texts["en"] == "yes: Yes: gladly\nno: No")
        #expect(try OptionLines.read(texts, first: "en") == options)
    }

    @Test("codes are made where none is written, and each once")
    func codes() throws {
        let made = try OptionLines.read(["en": "Gluten free\n\nOther: say which\n其他\nGluten free"], first: "en")
        #expect(made.map(\.code) == ["gluten-free", "other-say-which", "option-3", "gluten-free-2"])
        let two = try OptionLines.read(["en": "Yes\nNo", "es": "Sí\nNo"], first: "en")
        #expect(two.map { $0.label["es"] } == ["Sí", "No"])
    }

    @Test("a line that stands for nothing is named")
    func faults() {
        for texts in [
            ["en": "a: A\na: B"], ["en": "a: A\nb: B", "es": "c: C"], ["en": "a: A\nb: B", "es": "una"], ["en": "a:"],
        ] {
            #expect(throws: OptionLines.Fault.self) { try OptionLines.read(texts, first: "en") }
        }
    }
}
