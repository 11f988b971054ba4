import Base

/// Reports in prose, as they were before RFC 3464 and as some still are.
enum BounceProse {
    private static let subjects = [
        "undeliver", "returned mail", "failure notice", "delivery fail", "delivery status", "delivery notif",
        "could not be delivered",
        "delivery error", "mail system error", "unzustellbar", "returned to sender", "mail delivery", "non remis",
        "delivery report",
        "could not send", "not delivered", "delivery incomplete", "no entregado", "warning: message", "undelivered",
    ]
    /// What may come back below; nothing there is said by the server.
    private static let endings = [
        "message headers follow", "original message", "below this line is a copy", "returned message", "return-path:",
        "received: ",
        "copy of your message", "unsent message",
    ]

    static func read(_ mail: BounceParts) -> [Bounce] {
        let subject = (mail.headers["subject"] ?? "").lowercased()
        let isReport =
            mail.headers["x-failed-recipients"] != nil || mail.isFromDaemon || subjects.contains { subject.contains($0) }
        guard isReport else { return [] }
        let lines = said(mail.texts.joined(separator: "\n"))
        var recipients = (mail.headers["x-failed-recipients"] ?? "").split(separator: ",").compactMap { address(in: $0) }
        if recipients.isEmpty { recipients = [mail.headers["x-original-to"]].compactMap { $0 }.compactMap { address(in: $0) } }
        if recipients.isEmpty { recipients = addresses(lines, notOf: mail) }
        if recipients.isEmpty {
            recipients = mail.returned.compactMap { BounceFields.groups($0, most: 1).first?["to"] }.compactMap { address(in: $0) }
        }
        guard !recipients.isEmpty else { return [] }
        let diagnostic = lines.first { StatusCode.first(in: $0) != nil } ?? lines.first { StatusCode.reply(in: $0) != nil } ?? ""
        let status = BounceReader.status("", diagnostic)
        // Without a code and without a daemon it is somebody's letter about a letter.
        guard !status.isEmpty || mail.isFromDaemon else { return [] }
        let isLater = status.hasPrefix("4") || subject.contains("delay") || subject.contains("warning")
        return recipients.prefix(20).map {
            Bounce(
                recipient: $0, action: status.hasPrefix("2") ? .delivered : isLater ? .delayed : .failed, status: status,
                diagnostic: BounceReader.clipped(diagnostic))
        }
    }

    /// The lines above the copy of the mail.
    private static func said(_ text: String) -> [String] {
        var out: [String] = []
        for line in text.split(whereSeparator: \.isNewline).prefix(400) {
            let low = line.lowercased()
            if !out.isEmpty,
                endings.contains(where: {
                    low.hasPrefix($0) || low.hasPrefix("--- " + $0) || low.hasPrefix("------ this is a copy")
                })
            {
                break
            }
            out.append(String(line.prefix(1_000)))
        }
        return out
    }

    private static func addresses(_ lines: [String], notOf mail: BounceParts) -> [String] {
        let own = address(in: mail.headers["to"] ?? "")?.lowercased()
        let daemon = address(in: mail.headers["from"] ?? "")?.lowercased()
        var found: [String] = []
        for line in lines {
            guard let address = address(in: line), address.lowercased() != own, address.lowercased() != daemon,
                !found.contains(address)
            else { continue }
            found.append(address)
        }
        return Array(found.prefix(1))
    }

    /// The first address in a line, in angle brackets or bare.
    static func address(in text: some StringProtocol) -> String? {
        for word in text.split(whereSeparator: { " \t<>()[],;\"'".contains($0) }).prefix(60) where word.contains("@") {
            var plain = word[...]
            while let last = plain.last, ":.".contains(last) { plain = plain.dropLast() }
            if plain.lowercased().hasPrefix("mailto:") { plain = plain.dropFirst(7) }
            if let address = try? MailAddress(String(plain)), address.text.contains(".") { return address.text }
        }
        return nil
    }
}
