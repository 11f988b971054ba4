/// Two nodes whose correlation should be thought about.
public struct CorrelationFlag: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// Both say the same: together they count twice.
        case redundant
        /// Nearly nothing in common: what the one brings is lost in the mean.
        case low
        /// The one is paid for with the other.
        case tradeOff = "trade-off"
    }

    public enum Relation: String, Hashable, Sendable, Codable, CaseIterable {
        /// Parts of one node.
        case siblings
        /// Of one level, under different nodes: only redundancy is flagged.
        case level
        /// The first is a part of the second, directly or not: redundancy says nothing here.
        case whole
    }

    public var one: String
    public var other: String
    public var kind: Kind
    public var relation: Relation
    public var coefficient: Double
    /// Two-sided.
    public var p: Double

    /// `matrix` of `framework.nodes`; pairs without a coefficient are passed over. In the order of the nodes.
    static func flags(_ matrix: CorrelationMatrix, _ framework: Framework, _ settings: Audit.Settings) -> [CorrelationFlag] {
        framework.nodes.indices.flatMap { one in
            framework.nodes.indices.compactMap { other -> CorrelationFlag? in
                guard let relation = relation(one, other, framework) else { return nil }
                let coefficient = matrix.coefficients[one, other]
                guard let kind = kind(coefficient, relation, settings) else { return nil }
                return CorrelationFlag(
                    one: framework.nodes[one].code, other: framework.nodes[other].code, kind: kind, relation: relation,
                    coefficient: coefficient, p: matrix.p[one, other])
            }
        }
    }

    private static func kind(_ coefficient: Double, _ relation: Relation, _ settings: Audit.Settings) -> Kind? {
        if coefficient > settings.redundant { return relation == .whole ? nil : .redundant }
        if relation == .level { return nil }
        if coefficient < settings.tradeOff { return .tradeOff }
        return coefficient < settings.low ? .low : nil
    }

    /// Each pair once: the earlier first, or the part before the whole.
    private static func relation(_ one: Int, _ other: Int, _ framework: Framework) -> Relation? {
        var above = framework.parents[one]
        while let node = above {
            if node == other { return .whole }
            above = framework.parents[node]
        }
        guard one < other, framework.nodes[one].level == framework.nodes[other].level else { return nil }
        return framework.parents[one] == framework.parents[other] ? .siblings : .level
    }

    var problem: Problem {
        let reason =
            switch kind {
            case .redundant: "they say the same, and together count twice"
            case .low: "they have little in common, and a mean hides what one of them says"
            case .tradeOff: "more of the one goes with less of the other"
            }
        let message = "\(one) and \(other) have a correlation of \(Audit.text(coefficient)): \(reason)"
        return Problem("audit-\(kind.rawValue)", [one, other, Audit.text(coefficient)], gravity: .warning, message)
    }
}
