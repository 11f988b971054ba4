import Glibc

extension Workpiece {
    mutating func treat(_ treatment: Treatment) {
        problems += treatment.individual.keys.filter { framework.position(of: $0) == nil }.sorted().map { .unknown(node: $0) }
        let blocks = blocks(scopes.treatment)
        for block in blocks {
            let period = blocks.count > 1 ? rows[block[0]].period : -1
            for (column, node) in framework.indicators.enumerated() {
                var piece = OutlierPiece(framework.nodes[node].code, counted(column, of: block), treatment.rule)
                piece.treat(treatment)
                treatments.append(piece.record)
                treated.append(period)
                if piece.isChanged { apply(piece, column, node, block) }
            }
        }
    }

    private mutating func apply(_ piece: OutlierPiece, _ column: Int, _ node: Int, _ block: [Int]) {
        for row in block {
            let (value, mark) = piece.value(of: table[row, column])
            table[row, column] = value
            marks[row, node].formUnion(mark)
        }
    }
}

/// One indicator under treatment.
struct OutlierPiece {
    private let values: [Double]
    private let rule: Treatment.Rule
    private(set) var record: TreatmentRecord
    /// Values beyond these are brought to them.
    private var floor = -Double.infinity
    private var ceiling = Double.infinity
    private var change: ((Double) -> Double)?

    init(_ code: String, _ values: [Double], _ rule: Treatment.Rule) {
        self.values = values
        self.rule = rule
        let (skewness, kurtosis) = OutlierPiece.shape(values)
        record = TreatmentRecord(
            indicator: code, high: 0, low: 0, skewnessBefore: skewness, kurtosisBefore: kurtosis, skewness: skewness,
            kurtosis: kurtosis, outcome: .untreated)
    }

    /// nil for what cannot be told.
    private static func shape(_ values: [Double]) -> (skewness: Double?, kurtosis: Double?) {
        let (skewness, kurtosis) = Moments.shape(of: values[...])
        return (skewness.isNaN ? nil : skewness, kurtosis.isNaN ? nil : kurtosis)
    }

    var isChanged: Bool { record.high + record.low > 0 || change != nil }

    mutating func treat(_ treatment: Treatment) {
        switch treatment.individual[record.indicator] {
        case .some(.none): return
        case .transform(let transformation): transform(transformation, of: values)
        case .winsorise(let rounds): winsorise(rounds)
        case nil:
            if passes { break }
            winsorise(treatment.rounds)
            if passes { break }
            if let transformation = treatment.transformation {
                if !treatment.keepsWinsorised { (record.high, record.low, floor, ceiling) = (0, 0, -.infinity, .infinity) }
                transform(transformation, of: values.map { min(max($0, floor), ceiling) })
            }
        }
        record.outcome =
            record.transformation != nil
            ? (passes ? .transformed : .failing)
            : record.high + record.low > 0 ? (passes ? .winsorised : .failing) : passes ? .passed : .untreated
    }

    /// |G1| or G2 is within its bound; what has neither has no outliers that could be told.
    private var passes: Bool {
        guard let skewness = record.skewness, let kurtosis = record.kurtosis else { return true }
        return abs(skewness) < rule.skewness || kurtosis < rule.kurtosis
    }

    /// In each round all cells at the outer end of the longer tail are set to the next value: there are fewer values after it, so
    /// that any number of rounds ends.
    private mutating func winsorise(_ rounds: Int) {
        var values = values
        for _ in 0..<max(rounds, 0) {
            if passes { return }
            guard let skewness = record.skewness, let least = values.min(), let most = values.max(), least < most else { return }
            if skewness >= 0 {
                guard let next = values.lazy.filter({ $0 < most }).max() else { return }
                for place in values.indices where values[place] == most { values[place] = next }
                (ceiling, record.high) = (next, record.high + 1)
            } else {
                guard let next = values.lazy.filter({ $0 > least }).min() else { return }
                for place in values.indices where values[place] == least { values[place] = next }
                (floor, record.low) = (next, record.low + 1)
            }
            (record.skewness, record.kurtosis) = OutlierPiece.shape(values)
        }
    }

    private mutating func transform(_ transformation: Treatment.Transformation, of values: [Double]) {
        guard let least = values.min(), let most = values.max(), least < most else { return }
        let isMirrored = transformation == .logTwoSided && (record.skewnessBefore ?? 0) < 0
        let curve = transformation.curve(least, most, isMirrored: isMirrored)
        change = curve
        record.transformation = transformation
        (record.skewness, record.kurtosis) = OutlierPiece.shape(values.map(curve))
    }

    func value(of before: Double) -> (Double, Mark) {
        guard !before.isNaN else { return (before, []) }
        var mark: Mark = before > ceiling ? .winsorisedHigh : before < floor ? .winsorisedLow : []
        let held = min(max(before, floor), ceiling)
        guard let change else { return (held, mark) }
        mark.insert(.transformed)
        return (change(held), mark)
    }
}

extension Treatment.Transformation {
    /// The formula for an indicator between `least` and `most`.
    func curve(_ least: Double, _ most: Double, isMirrored: Bool) -> @Sendable (Double) -> Double {
        let span = most - least
        switch self {
        case .log: return { x in ln(x - least + 0.01 * span) }
        case .logPlusOne: return { x in ln(x - least + 1) }
        case .logTwoSided:
            if isMirrored { return { x in -ln(most - x + 0.01 * span) } }
            return { x in ln(x - least + 0.01 * span) }
        case .logGII: return { x in ln((most - 1) * (x - least) / span + 1) }
        case .boxCox(let lambda):
            if lambda == 0 { return { x in ln(x - least + 1) } }
            return { x in (pow(x - least + 1, lambda) - 1) / lambda }
        }
    }
}

/// `log` is a case here.
private func ln(_ x: Double) -> Double { log(x) }
