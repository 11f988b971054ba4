import Base
import Testing

@testable import Web

@Suite struct FormDataTests {
    @Test("reads fields in their order, with plus and percent signs")
    func reads() throws {
        let form = try FormData(urlencoded: Array("a=1+2&b=%C3%A9%E4%B8%AD&a=3&empty=&flag".utf8))
        #expect(form["a"] == "1 2")
        #expect(form.all("a") == ["1 2", "3"])
        #expect(form["b"] == "é中")
        #expect(form["empty"] == "")
        #expect(form["flag"] == "")
        #expect(form["none"] == nil)
    }

    @Test("a broken percent sign stays as it is", arguments: ["a=%", "a=%4", "a=%zz", "a=%-1", "a=%4g"])
    func broken(text: String) throws { #expect(try FormData(urlencoded: Array(text.utf8))["a"] == String(text.dropFirst(2))) }

    @Test("bytes that are not UTF-8 are refused")
    func encoding() { #expect(throws: Refusal.self) { try FormData(urlencoded: Array("a=%FF%FE".utf8)) } }

    @Test("too many fields are refused")
    func many() {
        let text = String(repeating: "a=1&", count: FormData.fieldLimit + 1)
        #expect(throws: Refusal.self) { try FormData(urlencoded: Array(text.utf8)) }
    }

    @Test("lines lose control and direction characters")
    func lines() throws {
        let form = FormData([("x", "  a\u{202E}b\u{0}\r\n c\u{2067} ")])
        #expect(form.line("x") == "ab c")
    }
}
