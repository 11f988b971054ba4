import Identity

/// A setting that cannot be: its name and what was expected, for the operator. It never holds the value, which may be secret.
package struct SettingFault: Error, Hashable, CustomStringConvertible {
    package let key: String
    package let expected: String

    package var description: String {
        let variable = key.uppercased().map { $0.isLetter || $0.isNumber ? $0 : "_" }
        return "The setting \(String(variable)) (\(key)) must be \(expected)."
    }
}

/// The settings of sign-ins elsewhere: `plenaria.providers` names them, and each has settings of its own.
enum ProviderSettings {
    static let list = "plenaria.providers"
    static func key(_ provider: String, _ last: String) -> String { "plenaria.provider.\(provider).\(last)" }

    /// Reads them; `text` gives a setting's text, nil where it is not set. Throws a `SettingFault` for the first that cannot
    /// be: a way in that the operator thinks there is must not be missing in silence.
    static func read(_ text: (_ key: String, _ isSecret: Bool) -> String?) throws -> [OpenIDSettings] {
        var all: [OpenIDSettings] = []
        for name in (text(list, false) ?? "").split(separator: ",").map({ $0.filter { !$0.isWhitespace } }) where !name.isEmpty {
            let provider = try one(name, text)
            guard !all.contains(where: { $0.key == name }) else {
                throw SettingFault(key: list, expected: "a list that names each provider once")
            }
            guard !all.contains(where: { $0.issuer == provider.issuer }) else {
                throw SettingFault(key: key(name, "issuer"), expected: "an issuer that no other provider has")
            }
            all.append(provider)
        }
        return all
    }

    private static func one(_ name: String, _ text: (String, Bool) -> String?) throws -> OpenIDSettings {
        let title = text(key(name, "name"), false) ?? ""
        let provider = OpenIDSettings(
            key: name, name: title.isEmpty ? name : title, issuer: text(key(name, "issuer"), false) ?? "",
            clientID: text(key(name, "client.id"), false) ?? "", clientSecret: text(key(name, "client.secret"), true) ?? "",
            trustsEmail: try flag(key(name, "trusts.email"), text), isPrivate: try flag(key(name, "private"), text))
        switch provider.complaint {
        case nil: return provider
        case "key":
            throw SettingFault(
                key: list, expected: "names with a comma between: small letters, digits and hyphens, at most 32 each")
        case "issuer":
            throw SettingFault(
                key: key(name, "issuer"),
                expected: "the provider's issuer as it writes it: an https:// address without a query or a fragment")
        case "client.id":
            throw SettingFault(key: key(name, "client.id"), expected: "the name under which the provider knows this site")
        case .some(let field): throw SettingFault(key: key(name, field), expected: "a text")
        }
    }

    private static func flag(_ key: String, _ text: (String, Bool) -> String?) throws -> Bool {
        switch text(key, false)?.lowercased() {
        case nil, "", "false", "0", "no": return false
        case "true", "1", "yes": return true
        default: throw SettingFault(key: key, expected: "true or false")
        }
    }

    /// For `plenaria doctor`, without secrets.
    static func shown(_ providers: [OpenIDSettings]) -> [(key: String, value: String)] {
        [(list, providers.isEmpty ? "(none)" : providers.map(\.key).joined(separator: ","))]
            + providers.flatMap { provider in
                [
                    (key(provider.key, "issuer"), provider.issuer), (key(provider.key, "name"), provider.name),
                    (key(provider.key, "client.id"), provider.clientID),
                    (key(provider.key, "client.secret"), provider.clientSecret.isEmpty ? "(none)" : "(set)"),
                    (key(provider.key, "trusts.email"), String(provider.trustsEmail)),
                    (key(provider.key, "private"), String(provider.isPrivate)),
                ]
            }
    }
}
