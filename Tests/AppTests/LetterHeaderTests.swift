import Base
import Foundation
import HTML
import Testing

@testable import Convene
@testable import Mail

/// From what somebody typed into a form to the bytes that go to the mail server.
@Suite("Headers of letters")
struct LetterHeaderTests {
    private static let endings = ["\r\n", "\n", "\r", "\0", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}", "\r\n "]

    private static func mail(_ subject: String) throws -> MailMessage {
        let address = try MailAddress("noreply@plenaria.example")
        return MailMessage(
            id: Identifier(stored: "01900000-0000-7000-8000-000000000001"), from: address, fromName: try HeaderText("Plenaria"),
            to: try MailAddress("reader@example.org"), subject: try HeaderText(subject), text: "t", language: .en,
            date: Instant(seconds: 1_764_774_000))
    }

    /// The names of all headers, unfolded.
    private static func headers(_ bytes: [UInt8]) -> [String] {
        let head = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n\r\n")[0]
        return head.components(separatedBy: "\r\n").filter { !$0.hasPrefix(" ") && !$0.hasPrefix("\t") }
            .map { $0.split(separator: ":")[0].lowercased() }.sorted()
    }

    @Test("neither a template nor a name makes a header", arguments: endings)
    func injected(ending: String) throws {
        let plain = Self.headers(try MailComposer.compose(try Self.mail("Hello")))
        for name in ["Ana\(ending)Bcc: b@example.org", "名前\(ending)\(ending)<html>", String(repeating: "a\(ending)", count: 300)]
        {
            let subject = MailTemplate(lenient: "For {name}\(ending)X-Evil: 1").line { _ in name }
            let bytes = try MailComposer.compose(try Self.mail(subject))
            #expect(Self.headers(bytes) == plain)
            #expect(bytes.allSatisfy { $0 < 128 })
        }
    }

    @Test("a subject that was not made by a template is refused by its type", arguments: endings.filter { $0.utf8.first! < 32 })
    func refused(ending: String) {
        #expect(throws: MailFault.self) { try HeaderText("Hello\(ending)Bcc: b@example.org") }
        #expect(throws: MailFault.self) { try MailAddress("a\(ending)@example.org") }
    }

    @Test("a calendar says what it is, so that programs of calendars take it")
    func calendar() throws {
        let mail = try Self.mail("Hello")
        let file = MailMessage.Attachment(
            name: try HeaderText("a.ics"), type: "text/calendar", bytes: Array("BEGIN:VCALENDAR".utf8))
        let with = MailMessage(
            id: mail.id, from: mail.from, fromName: mail.fromName, to: mail.to, subject: mail.subject, text: mail.text,
            language: mail.language, date: mail.date, attachments: [file])
        let text = String(decoding: try MailComposer.compose(with), as: UTF8.self).replacing("\r\n\t", with: " ").lowercased()
        #expect(
            text.contains("content-type: text/calendar;") && text.contains("method=publish") && text.contains("charset=utf-8"))
    }
}
