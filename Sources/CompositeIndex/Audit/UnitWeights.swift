extension Build {
    /// The share of each node in the index of one unit: where parts are missing, the shares of the others are larger. By
    /// `framework.nodes`; all 0 if the unit has no score. Shares are those of means; rules that weigh otherwise (a median, a
    /// minimum, outranking) have none of their own.
    public func effectiveWeights(ofRow row: Int) -> [Double] {
        var shares = Array(repeating: 0.0, count: framework.nodes.count)
        guard !scores[row, framework.index].isNaN else { return shares }
        shares[framework.index] = 1
        for node in framework.aggregates.reversed() where shares[node] > 0 {
            let there = framework.children[node].filter { !scores[row, $0].isNaN }
            let total = there.reduce(0) { $0 + weights[$1] }
            guard total > 0 else { continue }
            for part in there { shares[part] = shares[node] * weights[part] / total }
        }
        return shares
    }
}
