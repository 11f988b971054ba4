import Glibc

/// Weights from comparisons in pairs: the analytic hierarchy process (Saaty 1980). A judgement of 3 for one part over another
/// says that the one matters three times as much.
public struct AnalyticHierarchy: Sendable {
    public struct Judgement: Hashable, Sendable, Codable {
        public var one: String
        public var other: String
        /// How many times as much the one matters: 1/9 to 9.
        public var preference: Double

        public init(_ one: String, over other: String, _ preference: Double) {
            self.one = one
            self.other = other
            self.preference = preference
        }
    }

    /// Mean consistency index of matrices of chance, for 1 to 15 parts (Saaty 1980).
    public static let randomIndices = [0, 0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59]
    /// From this consistency ratio on judgements should be thought over.
    public static let limit = 0.1

    public let codes: [String]
    /// Row over column.
    public let comparisons: Table
    public let principalEigenvalue: Double
    /// (λ - n)/(n - 1).
    public let consistencyIndex: Double
    /// To the index of chance; 0 for one or two parts, which cannot contradict one another.
    public let consistencyRatio: Double
    /// The principal eigenvector, summing to 1. A ratio of `limit` or more is an error among the problems, with the judgement
    /// that fits least.
    public let weighting: Weighting

    /// `comparisons`: square, row over column, positive, with 1 in the diagonal and reciprocal across it. Throws `Problems`.
    public init(codes: [String], comparisons: Table) throws {
        let problems = AnalyticHierarchy.problems(codes, comparisons)
        if problems.contains(where: { $0.gravity == .error }) { throw Problems(problems) }
        let found: (value: Double, vector: [Double])
        do {
            found = try Eigensystem.principal(ofPositive: comparisons)
        } catch let failure as AlgebraFailure {
            throw Problems([Problem("ahp-unsolved", codes, "the comparisons have no principal eigenvector: \(failure)")])
        }
        let count = codes.count
        self.codes = codes
        self.comparisons = comparisons
        principalEigenvalue = found.value
        consistencyIndex = count > 1 ? max(0, (found.value - Double(count)) / Double(count - 1)) : 0
        consistencyRatio = count > 2 ? consistencyIndex / AnalyticHierarchy.randomIndices[count - 1] : 0
        weighting = Weighting(
            Dictionary(zip(codes, found.vector), uniquingKeysWith: { first, _ in first }),
            problems: problems + AnalyticHierarchy.inconsistent(codes, comparisons, found.vector, consistencyRatio))
    }

    /// One judgement for each pair, in either order. Throws `Problems`.
    public init(codes: [String], judgements: [Judgement]) throws {
        try self.init(codes: codes, comparisons: AnalyticHierarchy.matrix(codes, judgements))
    }

    private static func matrix(_ codes: [String], _ judgements: [Judgement]) throws -> Table {
        var table = Table(rows: codes.count, columns: codes.count), problems: [Problem] = []
        for place in codes.indices { table[place, place] = 1 }
        for judgement in judgements {
            let pair = [judgement.one, judgement.other]
            guard let one = codes.firstIndex(of: pair[0]), let other = codes.firstIndex(of: pair[1]), one != other else {
                let message = "\(pair[0]) over \(pair[1]) is no pair of parts"
                problems.append(Problem("ahp-pair-unknown", pair, message))
                continue
            }
            if !table[one, other].isNaN {
                problems.append(Problem("ahp-pair-repeated", pair, "\(pair[0]) and \(pair[1]) are compared twice"))
            }
            table[one, other] = judgement.preference
            table[other, one] = 1 / judgement.preference
        }
        for one in codes.indices {
            for other in codes.indices.prefix(one) where table[one, other].isNaN {
                let message = "\(codes[other]) and \(codes[one]) are not compared"
                problems.append(Problem("ahp-pair-missing", [codes[other], codes[one]], message))
            }
        }
        if !problems.isEmpty { throw Problems(problems) }
        return table
    }

    private static func problems(_ codes: [String], _ table: Table) -> [Problem] {
        let count = codes.count
        guard table.rows == count, table.columns == count, count > 0, count <= randomIndices.count else {
            let message = "\(count) parts and \(table.rows) × \(table.columns) comparisons: expected as many, 1 to 15"
            return [Problem("ahp-size", ["\(count)"], message)]
        }
        var found: [Problem] = []
        for one in 0..<count {
            for other in 0...one {
                let here = table[one, other], across = table[other, one], pair = [codes[one], codes[other]]
                let name = "\(pair[0]) over \(pair[1])"
                if !(here > 0 && across > 0 && here.isFinite && across.isFinite) {
                    found.append(Problem("ahp-not-positive", pair, "\(name) is \(here): expected a number above 0"))
                } else if abs(here * across - 1) > 5e-3 || (one == other && here != 1) {
                    // Reciprocals are often typed with three digits: 0.333.
                    found.append(Problem("ahp-not-reciprocal", pair, "\(name) is \(here), and the reverse \(across)"))
                } else if max(here, across) > 9.01 {
                    let message = "\(name) is \(here): the scale goes from 1/9 to 9"
                    found.append(Problem("ahp-scale", pair, gravity: .warning, message))
                }
            }
        }
        return found
    }

    private static func inconsistent(_ codes: [String], _ table: Table, _ weights: [Double], _ ratio: Double) -> [Problem] {
        guard ratio >= limit else { return [] }
        let misfit = { (one: Int, other: Int) in abs(log(table[one, other] * weights[other] / weights[one])) }
        var worst = (one: 0, other: 0)
        for one in codes.indices {
            for other in codes.indices.dropFirst(one + 1) where misfit(one, other) > misfit(worst.one, worst.other) {
                worst = (one, other)
            }
        }
        let (one, other) = worst
        let message = """
            the judgements contradict one another (consistency ratio \(ratio), expected below \(limit)), most of all \
            \(codes[one]) over \(codes[other]): \(table[one, other]), where the others say \(weights[one] / weights[other])
            """
        return [Problem("ahp-inconsistent", [codes[one], codes[other], "\(ratio)"], message)]
    }
}
