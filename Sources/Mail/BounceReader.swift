import Base
import CGMime

/// Reads reports of mails that were not delivered: RFC 3464 and RFC 5965, and the older ones in prose. Sizes are looked at first;
/// GMime takes the mail apart, all else is read here.
package enum BounceReader {
    package static let size = 8 << 20
    static let parts = 100
    static let recipients = 1_000

    /// `domain` is what stands behind the @ of our Message-IDs; nil takes any.
    package static func read(_ bytes: [UInt8], domain: String? = nil) throws -> BounceReport {
        guard bytes.count <= size else { throw BounceFault.tooLarge }
        let mail = try MimeRoom.run { try BounceParts.take(bytes) }
        if mail.isAnswer, mail.status == nil { throw BounceFault.notBounce }
        var found: [Bounce] = []
        if let feedback = mail.feedback {
            found = complaints(feedback)
        } else if let status = mail.status {
            found = reports(status)
        }
        if found.isEmpty { found = BounceProse.read(mail) }
        guard !found.isEmpty else { throw BounceFault.notBounce }
        return BounceReport(letter: LetterReference.find(in: mail, domain: domain), bounces: distinct(found))
    }

    /// One group of fields a recipient; the first is about the mail.
    private static func reports(_ text: String) -> [Bounce] {
        BounceFields.groups(text, most: recipients + 1).compactMap { group in
            guard let recipient = address(group["final-recipient"]) ?? address(group["original-recipient"]) else { return nil }
            let action = group["action"].flatMap { Bounce.Action(rawValue: word($0)) }
            let diagnostic = group["diagnostic-code"].map(typed) ?? ""
            let status = status(group["status"] ?? "", diagnostic)
            return Bounce(
                recipient: recipient, action: action ?? (status.hasPrefix("4") ? .delayed : .failed), status: status,
                diagnostic: clipped(diagnostic))
        }
    }

    /// RFC 5965 §3.1 and §3.2: who complained is in a field that may be left out.
    private static func complaints(_ text: String) -> [Bounce] {
        BounceFields.groups(text, most: 4).compactMap { group in
            guard let address = address(group["original-rcpt-to"]) ?? address(group["removal-recipient"]) else { return nil }
            let kind = group["feedback-type"].map(word) ?? "abuse"
            return Bounce(recipient: address, action: .complained, status: "", diagnostic: clipped(kind))
        }
    }

    private static func distinct(_ all: [Bounce]) -> [Bounce] {
        var seen: Set<String> = []
        return all.filter { seen.insert($0.recipient.lowercased()).inserted }
    }

    // MARK: Fields

    /// `rfc822; ana@example.org`: the address behind its type.
    static func address(_ field: String?) -> String? {
        guard let field else { return nil }
        let plain = typed(field).trimmingEnds { $0 == " " || $0 == "<" || $0 == ">" || $0 == "\"" || $0 == "\t" }
        return (try? MailAddress(plain))?.text
    }

    /// Behind `type;`.
    private static func typed(_ field: String) -> String {
        guard let cut = field.firstIndex(of: ";"), field[..<cut].utf8.count < 40, !field[..<cut].contains("@") else {
            return field
        }
        return String(field[field.index(after: cut)...].drop { $0 == " " || $0 == "\t" })
    }

    private static func word(_ field: String) -> String {
        String(field.lowercased().prefix { $0.isLetter || $0 == "-" }).replacingHyphens
    }

    /// What the server said goes before a status that says nothing but the class.
    static func status(_ field: String, _ diagnostic: String) -> String {
        let own = StatusCode.first(in: field)
        let said = StatusCode.first(in: diagnostic)
        if let own, !own.hasSuffix(".0.0") { return own }
        if let said, own == nil || said.first == own?.first { return said }
        return own ?? StatusCode.reply(in: diagnostic).map { "\($0.prefix(1)).0.0" } ?? ""
    }

    static func clipped(_ text: String) -> String { String(singleLine(String(text.prefix(2_000))).prefix(500)) }
}

extension StringProtocol {
    fileprivate func trimmingEnds(_ isLoose: (Character) -> Bool) -> String {
        var part = self[...]
        while let first = part.first, isLoose(first) { part = part.dropFirst() }
        while let last = part.last, isLoose(last) { part = part.dropLast() }
        return String(part)
    }
    fileprivate var replacingHyphens: String { String(self.filter { $0 != "-" }) }
}
