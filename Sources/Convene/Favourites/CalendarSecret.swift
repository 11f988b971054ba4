import Crypto
import Foundation

/// The secret in the address of somebody's own calendar. Whoever has the address sees which sessions she chose, so that it
/// is as good as a password for that: it is shown once, and only its digest is kept, so that neither a stolen table nor a
/// backup opens a calendar. Who has lost it makes a new one, which ends the old.
package enum CalendarSecret {
    /// 192 random bits as base64url.
    package static func new() -> String {
        var random = SystemRandomNumberGenerator()
        return Data((0..<24).map { _ in UInt8.random(in: 0...255, using: &random) }).base64EncodedString()
            .replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_")
    }

    /// Nil for what cannot be one: nothing is looked up for it.
    package static func digest(_ secret: String) -> String? {
        guard secret.utf8.count == 32 else { return nil }
        return SHA256.hash(data: Data(("calendar " + secret).utf8))
            .map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }
}
