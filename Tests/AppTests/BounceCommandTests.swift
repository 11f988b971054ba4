import Base
import Foundation
import Store
import TestKit
import Testing

@testable import App

@Suite("Reports of letters that came back, on the command line")
struct BounceCommandTests {
    private static func report(_ letter: Identifier, to address: String = "forwarded@elsewhere.example") -> String {
        """
        From: MAILER-DAEMON@mx.example
        Subject: Undelivered
        Content-Type: multipart/report; report-type=delivery-status; boundary=b
        MIME-Version: 1.0

        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example

        Final-Recipient: rfc822; \(address)
        Action: failed
        Status: 5.1.1
        Diagnostic-Code: smtp; 550 5.1.1 No such person

        --b
        Content-Type: text/rfc822-headers

        Message-ID: <\(letter)@plenaria.example>

        --b--
        """
    }

    private static func inFolder(_ body: (URL, Settings) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "plenaria-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var settings = try await AppWorld.settings()
        settings.data = folder.path
        settings.mailFrom = "noreply@plenaria.example"
        try await body(folder, settings)
    }

    @Test("a report is put beside its letter, under the letter's own address, once", arguments: Backend.available)
    func filed(backend: Backend) async throws {
        try await withDatabase(backend) { database in
            try await Self.inFolder { folder, settings in
                let letter = try await database.write { tx in
                    try tx.post(LetterDraft(to: "Ana@people.example", subject: "s", text: "t", language: .en, purpose: "mailing"))
                }
                let file = folder.appending(path: "a.eml").path
                try Data(Self.report(letter).utf8).write(to: URL(fileURLWithPath: file))
                let command = BounceCommand(files: [file], asJSON: true)
                let checked = command.check(settings)
                #expect(
                    checked.status == 0 && checked.text.contains("\"letter\":\"\(letter)\"") && !checked.text.contains("saved"))
                let first = try await command.run(settings, on: database)
                let second = try await command.run(settings, on: database)
                #expect(first.text.contains("\"saved\":1") && second.text.contains("\"saved\":0"))
                let found = try await database.read { try BounceStore.of(address: "ana@people.example", in: $0) }
                #expect(found.map(\.status) == ["5.1.1"] && found.map(\.letter) == [letter])
            }
        }
    }

    @Test("what is no report, is too long or is not there is refused with its reason")
    func refused() async throws {
        try await Self.inFolder { folder, settings in
            let plain = folder.appending(path: "plain.eml").path
            try Data("From: ana@x.example\nSubject: Hi\n\nHow are you?\n".utf8).write(to: URL(fileURLWithPath: plain))
            let outcome = BounceCommand(files: [plain, folder.appending(path: "none").path], asJSON: false).check(settings)
            #expect(outcome.status == 1)
            #expect(outcome.text.contains("not a report") && outcome.text.contains("cannot be read"))
        }
    }

    @Test("reports wait for the running server, which takes each once")
    func spooled() async throws {
        try await withDatabase(.sqlite) { database in
            try await Self.inFolder { folder, settings in
                let letter = try await database.write { tx in
                    try tx.post(LetterDraft(to: "ana@people.example", subject: "s", text: "t", language: .en, purpose: "mailing"))
                }
                let file = folder.appending(path: "a.eml").path
                try Data(Self.report(letter).utf8).write(to: URL(fileURLWithPath: file))
                let command = BounceCommand(files: [file], asJSON: false)
                for _ in 0..<2 { #expect(try command.spool(settings).status == 0) }
                let spool = BounceSpool(settings)
                #expect(try await spool.take(into: database) == 1)
                #expect(try await spool.take(into: database) == 0)
                let left = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "bounces").path)
                #expect(left.isEmpty)
            }
        }
    }
}
