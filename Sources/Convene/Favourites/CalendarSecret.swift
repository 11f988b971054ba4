import Base
import Crypto
import Foundation

/// The secret in the address of somebody's own calendar. Whoever has the address sees which sessions she chose, so that it
/// is as good as a password for that: it is shown once, and only its digest is kept, so that neither a stolen table nor a
/// backup opens a calendar. Who has lost it makes a new one, which ends the old.
package enum CalendarSecret {
    /// 192 random bits as base64url.
    package static func new() -> String {
        return randomSecret(bytes: 24)
    }

    /// Nil for what cannot be one: nothing is looked up for it.
    package static func digest(_ secret: String) -> String? {
        guard secret.utf8.count == 32 else { return nil }
        return hexadecimal(SHA256.hash(data: Data(("calendar " + secret).utf8)))
    }
}
