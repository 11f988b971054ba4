import Glibc

extension Weighting {
    /// Parts that tell units apart more weigh more: 1 - E, E the entropy of the part's values as shares of their sum, over its
    /// maximum ln n (Shannon; Zeleny 1982). A value of 0 adds nothing. Throws `Problems` for negative values.
    public static func entropy(of parts: Parts) throws -> Weighting {
        var problems = parts.problems("entropy").filter { $0.rule != "entropy-flat" }
        let gains = parts.codes.indices.map { column -> Double in
            let values = parts.values.column(column).filter { !$0.isNaN }, sum = values.reduce(0, +)
            if let least = values.min(), least < 0 {
                let message = "\(parts.codes[column]) goes down to \(least): entropy needs 0 or more"
                problems.append(Problem("entropy-negative", [parts.codes[column], "\(least)"], message))
            } else if sum == 0, !values.isEmpty {
                let message = "\(parts.codes[column]) is 0 everywhere: it has no shares"
                problems.append(Problem("entropy-zero", [parts.codes[column]], message))
            }
            guard values.count > 1, !Moments.isFlat(values[...]) else { return 0 }
            let entropy = values.reduce(0) { $1 > 0 ? $0 - $1 / sum * log($1 / sum) : $0 }
            return max(0, 1 - entropy / log(Double(values.count)))
        }
        return try scaled(gains, parts, problems)
    }

    /// Parts that vary more and are less like the others weigh more: s Σ(1 - r), s the standard deviation on a scale of 0 to 1,
    /// r the correlations with all parts (Diakoulaki, Mavrotas and Papayannakis 1995). Throws `Problems` for flat parts.
    public static func critic(of parts: Parts) throws -> Weighting {
        var problems = parts.problems("critic")
        let matrix = CorrelationMatrix(of: parts.values).coefficients
        if problems.isEmpty {
            for one in parts.codes.indices {
                for other in 0..<one where matrix[one, other].isNaN {
                    let pair = [parts.codes[other], parts.codes[one]]
                    let message = "\(pair[0]) and \(pair[1]) have too few units in common to be correlated"
                    problems.append(Problem("critic-apart", pair, message))
                }
            }
        }
        let gains = parts.codes.indices.map { column -> Double in
            let values = parts.values.column(column).filter { !$0.isNaN }
            guard let low = values.min(), let high = values.max(), high > low else { return 0 }
            let deviation = Moments.variance(of: values[...]).squareRoot() / (high - low)
            return deviation * parts.codes.indices.reduce(0) { $0 + 1 - matrix[column, $1] }
        }
        return try scaled(gains, parts, problems)
    }

    private static func scaled(_ gains: [Double], _ parts: Parts, _ problems: [Problem]) throws -> Weighting {
        let sum = gains.reduce(0, +)
        var problems = problems
        if problems.isEmpty, !(sum > 0) {
            let message = "no part of \(parts.node) tells anything that the others do not: there are no weights"
            problems.append(Problem("weight-none", [parts.node], message))
        }
        if !problems.isEmpty { throw Problems(problems) }
        return Weighting(parts.weights(gains.map { $0 / sum }))
    }
}
