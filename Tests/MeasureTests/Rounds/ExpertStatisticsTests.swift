import Base
import Testing

@testable import Measure

@Suite struct ExpertStatisticsTests {
    /// R: x <- c(10, 20, 30, 40, 100); mean(x); quantile(x, c(.25, .5, .75)); sd(x)
    @Test("mean, median, quartiles of type 7, deviation with n - 1")
    func spread() {
        let spread = ExpertStatistics.spread([10, 20, 30, 40, 100])
        #expect(spread.mean == 40 && spread.median == 30 && spread.lowerQuartile == 20 && spread.upperQuartile == 40)
        #expect(abs(spread.deviation - 35.35533905932738) < 1e-12)
        let two = ExpertStatistics.spread([40, 50])
        #expect(two.lowerQuartile == 42.5 && two.median == 45)
        #expect(ExpertStatistics.spread([7]).deviation == 0)
    }
}
