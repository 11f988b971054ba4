import Base
import Foundation
import Testing

@testable import Mail

@Suite("Reports of mails that were not delivered")
struct BounceReaderTests {
    private static let letter = Identifier("0197f3a2-5b6c-7d8e-8f90-123456789abc")!

    private static func mail(_ lines: String...) -> [UInt8] { Array(lines.joined(separator: "\r\n").utf8) }

    private static func report(status: String = "Status: 5.1.1", returned: String = "Message-ID: <\(letter)@plenaria.example>")
        -> [UInt8]
    {
        mail(
            "From: Mail System <MAILER-DAEMON@mx.example>", "To: noreply@plenaria.example", "Subject: Undelivered",
            "Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"", "MIME-Version: 1.0", "",
            "--b", "Content-Type: text/plain", "", "It did not work.", "",
            "--b", "Content-Type: message/delivery-status", "", "Reporting-MTA: dns; mx.example", "",
            "Original-Recipient: rfc822;Ana@people.example", "Final-Recipient: rfc822; ana@people.example", "Action: failed",
            status,
            "Diagnostic-Code: smtp; 550 5.1.1 <ana@people.example>:", "  Recipient address rejected", "",
            "--b", "Content-Type: text/rfc822-headers", "", "From: noreply@plenaria.example", returned, "Subject: Hi", "",
            "--b--", "")
    }

