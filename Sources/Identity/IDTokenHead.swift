import Foundation

/// The head of a compact JWS (RFC 7515 §7.1), read before anything is believed.
struct IDTokenHead: Decodable, Hashable, Sendable {
    /// The only algorithms that are taken: not `none`, and no HMAC, which would make a public key a secret one.
    enum Algorithm: String, Sendable { case rs256 = "RS256", es256 = "ES256" }

    let alg: String
    let kid: String?
    let typ: String?
    let crit: [String]?

    init(of token: String) throws {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard token.utf8.count <= 65_536, parts.count == 3, parts.allSatisfy({ !$0.isEmpty }),
            let data = Data(base64URL: String(parts[0])),
            let head = try? JSONDecoder().decode(IDTokenHead.self, from: data)
        else { throw IDTokenFault.form }
        self = head
        // What must be understood and is not makes the whole invalid (RFC 7515 §4.1.11).
        guard crit == nil, typ.map({ $0.uppercased() == "JWT" }) ?? true else { throw IDTokenFault.form }
    }

    func algorithm() throws -> Algorithm {
        guard let known = Algorithm(rawValue: alg) else { throw IDTokenFault.algorithm }
        return known
    }
}

extension Data {
    /// Base64url without padding (RFC 4648 §5); nil for anything else.
    init?(base64URL text: String) {
        guard
            text.utf8.allSatisfy({ byte in
                (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 45 || byte == 95
            })
        else { return nil }
        let plain = text.replacingOccurrences(of: "-", with: "+").replacingOccurrences(of: "_", with: "/")
        self.init(base64Encoded: plain + String(repeating: "=", count: (4 - plain.count % 4) % 4))
    }

    /// Base64url without padding.
    var base64URL: String {
        base64EncodedString().replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_")
            .replacingOccurrences(of: "=", with: "")
    }
}
