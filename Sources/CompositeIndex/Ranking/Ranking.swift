/// Who comes first. The highest score has rank 1.
public struct Ranking: Hashable, Sendable, Codable {
    public enum Ties: String, Sendable, Codable, Hashable, CaseIterable {
        /// 1, 2, 2, 4: one more than those with a higher score.
        case competition
        /// 1, 2, 2, 3.
        case dense
        /// 1, 2.5, 2.5, 4.
        case average
        /// 1, 3, 3, 4.
        case last
    }

    /// Scores are rounded to so many decimals (half away from zero) before they are compared; nil compares them as they are.
    public var decimals: Int?
    public var ties: Ties

    public init(decimals: Int? = nil, ties: Ties = .competition) {
        self.decimals = decimals
        self.ties = ties
    }
}
