import Crypto
import CryptoExtras
import Foundation

@testable import Identity

/// A key of the provider of the tests. It signs without the library that Plenaria verifies with, so that the two are held
/// to the standard and not to each other.
struct TestSigner: Sendable {
    private enum Secret: Sendable {
        case rsa(_RSA.Signing.PrivateKey)
        case ec(P256.Signing.PrivateKey)
    }
    let kid: String
    private let secret: Secret

    static func rsa(_ kid: String) throws -> TestSigner {
        TestSigner(kid: kid, secret: .rsa(try _RSA.Signing.PrivateKey(keySize: .bits2048)))
    }
    static func ec(_ kid: String) -> TestSigner { TestSigner(kid: kid, secret: .ec(P256.Signing.PrivateKey())) }

    var algorithm: String {
        switch secret {
        case .rsa: "RS256"
        case .ec: "ES256"
        }
    }

    /// RFC 7518 §3.3 and §3.4.
    func signature(_ message: String) throws -> Data {
        switch secret {
        case .rsa(let key):
            try key.signature(for: SHA256.hash(data: Data(message.utf8)), padding: .insecurePKCS1v1_5).rawRepresentation
        case .ec(let key): try key.signature(for: Data(message.utf8)).rawRepresentation
        }
    }

    /// The public key as RFC 7517 writes it.
    func published() throws -> [String: String] {
        switch secret {
        case .rsa(let key):
            let parts = try key.publicKey.getKeyPrimitives()
            return [
                "kty": "RSA", "kid": kid, "use": "sig", "alg": "RS256", "n": parts.modulus.base64URL,
                "e": parts.publicExponent.base64URL,
            ]
        case .ec(let key):
            let point = key.publicKey.rawRepresentation
            return [
                "kty": "EC", "kid": kid, "use": "sig", "crv": "P-256", "x": point.prefix(32).base64URL,
                "y": point.suffix(32).base64URL,
            ]
        }
    }

    /// What an attacker would take for the secret of an HMAC: the public key as everybody has it.
    var publicPEM: Data {
        switch secret {
        case .rsa(let key): Data(key.publicKey.pemRepresentation.utf8)
        case .ec(let key): Data(key.publicKey.pemRepresentation.utf8)
        }
    }
}
