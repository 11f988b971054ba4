import Base
import Foundation
import JWTKit

/// The claims of an ID token that we go by (OpenID Connect Core 1.0 §2, §3.1.3.7).
struct IDTokenClaims: JWTPayload, Hashable {
    let iss: String
    let sub: String
    let aud: Audience
    let azp: String?
    let exp: Double
    let iat: Double
    let nbf: Double?
    let nonce: String?
    let email: String?
    let emailVerified: Verified?

    enum CodingKeys: String, CodingKey {
        case iss, sub, aud, azp, exp, iat, nbf, nonce, email
        case emailVerified = "email_verified"
    }

    /// One text or a list of them.
    struct Audience: Codable, Hashable, Sendable {
        let all: [String]
        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let one = try? container.decode(String.self) { all = [one] } else { all = try container.decode([String].self) }
        }
        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            try container.encode(all)
        }
    }
    /// Some providers write it as a text.
    struct Verified: Codable, Hashable, Sendable {
        let isTrue: Bool
        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let yes = try? container.decode(Bool.self) {
                isTrue = yes
            } else {
                isTrue = (try? container.decode(String.self)) == "true"
            }
        }
        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            try container.encode(isTrue)
        }
    }

    /// Clocks differ by that much.
    static let skewSeconds = 60.0
    /// A token is used at once: one that was issued long ago was kept by somebody.
    static let oldestSeconds = 600.0

    /// Only the signature is the library's; what the claims must say is `check`.
    func verify(using algorithm: some JWTAlgorithm) async throws {}

    /// Whether the token is for us, from them, for this sign-in, and from now.
    func check(issuer: String, client: String, nonce expected: String, now: Instant) throws {
        guard iss == issuer else { throw IDTokenFault.issuer }
        guard aud.all.contains(client), aud.all.count == 1 || azp != nil, azp == nil || azp == client else {
            throw IDTokenFault.audience
        }
        let seconds = Double(now.milliseconds) / 1000
        guard exp.isFinite, seconds < exp + IDTokenClaims.skewSeconds else { throw IDTokenFault.expired }
        guard iat.isFinite, iat <= seconds + IDTokenClaims.skewSeconds,
            iat >= seconds - IDTokenClaims.oldestSeconds - IDTokenClaims.skewSeconds,
            (nbf ?? iat) <= seconds + IDTokenClaims.skewSeconds
        else { throw IDTokenFault.issuedAt }
        guard let nonce, IDTokenClaims.isSame(nonce, expected) else { throw IDTokenFault.nonce }
        guard (1...255).contains(sub.utf8.count), sub.utf8.allSatisfy({ $0 > 31 && $0 < 127 }) else {
            throw IDTokenFault.subject
        }
    }

    /// In a time that does not tell where they differ.
    private static func isSame(_ left: String, _ right: String) -> Bool {
        let (left, right) = (Array(left.utf8), Array(right.utf8))
        return left.count == right.count && zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
