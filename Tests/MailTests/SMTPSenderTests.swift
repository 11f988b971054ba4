import Base
import Foundation
import Testing

@testable import Mail

@Suite struct SMTPSenderTests {
    /// A Python with aiosmtpd, as `bin/setup --tests` makes it.
    private static let python: String? = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let place = ProcessInfo.processInfo.environment["PLENARIA_TEST_PYTHON"] ?? root.appending(path: ".venv/bin/python").path
        return FileManager.default.isExecutableFile(atPath: place) ? place : nil
    }()

    @Test("only SMTP addresses are taken", arguments: ["http://x", "file:///etc/passwd", "", "gopher://x"])
    func scheme(url: String) { #expect(throws: MailFault.self) { try SMTPSender(url: url) } }

    @Test("a server that is not there is a passing failure")
    func nobody() async throws {
        let sender = try SMTPSender(url: "smtp://127.0.0.1:1")
        let address = try MailAddress("a@b.example")
        do {
            try await sender.send(Array("Subject: x\r\n\r\nx\r\n".utf8), from: address, to: [address])
            Issue.record("nothing listens there")
        } catch let failure as MailFailure { #expect(!failure.isPermanent && !failure.isUnsure) }
    }

    @Test("a server that has the whole mail and goes away without an answer may have taken it", .enabled(if: python != nil))
    func noAnswer() async throws {
        let script = """
            import socket, sys
            server = socket.socket(); server.bind(("127.0.0.1", 0)); server.listen()
            print("port", server.getsockname()[1], flush=True)
            for ends in ("after", "before"):
                peer, _ = server.accept(); lines = peer.makefile("rb"); peer.sendall(b"220 x\\r\\n")
                for line in lines:
                    if line[:4].upper() == b"DATA":
                        if ends == "before": break
                        peer.sendall(b"354 go on\\r\\n")
                        while lines.readline().strip() != b".": pass
                        break
                    peer.sendall(b"250 OK\\r\\n")
                lines.close(); peer.close()
            """
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(Self.python))
        process.arguments = ["-c", script]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        defer { process.terminate() }
        let port = try #require(Lines(output.fileHandleForReading).next()).split(separator: " ")[1]
        let address = try MailAddress("a@b.example")
        for isUnsure in [true, false] {
            let sender = try SMTPSender(url: "smtp://127.0.0.1:\(port)")
            do {
                try await sender.send(Array("Subject: x\r\n\r\nx\r\n".utf8), from: address, to: [address])
                Issue.record("it gave no answer")
            } catch let failure as MailFailure { #expect(failure.isUnsure == isUnsure && !failure.isPermanent) }
        }
    }

    @Test("twenty mails arrive over one connection, and a refused recipient is refused for good", .enabled(if: python != nil))
    func arrives() async throws {
        let script = """
            import socket, sys
            from aiosmtpd.controller import Controller
            from aiosmtpd.smtp import SMTP
            class Sink:
                connections = 0
                async def handle_EHLO(self, server, session, envelope, hostname, responses):
                    Sink.connections += 1; session.host_name = hostname
                    return responses
                async def handle_RCPT(self, server, session, envelope, address, options):
                    if address.startswith("nobody"): return "550 5.1.1 <nobody@example.org>: no such person"
                    if address.startswith("late"): return "450 4.2.1 later"
                    if address.startswith("policy"): return "550 5.7.1 not from 5.1.1.1"
                    if address.startswith("plain"): return "550 no"
                    envelope.rcpt_tos.append(address); return "250 OK"
                async def handle_DATA(self, server, session, envelope):
                    print("mail", Sink.connections, len(envelope.content), envelope.rcpt_tos[0], flush=True); return "250 OK"
            free = socket.socket(); free.bind(("127.0.0.1", 0)); port = free.getsockname()[1]; free.close()
            c = Controller(Sink(), hostname="127.0.0.1", port=port); c.start()
            print("port", port, flush=True)
            sys.stdin.read()
            """
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(Self.python))
        process.arguments = ["-c", script]
        let output = Pipe()
        process.standardOutput = output
        // It goes with us, and not before: the other tests may keep us waiting.
        let life = Pipe()
        process.standardInput = life
        try process.run()
        defer {
            try? life.fileHandleForWriting.close()
            process.terminate()
        }
        let lines = Lines(output.fileHandleForReading)
        let port = try #require(lines.next()).split(separator: " ")[1]
        let sender = try SMTPSender(url: "smtp://127.0.0.1:\(port)")
        let from = try MailAddress("noreply@plenaria.example")
        let to = try MailAddress("reader@example.org")
        // libcurl does not use a connection again that lay idle for 118 s, which a busy machine can make of any two lines here.
        var last = ContinuousClock.now
        var allowed = 1
        for index in 0..<20 {
            try await sender.send(Array("Subject: \(index)\r\n\r\nbody\r\n".utf8), from: from, to: [to])
            let words = try #require(lines.next()).split(separator: " ")
            if last.duration(to: .now) > .seconds(100) { allowed += 1 }
            last = .now
            try #require(words.first == "mail" && words.count > 1)
            #expect(try #require(Int(words[1])) <= allowed)
        }
        let refusals = [
            ("nobody", true, "5.1.1", true), ("late", false, "4.2.1", false), ("policy", true, "5.7.1", false),
            ("plain", true, "", false),
        ]
        for (name, isPermanent, status, isOfAddress) in refusals {
            do {
                let nobody = try MailAddress("\(name)@example.org")
                try await sender.send(Array("Subject: x\r\n\r\nx\r\n".utf8), from: from, to: [nobody])
                Issue.record("the recipient was to be refused")
            } catch let failure as MailFailure {
                #expect(failure.isPermanent == isPermanent && failure.status == status && failure.isOfAddress == isOfAddress)
                #expect(!failure.description.contains("nobody"))
            }
        }
    }
}

/// Lines of a pipe, each as soon as it is whole.
private final class Lines {
    private let handle: FileHandle
    private var rest = Data()
    init(_ handle: FileHandle) { self.handle = handle }

    func next() -> String? {
        while true {
            if let end = rest.firstIndex(of: 10) {
                let line = String(decoding: rest[rest.startIndex..<end], as: UTF8.self)
                rest = Data(rest[rest.index(after: end)...])
                return line
            }
            let more = handle.availableData
            if more.isEmpty { return nil }
            rest += more
        }
    }
}
