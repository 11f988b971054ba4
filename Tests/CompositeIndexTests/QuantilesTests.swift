import Testing

@testable import CompositeIndex

@Suite("Quantiles")
struct QuantilesTests {
    @Test("type 7 lies on the line between neighbours")
    func line() {
        let values = [4.0, 1, 3, 2, .nan]
        #expect(Quantiles.of(values, 0) == 1)
        #expect(Quantiles.of(values, 0.5) == 2.5)
        #expect(abs(Quantiles.of(values, 0.05) - 1.15) < 1e-15)
        #expect(abs(Quantiles.of(values, 0.95) - 3.85) < 1e-15)
        #expect(Quantiles.of(values, 1) == 4)
    }

    @Test("of one value it is the value, of none it is missing")
    func few() {
        #expect(Quantiles.of([7], 0.3) == 7)
        #expect(Quantiles.of([.nan], 0.3).isNaN)
    }
}
