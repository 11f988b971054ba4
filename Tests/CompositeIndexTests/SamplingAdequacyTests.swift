import CompositeIndex
import Testing

@Suite struct SamplingAdequacyTests {
    static let normalised = AsemCorpus.file("step-Normalised.csv")

    @Test("two columns always have a measure of a half")
    func pair() throws {
        let found = try SamplingAdequacy(of: Table(columns: [[1, 2, 3, 4, .nan], [1, 3, 2, 4, 1]]), codes: ["a", "b"])
        #expect(abs(found.overall - 0.5) < 1e-14 && found.count == 4 && found.degrees == 1)
        // -(4 - 1 - 9/6) ln(1 - 0.8²)
        #expect(abs(found.sphericity - 1.532476871297972) < 1e-13)
    }

    @Test("columns that follow from others are named")
    func dependent() {
        let values = Table(columns: [[1, 2, 3, 4], [1, 3, 2, 4], [1, 1, 1, 1]])
        let error = #expect(throws: Problems.self) { try SamplingAdequacy(of: values, codes: ["a", "b", "c"]) }
        #expect(error?.list.map(\.rule) == ["adequacy-dependent"])
        let sum = Table(columns: [[0.1, 0.2, 0.35, 0.4, 0.1], [0.3, 0.1, 0.2, 0.7, 0.9], [0.4, 0.3, 0.55, 1.1, 1]])
        #expect(throws: Problems.self) { try SamplingAdequacy(of: sum, codes: ["a", "b", "c"]) }
        let alone = #expect(throws: Problems.self) { try SamplingAdequacy(of: Table(columns: [[1, 2]]), codes: ["a"]) }
        #expect(alone?.list.map(\.rule) == ["adequacy-alone"])
    }

    @Test("two ASEM pillars agree with independent algebra", .enabled(if: normalised != nil))
    func asem() throws {
        let table = try #require(Self.normalised)
        let physical = ["LPI", "Flights", "Ship", "Bord", "Elec", "Gas", "ConSpeed", "Cov4G"]
        let one = try SamplingAdequacy(of: table.table(physical), codes: physical)
        #expect(abs(one.overall - 0.6169301857227896) < 1e-12)
        #expect(abs(one.columns[0] - 0.61735293) < 1e-8 && abs(one.columns[1] - 0.87058033) < 1e-8)
        #expect(abs(one.sphericity - 119.00775128368907) < 1e-9 && one.degrees == 28)
        #expect(abs(one.p / 3.4449845133460054e-13 - 1) < 1e-9)
        let environment = ["Renew", "PrimEner", "CO2", "MatCon", "Forest"]
        let other = try SamplingAdequacy(of: table.table(environment), codes: environment)
        #expect(abs(other.overall - 0.6699520184974719) < 1e-12)
        #expect(abs(other.p / 7.792825470796778e-12 - 1) < 1e-9)
    }
}
