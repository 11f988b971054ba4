import Base
import Foundation
import Testing

@testable import Measure

@Suite struct WeightSetTests {
    @Test("is kept with its spread")
    func kept() throws {
        let spread = WeightSet.Spread(mean: 40, median: 41, lowerQuartile: 35, upperQuartile: 44, deviation: 5, answers: 12)
        let set = WeightSet(
            name: "experts", weights: ["P": 40, "Q": 60], spread: ["P": spread], round: 2, at: Instant(seconds: 5))
        #expect(try JSONDecoder().decode(WeightSet.self, from: JSONEncoder().encode(set)) == set)
    }
}
