/// Weights for the parts of a node (Handbook, step 6), and what should be thought about before they are used.
public struct Weighting: Sendable {
    /// By the code of the part. They sum to 1, except those of the first component.
    public var weights: [String: Double]
    /// An error among them says that no index can be built with these weights, and why.
    public var problems: [Problem]

    public init(_ weights: [String: Double], problems: [Problem] = []) {
        self.weights = weights
        self.problems = problems
    }

    public static func equal(_ codes: [String]) -> Weighting {
        Weighting(Dictionary(codes.map { ($0, 1 / Double(codes.count)) }, uniquingKeysWith: { first, _ in first }))
    }

    /// Weights that somebody has set, scaled to sum to 1. Throws `Problems` if one is missing, unknown or negative.
    public static func fixed(_ weights: [String: Double], for codes: [String]) throws -> Weighting {
        var problems = weights.keys.sorted().filter { !codes.contains($0) }.map {
            Problem("weight-unknown", [$0], "there is a weight for \($0), which is not among the parts")
        }
        for code in codes {
            guard let weight = weights[code] else {
                problems.append(Problem("weight-missing", [code], "\(code) has no weight"))
                continue
            }
            guard weight.isFinite, weight >= 0 else {
                let message = "the weight of \(code) is \(weight): expected 0 or more"
                problems.append(Problem("weight-negative", [code, "\(weight)"], message))
                continue
            }
        }
        let sum = codes.reduce(0) { $0 + (weights[$1] ?? 0) }
        if problems.isEmpty, !(sum > 0) { problems.append(Problem("weight-none", codes, "all weights are 0")) }
        if !problems.isEmpty { throw Problems(problems) }
        return Weighting(weights.mapValues { $0 / sum })
    }

    /// The problems of parts that a component counts against the others.
    static func negative(_ parts: Parts, _ numbers: [Double]) -> [Problem] {
        zip(parts.codes, numbers).filter { $1 < 0 }.map { code, weight in
            let message = """
                the weight of \(code) in \(parts.node) is \(weight): it runs against the other parts, and more of it would \
                lower the score. Its direction may be wrong, or it belongs elsewhere; else choose other weights
                """
            return Problem("component-negative", [code, parts.node, "\(weight)"], message)
        }
    }
}
