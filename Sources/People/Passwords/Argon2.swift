import CArgon2

/// argon2id (RFC 9106) through libargon2: the only file that speaks to it. Its functions keep no state, so any thread may
/// call them; they are slow on purpose and belong on the threads of `PasswordHasher`, never on an event loop.
enum Argon2 {
    /// What one computation costs. The defaults are OWASP's second choice for argon2id: 19 MiB, two passes, one lane.
    struct Cost: Hashable, Sendable {
        var kibibytes: UInt32 = 19 * 1024
        var passes: UInt32 = 2
        var lanes: UInt32 = 1
    }
    static let saltBytes = 16
    private static let hashBytes = 32

    /// A PHC string: `$argon2id$v=19$m=19456,t=2,p=1$<salt>$<hash>`. Nil if the library refuses, for want of memory.
    static func hash(_ password: [UInt8], salt: [UInt8], cost: Cost) -> String? {
        let length = argon2_encodedlen(
            cost.passes, cost.kibibytes, cost.lanes, UInt32(salt.count), UInt32(hashBytes), Argon2_id)
        var text = [CChar](repeating: 0, count: length)
        let status = argon2id_hash_encoded(
            cost.passes, cost.kibibytes, cost.lanes, password, password.count, salt, salt.count, hashBytes, &text, length)
        guard status == ARGON2_OK.rawValue else { return nil }
        return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Computes the hash anew with the cost and salt of `phc`; the library compares in constant time.
    static func matches(_ password: [UInt8], _ phc: String) -> Bool {
        argon2id_verify(phc, password, password.count) == ARGON2_OK.rawValue
    }

    /// Whether a PHC string was made at that cost by this version of the algorithm.
    static func isMade(_ phc: String, at cost: Cost) -> Bool {
        phc.hasPrefix("$argon2id$v=19$m=\(cost.kibibytes),t=\(cost.passes),p=\(cost.lanes)$")
    }
}
