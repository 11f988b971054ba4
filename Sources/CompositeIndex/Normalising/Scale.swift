import Glibc

/// One indicator's way from its own unit onto the common scale, found from the values that count. All values are turned: more
/// is better.
struct Scale {
    private enum Form {
        case keep
        /// (x - from)/width · factor + to; divided, so that the ends are exact.
        case line(from: Double, width: Double, factor: Double, to: Double, most: Double)
        case goalposts(from: Double, width: Double, factor: Double, isCut: Bool, isLogarithmic: Bool)
        /// 1 + the number of lower values, less `from`, over `span`.
        case ranks(sorted: [Double], from: Double, span: Double)
        case steps([Double])
        case aroundMean(low: Double, high: Double)
        case nothing
    }

    private let form: Form

    /// `values` are those that count, without gaps; `node` tells target and goalposts as they are measured.
    init(_ rule: Normalisation.Rule, _ node: Node, _ values: [Double], reference: Double?) throws(Problem) {
        let span = try Scale.span(rule, node, values)
        let (least, most) = span ?? (0, 0)
        let count = Double(values.count)
        switch rule {
        case .none: form = .keep
        case .minMax(let low, let high):
            form = .line(from: least, width: most - least, factor: high - low, to: low, most: .infinity)
        case .zScore(let mean, let deviation):
            let (middle, spread) = Scale.moments(values)
            form = .line(from: middle, width: spread, factor: deviation, to: mean, most: .infinity)
        case .scaled(let from, let to, let factor):
            guard from != to else { throw .scale(node.code, from, to) }
            form = .line(from: from, width: to - from, factor: factor, to: 0, most: .infinity)
        case .rank: form = .ranks(sorted: values.sorted(), from: 0, span: 1)
        case .borda: form = .ranks(sorted: values.sorted(), from: 1, span: 1)
        case .percentileRank: form = .ranks(sorted: values.sorted(), from: 1, span: count - 1)
        case .distanceToMaximum: form = .line(from: least, width: most - least, factor: 1, to: 0, most: .infinity)
        case .distanceToReference(_, let capped):
            guard let reference, !reference.isNaN else {
                form = .nothing
                return
            }
            guard reference != least else { throw .flat(node.code, "the reference unit has the lowest value") }
            form = .line(from: least, width: reference - least, factor: 1, to: 0, most: capped ? 1 : .infinity)
        case .distanceToTarget(let capped): form = try Scale.target(node, least, most, capped)
        case .goalposts(let factor, let cut, let logarithmic): form = try Scale.posts(node, factor, cut, logarithmic)
        case .centred(let centre, let span):
            form = .line(from: values.reduce(0, +) / count, width: most - least, factor: span, to: centre, most: .infinity)
        case .fractionOfMaximum:
            guard most != 0 else { throw .flat(node.code, "its highest value is 0") }
            form = .line(from: 0, width: most, factor: 1, to: 0, most: .infinity)
        case .categorical(let percentiles):
            let sorted = values.sorted()
            form = .steps(percentiles.map { Quantiles.ofSorted(sorted, $0) })
        case .aboveBelowMean(let threshold):
            let mean = values.reduce(0, +) / count
            form = .aroundMean(low: mean - threshold * abs(mean), high: mean + threshold * abs(mean))
        }
    }

    /// Least and greatest value; an indicator that is the same for all can be put on no scale that its own values make.
    private static func span(_ rule: Normalisation.Rule, _ node: Node, _ values: [Double]) throws(Problem) -> (Double, Double)? {
        switch rule {
        case .none, .scaled, .goalposts: return nil
        default: break
        }
        guard let least = values.min(), let most = values.max() else {
            throw Problem("indicator-empty", [node.code], "\(node.code) has no values to make a scale of")
        }
        switch rule {
        case .minMax, .zScore, .percentileRank, .distanceToMaximum, .distanceToReference, .distanceToTarget, .categorical,
            .centred:
            if least == most { throw .flat(node.code, "all its values are the same") }
        default: break
        }
        return (least, most)
    }

    private static func target(_ node: Node, _ least: Double, _ most: Double, _ capped: Bool) throws(Problem) -> Form {
        guard let target = node.target else {
            throw Problem("target-missing", [node.code], "\(node.code) is measured by its target, and has none")
        }
        // Turned, the formula of a negative indicator is that of a positive one.
        let turned = node.direction == .negative ? -target : target
        guard turned > least else {
            throw Problem(
                "target-reached", [node.code], "the target of \(node.code), \(target), is no better than the worst value")
        }
        return .line(from: least, width: turned - least, factor: 1, to: 0, most: capped ? 1 : .infinity)
    }

    private static func posts(_ node: Node, _ factor: Double, _ cut: Bool, _ logarithmic: Bool) throws(Problem) -> Form {
        guard let posts = node.goalposts else {
            throw Problem("goalposts-missing", [node.code], "\(node.code) is measured between goalposts, and has none")
        }
        if logarithmic, posts.low <= 0 {
            throw Problem("goalposts-logarithm", [node.code], "the lower goalpost of \(node.code) is \(posts.low): no logarithm")
        }
        if logarithmic, node.direction == .negative {
            throw Problem(
                "goalposts-logarithm", [node.code], "\(node.code) is negative: its logarithm is not taken after it was turned")
        }
        var (low, high) = logarithmic ? (log(posts.low), log(posts.high)) : (posts.low, posts.high)
        if node.direction == .negative { (low, high) = (-high, -low) }
        return .goalposts(from: low, width: high - low, factor: factor, isCut: cut, isLogarithmic: logarithmic)
    }

    static func moments(_ values: [Double]) -> (mean: Double, deviation: Double) {
        let mean = values.reduce(0, +) / Double(values.count)
        let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        return (mean, (squares / Double(values.count - 1)).squareRoot())
    }

    func value(of x: Double) -> Double {
        guard !x.isNaN else { return x }
        switch form {
        case .keep: return x
        case .nothing: return .nan
        case .line(let from, let width, let factor, let to, let most): return min((x - from) / width * factor + to, most)
        case .goalposts(let from, let width, let factor, let isCut, let isLogarithmic):
            if isLogarithmic, x <= 0 { return isCut ? 0 : .nan }
            let share = ((isLogarithmic ? log(x) : x) - from) / width
            return (isCut ? min(max(share, 0), 1) : share) * factor
        case .ranks(let sorted, let from, let span): return (Double(1 + sorted.countBelow(x)) - from) / span
        case .steps(let bounds): return 100 * Double(bounds.count { x > $0 }) / Double(bounds.count)
        case .aroundMean(let low, let high): return x > high ? 1 : x < low ? -1 : 0
        }
    }
}

extension [Double] {
    /// Of values in rising order, how many are lower.
    func countBelow(_ value: Double) -> Int {
        var low = 0, high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension Problem {
    static func flat(_ code: String, _ why: String) -> Problem {
        Problem("indicator-flat", [code], "\(code) tells nobody apart: \(why), so that it has no scale")
    }

    static func scale(_ code: String, _ from: Double, _ to: Double) -> Problem {
        Problem("scale-empty", [code], "the scale of \(code) goes from \(from) to \(to)")
    }
}
