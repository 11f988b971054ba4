import Base
import Crypto
import Foundation
import HTTPTypes

/// Against forged requests: each form carries a token that only a page of ours can know, since it is derived from the
/// browser's secret cookie. It is masked anew in each page, so that compression tells nothing about it (BREACH).
package enum FormGuard {
    /// Where a script of ours puts the token when the body is no form.
    package static let header = SecurityHeaders.name("X-Form-Token")

    /// 32 random bytes as base64url: the secret of a browser.
    package static func newSecret() -> String {
        randomSecret(bytes: 32)
    }

    /// What the database keeps of a secret.
    package static func digest(_ secret: String) -> String {
        hexadecimal(SHA256.hash(data: Data(secret.utf8)))
    }

    package static func masked(_ browser: String) -> String {
        let mask = randomBytes(16)
        return base64URL(mask + zip(mask, token(browser)).map { $0 ^ $1 })
    }

    package static func accepts(_ masked: String?, from browser: String?) -> Bool {
        guard let masked, let browser, let bytes = decoded(masked), bytes.count == 32 else { return false }
        let shown = zip(bytes[0..<16], bytes[16..<32]).map { $0 ^ $1 }
        return zip(shown, token(browser)).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private static func token(_ browser: String) -> [UInt8] {
        Array(SHA256.hash(data: Data(("form " + browser).utf8)).prefix(16))
    }

    private static func decoded(_ text: String) -> [UInt8]? {
        text.utf8.count <= 128 ? bytes(base64URL: text) : nil
    }
}
