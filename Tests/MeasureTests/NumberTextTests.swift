import Testing

@testable import Measure

@Suite struct NumberTextTests {
    @Test(
        "numbers as people type them",
        arguments: [("12", 12), ("12,5", 12.5), ("12.5", 12.5), ("-0.25", -0.25), ("١٢٫٥", 12.5), ("1 000", 1000), ("1e3", 1000)])
    func numbers(text: String, number: Double) { #expect(NumberText.number(text) == number) }

    @Test("what is none", arguments: ["", "x", "1,2,3", "inf", "nan", "0x10"])
    func none(text: String) { #expect(NumberText.number(text) == nil) }

    @Test("and as they stand there again")
    func texts() {
        #expect(NumberText.text(12) == "12" && NumberText.text(0.1) == "0.1" && NumberText.text(nil) == "")
        #expect(NumberText.rounded(12.0) == "12" && NumberText.rounded(12.345) == "12.35" && NumberText.rounded(3, 0) == "3")
    }
}
