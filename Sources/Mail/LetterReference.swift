import Base

/// Finds the Message-ID that we gave a letter, `id@domain`, in whatever comes back with a report.
enum LetterReference {
    static func find(in mail: BounceParts, domain: String?) -> Identifier? {
        // What came back goes first: a list may have answered with another letter's name in its own head.
        let places =
            mail.returned + [mail.status, mail.feedback].compactMap { $0 }
            + ["references", "in-reply-to", "original-message-id", "x-original-message-id"].compactMap { mail.headers[$0] }
            + mail.texts
        for place in places {
            if let found = find(in: place, domain: domain) { return found }
        }
        return nil
    }

    static func find(in text: String, domain: String?) -> Identifier? {
        let bytes = Array(text.utf8)
        let wanted = domain.map { Array($0.lowercased().utf8) }
        for at in bytes.indices where bytes[at] == UInt8(ascii: "@") && at >= 36 {
            guard at == 36 || !isName(bytes[at - 37]), let id = Identifier(String(decoding: bytes[(at - 36)..<at], as: UTF8.self))
            else { continue }
            if let wanted {
                let end = at + 1 + wanted.count
                guard end <= bytes.count, zip(wanted, bytes[(at + 1)...]).allSatisfy({ $0 == lower($1) }),
                    end == bytes.count || !isName(bytes[end]) && bytes[end] != UInt8(ascii: ".")
                else { continue }
            }
            return id
        }
        return nil
    }

    private static func lower(_ byte: UInt8) -> UInt8 { (65...90).contains(byte) ? byte | 0x20 : byte }
    private static func isName(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (97...122).contains(lower(byte)) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }
}
