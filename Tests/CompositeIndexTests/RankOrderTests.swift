import Testing

@testable import CompositeIndex

@Suite("Rank order")
struct RankOrderTests {
    @Test("ranks are those of the ranking, whatever came before", arguments: Ranking.Ties.allCases, [nil, 1] as [Int?])
    func same(ties: Ranking.Ties, decimals: Int?) {
        let ranking = Ranking(decimals: decimals, ties: ties)
        var order = RankOrder(ranking)
        var generator = Xoshiro256StarStar(seed: 11)
        for run in 0..<200 {
            let count = run < 100 ? 60 : 45
            // Some equal, some missing; in turns nearly the order before and another one altogether.
            let scores = (0..<count).map { unit -> Double in
                if generator.below(10) == 0 { return .nan }
                let noise = (generator.unit() * 8).rounded() / 4
                return run % 3 == 0 ? noise * 20 : Double(unit) + noise
            }
            var ranks = Array(repeating: 0.0, count: count)
            scores.withUnsafeBufferPointer { scores in
                ranks.withUnsafeMutableBufferPointer { order.rank(scores, into: $0) }
            }
            let expected = ranking.ranks(scores)
            #expect(zip(ranks, expected).allSatisfy { $0 == $1 || ($0.isNaN && $1.isNaN) })
        }
    }
}
