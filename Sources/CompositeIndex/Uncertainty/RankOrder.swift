/// Ranks of many runs that differ little: each begins with the order of the run before it, in which few have changed places.
/// The ranks are those of `Ranking.ranks`, whatever came before.
struct RankOrder {
    private let ranking: Ranking
    /// Places of the scores, the highest first.
    private var order: [Int] = []
    private var sorted: [Double] = []

    init(_ ranking: Ranking) { self.ranking = ranking }

    /// NaN where there is no score.
    mutating func rank(_ scores: UnsafeBufferPointer<Double>, into ranks: UnsafeMutableBufferPointer<Double>) {
        let count = scores.count
        if order.count != count {
            order = Array(0..<count)
            sorted = Array(repeating: 0, count: count)
        }
        let isRounded = ranking.decimals != nil
        var isSorted = true
        order.withUnsafeMutableBufferPointer { order in
            sorted.withUnsafeMutableBufferPointer { sorted in
                for place in 0..<count {
                    let score = scores[order[place]]
                    // What has no score comes last.
                    sorted[place] = score.isNaN ? -.infinity : isRounded ? ranking.compared(score) : score
                }
                isSorted = RankOrder.insert(order, sorted)
                if !isSorted {
                    // Pairs of score and place, sorted anew.
                    let pairs = zip(sorted, order).sorted { $0.0 > $1.0 }
                    for (place, pair) in pairs.enumerated() { (sorted[place], order[place]) = pair }
                }
                RankOrder.write(ranking.ties, order, sorted, ranks)
            }
        }
    }

    /// Insertion sort; false if it would take too long, with the pairs as they are by then.
    private static func insert(_ order: UnsafeMutableBufferPointer<Int>, _ sorted: UnsafeMutableBufferPointer<Double>) -> Bool {
        let most = 12 * sorted.count
        var moves = 0
        var place = 1
        while place < sorted.count {
            let score = sorted[place], unit = order[place]
            var to = place
            while to > 0, sorted[to - 1] < score {
                sorted[to] = sorted[to - 1]
                order[to] = order[to - 1]
                to -= 1
            }
            sorted[to] = score
            order[to] = unit
            moves += place - to
            if moves > most { return false }
            place += 1
        }
        return true
    }

    private static func write(
        _ ties: Ranking.Ties, _ order: UnsafeMutableBufferPointer<Int>, _ sorted: UnsafeMutableBufferPointer<Double>,
        _ ranks: UnsafeMutableBufferPointer<Double>
    ) {
        let count = sorted.count
        var place = 0, step = 0
        while place < count, sorted[place] != -.infinity {
            var end = place + 1
            while end < count, sorted[end] == sorted[place] { end += 1 }
            step += 1
            let rank = ties.rank(place..<end, step: step)
            for other in place..<end { ranks[order[other]] = rank }
            place = end
        }
        for other in place..<count { ranks[order[other]] = .nan }
    }
}
