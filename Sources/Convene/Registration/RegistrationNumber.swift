import Base
import Crypto
import Foundation

/// What people say on the telephone: eight characters of 32, without the letters I, L, O and U that are taken for others
/// (Crockford's base 32). 40 random bits: an event with 10,000 of them has a collision with a chance of 1 in 22,000, which
/// the database refuses and a second try mends.
package enum RegistrationNumber {
    private static let letters = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

    package static func new() -> String {
        var random = SystemRandomNumberGenerator()
        let all = (0..<8).map { _ in letters[Int.random(in: 0..<32, using: &random)] }
        return String(all[0..<4]) + "-" + String(all[4..<8])
    }

    /// As it is kept, from what somebody types: any case, with or without the hyphen, O for 0, I and L for 1.
    package static func read(_ text: String) -> String? {
        let typed = text.uppercased().filter { $0 != "-" && !$0.isWhitespace }
        let clear = typed.map { ["O": "0", "I": "1", "L": "1"][$0] ?? $0 }
        guard clear.count == 8, clear.allSatisfy(letters.contains) else { return nil }
        return String(clear[0..<4]) + "-" + String(clear[4..<8])
    }

    /// Where a number comes in the draw: the lowest first. SHA-256 of the seed, a space and the number, as anybody can work it
    /// out once the seed is public.
    package static func rank(_ number: String, seed: String) -> String { hex(seed + " " + number) }

    /// What is public before the draw.
    package static func commitment(_ seed: String) -> String { hex(seed) }

    private static func hex(_ text: String) -> String {
        hexadecimal(SHA256.hash(data: Data(text.utf8)))
    }
}
