import Testing

@testable import Paper

@Suite("Colours on paper")
struct PaperColourTests {
    @Test(
        "words are read on white and on the bar, whatever the colour",
        arguments: [0x0b6470, 0xf2b45c, 0xffff00, 0xffffff, 0, 0x808080])
    func contrast(hex: UInt32) {
        let colour = PaperColour(hex)
        #expect(colour.readable.contrast(to: .white) >= 4.5)
        #expect(colour.contrast(to: colour.opposite) >= 4)
    }

    @Test("a colour is six digits or none")
    func text() {
        #expect(PaperColour("#0b6470") == .teal)
        #expect(PaperColour("0b6470") == nil && PaperColour("#0b647") == nil && PaperColour("#+b6470") == nil)
    }
}