    @Test("a report tells whom, what, why, and which letter of ours")
    func standard() throws {
        let read = try BounceReader.read(Self.report(), domain: "plenaria.example")
        #expect(read.letter == Self.letter)
        #expect(
            read.bounces == [
                Bounce(
                    recipient: "ana@people.example", action: .failed, status: "5.1.1",
                    diagnostic: "550 5.1.1 <ana@people.example>: Recipient address rejected")
            ])
        #expect(try BounceReader.read(Self.report(status: "Status: 5.0.0")).bounces.first?.status == "5.1.1")
        #expect(try BounceReader.read(Self.report(status: "X: y")).bounces.first?.status == "5.1.1")
    }

    @Test(
        "a letter of another house is not ours",
        arguments: [
            "Message-ID: <0197f3a2-5b6c-7d8e-8f90-123456789abc@plenaria.example.evil>",
            "Message-ID: <0197f3a2-5b6c-7d8e-8f90-123456789abc@other.example>",
            "Message-ID: <x0197f3a2-5b6c-7d8e-8f90-123456789abc@plenaria.example>",
            "Message-ID: <0197f3a2-5b6c-7d8e-8f90-123456789ab@plenaria.example>",
            "Message-ID: <@plenaria.example>",
        ])
    func foreign(returned: String) throws {
        #expect(try BounceReader.read(Self.report(returned: returned), domain: "plenaria.example").letter == nil)
    }

    @Test("an old report in prose is read as far as it goes")
    func prose() throws {
        let read = try BounceReader.read(
            Self.mail(
                "Return-Path: <>", "From: MAILER-DAEMON@mx.example", "To: noreply@plenaria.example", "Subject: failure notice",
                "",
                "Hi. This is the qmail-send program.", "", "<ana@people.example>:", "192.0.2.1 does not like recipient.",
                "Remote host said: 550 5.2.1 Mailbox is disabled for <ana@people.example>", "",
                "--- Below this line is a copy of the message.", "",
                "Message-ID: <\(Self.letter)@plenaria.example>", "To: bo@other.example"))
        #expect(read.letter == Self.letter)
        #expect(read.bounces.map(\.recipient) == ["ana@people.example"] && read.bounces.map(\.status) == ["5.2.1"])
    }

    @Test("who complains is told apart from who cannot be reached")
    func complaint() throws {
        let read = try BounceReader.read(
            Self.mail(
                "From: <feedback@isp.example>", "Subject: complaint", "MIME-Version: 1.0",
                "Content-Type: multipart/report; report-type=feedback-report; boundary=b", "", "--b", "Content-Type: text/plain",
                "",
                "Spam!", "--b", "Content-Type: message/feedback-report", "", "Feedback-Type: abuse", "User-Agent: x/1",
                "Version: 1",
                "Original-Rcpt-To: <ana@people.example>", "", "--b", "Content-Type: message/rfc822", "",
                "Message-ID: <\(Self.letter)@plenaria.example>", "From: noreply@plenaria.example", "", "Hi", "--b--", ""))
        #expect(read.letter == Self.letter)
        #expect(read.bounces == [Bounce(recipient: "ana@people.example", action: .complained, status: "", diagnostic: "abuse")])
    }

    @Test("what is no report is refused with its reason")
    func refusals() {
        func fault(_ bytes: [UInt8]) -> BounceFault? {
            do {
                _ = try BounceReader.read(bytes)
                return nil
            } catch { return error as? BounceFault }
        }
        #expect(fault([]) == .notMail)
        #expect(fault([UInt8](repeating: 0, count: 100)) != nil)
        #expect(fault([UInt8](repeating: 10, count: BounceReader.size + 1)) == .tooLarge)
        #expect(fault(Self.mail("From: ana@people.example", "Subject: Hi", "", "How are you? bo@x.example")) == .notBounce)
        #expect(
            fault(
                Self.mail(
                    "From: ana@people.example", "Auto-Submitted: auto-replied", "Subject: Delivery status: I am away", "",
                    "550 5.1.1 ana@people.example")) == .notBounce)
        let nested =
            "Content-Type: multipart/mixed; boundary=b\n\n"
            + String(repeating: "--b\nContent-Type: multipart/mixed; boundary=b\n\n", count: 5_000)
        #expect(fault(Array(nested.utf8)) == .tooDeep)
        let wrapped = "From: x\n" + String(repeating: "Content-Type: message/rfc822\n\n", count: 5_000)
        #expect(fault(Array(wrapped.utf8)) == .tooDeep)
    }

    @Test("no line of a report makes a second line of ours, and no recipient is anything but an address")
    func hostile() throws {
        let bytes = Self.report(
            status: "Status: 5.1.1\r\nFinal-Recipient: rfc822; <script>\r\nDiagnostic-Code: smtp; a\0b\u{85}c")
        for bounce in try BounceReader.read(bytes).bounces {
            #expect(bounce.diagnostic.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
            #expect((try? MailAddress(bounce.recipient)) != nil)
        }
        var many = "From: x\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; x\n\n"
        for index in 0..<20_000 { many += "Final-Recipient: rfc822; a\(index)@x.example\nAction: failed\nStatus: 5.1.1\n\n" }
        #expect(try BounceReader.read(Array(many.utf8)).bounces.count <= BounceReader.recipients)
    }

    // MARK: Mails of some sixty systems, where they lie beside the checkout

    private static let corpus = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/corpus/reach/sisimai")

    @Test(
        "reports of sixty mail systems are read as another program reads them",
        .enabled(if: FileManager.default.fileExists(atPath: corpus.path)))
    func systems() throws {
        var (told, exact, sameClass, classes, silent) = (0, 0, 0, 0, [String]())
        for line in try String(contentsOf: Self.corpus.appending(path: "expected.tsv"), encoding: .utf8).split(separator: "\n") {
            let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard parts.count >= 4, let data = FileManager.default.contents(atPath: Self.corpus.appending(path: parts[0]).path)
            else { continue }
            let (wanted, reason) = (parts[1], parts[3])
            let read = try? BounceReader.read(Array(data))
            guard reason != "vacation" else { continue }
            told += 1
            guard let first = read?.bounces.first else {
                silent.append(parts[0])
                continue
            }
            // 5.0.9xx are that program's own.
            guard !wanted.isEmpty, !wanted.contains(".0.9") else { continue }
            classes += 1
            if first.status == wanted { exact += 1 }
            if first.status.first == wanted.first { sameClass += 1 }
        }
        print(
            "bounces: \(told) mails, \(told - silent.count) read, status of \(classes): \(exact) the same, \(sameClass) of the same class; not read: \(silent)"
        )
        #expect(told > 150)
        #expect(silent.count * 20 <= told, "\(silent)")
        #expect(sameClass * 100 >= classes * 97 && exact * 100 >= classes * 85)
    }

    @Test(
        "broken mails and those that are no reports end in no crash",
        .enabled(if: FileManager.default.fileExists(atPath: corpus.path)))
    func broken() throws {
        for folder in ["err", "not"] {
            let place = Self.corpus.appending(path: "maildir/\(folder)")
            for name in try FileManager.default.contentsOfDirectory(atPath: place.path) {
                let bytes = Array(FileManager.default.contents(atPath: place.appending(path: name).path) ?? Data())
                let read = try? BounceReader.read(bytes)
                if folder == "not" { #expect(read == nil, "\(name)") }
                for cut in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 20)) {
                    _ = try? BounceReader.read(Array(bytes[..<cut]))
                }
            }
        }
    }
}
