/// What a part was meant to count for, and what it does count for: weight is not importance (Paruolo, Saisana, Saltelli 2013).
public struct Importance: Hashable, Sendable {
    public var part: String
    public var whole: String
    /// Its weight as a share of those of the parts of the whole.
    public var weight: Double
    /// Its share in the index when nothing is missing.
    public var effectiveWeight: Double
    /// With the whole.
    public var correlation: Double
    /// R² of the whole on this part alone, linear: the share of the whole's variance that would go if the part were known.
    public var determination: Double
    /// Its R² as a share of those of all parts of the whole: what stands against `weight`.
    public var share: Double
    /// With the index.
    public var indexCorrelation: Double
    public var indexDetermination: Double

    /// A line for each node but the index, whole by whole from the top, parts in the order of the nodes. `matrix`: Pearson's,
    /// of `framework.nodes`; `weights` by their position.
    static func lines(_ matrix: CorrelationMatrix, _ framework: Framework, _ weights: [Double]) -> [Importance] {
        let effective = framework.effectiveWeights(weights)
        return framework.aggregates.reversed().flatMap { whole -> [Importance] in
            let parts = framework.children[whole], total = parts.reduce(0) { $0 + weights[$1] }
            let squares = parts.map { matrix.coefficients[$0, whole] * matrix.coefficients[$0, whole] }
            let explained = squares.filter { !$0.isNaN }.reduce(0, +)
            return zip(parts, squares).map { part, square in
                let index = matrix.coefficients[part, framework.index]
                return Importance(
                    part: framework.nodes[part].code, whole: framework.nodes[whole].code, weight: weights[part] / total,
                    effectiveWeight: effective[part], correlation: matrix.coefficients[part, whole], determination: square,
                    share: square / explained, indexCorrelation: index, indexDetermination: index * index)
            }
        }
    }

    /// Where the importance is less than `ratio` times the weight, or the part works against the whole.
    func problem(_ ratio: Double) -> Problem? {
        guard weight > 0, share < ratio * weight || correlation < 0 else { return nil }
        let message = """
            \(part) has \(Audit.text(weight * 100)) % of the weight in \(whole), but \
            \(Audit.text(share * 100)) % of the importance (correlation \(Audit.text(correlation)))
            """
        return Problem("audit-importance", [part, whole, Audit.text(weight), Audit.text(share)], gravity: .warning, message)
    }
}
