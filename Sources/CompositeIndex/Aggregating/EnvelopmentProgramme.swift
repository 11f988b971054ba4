/// The dual of the benefit of the doubt: min Σ λₖ over λ ≥ 0 with Σₖ λₖ y_ki ≥ y_ci for every part i. A row for each part
/// instead of one for each unit, and from unit to unit only its right-hand side changes. Each unit begins with the basis of
/// slacks, which is dual feasible: from there it is a third of the way that it is from the solution of another unit, and no
/// score hangs on the order of the units.
///
/// Share bounds add αᵢ ≥ 0 (lower), βᵢ ≥ 0 (upper) and a free τ: Σₖ λₖ y_ki + y_ci (τ - αᵢ + βᵢ) ≥ 0 for every part, where
/// τ - L Σ αᵢ + U Σ βᵢ = -1.
struct EnvelopmentProgramme: ~Copyable {
    private let parts: Table
    private let shares: Aggregation.ShareBounds?
    private var programme: LinearProgramme

    /// `parts` without negative numbers; missing cells are NaN.
    init(_ parts: Table, shares: Aggregation.ShareBounds?) {
        self.parts = parts
        self.shares = shares
        let count = parts.columns, units = parts.rows
        var programme = LinearProgramme(
            .minimum, rows: count + (shares == nil ? 0 : 1), columns: units + (shares == nil ? 0 : 2 * count + 1))
        for unit in 0..<units {
            programme.setCost(1, column: unit)
            let present = (0..<count).filter { parts[unit, $0] > 0 }
            programme.setColumn(unit, present.map { (row: $0, coefficient: parts[unit, $0]) })
        }
        if shares != nil {
            programme.bound(row: count, .fixed(-1))
            programme.bound(column: units + 2 * count, .free)
        }
        self.programme = programme
    }

    mutating func score(of unit: Int) throws -> Double {
        let values = parts.row(unit)
        guard values.contains(where: { !$0.isNaN }) else { return .nan }
        guard values.contains(where: { $0 > 0 }) else { return 0 }
        if let shares {
            // Nothing but weights of 0 meets such bounds.
            if shares.least > 0, values.contains(0) { return 0 }
            let sharing = Double(values.count { $0 > 0 })
            if shares.most * sharing < 1 - BenefitOfTheDoubt.slack { return values.contains(0) ? 0 : .nan }
            setShares(shares, values)
        } else {
            for (part, value) in values.enumerated() { programme.bound(row: part, value > 0 ? .atLeast(value) : .free) }
        }
        programme.forgetBasis()
        // A unit of the frontier scores 1 by a sum of its own λ, which may miss it by rounding.
        let score = try programme.solve()
        return abs(score - 1) < 1e-12 ? 1 : min(max(score, 0), 1)
    }

    private mutating func setShares(_ shares: Aggregation.ShareBounds, _ values: [Double]) {
        let count = parts.columns, units = parts.rows
        var common: [(row: Int, coefficient: Double)] = [(count, 1)]
        for (part, value) in values.enumerated() {
            let lower = units + part, upper = units + count + part
            guard value > 0 else {
                programme.bound(row: part, .free)
                programme.bound(column: lower, .fixed(0))
                programme.bound(column: upper, .fixed(0))
                continue
            }
            programme.bound(row: part, .atLeast(0))
            programme.bound(column: lower, .atLeast(0))
            programme.bound(column: upper, .atLeast(0))
            programme.setColumn(lower, [(part, -value), (count, -shares.least)])
            programme.setColumn(upper, [(part, value), (count, shares.most)])
            common.append((part, value))
        }
        programme.setColumn(units + 2 * count, common)
    }
}
