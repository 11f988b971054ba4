/// An organisation's identifier in the Research Organization Registry: `https://ror.org/` and nine characters, the last
/// two of which are a checksum (ISO 7064 mod 97-10 over the number that the first seven write in Crockford's base 32).
package struct RORIdentifier: RawRepresentable, Hashable, Sendable, Codable {
    /// The whole address, in lower case.
    package let rawValue: String
    private static let digits = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

    package init?(rawValue: String) {
        let lower = rawValue.lowercased()
        let host = "https://ror.org/"
        guard lower.hasPrefix(host) else { return nil }
        let name = Array(lower.utf8.dropFirst(host.utf8.count))
        guard name.count == 9, name[0] == UInt8(ascii: "0") else { return nil }
        var number = 0
        for byte in name[0..<7] {
            guard let digit = RORIdentifier.digits.firstIndex(of: byte) else { return nil }
            number = number * 32 + digit
        }
        let written = name[7...]
        guard written.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            Int(String(decoding: written, as: UTF8.self)) == 98 - (number * 100) % 97
        else { return nil }
        self.rawValue = lower
    }
}
