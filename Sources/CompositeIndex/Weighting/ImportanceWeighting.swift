import Glibc

/// Weights that give each part the importance wanted: its correlation with the index, as a share of all of these, comes as near
/// to the target as it can. They lower ln of the mean squared difference (the way of COINr, to a tighter tolerance), among
/// weights of 0 or more.
public struct ImportanceWeighting: Sendable {
    public let weighting: Weighting
    /// With the index that these weights give, by code.
    public let correlations: [String: Double]
    /// The root of the mean squared difference between importance and target, both as shares.
    public let misfit: Double

    /// `targets` by code, of which the ratios count. `index` makes the scores of the units from weights in the order of
    /// `parts.codes` that sum to 1; the weighted arithmetic mean of the parts that are there if nil. Throws `Problems`.
    public init(
        for parts: Parts, targets: [String: Double], index: (([Double]) throws -> [Double])? = nil
    ) throws {
        var problems = parts.problems("importance")
        var wanted: [Double] = []
        do {
            let shares = try Weighting.fixed(targets, for: parts.codes).weights
            wanted = parts.codes.map { shares[$0] ?? 0 }
        } catch let wrong as Problems {
            problems += wrong.list
        }
        if !problems.isEmpty { throw Problems(problems) }
        let index = index ?? { ImportanceWeighting.mean(of: parts.values, $0) }
        // The tolerance of the root of 1e-22 is far beyond what any correlation of real data means.
        let search = NelderMead(step: 0.2, tolerance: 1e-12, goal: -50)
        let start = Array(repeating: 1.0, count: parts.codes.count)
        let found = try search.minimum(from: start) { point in
            let correlations = ImportanceWeighting.correlations(parts, try index(ImportanceWeighting.weights(point)))
            return log(ImportanceWeighting.misfit(correlations, wanted))
        }
        let weights = ImportanceWeighting.weights(found.point)
        let correlations = ImportanceWeighting.correlations(parts, try index(weights))
        self.correlations = parts.weights(correlations)
        misfit = ImportanceWeighting.misfit(correlations, wanted).squareRoot()
        weighting = Weighting(parts.weights(weights), problems: ImportanceWeighting.unreached(parts, correlations, wanted))
    }

    /// Squares are 0 or more, whatever the search tries.
    private static func weights(_ point: [Double]) -> [Double] {
        let sum = point.reduce(0) { $0 + $1 * $1 }
        return point.map { $0 * $0 / sum }
    }

    private static func correlations(_ parts: Parts, _ index: [Double]) -> [Double] {
        parts.codes.indices.map { column in
            let (x, y) = Correlation.paired(parts.values.column(column), index[...])
            return Correlation.pearson(x, y)
        }
    }

    private static func misfit(_ correlations: [Double], _ wanted: [Double]) -> Double {
        let sum = correlations.reduce(0, +)
        guard sum > 0 else { return .nan }
        let squares = zip(correlations, wanted).map { ($0 / sum - $1) * ($0 / sum - $1) }
        return squares.reduce(0, +) / Double(squares.count)
    }

    private static func mean(of values: Table, _ weights: [Double]) -> [Double] {
        (0..<values.rows).map { row in
            var sum = 0.0, total = 0.0
            for (column, weight) in weights.enumerated() where !values[row, column].isNaN {
                sum += weight * values[row, column]
                total += weight
            }
            return total > 0 ? sum / total : .nan
        }
    }

    /// Parts whose importance stays more than half a per cent of the whole away from the target.
    private static func unreached(_ parts: Parts, _ correlations: [Double], _ wanted: [Double]) -> [Problem] {
        let sum = correlations.reduce(0, +)
        return parts.codes.indices.filter { !(abs(correlations[$0] / sum - wanted[$0]) <= 0.005) }.map { part in
            let message = """
                no weights of 0 or more give \(parts.codes[part]) its target of \(wanted[part]) in \(parts.node): the nearest \
                is \(correlations[part] / sum)
                """
            return Problem("importance-unreached", [parts.codes[part], parts.node], gravity: .warning, message)
        }
    }
}
