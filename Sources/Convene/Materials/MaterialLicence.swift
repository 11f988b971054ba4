/// Under what a material may be used, by its SPDX name. None means that nothing is said: all rights stay with the authors.
package enum MaterialLicence: String, CaseIterable, Sendable, Codable, Hashable {
    case attribution = "CC-BY-4.0"
    case shareAlike = "CC-BY-SA-4.0"
    case nonCommercial = "CC-BY-NC-4.0"
    case nonCommercialShareAlike = "CC-BY-NC-SA-4.0"
    case noDerivatives = "CC-BY-ND-4.0"
    case nonCommercialNoDerivatives = "CC-BY-NC-ND-4.0"
    case zero = "CC0-1.0"

    /// As its makers write it: `CC BY-SA 4.0`.
    package var name: String {
        let parts = rawValue.split(separator: "-")
        let middle = parts.dropFirst().dropLast().joined(separator: "-")
        return [String(parts.first ?? ""), middle, String(parts.last ?? "")].filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// Where its text stands.
    package var address: String {
        if self == .zero { return "https://creativecommons.org/publicdomain/zero/1.0/" }
        let parts = rawValue.lowercased().split(separator: "-").dropFirst().dropLast().joined(separator: "-")
        return "https://creativecommons.org/licenses/\(parts)/4.0/"
    }
}
