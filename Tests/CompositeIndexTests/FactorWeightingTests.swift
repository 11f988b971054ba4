import CompositeIndex
import Testing

@Suite struct FactorWeightingTests {
    static let normalised = AsemCorpus.file("step-Normalised.csv")

    /// Two pairs that have nothing to do with one another.
    private let pairs = Parts(
        node: "n", codes: ["a", "b", "c", "d"],
        values: Table(columns: [
            [1, 1, -1, -1, 2, 2, -2, -2], [1, 1, -1, -1, 2, 2, -2, -2.5], [1, -1, 1, -1, 3, -3, 3, -3],
            [1, -1, 1, -1, 3, -3, 3, -2],
        ]))

    @Test("each part belongs to the factor it loads on, and the weights sum to 1")
    func assignment() throws {
        let found = try FactorWeighting(of: pairs)
        #expect(found.loadings.columns == 2)
        #expect(found.factors[0] == found.factors[1] && found.factors[2] == found.factors[3])
        #expect(found.factors[0] != found.factors[2])
        #expect(abs(found.weighting.weights.values.reduce(0, +) - 1) < 1e-14)
        #expect(found.weighting.problems.isEmpty)
        #expect(abs(found.shares.reduce(0, +) - found.components.shares.prefix(2).reduce(0, +)) < 1e-14)
    }

    @Test("one part alone has all the weight")
    func alone() throws {
        let found = try FactorWeighting(of: Parts(node: "n", codes: ["a"], values: Table(columns: [[1, 2, 4]])))
        #expect(found.weighting.weights == ["a": 1] && found.loadings.cells.count == 1)
    }

    @Test("where the factors explain too little, more are kept and it is said")
    func weak() throws {
        let criteria = FactorWeighting.Criteria(eigenvalue: 1, each: 0.1, together: 0.9999)
        let found = try FactorWeighting(of: pairs, criteria: criteria)
        #expect(found.loadings.columns > 2)
        #expect(found.weighting.problems.contains { $0.rule == "factors-weak" && $0.gravity == .warning })
    }

    @Test("a part that loads against its factor is named, although its weight is positive")
    func opposed() throws {
        let parts = Parts(
            node: "n", codes: ["a", "b", "c"], values: Table(columns: [[1, 2, 3, 4], [1, 2, 4, 3], [4, 3, 2, 1.5]]))
        let found = try FactorWeighting(of: parts)
        #expect(found.weighting.problems.contains { $0.rule == "factor-opposed" && $0.subjects == ["c", "n"] })
        #expect(found.weighting.weights.values.allSatisfy { $0 > 0 })
    }

    @Test("three ASEM pillars agree with an independent rotation", .enabled(if: normalised != nil))
    func asem() throws {
        let table = try #require(Self.normalised)
        let expected: [String: [String: Double]] = [
            "Physical": [
                "LPI": 0.1624825665827, "Flights": 0.0830227987911, "Ship": 0.1250276385895, "Bord": 0.0794890643728,
                "Elec": 0.1354847232089, "Gas": 0.1923394310695, "ConSpeed": 0.0765332073992, "Cov4G": 0.1456205699863,
            ],
            "Instit": [
                "CostImpEx": 0.133614183996, "Tariff": 0.1654389618951, "TBTs": 0.1652794122326, "TIRcon": 0.2091192723624,
                "RTAs": 0.1230159492181, "Visa": 0.2035322202959,
            ],
            "Environ": [
                "Renew": 0.1634660600023, "PrimEner": 0.1673051351806, "CO2": 0.2063893485783, "MatCon": 0.236830253957,
                "Forest": 0.2260092022818,
            ],
        ]
        for (node, weights) in expected {
            let codes = weights.keys.sorted()
            let found = try FactorWeighting(of: Parts(node: node, codes: codes, values: table.table(codes)))
            for code in codes {
                #expect(abs((found.weighting.weights[code] ?? .nan) - (weights[code] ?? .nan)) < 1e-7, "\(code)")
            }
        }
    }
}
