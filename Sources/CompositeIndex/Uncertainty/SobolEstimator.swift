/// Which formulas estimate Sobol indices from the runs of a `SensitivityDesign`. With f the target, V its variance over A and
/// B: first order S_i = mean((f(B) - c)(f(AB_i) - f(A)))/V (Saltelli et al. 2010, c as Owen 2013 advises), total
/// ST_i = mean((f(A) - f(AB_i))²)/2V (Jansen 1999), pairs by Saltelli (2002).
public struct SobolEstimator: Hashable, Sendable, Codable {
    /// c. Without it the first order is hardly more than noise with few samples, when the target is far from 0.
    public enum Centre: String, Hashable, Sendable, Codable {
        case none
        /// The mean over A and B.
        case independent
        /// The mean over all runs.
        case all
    }

    public var centre: Centre
    /// V is the sum of squares over their number less this.
    public var lostDegrees: Int

    public init(centre: Centre = .independent, lostDegrees: Int = 0) {
        self.centre = centre
        self.lostDegrees = lostDegrees
    }

    public static let centred = SobolEstimator()
    /// As SALib: the target is standardised over all runs.
    public static let standardised = SobolEstimator(centre: .all)
    /// As COINr; for comparing with results of that package, not for use.
    public static let uncentred = SobolEstimator(centre: .none, lostDegrees: 1)

    /// `outputs`: a row for each run of the design, in its order, a column for each target. A sample with a missing target is
    /// left out of that target. Bit for bit the same with any number of `workers`.
    /// Throws `Problems` with the rules `outputs-design` (another number of runs, or a design for uncertainty only) and
    /// `bootstrap-odd`.
    public func indices(
        _ outputs: Table, design: SensitivityDesign, bootstrap: Bootstrap? = Bootstrap(), workers: Int = 1
    ) throws -> [SobolIndices] {
        let problems = SobolEstimator.problems(outputs, design, bootstrap)
        if !problems.isEmpty { throw Problems(problems) }
        // Parts of the resamples are work for one, so that a single target keeps all workers busy.
        let part = 64
        let parts = bootstrap.map { ($0.resamples + part - 1) / part } ?? 0
        var result: [SobolIndices] = []
        for target in 0..<outputs.columns {
            let products = SobolProducts(outputs.column(target), design: design)
            let groups = products.grouped(bootstrap?.groups)
            let resampled = Lanes.map(parts, workers: workers) { number -> [[Double]] in
                guard let bootstrap else { return [] }
                let chunk = number * part..<min((number + 1) * part, bootstrap.resamples)
                return groups.resampled(chunk, bootstrap).map { self.shares($0, products) }
            }
            result.append(indices(products, drawn: groups.rows, resampled.flatMap { $0 }, bootstrap))
        }
        return result
    }

    private static func problems(_ outputs: Table, _ design: SensitivityDesign, _ bootstrap: Bootstrap?) -> [Problem] {
        var found: [Problem] = []
        if design.purpose == .uncertainty || outputs.rows != design.runs {
            found.append(
                Problem(
                    "outputs-design", ["\(outputs.rows)", "\(design.runs)", design.purpose.rawValue],
                    "\(outputs.rows) outputs for a design for \(design.purpose.rawValue) with \(design.runs) runs"))
        }
        if let bootstrap {
            let sound =
                bootstrap.resamples >= 0 && bootstrap.resamples <= 1 << 24 && bootstrap.confidence > 0
                && bootstrap.confidence < 1 && bootstrap.groups ?? 2 > 1
            if !sound {
                found.append(
                    Problem(
                        "bootstrap-odd", ["\(bootstrap.resamples)", "\(bootstrap.confidence)"],
                        "a bootstrap with \(bootstrap.resamples) resamples and confidence \(bootstrap.confidence)"))
            }
        }
        return found
    }

    /// First order, total and pairs, one after the other, from sums of products over samples.
    private func shares(_ sums: [Double], _ products: SobolProducts) -> [Double] {
        let count = sums[0]
        let factors = products.factors
        let variance = self.variance(sums)
        var result = Array(repeating: 0.0, count: products.shares)
        let centre = self.centre(sums, products)
        for factor in 0..<factors {
            let place = products.place(factor)
            result[factor] = (sums[place] - centre * sums[place + 1]) / count / variance
            result[factors + factor] = sums[place + 2] / count / (2 * variance)
        }
        guard products.withPairs else { return result }
        var place = products.pairsPlace
        var share = 2 * factors
        for one in 0..<factors {
            for other in one + 1..<factors {
                let means = sums[products.baPlace(one)] + sums[products.place(other) + 1] - sums[2]
                let closed = (sums[place] - centre * means) / count / variance
                result[share] = closed - result[one] - result[other]
                place += 1
                share += 1
            }
        }
        return result
    }

    private func variance(_ sums: [Double]) -> Double {
        let runs = 2 * sums[0]
        let mean = (sums[1] + sums[2]) / runs
        return (sums[3] - runs * mean * mean) / (runs - Double(lostDegrees))
    }

    /// Relative to the middle from which the products are counted.
    private func centre(_ sums: [Double], _ products: SobolProducts) -> Double {
        switch centre {
        case .none: return -products.middle
        case .independent: return (sums[1] + sums[2]) / (2 * sums[0])
        case .all:
            var total = sums[1] + sums[2]
            for factor in 0..<products.factors {
                total += sums[products.place(factor) + 1] + sums[1]
                if products.withPairs { total += sums[products.baPlace(factor)] }
            }
            return total / (sums[0] * Double(products.block))
        }
    }

    private func indices(
        _ products: SobolProducts, drawn: Int, _ resampled: [[Double]], _ bootstrap: Bootstrap?
    ) -> SobolIndices {
        let sums = products.sums
        let variance = self.variance(sums)
        // Rounding alone leaves no variance to be shared.
        let varies = variance > 1e-24 * max(1, products.middle * products.middle)
        let values = varies ? shares(sums, products) : Array(repeating: .nan, count: products.shares)
        let estimates = values.indices.map { place in
            (bootstrap ?? Bootstrap()).estimate(values[place], resampled.map { $0[place] })
        }
        let factors = products.factors
        var pairs: [SobolIndices.Pair] = []
        if products.withPairs {
            for one in 0..<factors {
                for other in one + 1..<factors {
                    pairs.append(.init(one: one, other: other, estimate: estimates[2 * factors + pairs.count]))
                }
            }
        }
        let mean = products.middle + (sums[1] + sums[2]) / (2 * sums[0])
        return SobolIndices(
            mean: mean.isFinite ? mean : nil, variance: variance.isFinite ? variance : nil,
            first: Array(estimates[..<factors]), total: Array(estimates[factors..<2 * factors]), pairs: pairs,
            samples: Int(sums[0]), draws: (bootstrap?.resamples ?? 0) * drawn)
    }
}
