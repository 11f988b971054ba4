/// Who is measured: a country, a university. Its code lives in another name space than those of indicators: MYS may be both
/// Malaysia and the mean years of schooling.
public struct IndexUnit: Hashable, Sendable, Codable {
    public enum Kind: String, Sendable, Codable, Hashable, CaseIterable {
        case unit
        /// A region, a group: has scores, but no part in minima, maxima, means and ranks.
        case aggregate
    }

    public var code: String
    public var name: String
    public var kind: Kind
    /// Name of a grouping (region, income, ...) to the group that the unit is in.
    public var groups: [String: String]

    public init(code: String, name: String? = nil, kind: Kind = .unit, groups: [String: String] = [:]) {
        self.code = code
        self.name = name ?? code
        self.kind = kind
        self.groups = groups
    }
}
