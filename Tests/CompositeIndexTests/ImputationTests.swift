import CompositeIndex
import Testing

@Suite("What gaps are filled with")
struct ImputationTests {
    private let gap = Double.nan

    private func column(_ rule: Imputation.Rule, _ columns: [[Double]], groups: [String] = []) throws -> [Double] {
        let build = try SmallData(columns, groups: groups).build([.impute(Imputation(rule))])
        return Array(try #require(build[stage: .imputed]).table.column(0))
    }

    @Test("mean, median and a constant; what is there stays")
    func whole() throws {
        #expect(try column(.mean, [[1, gap, 3, 8]]) == [1, 4, 3, 8])
        #expect(try column(.median, [[1, gap, 3, 8]]) == [1, 3, 3, 8])
        #expect(try column(.constant(0), [[1, gap, 3, 8]]) == [1, 0, 3, 8])
        #expect(try column(.none, [[1, gap, 3, 8]])[1].isNaN)
    }

    @Test("the mean and the median of the group; a group without values fills nothing")
    func groups() throws {
        let groups = ["n", "n", "s", "s", "n", "w"]
        #expect(try column(.groupMean("region"), [[1, gap, 9, 9, 3, 5]], groups: groups)[1] == 2)
        #expect(try column(.groupMedian("region"), [[1, gap, 9, 9, 3, 5]], groups: groups)[1] == 2)
        #expect(try column(.groupMean("region"), [[1, 2, 9, 9, 3, gap]], groups: groups)[5].isNaN)
        #expect(SmallData.refusal { try column(.groupMean("income"), [[1, gap]], groups: ["n", "s"]) } == ["grouping-unknown"])
    }

    @Test("the units most alike over what both have")
    func nearest() throws {
        // u0 is like u1 and u2 in b and c, far from u3.
        let columns = [[gap, 10, 20, 100], [1, 1.1, 0.9, 9], [5, 5.1, 4.9, gap]]
        #expect(try column(.nearest(2), columns)[0] == 15)
        #expect(try abs(column(.nearest(3), columns)[0] - 130.0 / 3) < 1e-12)
        #expect(SmallData.refusal { try column(.nearest(0), columns) }.first == "nearest-none")
    }

    @Test("expectation-maximisation finds a relation that is exact, and the means of what it cannot relate")
    func expectation() throws {
        let x = (0..<12).map { Double($0 * $0 % 13) }
        var y = x.map { 3 * $0 + 1 }
        let truth = y[5]
        y[5] = gap
        let filled = try column(.expectationMaximisation, [y, x])
        #expect(abs(filled[5] - truth) < 1e-4)
        #expect(filled.indices.allSatisfy { $0 == 5 || filled[$0] == y[$0] })
    }

    @Test("expectation-maximisation is a maximum of the likelihood: complete rows alone would say something else")
    func likelihood() throws {
        // Two indicators, the second known for half: the regression of b on a, from Little and Rubin's factored likelihood.
        let a: [Double] = [1, 2, 3, 4, 5, 6, 7, 8]
        let b: [Double] = [1.2, 1.9, 3.2, 3.8, gap, gap, gap, gap]
        let filled = try column(.expectationMaximisation, [b, a])
        // Least squares over the four pairs: slope 0.91, intercept 0.25.
        for row in 4..<8 { #expect(abs(filled[row] - (0.25 + 0.91 * a[row])) < 1e-6) }
    }

    @Test("in a panel: the last value before, or the line between two")
    func panel() throws {
        func filled(_ rule: Imputation.Rule, _ series: [Double]) throws -> [Double] {
            let small = try SmallData([[1, 2]])
            let panel = Panel(
                series.enumerated().map { year, value in
                    Panel.Edition(
                        period: "\(2020 + year)",
                        data: Dataset(units: small.data.units, columns: ["a"], values: Table(columns: [[value, 7]])))
                })
            let method = Method([.impute(Imputation(rule)), .aggregate(Aggregation([Aggregation.Level(.arithmetic)]))])
            return try PanelBuild(panel, framework: small.framework, method: method).builds.map {
                $0.score(of: "u0", "I") ?? .nan
            }
        }
        #expect(try filled(.latest, [1, gap, gap, 4]) == [1, 1, 1, 4])
        #expect(try filled(.latest, [gap, 2, gap, 4])[0].isNaN)
        #expect(try filled(.linear, [1, gap, gap, 4]) == [1, 2, 3, 4])
        #expect(try filled(.linear, [gap, 2, gap, 4]) == [2, 2, 3, 4])
    }

    @Test("an indicator may follow a rule of its own")
    func individual() throws {
        let small = try SmallData([[1, gap, 3], [1, gap, 3]])
        let build = try small.build([.impute(Imputation(.mean, individual: ["b": .none]))])
        #expect(build.score(of: "u1", "a") == 2 && build.score(of: "u1", "b") == nil)
        #expect(SmallData.refusal { try small.build([.impute(Imputation(.mean, individual: ["z": .none]))]) } == ["node-unknown"])
    }
}
