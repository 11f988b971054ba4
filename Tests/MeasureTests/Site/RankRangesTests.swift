import Base
import CompositeIndex
import Testing

@testable import Measure

@Suite struct RankRangesTests {
    @Test("Each unit has a range within the ranks that there are; again gives the same")
    func ranges() throws {
        let view = try IndexSample.view()
        let ranges = try #require(RankRanges(view)), again = try #require(RankRanges(view))
        for code in ["AA", "BB", "CC", "DD"] {
            let one = try #require(ranges[code])
            #expect(one.quantiles[0] <= one.quantiles[1] && one.quantiles[0] >= 1 && one.quantiles[1] <= 4)
            #expect(again[code] == one && ranges.text(code, .en) != nil)
        }
        #expect(ranges["ZZ"] == nil && ranges.text("ZZ", .en) == nil)
    }
}
