import Base
import Foundation

/// A password that somebody may choose. Any character is allowed; length is what makes it strong, and what attackers try
/// first is refused. It is never asked to be changed again.
package struct Password: Sendable {
    let bytes: [UInt8]
    package static let shortest = 12
    package static let longest = 256

    /// Throws a refusal about the field `password` that says why it cannot be taken.
    package init(_ text: String, name: String, email: String?) throws {
        let characters = text.precomposedStringWithCanonicalMapping
        guard characters.count >= Password.shortest else {
            throw Refusal(.invalid, "password.refusal.short", ["count": String(Password.shortest)], field: "password")
        }
        guard characters.unicodeScalars.count <= Password.longest else {
            throw Refusal(.invalid, "password.refusal.long", ["count": String(Password.longest)], field: "password")
        }
        let folded = characters.lowercased()
        guard !Password.isOwn(folded, name: name, email: email) else {
            throw Refusal(.invalid, "password.refusal.own", field: "password")
        }
        guard !CommonPasswords.hold(folded) else { throw Refusal(.invalid, "password.refusal.common", field: "password") }
        bytes = Password.normalised(text)
    }

    /// The same bytes for the same text, however a keyboard puts its letters together: NFC as UTF-8.
    static func normalised(_ text: String) -> [UInt8] { Array(text.precomposedStringWithCanonicalMapping.utf8) }

    /// Whether it holds the address, the part before its `@`, or a word of the name: parts of four letters and more.
    private static func isOwn(_ folded: String, name: String, email: String?) -> Bool {
        var parts = name.precomposedStringWithCanonicalMapping.lowercased().split { !$0.isLetter && !$0.isNumber }.map(
            String.init)
        if let local = email?.lowercased().split(separator: "@").first { parts.append(String(local)) }
        return parts.contains { $0.count >= 4 && folded.contains($0) }
    }
}
