import Synchronization

extension Study {
    /// A number that each run gives.
    public enum Target: Hashable, Sendable, Codable {
        /// The mean over units of |rank - nominal rank|.
        case meanShift
        /// Of a unit, by code.
        case rank(String)
        case score(String)
    }

    /// Runs the index at every point of the design. The result is the same to the bit with any number of `workers`. `progress`
    /// is told, from any thread but never by two at once, how many runs are done of how many.
    /// Throws `Problems` with the rules `study-design` (the design is of another number of factors) and `unit-unknown`.
    public func run(
        _ design: SensitivityDesign, targets: [Target] = [.meanShift], probabilities: [Double] = RankStatistics.probabilities,
        workers: Int = 1, progress: (@Sendable (_ done: Int, _ all: Int) -> Void)? = nil
    ) throws -> StudyRuns {
        try check(factors: design.factors)
        let places = try targets.map(place)
        // So many pieces, whoever does them.
        let pieces = min(design.samples, 32)
        let done = Mutex(0)
        let results = Lanes.map(pieces, workers: workers) { piece in
            Result {
                let samples = piece * design.samples / pieces..<(piece + 1) * design.samples / pieces
                let result = try self.run(samples, of: design, places)
                done.withLock { done in
                    done += samples.count * design.block
                    progress?(done, design.runs)
                }
                return result
            }
        }
        var outputs = Table(rows: design.runs, columns: targets.count)
        var counts = RankCounts(units: units.count, highest: units.count)
        var start = 0
        for result in results {
            let piece = try result.get()
            counts.add(piece.counts)
            let rows = piece.outputs.rows
            for column in targets.indices {
                for row in 0..<rows { outputs[start + row, column] = piece.outputs[row, column] }
            }
            start += rows
        }
        return StudyRuns(
            design: design, factors: factors.map(\.name), targets: targets, outputs: outputs,
            ranks: counts.statistics(units: units, nominal: nominalRanks, probabilities: probabilities))
    }

    private struct Piece: Sendable {
        var outputs: Table
        var counts: RankCounts
    }

    private enum Place: Sendable {
        case meanShift
        case rank(Int)
        case score(Int)
    }

    private func place(of target: Target) throws -> Place {
        switch target {
        case .meanShift: return .meanShift
        case .rank(let code), .score(let code):
            guard let unit = units.firstIndex(of: code) else { throw Problems([.unknown(unit: code)]) }
            if case .rank = target { return .rank(unit) }
            return .score(unit)
        }
    }

    private func run(_ samples: Range<Int>, of design: SensitivityDesign, _ places: [Place]) throws -> Piece {
        var replicator = Replicator(self)
        var rows = design.rows()
        let matrices = design.matrices
        var outputs = Table(rows: samples.count * matrices.count, columns: places.count)
        var counts = RankCounts(units: units.count, highest: units.count)
        var run = 0
        for sample in samples {
            rows.read(sample)
            for matrix in matrices {
                try replicator.run { rows.value(matrix, $0) }
                // Statistics of ranks are of independent runs alone: those with mixed columns repeat A.
                if matrix == .a || matrix == .b { counts.add(replicator.ranks) }
                for (column, place) in places.enumerated() {
                    outputs[run, column] =
                        switch place {
                        case .meanShift: RankStatistics.meanShift(replicator.ranks, nominal: nominalRanks)
                        case .rank(let unit): replicator.ranks[unit]
                        case .score(let unit): replicator.scores[unit]
                        }
                }
                run += 1
            }
        }
        return Piece(outputs: outputs, counts: counts)
    }
}

/// What the runs of a study gave.
public struct StudyRuns: Sendable {
    public let design: SensitivityDesign
    /// Names, in the order of the columns of the design.
    public let factors: [String]
    public let targets: [Study.Target]
    /// A row for each run, in the order of the design, a column for each target.
    public let outputs: Table
    /// By the units of the study, over the runs of A and B.
    public let ranks: [RankStatistics]

    /// For each target the shares of the factors. Throws `Problems` if the design is for uncertainty alone.
    public func sensitivity(
        _ estimator: SobolEstimator = .centred, bootstrap: Bootstrap? = Bootstrap(), workers: Int = 1
    ) throws -> [SobolIndices] {
        try estimator.indices(outputs, design: design, bootstrap: bootstrap, workers: workers)
    }
}
