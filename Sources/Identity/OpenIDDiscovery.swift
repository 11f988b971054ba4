import Foundation

/// What a provider publishes of itself at `/.well-known/openid-configuration` (OpenID Connect Discovery 1.0 §3): the parts
/// that we go by.
struct OpenIDDiscovery: Decodable, Hashable, Sendable {
    let issuer: String
    let authorizationEndpoint: String
    let tokenEndpoint: String
    let keys: String
    let tokenMethods: [String]?

    enum CodingKeys: String, CodingKey {
        case issuer
        case authorizationEndpoint = "authorization_endpoint"
        case tokenEndpoint = "token_endpoint"
        case keys = "jwks_uri"
        case tokenMethods = "token_endpoint_auth_methods_supported"
    }

    /// Where an issuer publishes it.
    static func address(of issuer: String) -> String {
        (issuer.hasSuffix("/") ? String(issuer.dropLast()) : issuer) + "/.well-known/openid-configuration"
    }

    /// Reads it. It must name the very issuer that was asked, and only addresses that may be asked.
    init(_ data: Data, of settings: OpenIDSettings) throws {
        guard let read = try? JSONDecoder().decode(OpenIDDiscovery.self, from: data) else {
            throw IDTokenFault.discovery("form")
        }
        self = read
        guard issuer == settings.issuer else { throw IDTokenFault.discovery("issuer") }
        let schemes: Set<String> = settings.reach == .loopback ? ["http", "https"] : ["https"]
        for address in [authorizationEndpoint, tokenEndpoint, keys] {
            guard OutwardClient.host(of: address, over: schemes) != nil else { throw IDTokenFault.discovery("address") }
        }
    }

    /// The default of the specification is HTTP Basic.
    var takesBasic: Bool { tokenMethods?.contains("client_secret_basic") ?? true }
}
