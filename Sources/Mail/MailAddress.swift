import Base

/// What is wrong with something that should go into a mail: the words are for the log and never quote the value.
package enum MailFault: Error, Hashable, Sendable {
    case address(String)
    case header(String)
    case setting(String)
}

/// An address that cannot break out of its header or command: RFC 5321 §4.1.2 without quoted local parts, ASCII only.
/// libcurl passes CR and LF in a recipient through to the server, so they are refused here, by the type.
package struct MailAddress: Hashable, Sendable {
    package let text: String

    package init(_ text: String) throws {
        guard text.utf8.count <= 254 else { throw MailFault.address("longer than 254 bytes") }
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, parts[0].utf8.count <= 64 else {
            throw MailFault.address("not one @ with a name before it")
        }
        guard parts[0].utf8.allSatisfy(MailAddress.isAtom), !parts[0].hasPrefix("."), !parts[0].hasSuffix("."),
            !parts[0].contains("..")
        else {
            throw MailFault.address("a character that is not allowed before the @")
        }
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2 || parts[1] == "localhost", labels.allSatisfy(MailAddress.isLabel) else {
            throw MailFault.address("the part behind the @ is not a host name")
        }
        self.text = text
    }

    private static func isAtom(_ byte: UInt8) -> Bool {
        isAlphanumeric(byte) || "!#$%&'*+-/=?^_`{|}~.".utf8.contains(byte)
    }
    private static func isLabel(_ label: Substring) -> Bool {
        !label.isEmpty && label.utf8.count <= 63 && !label.hasPrefix("-") && !label.hasSuffix("-")
            && label.utf8.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
    }
    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
    }
}

/// A header's text that cannot begin another header.
package struct HeaderText: Hashable, Sendable {
    package let text: String
    package init(_ text: String) throws {
        guard !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
            throw MailFault.header("a line break or control character")
        }
        guard text.utf8.count <= 900 else { throw MailFault.header("longer than 900 bytes") }
        self.text = text
    }
}
