/// At which points of the unit cube a model is run, so that its uncertainty or its sensitivity indices can be computed: the
/// matrices A and B of Saltelli et al. (2010), and A with single columns of B. Rows are computed when they are asked for.
public struct SensitivityDesign: Hashable, Sendable, Codable {
    public enum Sampling: String, Hashable, Sendable, Codable, CaseIterable {
        /// Owen-scrambled Sobol points; their number must be a power of two.
        case sobol
        /// Independent uniform numbers.
        case random
    }

    public enum Purpose: String, Hashable, Sendable, Codable, CaseIterable {
        /// A alone: N runs.
        case uncertainty
        /// First order and total indices: A, B and AB_i, N(d + 2) runs.
        case sensitivity
        /// Those of pairs too: also BA_i, N(2d + 2) runs.
        case interactions
    }

    public enum Matrix: Hashable, Sendable {
        case a
        case b
        /// A with this column from B.
        case ab(Int)
        /// B with this column from A.
        case ba(Int)
    }

    /// N.
    public let samples: Int
    /// d.
    public let factors: Int
    public let purpose: Purpose
    public let sampling: Sampling
    public let seed: UInt64

    /// Throws `Problems` with the rules `design-samples` and `design-factors`.
    public init(
        samples: Int, factors: Int, purpose: Purpose = .sensitivity, sampling: Sampling = .sobol, seed: UInt64 = 1
    ) throws {
        self.samples = samples
        self.factors = factors
        self.purpose = purpose
        self.sampling = sampling
        self.seed = seed
        if !problems.isEmpty { throw Problems(problems) }
    }

    public init(from decoder: any Decoder) throws {
        let box = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            samples: box.decode(Int.self, forKey: .samples), factors: box.decode(Int.self, forKey: .factors),
            purpose: box.decode(Purpose.self, forKey: .purpose), sampling: box.decode(Sampling.self, forKey: .sampling),
            seed: box.decode(UInt64.self, forKey: .seed))
    }

    private var problems: [Problem] {
        var found: [Problem] = []
        if samples < 1 || samples > 1 << 28 {
            found.append(Problem("design-samples", ["\(samples)"], "\(samples) samples: expected 1 to \(1 << 28)"))
        } else if sampling == .sobol, samples & (samples - 1) != 0 {
            found.append(
                Problem("design-samples", ["\(samples)"], "\(samples) Sobol points: their number must be a power of two"))
        }
        let most = SobolSequence.maximumDimensions / (purpose == .uncertainty ? 1 : 2)
        if factors < 1 || sampling == .sobol && factors > most {
            found.append(Problem("design-factors", ["\(factors)"], "\(factors) factors: expected 1 to \(most)"))
        }
        return found
    }

    /// The matrices, in the order of the runs of one sample.
    public var matrices: [Matrix] {
        switch purpose {
        case .uncertainty: [.a]
        case .sensitivity: [.a, .b] + (0..<factors).map { .ab($0) }
        case .interactions: [.a, .b] + (0..<factors).map { .ab($0) } + (0..<factors).map { .ba($0) }
        }
    }

    /// How many runs each sample has; run r belongs to sample r / `block`, and to `matrices[r % block]`.
    public var block: Int {
        switch purpose {
        case .uncertainty: 1
        case .sensitivity: factors + 2
        case .interactions: 2 * factors + 2
        }
    }

    public var runs: Int { samples * block }

    /// Of A and, unless it is for uncertainty only, B.
    public var columns: Int { purpose == .uncertainty ? factors : 2 * factors }

    /// Gives the rows of single samples, for one thread of work.
    public func rows() -> Rows { Rows(self) }

    /// The `factors` numbers, from 0 to below 1, of a row of a matrix.
    public func row(_ sample: Int, of matrix: Matrix) -> [Double] {
        var rows = rows()
        rows.read(sample)
        return (0..<factors).map { rows.value(matrix, $0) }
    }

    /// The rows of A and B of one sample, and what they are mixed to.
    public struct Rows: Sendable {
        private let design: SensitivityDesign
        private let sequence: SobolSequence?
        private var base: [Double]

        init(_ design: SensitivityDesign) {
            self.design = design
            base = Array(repeating: 0, count: design.columns)
            sequence = design.sampling == .sobol ? try? SobolSequence(dimensions: design.columns, seed: design.seed) : nil
        }

        public mutating func read(_ sample: Int) {
            if let sequence {
                base.withUnsafeMutableBufferPointer { sequence.fill($0, at: sample) }
            } else {
                // A stream for each sample: samples may be read in any order.
                var generator = Xoshiro256StarStar(seed: SplitMix64.number(UInt64(sample), seed: design.seed))
                for column in base.indices { base[column] = generator.unit() }
            }
        }

        public func value(_ matrix: Matrix, _ factor: Int) -> Double {
            switch matrix {
            case .a: base[factor]
            case .b: base[design.factors + factor]
            case .ab(let column): base[column == factor ? design.factors + factor : factor]
            case .ba(let column): base[column == factor ? factor : design.factors + factor]
            }
        }
    }
}
