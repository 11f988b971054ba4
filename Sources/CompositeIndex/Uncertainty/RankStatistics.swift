/// Where a unit ranks over many runs of an index with other choices.
public struct RankStatistics: Hashable, Sendable, Codable {
    public var unit: String
    /// In the index as it is published; nil if it has none there.
    public var nominal: Double?
    /// nil if it ranks in no run.
    public var mean: Double?
    public var median: Double?
    /// Of R's type 7, for the probabilities that were asked for, in their order; empty if it ranks in no run.
    public var quantiles: [Double]
    /// Runs in which it has a rank.
    public var runs: Int

    public static let probabilities = [0.05, 0.95]

    /// `ranks`: a row for each unit, a column for each run, NaN for none.
    public static func of(
        _ ranks: Table, units: [String], nominal: [Double], probabilities: [Double] = probabilities
    ) -> [RankStatistics] {
        let highest = ranks.cells.lazy.filter { !$0.isNaN }.max() ?? 0
        var counts = RankCounts(units: units.count, highest: max(1, Int(highest.rounded(.up))))
        for run in 0..<ranks.columns { counts.add(ranks.column(run)) }
        return counts.statistics(units: units, nominal: nominal, probabilities: probabilities)
    }

    /// The mean over units of |rank - nominal rank|: how much the ranking as a whole moves. Units that lack one of the two are
    /// left out; NaN if all do.
    public static func meanShift(_ ranks: some Sequence<Double>, nominal: some Sequence<Double>) -> Double {
        var total = 0.0, count = 0.0
        for (rank, nominal) in zip(ranks, nominal) where !rank.isNaN && !nominal.isNaN {
            total += abs(rank - nominal)
            count += 1
        }
        return total / count
    }
}

/// How often each unit has each rank. Of whole numbers, so that the order in which runs are counted does not matter; half ranks
/// are counted too.
struct RankCounts: Sendable {
    let units: Int
    private let width: Int
    private var cells: [UInt32]

    /// `highest`: the highest rank that there may be.
    init(units: Int, highest: Int) {
        self.units = units
        width = 2 * highest + 1
        cells = Array(repeating: 0, count: units * width)
    }

    mutating func add(_ ranks: some Sequence<Double>) {
        var row = 0
        for rank in ranks {
            let place = rank * 2
            if place >= 0, place < Double(width) { cells[row + Int(place)] += 1 }
            row += width
        }
    }

    mutating func add(_ other: RankCounts) {
        for place in cells.indices { cells[place] += other.cells[place] }
    }

    func statistics(units codes: [String], nominal: [Double], probabilities: [Double]) -> [RankStatistics] {
        (0..<units).map { unit in
            let row = cells[unit * width..<(unit + 1) * width]
            let runs = row.reduce(0) { $0 + Int($1) }
            let rank = nominal[unit]
            guard runs > 0 else {
                return RankStatistics(unit: codes[unit], nominal: rank.isNaN ? nil : rank, quantiles: [], runs: 0)
            }
            let twice = row.enumerated().reduce(0) { $0 + $1.offset * Int($1.element) }
            let quantile = { Quantiles.at($0, count: runs) { RankCounts.rank(at: $0, of: row) } }
            return RankStatistics(
                unit: codes[unit], nominal: rank.isNaN ? nil : rank, mean: Double(twice) / 2 / Double(runs),
                median: quantile(0.5), quantiles: probabilities.map(quantile), runs: runs)
        }
    }

    /// The rank that stands at this place, from 0, when all are in order.
    private static func rank(at place: Int, of row: ArraySlice<UInt32>) -> Double {
        var passed = 0
        for (twice, count) in row.enumerated() {
            passed += Int(count)
            if passed > place { return Double(twice) / 2 }
        }
        return .nan
    }
}
