import Base
import Crypto
import Foundation

/// The address of a registration's own page, which stands for its holder, who needs no account: the registration's name with
/// a code that only this house can make. Nothing secret is kept for it, so that no copy of the database opens a page, and
/// the address can be written into any later letter.
///
/// Generation 0 is the page of the form alone: whoever filled it learns the next one from the letter that goes to the address
/// that was given, and so proves that it is hers.
package struct RegistrationAddress: Sendable {
    private let key: SymmetricKey

    /// `key` is the house's for this purpose.
    package init(_ key: SymmetricKey) { self.key = key }

    private static let codeBytes = 17

    /// `/r/` and 44 characters.
    package func path(_ id: Identifier, generation: Int) -> String {
        "/r/" + token(id, generation: generation)
    }

    package func token(_ id: Identifier, generation: Int) -> String {
        let bytes = RegistrationAddress.bytes(id)
        return base64URL(bytes + code(bytes, generation))
    }

    /// The registration that a token names, whatever its code is; nil for what cannot be one.
    package static func name(_ token: String) -> Identifier? { parts(token)?.id }

    /// The token is that of the registration in this generation.
    package func opens(_ token: String, _ id: Identifier, generation: Int) -> Bool {
        guard let parts = RegistrationAddress.parts(token), parts.id == id else { return false }
        let wanted = code(RegistrationAddress.bytes(id), generation)
        return zip(parts.code, wanted).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private func code(_ id: [UInt8], _ generation: Int) -> [UInt8] {
        let text = Data(id + Array(" \(generation)".utf8))
        return Array(HMAC<SHA256>.authenticationCode(for: text, using: key).prefix(RegistrationAddress.codeBytes))
    }

    private static func bytes(_ id: Identifier) -> [UInt8] {
        let digits = id.text.utf8.compactMap(hexadecimalValue)
        return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }

    private static func parts(_ token: String) -> (id: Identifier, code: [UInt8])? {
        guard token.utf8.count == 44 else { return nil }
        guard let all = Base.bytes(base64URL: token), all.count == 16 + codeBytes else { return nil }
        let cuts = [0..<4, 4..<6, 6..<8, 8..<10, 10..<16]
        guard let id = Identifier(cuts.map { hexadecimal(all[$0]) }.joined(separator: "-")) else { return nil }
        return (id, Array(all.suffix(codeBytes)))
    }
}
