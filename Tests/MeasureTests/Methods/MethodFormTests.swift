import CompositeIndex
import HTML
import Testing

@testable import Measure

@Suite struct MethodFormTests {
    private static let methods: [Method] = [
        IndexContent.usualMethod, MeasureDemo.content.method,
        Method(
            [
                .denominate(Denomination()), .screen(Screening(leastPresent: 0.65)), .impute(Imputation(.nearest(3))),
                .treat(Treatment(rounds: 2, transformation: .boxCox(0.5))),
                .normalise(Normalisation(.zScore(mean: 10, deviation: 2), individual: ["p1": .rank])),
                .aggregate(
                    Aggregation(
                        [
                            Aggregation.Level(.power(0.5), missing: .threshold(0.5)),
                            Aggregation.Level(.geometric, missing: .groupMean("region")),
                        ], individual: ["Q": Aggregation.Level(.median)], weights: .equal)),
            ], ranking: Ranking(decimals: 3, ties: .dense),
            overrides: [Override(unit: "AA", node: "P", score: 1, reason: "Agreed")]),
        Method([
            .normalise(Normalisation(.goalposts(factor: 100, cut: true, logarithmic: true))),
            .aggregate(Aggregation([Aggregation.Level(.benefitOfTheDoubt(Aggregation.ShareBounds(least: 0.1, most: 0.6)))])),
        ]),
        Method([
            .normalise(Normalisation(.categorical(percentiles: [0.25, 0.5, 0.75]))),
            .aggregate(Aggregation([Aggregation.Level(.copeland)])),
        ]),
    ]

    @Test("what is shown and sent again unchanged is the same method", arguments: 0..<5)
    func same(number: Int) throws {
        let method = MethodFormTests.methods[number]
        let sent = MethodForm(method, height: 3).fields.map { (name: $0.key, value: $0.value) }
        let again = try MethodForm(sent: sent).method(method, height: 3, sets: [])
        var expected = method
        // The form writes out a rule for each level, where the last one went on.
        if var aggregation = expected.aggregation {
            while aggregation.levels.count < 2 { aggregation.levels.append(aggregation.levels[aggregation.levels.count - 1]) }
            expected.aggregation = aggregation
        }
        var found = again
        if var aggregation = found.aggregation, let levels = expected.aggregation?.levels {
            while aggregation.levels.count < levels.count { aggregation.levels.append(levels[aggregation.levels.count]) }
            found.aggregation = aggregation
        }
        #expect(found == expected)
    }

    @Test("bounds of shares are typed in per cent, one or both of them")
    func bounds() throws {
        func rule(_ least: String, _ most: String) throws -> Aggregation.Rule? {
            let sent = [("rule2", "benefitOfTheDoubt"), ("least2", least), ("most2", most)]
            let method = try MethodForm(sent: sent.map { (name: $0.0, value: $0.1) }).method(
                IndexContent.usualMethod, height: 2, sets: [])
            return method.aggregation?.levels.first?.rule
        }
        #expect(try rule("", "") == .benefitOfTheDoubt(nil))
        #expect(try rule("10", "60") == .benefitOfTheDoubt(Aggregation.ShareBounds(least: 0.1, most: 0.6)))
        #expect(try rule("", "60") == .benefitOfTheDoubt(Aggregation.ShareBounds(least: 0, most: 0.6)))
        #expect(throws: Complaints("most2", "measure.refusal.number")) { try rule("10", "160") }
    }

    @Test("the choice of periods, and none where the form has no such field")
    func periods() throws {
        func scopes(_ sent: String?, before: Scopes?) throws -> Scopes? {
            var method = IndexContent.usualMethod
            method.scopes = before
            return try MethodForm(sent: sent.map { [(name: "periods", value: $0)] } ?? []).method(method, height: 2, sets: [])
                .scopes
        }
        #expect(try scopes("together", before: nil) == Scopes(normalisation: .together))
        #expect(
            try scopes("eachPeriod", before: Scopes(treatment: .together))
                == Scopes(treatment: .together, normalisation: .eachPeriod))
        #expect(try scopes("alone", before: Scopes()) == nil)
        #expect(try scopes(nil, before: Scopes()) == Scopes())
        #expect(try scopes(nil, before: nil) == nil)
    }

    @Test("numbers that are none are complained about")
    func complaints() {
        var fields = MethodForm(IndexContent.usualMethod, height: 3).fields
        fields["rounds"] = "many"
        let sent = fields.map { (name: $0.key, value: $0.value) }
        #expect(throws: Complaints("rounds", "measure.refusal.number")) {
            try MethodForm(sent: sent).method(IndexContent.usualMethod, height: 3, sets: [])
        }
    }
}
