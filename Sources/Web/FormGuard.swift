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
        var random = SystemRandomNumberGenerator()
        return encoded((0..<32).map { _ in UInt8.random(in: 0...255, using: &random) })
    }

    /// What the database keeps of a secret.
    package static func digest(_ secret: String) -> String {
        SHA256.hash(data: Data(secret.utf8)).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    package static func masked(_ browser: String) -> String {
        var random = SystemRandomNumberGenerator()
        let mask = (0..<16).map { _ in UInt8.random(in: 0...255, using: &random) }
        return encoded(mask + zip(mask, token(browser)).map { $0 ^ $1 })
    }

    package static func accepts(_ masked: String?, from browser: String?) -> Bool {
        guard let masked, let browser, let bytes = decoded(masked), bytes.count == 32 else { return false }
        let shown = zip(bytes[0..<16], bytes[16..<32]).map { $0 ^ $1 }
        return zip(shown, token(browser)).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private static func token(_ browser: String) -> [UInt8] {
        Array(SHA256.hash(data: Data(("form " + browser).utf8)).prefix(16))
    }

    private static func encoded(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacingOccurrences(of: "+", with: "-")
            .replacingOccurrences(of: "/", with: "_").replacingOccurrences(of: "=", with: "")
    }
    private static func decoded(_ text: String) -> [UInt8]? {
        guard text.utf8.count <= 128 else { return nil }
        let plain = text.replacingOccurrences(of: "-", with: "+").replacingOccurrences(of: "_", with: "/")
        return Data(base64Encoded: plain + String(repeating: "=", count: (4 - plain.count % 4) % 4)).map { Array($0) }
    }
}
