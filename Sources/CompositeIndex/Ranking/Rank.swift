import Glibc

extension Ranking {
    /// What is compared: the score, rounded if the method says so.
    public func compared(_ score: Double) -> Double {
        guard let decimals, score.isFinite else { return score }
        let factor = pow(10, Double(decimals))
        return (score * factor).rounded(.toNearestOrAwayFromZero) / factor
    }

    /// The rank of each score, NaN where there is none. Halves come from `Ties.average` alone.
    public func ranks(_ scores: some Collection<Double>) -> [Double] {
        let compared = scores.map(compared)
        let order = compared.indices.filter { !compared[$0].isNaN }.sorted { compared[$0] > compared[$1] }
        var ranks = Array(repeating: Double.nan, count: compared.count)
        var place = 0, step = 0
        while place < order.count {
            var end = place + 1
            while end < order.count, compared[order[end]] == compared[order[place]] { end += 1 }
            step += 1
            let rank = ties.rank(place..<end, step: step)
            for other in place..<end { ranks[order[other]] = rank }
            place = end
        }
        return ranks
    }
}

extension Ranking.Ties {
    /// The rank of those who stand together at these places, from 0; they are the group of number `step`, from 1.
    func rank(_ places: Range<Int>, step: Int) -> Double {
        switch self {
        case .competition: Double(places.lowerBound + 1)
        case .dense: Double(step)
        case .average: Double(places.lowerBound + 1 + places.upperBound) / 2
        case .last: Double(places.upperBound)
        }
    }
}
