import CompositeIndex
import Testing

@Suite("Who is in the index")
struct ScreeningTests {
    private let gap = Double.nan

    private func kept(_ screening: Screening, exemptions: [Exemption] = []) throws -> ([String], [ScreeningRecord]) {
        let small = try SmallData([[1, 2, gap, 4], [1, gap, gap, 0], [1, 2, 3, 0]])
        let method = Method(
            [.screen(screening), .aggregate(Aggregation([Aggregation.Level(.arithmetic)]))], exemptions: exemptions)
        let build = try Build(small.data, framework: small.framework, method: method)
        return (build.units.map(\.code), build.screening)
    }

    @Test("by the share of values that are there, and of those that are not 0; the bound itself is enough")
    func shares() throws {
        #expect(try kept(Screening(leastPresent: 0.5)).0 == ["u0", "u1", "u3"])
        #expect(try kept(Screening(leastPresent: 2.0 / 3)).0 == ["u0", "u1", "u3"])
        #expect(try kept(Screening(leastPresent: 0.7)).0 == ["u0", "u3"])
        #expect(try kept(Screening(leastNonZero: 0.5)).0 == ["u0", "u1", "u2"])
        #expect(try kept(Screening()).0.count == 4)
    }

    @Test("or by hand, with the reason on record")
    func byHand() throws {
        let (units, records) = try kept(
            Screening(leastPresent: 0.7, included: ["u2": "asked for"], excluded: ["u0": "not measured"]))
        #expect(units == ["u2", "u3"])
        #expect(records.map(\.verdict) == [.excluded, .tooFewValues, .included, .kept])
        #expect(records[0].reason == "not measured" && records[2].reason == "asked for")
        #expect(records[2].present == 1 && records[2].all == 3)
        #expect(SmallData.refusal { try kept(Screening(excluded: ["u9": "?"])) } == ["unit-unknown"])
    }

    @Test("what does not concern a unit is not missing")
    func exempt() throws {
        let exemption = Exemption(node: "b", units: ["u1"], reason: "no coast")
        #expect(try kept(Screening(leastPresent: 1), exemptions: [exemption]).0 == ["u0", "u1", "u3"])
        let gap = Exemption(node: "b", units: ["u1"], reason: "not used", isGap: true)
        #expect(try kept(Screening(leastPresent: 1), exemptions: [gap]).0 == ["u0", "u3"])
        #expect(
            SmallData.refusal { try kept(Screening(), exemptions: [Exemption(node: "z", units: [], reason: "")]) } == [
                "node-unknown"
            ])
    }
}
