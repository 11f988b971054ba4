import Foundation
import JWTKit

/// A provider's public keys (RFC 7517). Keys of kinds that we do not take are passed over.
struct OpenIDKeys: Sendable {
    struct Key: Decodable, Hashable, Sendable {
        let kty: String
        let kid: String?
        let use: String?
        let alg: String?
        let n: String?
        let e: String?
        let crv: String?
        let x: String?
        let y: String?
    }
    private struct Document: Decodable { let keys: [Tolerant] }
    /// One odd key does not make the others useless.
    private struct Tolerant: Decodable {
        let key: Key?
        init(from decoder: any Decoder) throws { key = try? Key(from: decoder) }
    }

    let all: [Key]

    init(_ data: Data) throws {
        guard let document = try? JSONDecoder().decode(Document.self, from: data) else { throw IDTokenFault.key }
        all = document.keys.compactMap(\.key)
    }

    /// The key that a head names, if it fits the head's algorithm; where the head names none, the only one that fits.
    func key(for head: IDTokenHead) throws -> Key? {
        let algorithm = try head.algorithm()
        let fitting = all.filter { key in
            guard key.use ?? "sig" == "sig", key.alg ?? algorithm.rawValue == algorithm.rawValue else { return false }
            return algorithm == .rs256 ? key.kty == "RSA" : key.kty == "EC" && key.crv == "P-256"
        }
        guard let kid = head.kid else { return fitting.count == 1 ? fitting[0] : nil }
        return fitting.first { $0.kid == kid }
    }

    /// The claims of a token that this key has signed. RSA keys under 2,048 bits are refused by the library.
    static func claims(of token: String, _ algorithm: IDTokenHead.Algorithm, _ key: Key) async throws -> IDTokenClaims {
        let collection = JWTKeyCollection()
        do {
            switch algorithm {
            case .rs256:
                guard let n = key.n, let e = key.e else { throw IDTokenFault.key }
                await collection.add(rsa: try Insecure.RSA.PublicKey(modulus: n, exponent: e), digestAlgorithm: .sha256)
            case .es256:
                guard let x = key.x, let y = key.y else { throw IDTokenFault.key }
                await collection.add(ecdsa: try ES256PublicKey(parameters: ECDSAParameters(x: x, y: y)))
            }
            return try await collection.verify(token, as: IDTokenClaims.self)
        } catch let error as JWTError where error.errorType == .malformedToken {
            throw IDTokenFault.form
        } catch let fault as IDTokenFault {
            throw fault
        } catch {
            throw IDTokenFault.signature
        }
    }
}
