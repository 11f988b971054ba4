/// The lowest point of a function of several numbers, without derivatives (Nelder and Mead 1965), with coefficients that suit
/// the number of dimensions (Gao and Han 2012). Begun anew at the point found until that no longer helps, since a simplex may
/// collapse on a slope.
public struct NelderMead: Sendable {
    public var step: Double
    /// The search ends when all corners are so near one another, in each coordinate and in value.
    public var tolerance: Double
    /// A value that is good enough.
    public var goal: Double
    /// Calls of the function at most.
    public var limit: Int

    public init(step: Double = 0.1, tolerance: Double = 1e-10, goal: Double = -.infinity, limit: Int = 200_000) {
        self.step = step
        self.tolerance = tolerance
        self.goal = goal
        self.limit = limit
    }

    private struct Corner {
        var point: [Double]
        var value: Double
    }

    /// NaN counts as the worst of values. Throws what the function throws.
    public func minimum(
        from start: [Double], of function: ([Double]) throws -> Double
    ) throws -> (point: [Double], value: Double) {
        var calls = 0
        func measured(_ point: [Double]) throws -> Corner {
            calls += 1
            let value = try function(point)
            return Corner(point: point, value: value.isNaN ? .infinity : value)
        }
        var best = try measured(start)
        guard !start.isEmpty else { return (best.point, best.value) }
        while calls < limit, best.value > goal {
            let before = best.value
            var corners = [best]
            for place in start.indices {
                var point = best.point
                point[place] += step * max(1, abs(point[place]))
                corners.append(try measured(point))
            }
            try descend(&corners, { calls >= limit }, measured)
            best = corners[0]
            if !(before - best.value > tolerance * max(1, abs(before))) { break }
        }
        return (best.point, best.value)
    }

    private func descend(
        _ corners: inout [Corner], _ isOver: () -> Bool, _ measured: ([Double]) throws -> Corner
    ) throws {
        let n = Double(corners.count - 1), last = corners.count - 1
        let expansion = 1 + 2 / n, contraction = 0.75 - 1 / (2 * n), shrinkage = n > 1 ? 1 - 1 / n : 0.5
        while true {
            corners.sort { $0.value < $1.value }
            if isOver() || corners[0].value <= goal || isSmall(corners) { return }
            let worst = corners[last], middle = centre(corners.dropLast())
            let along = { (share: Double) in zip(middle, worst.point).map { $0 + share * ($0 - $1) } }
            let mirrored = try measured(along(1))
            if mirrored.value < corners[0].value {
                let farther = try measured(along(expansion))
                corners[last] = farther.value < mirrored.value ? farther : mirrored
            } else if mirrored.value < corners[last - 1].value {
                corners[last] = mirrored
            } else {
                let isOutside = mirrored.value < worst.value
                let nearer = try measured(along(isOutside ? contraction : -contraction))
                if nearer.value < min(mirrored.value, worst.value) {
                    corners[last] = nearer
                } else {
                    for place in 1...last {
                        let best = corners[0].point
                        corners[place] = try measured(zip(best, corners[place].point).map { $0 + shrinkage * ($1 - $0) })
                    }
                }
            }
        }
    }

    private func centre(_ corners: ArraySlice<Corner>) -> [Double] {
        var sum = Array(repeating: 0.0, count: corners[corners.startIndex].point.count)
        for corner in corners { for place in sum.indices { sum[place] += corner.point[place] } }
        return sum.map { $0 / Double(corners.count) }
    }

    private func isSmall(_ corners: [Corner]) -> Bool {
        let best = corners[0]
        return corners.dropFirst().allSatisfy { corner in
            abs(corner.value - best.value) <= tolerance * max(1, abs(best.value))
                && zip(corner.point, best.point).allSatisfy { abs($0 - $1) <= tolerance * max(1, abs($1)) }
        }
    }
}
