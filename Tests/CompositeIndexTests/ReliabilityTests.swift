import CompositeIndex
import Testing

@Suite struct ReliabilityTests {
    static let raw = AsemCorpus.file("step-Raw.csv"), normalised = AsemCorpus.file("step-Normalised.csv")

    @Test("columns that differ by a constant are one thing, and uncorrelated ones are none")
    func ends() {
        #expect(abs(Reliability.alpha(of: Table(columns: [[1, 2, 3], [4, 5, 6], [0, 1, 2]])) - 1) < 1e-15)
        #expect(abs(Reliability.alpha(of: Table(columns: [[1, 1, -1, -1], [1, -1, 1, -1]]))) < 1e-15)
        #expect(Reliability.alpha(of: Table(columns: [[1, 2, 3]])).isNaN)
    }

    @Test("without the column that is foreign to the others, α is higher")
    func foreign() {
        let values = Table(columns: [[1, 2, 3, 4], [1, 2, 4, 3], [2, 1, 3, 4], [1, -1, -1, 1]])
        let all = Reliability.alpha(of: values), without = Reliability.alphaWithoutEach(of: values)
        #expect(without[3] > all && without[0] < all)
        #expect(without[3] == Reliability.alpha(of: values.keeping(columns: [0, 1, 2])))
    }

    @Test("α of every node of the ASEM index, raw and normalised", .enabled(if: raw != nil && normalised != nil))
    func asem() throws {
        let raw = try #require(Self.raw), normalised = try #require(Self.normalised)
        let framework = try #require(AsemCorpus.framework), expected = try #require(AsemCorpus.file("cronbach.csv"))
        #expect(expected.rows.count == 11)
        for row in expected.rows {
            let node = try #require(framework.position(of: row[0]))
            let codes = framework.indicators(under: node).map { framework.nodes[$0].code }
            let alpha = expected.number("alpha_raw", in: row), other = expected.number("alpha_norm", in: row)
            #expect(abs(Reliability.alpha(of: raw.table(codes)) - alpha) < 1e-10, "\(row[0])")
            #expect(abs(Reliability.alpha(of: normalised.table(codes)) - other) < 1e-12, "\(row[0])")
        }
    }
}
