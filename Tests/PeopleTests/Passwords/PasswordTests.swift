import Base
import Testing

@testable import People

@Suite("Password")
struct PasswordTests {
    private func words(_ text: String) -> String? {
        do {
            _ = try Password(text, name: "Ada Lovelace-King", email: "countess@example.org")
            return nil
        } catch {
            let refusal = error as? Refusal
            #expect(refusal?.field == "password")
            return refusal?.words
        }
    }

    @Test("twelve characters are enough and eleven are not, counted as people count") func short() {
        #expect(words("herons wade") == "password.refusal.short")
        #expect(words("herons waded") == nil)
        #expect(words(String(repeating: "👩‍👩‍👧‍👦", count: 11)) == "password.refusal.short")
        #expect(words("四只蓝色的鹭站在浅水里等") == nil)
    }

    @Test("any character is allowed, blanks at both ends included; 256 is the end") func long() {
        #expect(words(" herons wade \u{0}\t") == nil)
        let letters = "seven blue herons wade in the shallow water "
        let text = String(repeating: letters, count: 6)
        #expect(words(String(text.prefix(256))) == nil)
        #expect(words(String(text.prefix(257))) == "password.refusal.long")
    }

    @Test(
        "neither the own name nor the address is taken", arguments: ["xLOVELACE-1815-x", "the king is dead?", "countess 1815 x"])
    func own(text: String) { #expect(words(text) == "password.refusal.own") }

    @Test("parts of three letters are no names") func parts() { #expect(words("the badass herons") == nil) }

    @Test("what is tried first is refused") func common() { #expect(words("Password1234") == "password.refusal.common") }

    @Test("the same text is the same password, however a keyboard puts its letters together") func normalised() {
        #expect(Password.normalised("caf\u{E9}") == Password.normalised("cafe\u{301}"))
        #expect(Password.normalised("a b") != Password.normalised("ab"))
        #expect(Password.normalised("Ab") != Password.normalised("ab"))
    }
}
