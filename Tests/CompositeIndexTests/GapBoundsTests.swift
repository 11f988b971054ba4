import Testing

@testable import CompositeIndex

@Suite struct GapBoundsTests {
    private func build(_ rule: Imputation.Rule) throws -> Build {
        let framework = try Framework([
            Node(code: "T", level: 2, parent: nil), Node(code: "a", level: 1, parent: "T"),
            Node(code: "b", level: 1, parent: "T"),
        ])
        let data = Dataset(
            units: ["X", "Y", "Z"].map { IndexUnit(code: $0) }, columns: ["a", "b"],
            values: Table(columns: [[0, 5, 10], [2, .nan, 4]]))
        return try Build(
            data, framework: framework,
            method: Method([
                .impute(Imputation(rule)), .normalise(Normalisation(.minMax(low: 0, high: 100))),
                .aggregate(Aggregation([Aggregation.Level(.arithmetic)])),
            ]))
    }

    @Test("A missing cell may be anywhere between the lowest and the highest; a filled one too")
    func range() throws {
        for rule in [Imputation.Rule.none, .mean] {
            let build = try build(rule)
            let row = try #require(build.row(of: "Y"))
            #expect(try build.bounds(ofRow: row) == 25.0...75.0)
        }
    }

    @Test("Who was measured in full has no such range")
    func complete() throws {
        let build = try build(.none)
        #expect(try build.bounds(ofRow: try #require(build.row(of: "X"))) == nil)
    }
}
