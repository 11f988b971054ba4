import Crypto
import Foundation
import Synchronization

/// The keys of this house, one for each purpose, all derived from one master key (HKDF-SHA256, RFC 5869): whoever learns one
/// learns no other. They sign what leaves the house and comes back: tickets, addresses of registrations. None is ever in
/// the database, so that neither a stolen copy of it nor a backup can make a ticket.
package struct HouseKeys: Sendable {
    private let master: SymmetricKey
    private let known = Known()

    /// `master` has at least 256 bits.
    package init(_ master: SymmetricKey) { self.master = master }

    /// Purposes are names in our own sources; each is derived once.
    private final class Known: Sendable {
        let keys = Mutex<[String: SymmetricKey]>([:])
    }

    /// Good for as long as the process: for tests, and for commands that sign nothing.
    package static func fresh() -> HouseKeys { HouseKeys(SymmetricKey(size: .bits256)) }

    /// 256 bits for a purpose, the same each time.
    package func derived(_ purpose: String) -> SymmetricKey {
        known.keys.withLock { keys in
            if let key = keys[purpose] { return key }
            let key = HKDF<SHA256>.deriveKey(
                inputKeyMaterial: master, info: Data(("plenaria " + purpose).utf8), outputByteCount: 32)
            keys[purpose] = key
            return key
        }
    }

    /// Base64 of 32 bytes or more; nil for anything else.
    package static func read(_ text: String) -> HouseKeys? {
        let plain = text.trimmingCharacters(in: .whitespacesAndNewlines).replacingOccurrences(of: "-", with: "+")
            .replacingOccurrences(of: "_", with: "/")
        let padded = plain + String(repeating: "=", count: (4 - plain.utf8.count % 4) % 4)
        guard let bytes = Data(base64Encoded: padded), bytes.count >= 32 else { return nil }
        return HouseKeys(SymmetricKey(data: bytes))
    }
}
