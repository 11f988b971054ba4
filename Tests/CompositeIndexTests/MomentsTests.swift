import CompositeIndex
import Foundation
import Testing

@Suite struct MomentsTests {
    static let stats = AsemCorpus.file("stats-Raw.csv"), raw = AsemCorpus.file("step-Raw.csv")

    @Test("mean, deviation and quartiles leave missing cells out")
    func gaps() {
        let moments = Moments(of: [4, .nan, 1, 3, 2, .nan])
        #expect(moments.count == 4)
        #expect(moments.mean == 2.5)
        #expect(abs(moments.deviation - (5.0 / 3).squareRoot()) < 1e-15)
        #expect((moments.lowerQuartile, moments.median, moments.upperQuartile) == (1.75, 2.5, 3.25))
        #expect((moments.minimum, moments.maximum) == (1, 4))
    }

    @Test("skewness and excess kurtosis are those of spreadsheets")
    func shape() {
        let values: ArraySlice<Double> = [3, 4, 5, 2, 3, 4, 5, 6, 4, 7]
        #expect(abs(Moments.skewness(of: values) - 0.359543071406797) < 1e-14)
        #expect(abs(Moments.kurtosis(of: values) - -0.151799637208416) < 1e-13)
    }

    @Test("equal numbers and too few have no shape")
    func flat() {
        #expect(Moments.skewness(of: [0.1, 0.1, 0.1, 0.1, 0.1, 0.1]).isNaN)
        #expect(Moments.skewness(of: [1, 2]).isNaN)
        #expect(Moments.kurtosis(of: [1, 2, 4]).isNaN)
        #expect(!Moments.skewness(of: [1, 2, 4]).isNaN)
        #expect(Moments(of: []).mean.isNaN && Moments(of: [1]).deviation.isNaN)
    }

    @Test("zeros and repetitions are counted")
    func counts() {
        let moments = Moments(of: [0, 0, 1, .nan, 2, 0])
        #expect((moments.nonZero, moments.distinct, moments.mostFrequent) == (2, 3, 3))
    }

    @Test("a quantile lies on the line between its neighbours")
    func quantiles() {
        #expect(Moments(of: [0, 10, 20]).lowerQuartile == 5)
        #expect(Moments(of: [0, 10, 20]).upperQuartile == 15)
    }

    @Test("the ASEM indicators come out as published", .enabled(if: stats != nil && raw != nil))
    func asem() throws {
        let stats = try #require(Self.stats), raw = try #require(Self.raw)
        #expect(stats.rows.count == 49)
        for row in stats.rows {
            let moments = Moments(of: raw.numbers(row[0])[...])
            let pairs = [
                (moments.minimum, "Min"), (moments.maximum, "Max"), (moments.mean, "Mean"), (moments.median, "Median"),
                (moments.deviation, "Std"), (moments.skewness, "Skew"), (moments.kurtosis, "Kurt"),
                (Double(moments.count), "N.Avail"), (Double(moments.nonZero), "N.NonZero"),
                (Double(moments.mostFrequent), "N.Same"),
            ]
            for (ours, name) in pairs {
                let theirs = stats.number(name, in: row)
                #expect(abs(ours - theirs) <= 1e-10 * max(1, abs(theirs)), "\(row[0]) \(name)")
            }
        }
    }
}
