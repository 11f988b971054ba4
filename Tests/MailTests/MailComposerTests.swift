import Base
import Foundation
import Testing

@testable import Mail

@Suite struct MailComposerTests {
    private func message(
        subject: String, name: String = "Plenaria", text: String = "Hello\n\nline", attachments: [MailMessage.Attachment] = []
    ) throws -> MailMessage {
        MailMessage(
            id: Identifier(stored: "01900000-0000-7000-8000-000000000001"), from: try MailAddress("noreply@plenaria.example"),
            fromName: try HeaderText(name), to: try MailAddress("reader@example.org"), subject: try HeaderText(subject),
            text: text,
            language: .ar, date: Instant(seconds: 1_764_774_000), attachments: attachments)
    }

    /// What another program understands: Python's `email` with its strict default policy.
    private func parsed(_ bytes: [UInt8]) throws -> [String: String] {
        let script = """
            import sys, json, email, email.policy
            m = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
            body = m.get_body(("plain",))
            parts = [[p.get_filename(), p.get_content_type(), p.get_payload(decode=True).decode("utf-8")] for p in m.iter_attachments()]
            print(json.dumps({"subject": m["subject"], "from": str(m["from"]), "to": str(m["to"]), "date": m["date"].datetime.isoformat(),
              "id": m["message-id"], "language": m["content-language"], "auto": m["auto-submitted"], "text": body.get_content(),
              "defects": str(len(m.defects)), "names": ",".join(sorted(k.lower() for k in m.keys())),
              "parts": "|".join(";".join(p) for p in parts)}))
            """
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-c", script]
        let input = Pipe()
        let output = Pipe()
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        input.fileHandleForWriting.write(Data(bytes))
        try input.fileHandleForWriting.close()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return try JSONDecoder().decode([String: String].self, from: data)
    }

    @Test(
        "subject, names and text arrive as written, in every script",
        arguments: ["Your link", "您的登录链接：慕课大会", "رابط الدخول إلى المنصة", String(repeating: "Длинная тема ", count: 20)])
    func scripts(subject: String) throws {
        let text = subject + "\n" + String(repeating: "long ", count: 500) + "\n.\nend"
        let bytes = try MailComposer.compose(message(subject: subject, name: "Li, \"Brian\" ñ", text: text))
        let mail = try parsed(bytes)
        #expect(mail["subject"]?.trimmingCharacters(in: .whitespaces) == subject.trimmingCharacters(in: .whitespaces))
        #expect(mail["from"]?.contains("noreply@plenaria.example") == true)
        #expect(mail["from"]?.contains("Brian") == true)
        #expect(mail["text"]?.replacingOccurrences(of: "\r\n", with: "\n").trimmingCharacters(in: .newlines) == text)
        #expect(mail["date"] == "2025-12-03T15:00:00+00:00")
        #expect(mail["id"] == "<01900000-0000-7000-8000-000000000001@plenaria.example>")
        #expect(mail["language"] == "ar")
        #expect(mail["auto"] == "auto-generated")
        #expect(mail["defects"] == "0")
        #expect(mail["to"] == "reader@example.org")
    }

    @Test("answers go where the event wants them, in one header that holds one address")
    func answers() throws {
        let plain = try message(subject: "x")
        let mail = MailMessage(
            id: plain.id, from: plain.from, fromName: plain.fromName, to: plain.to,
            replyTo: try MailAddress("team@conference.example"), subject: plain.subject, text: plain.text,
            language: plain.language, date: plain.date)
        let texts = try [plain, mail].map { String(decoding: try MailComposer.compose($0), as: UTF8.self) }
        #expect(!texts[0].contains("Reply-To") && texts[1].contains("\r\nReply-To: team@conference.example\r\n"))
        for hostile in ["a@b.example\r\nBcc: c@d.example", "a@b.example,c@d.example", "A <a@b.example>"] {
            #expect(throws: MailFault.self) { try MailAddress(hostile) }
        }
    }

    @Test("a letter that may come twice says so, under the same identifier")
    func twice() throws {
        let once = try message(subject: "x")
        let again = MailMessage(
            id: once.id, from: once.from, fromName: once.fromName, to: once.to, subject: once.subject, text: once.text,
            language: once.language, date: once.date, mayBeDuplicate: true)
        let texts = try [once, again].map { String(decoding: try MailComposer.compose($0), as: UTF8.self) }
        #expect(!texts[0].contains("X-Plenaria") && texts[1].contains("\r\nX-Plenaria-Possible-Duplicate: yes\r\n"))
        #expect(try texts.map { try parsed(Array($0.utf8))["id"] } == [mailID, mailID])
    }
    private let mailID = "<01900000-0000-7000-8000-000000000001@plenaria.example>"

    @Test("everything is 7 bit, with CRLF and short lines")
    func wire() throws {
        let bytes = try MailComposer.compose(message(subject: "主题", text: "é\nfoo"))
        #expect(bytes.allSatisfy { $0 < 128 })
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.replacingOccurrences(of: "\r\n", with: "").contains("\n") == false)
        #expect(text.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 998 })
    }

    @Test("attachments keep their names and bytes")
    func attachments() throws {
        let calendar = MailMessage.Attachment(
            name: try HeaderText("会议 día.ics"), type: "text/calendar", bytes: Array("BEGIN:VCALENDAR é".utf8))
        let mail = try parsed(MailComposer.compose(message(subject: "x", attachments: [calendar])))
        #expect(mail["parts"] == "会议 día.ics;text/calendar;BEGIN:VCALENDAR é")
    }
}
