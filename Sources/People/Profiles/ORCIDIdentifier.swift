/// A researcher's identifier in ORCID: sixteen characters, the last of which is a checksum (ISO 7064 mod 11-2).
package struct ORCIDIdentifier: RawRepresentable, Hashable, Sendable, Codable {
    /// `0000-0002-1825-0097`.
    package let rawValue: String
    package var address: String { "https://orcid.org/\(rawValue)" }

    /// Reads the bare identifier, with or without hyphens, or its address.
    package init?(rawValue: String) {
        var text = rawValue.uppercased()
        for prefix in ["HTTPS://ORCID.ORG/", "HTTP://ORCID.ORG/", "ORCID.ORG/"] where text.hasPrefix(prefix) {
            text = String(text.dropFirst(prefix.count))
            break
        }
        let digits = Array(text.utf8.filter { $0 != UInt8(ascii: "-") })
        guard digits.count == 16, text.utf8.count == 16 || text.utf8.count == 19 else { return nil }
        var total = 0
        for byte in digits.dropLast() {
            guard (48...57).contains(byte) else { return nil }
            total = (total + Int(byte - 48)) * 2
        }
        let check = (12 - total % 11) % 11
        let expected = check == 10 ? UInt8(ascii: "X") : UInt8(48 + check)
        guard digits[15] == expected else { return nil }
        let parts = stride(from: 0, to: 16, by: 4).map { String(decoding: digits[$0..<($0 + 4)], as: UTF8.self) }
        self.rawValue = parts.joined(separator: "-")
    }
}
