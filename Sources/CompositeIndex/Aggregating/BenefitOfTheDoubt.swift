/// Each unit with the weights that suit it best: the score of unit c is max Σ wᵢ y_ci over w ≥ 0 with Σ wᵢ y_ki ≤ 1 for every
/// unit k (Melyn and Moesen 1991; Cherchye et al. 2007), and if there are share bounds L ≤ wᵢ y_ci / Σ wⱼ y_cj ≤ U.
///
/// A part that the unit lacks has weight 0 for it; a part that another unit lacks adds nothing to that unit's side.
public enum BenefitOfTheDoubt {
    /// From 0 to 1, one of each row. NaN for a unit without any part, and for one with too few parts for the upper bound of
    /// their shares. A unit with a 0 in a part that must have a share scores 0: no weights give it that share.
    ///
    /// Throws `Problems` if a part has negative or infinite numbers or nothing but zeros, or if the bounds cannot be met.
    public static func scores(_ parts: Table, shares: Aggregation.ShareBounds?) throws -> [Double] {
        try scores(parts, shares: shares, codes: nil)
    }

    /// As above; `codes` of the columns, for the problems.
    public static func scores(_ parts: Table, shares: Aggregation.ShareBounds?, codes: [String]?) throws -> [Double] {
        let found = problems(parts, shares: shares, codes: codes)
        if found.contains(where: { $0.gravity == .error }) { throw Problems(found) }
        guard parts.rows > 0, parts.columns > 0 else { return Array(repeating: .nan, count: parts.rows) }
        var programme = EnvelopmentProgramme(parts.scaledToLargest(), shares: shares)
        do {
            return try (0..<parts.rows).map { try programme.score(of: $0) }
        } catch let failure as LinearProgramme.Failure {
            throw Problems([Problem("benefit-unsolved", ["\(failure)"], "the linear programme has no solution: \(failure)")])
        }
    }

    /// Everything that keeps the scores from being computed (errors), and units whose score the bounds decide (warnings). Parts
    /// are named by `codes`, else by their number from 1; units by their number from 1.
    public static func problems(
        _ parts: Table, shares: Aggregation.ShareBounds?, codes: [String]? = nil
    ) -> [Problem] {
        columnProblems(parts, codes) + (shares.map { boundProblems(parts, $0) } ?? [])
    }

    private static func columnProblems(_ parts: Table, _ codes: [String]?) -> [Problem] {
        (0..<parts.columns).flatMap { column -> [Problem] in
            let name = codes.flatMap { column < $0.count ? $0[column] : nil } ?? "\(column + 1)"
            let values = parts.column(column).filter { !$0.isNaN }
            if values.contains(where: \.isInfinite) {
                return [Problem("benefit-infinite", [name], "part \(name) has an infinite number")]
            }
            if let least = values.min(), least < 0 {
                let message = "part \(name) goes down to \(least): benefit of the doubt needs 0 or more"
                return [Problem("benefit-negative", [name, "\(least)"], message)]
            }
            guard !values.isEmpty, values.allSatisfy({ $0 == 0 }) else { return [] }
            return [Problem("benefit-zero", [name], "part \(name) is 0 everywhere: no unit can be praised for it")]
        }
    }

    private static func boundProblems(_ parts: Table, _ shares: Aggregation.ShareBounds) -> [Problem] {
        let count = Double(parts.columns), least = shares.least, most = shares.most
        guard least >= 0, least <= most, most <= 1 else {
            let message = "shares from \(least) to \(most): expected 0 ≤ least ≤ most ≤ 1"
            return [Problem("benefit-shares", ["\(least)", "\(most)"], message)]
        }
        guard least * count <= 1 + slack, most * count >= 1 - slack else {
            let message = "shares from \(least) to \(most) of \(parts.columns) parts cannot sum to 1"
            return [Problem("benefit-shares-sum", ["\(least)", "\(most)"], message)]
        }
        return (0..<parts.rows).compactMap { row in
            let present = parts.row(row).filter { !$0.isNaN }
            let sharing = Double(least > 0 ? present.count : present.count { $0 > 0 })
            guard !present.isEmpty else { return nil }
            if least > 0, present.contains(0) {
                let message = "unit \(row + 1) has a 0 in a part that must have a share of at least \(least): its score is 0"
                return Problem("benefit-share-of-zero", ["\(row + 1)"], gravity: .warning, message)
            }
            guard most * sharing < 1 - slack else { return nil }
            let message = "unit \(row + 1) has \(Int(sharing)) parts above 0, of which none may have more than \(most)"
            return Problem("benefit-share-of-few", ["\(row + 1)"], gravity: .warning, message)
        }
    }

    /// Shares such as 1/3 of three parts miss 1 by rounding.
    static let slack = 1e-12
}

extension Table {
    /// Each column divided by its largest number, which changes no score and keeps the programme well scaled.
    fileprivate func scaledToLargest() -> Table {
        var result = self
        for column in 0..<columns {
            let largest = self.column(column).reduce(0) { $1.isNaN ? $0 : Swift.max($0, $1) }
            if largest > 0 { result.setColumn(column, to: self.column(column).lazy.map { $0 / largest }) }
        }
        return result
    }
}
