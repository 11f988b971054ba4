import Testing

@testable import Mail

@Suite struct MailAddressTests {
    @Test(
        "ordinary addresses are taken",
        arguments: ["a@b.example", "first.last+tag@sub.domain.example", "o'brien@x-y.example", "a@localhost"])
    func taken(text: String) throws { #expect(try MailAddress(text).text == text) }

    @Test(
        "what could break out of a command or header is refused",
        arguments: [
            "<a@b>\r\nRCPT TO:<evil@x>", "a@b.example\r\nBcc: evil@x.example", "a@b.example\n", "a b@c.example", "<a@b.example>",
            "a@b@c.example", "a",
            "@b.example", "a@", "a@b..example", ".a@b.example", "a..b@c.example", "a@-b.example", "a@b.example\u{0}",
            "é@b.example", "a@bücher.example",
            String(repeating: "a", count: 65) + "@b.example", "a@" + String(repeating: "b.", count: 130) + "example",
        ])
    func refused(text: String) { #expect(throws: MailFault.self) { try MailAddress(text) } }

    @Test(
        "a header's text has no line break",
        arguments: ["a\r\nBcc: x@y", "a\nb", "a\rb", "a\u{0}b", String(repeating: "x", count: 901)])
    func header(text: String) { #expect(throws: MailFault.self) { try HeaderText(text) } }
}
