import Base
import Foundation

/// What stands for a speaker in addresses and files: the linked person, else the name alone. Two who only share a name are
/// one speaker here; a link tells them apart. Never made from an e-mail address.
package struct SpeakerKey: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// A person's identifier, or `n-` and thirteen letters and digits.
    package let text: String

    /// Nil for an appearance without a name.
    package init?(_ appearance: Appearance) {
        if let person = appearance.person {
            text = person.text
        } else {
            let folded = SpeakerKey.folded(appearance.name)
            guard !folded.isEmpty else { return nil }
            text = "n-" + SpeakerKey.base32(SpeakerKey.fnv1a(folded.utf8))
        }
    }

    /// One from an address; nil if it has not the form of a key.
    package init?(_ path: some StringProtocol) {
        if let person = Identifier(path) {
            text = person.text
            return
        }
        let letters = path.utf8.dropFirst(2)
        guard path.hasPrefix("n-"), letters.count == 13, letters.allSatisfy(SpeakerKey.alphabet.contains) else { return nil }
        text = String(path)
    }

    /// The person behind it, if the key is one's identifier.
    package var person: Identifier? { text.hasPrefix("n-") ? nil : Identifier(text) }
    package var description: String { text }
    package static func < (left: SpeakerKey, right: SpeakerKey) -> Bool { left.text < right.text }

    /// The name under which one is shown who appears under several spellings: the most frequent; of those the longest, then
    /// the first in the alphabet, so that it does not hang on the order of the programme.
    package static func name(of appearances: some Sequence<Appearance>) -> String {
        var counts: [String: Int] = [:]
        for one in appearances where !one.name.isEmpty { counts[one.name, default: 0] += 1 }
        let best = counts.max { left, right in
            let (first, second) = (left.key, right.key)
            return (left.value, first.count) != (right.value, second.count)
                ? (left.value, first.count) < (right.value, second.count) : first > second
        }
        return best?.key ?? ""
    }

    /// Compatible forms, case, accents and runs of blanks make no difference.
    private static func folded(_ name: String) -> String {
        let plain = name.precomposedStringWithCompatibilityMapping
            .folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
        return singleLine(plain).lowercased()
    }

    /// FNV-1a, 64 bits (draft-eastlake-fnv): not a secret, only the same everywhere and always.
    package static func fnv1a(_ bytes: some Sequence<UInt8>) -> UInt64 {
        bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
    }

    private static let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)

    /// RFC 4648 §6 in lower case, without padding: thirteen digits of five bits.
    private static func base32(_ number: UInt64) -> String {
        // The last digit holds the four bits that are left over, shifted up as the standard says.
        var digits = (0..<12).map { place -> UInt8 in alphabet[Int(number >> UInt64(59 - 5 * place) & 31)] }
        digits.append(alphabet[Int(number << 1 & 31)])
        return String(decoding: digits, as: UTF8.self)
    }
}
