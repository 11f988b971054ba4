import CompositeIndex
import Foundation
import Testing

@Suite("A method in JSON")
struct MethodTests {
    static let everything = Method(
        [
            .denominate(Denomination(scales: ["a": 1000])),
            .impute(
                Imputation(
                    .groupMean("region"),
                    individual: [
                        "a": .none, "b": .mean, "c": .median, "d": .groupMedian("income"), "e": .constant(2), "f": .latest,
                        "g": .linear,
                        "h": .nearest(5), "i": .expectationMaximisation,
                    ])),
            .screen(
                Screening(leastPresent: 0.6, leastNonZero: 0.2, included: ["X": "asked for"], excluded: ["Y": "not measured"])),
            .treat(
                Treatment(
                    rule: Treatment.Rule(skewness: 2.25, kurtosis: 4), rounds: 3, transformation: .boxCox(0.5),
                    keepsWinsorised: true,
                    individual: ["a": .none, "b": .winsorise(2), "c": .transform(.logGII), "d": .transform(.logTwoSided)])),
            .normalise(
                Normalisation(
                    .minMax(low: 1, high: 100),
                    individual: [
                        "a": .none, "b": .zScore(mean: 10, deviation: 2), "c": .scaled(from: 1, to: 7, factor: 100), "d": .rank,
                        "e": .percentileRank, "f": .borda, "g": .distanceToMaximum,
                        "h": .distanceToReference(unit: "GBR", capped: true),
                        "i": .distanceToTarget(capped: true), "j": .goalposts(factor: 100, cut: true, logarithmic: true),
                        "k": .fractionOfMaximum, "l": .categorical(percentiles: [0.25, 0.5, 0.75]),
                        "m": .aboveBelowMean(threshold: 0.2),
                        "n": .centred(at: 100, span: 60),
                    ])),
            .aggregate(
                Aggregation(
                    [
                        Aggregation.Level(.arithmetic), Aggregation.Level(.geometric, missing: .threshold(0.8)),
                        Aggregation.Level(.power(0.5), missing: .strict),
                    ],
                    individual: [
                        "A": Aggregation.Level(.harmonic, missing: .groupMean("region")), "B": Aggregation.Level(.median),
                        "C": Aggregation.Level(.minimum), "D": Aggregation.Level(.copeland),
                        "E": Aggregation.Level(.mazziottaPareto(.positive)), "F": Aggregation.Level(.benefitOfTheDoubt(nil)),
                        "G": Aggregation.Level(.benefitOfTheDoubt(Aggregation.ShareBounds(least: 0.1, most: 0.4))),
                        "H": Aggregation.Level(.adjustedMazziottaPareto(.negative)),
                    ], weights: .named("experts", ["A": 2]))),
        ], ranking: Ranking(decimals: 3, ties: .average),
        exemptions: [Exemption(node: "A", units: ["X"], reason: "no coast", isGap: true)],
        overrides: [Override(unit: "X", node: "index", score: 0, reason: "by the publisher")],
        scopes: Scopes(treatment: .together, normalisation: .eachPeriod))

    @Test("every choice comes back as it went")
    func roundTrip() throws {
        let text = try JSONEncoder().encode(MethodTests.everything)
        #expect(try JSONDecoder().decode(Method.self, from: text) == MethodTests.everything)
        #expect(!String(decoding: text, as: UTF8.self).contains("_0"), "no names that only a compiler knows")
    }

    @Test("a method by hand says only what it must")
    func short() throws {
        let text = """
            {"steps": [{"impute": {"rule": {"groupMean": "region"}}}, "treat", {"normalise": {"rule": "minMax"}},
             {"aggregate": {"levels": [{"rule": "arithmetic"}, {"rule": {"power": 0.5}, "missing": {"threshold": 0.8}}]}}]}
            """
        let method = try JSONDecoder().decode(Method.self, from: Data(text.utf8))
        #expect(
            method
                == Method([
                    .impute(Imputation(.groupMean("region"))), .treat(Treatment()),
                    .normalise(Normalisation(.minMax(low: 0, high: 100))),
                    .aggregate(
                        Aggregation([
                            Aggregation.Level(.arithmetic), Aggregation.Level(.power(0.5), missing: .threshold(0.8)),
                        ])),
                ]))
    }

    @Test(
        "what is no method is refused with what was expected",
        arguments: [
            (#"{"steps": ["shake"]}"#, "shake"), (#"{"steps": [{"impute": {"rule": "guess"}}]}"#, "guess"),
            (#"{"steps": [{"impute": {"rule": "groupMean"}}]}"#, "needs a value"),
            (#"{"steps": [{"normalise": {"rule": {"distanceToReference": {}}}}]}"#, "needs “unit”"),
            (#"{"steps": [{"impute": {"rule": "mean"}, "screen": {}}]}"#, "expected one choice"),
        ])
    func refused(_ text: String, _ word: String) {
        do {
            _ = try JSONDecoder().decode(Method.self, from: Data(text.utf8))
            Issue.record("\(text) was taken")
        } catch {
            #expect("\(error)".contains(word), "\(error)")
        }
    }
}

@Suite("Factors in JSON")
struct FactorCodingTests {
    @Test("every kind of alternative comes back as it went, without names that only a compiler knows")
    func roundTrip() throws {
        let factors = [
            Factor("a", .denomination([Denomination(), Denomination(scales: ["x": 2])])),
            Factor("b", .imputation([Imputation(.mean)])),
            Factor("c", .screening([Screening(leastPresent: 0.5)])),
            Factor("d", .treatment([Treatment(rounds: 1), Treatment(transformation: nil)])),
            Factor("e", .normalisation([Normalisation(.rank), Normalisation(.minMax(low: 1, high: 100))])),
            Factor("f", .rule([.arithmetic, .power(2)], level: 2)),
            Factor("g", .missing([.strict, .threshold(0.5)], level: nil)),
            Factor("h", .weights([.equal, .named("experts", ["A": 2])])), Factor("i", .noise(node: "A", share: 0.25)),
            Factor("j", .ranking([Ranking(decimals: 1)])),
        ]
        let text = try JSONEncoder().encode(factors)
        #expect(try JSONDecoder().decode([Factor].self, from: text) == factors)
        #expect(!String(decoding: text, as: UTF8.self).contains("_0"))
    }
}
