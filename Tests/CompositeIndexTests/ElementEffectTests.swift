import Testing

@testable import CompositeIndex

@Suite("Element effect")
struct ElementEffectTests {
    @Test("without a node the index is the one of the smaller framework; what the method says of it is left out")
    func removed() throws {
        var method = SmallIndex.method
        method.overrides = [Override(unit: "U", node: "b2", score: 5, reason: "x")]
        method.steps[2] = .normalise(Normalisation(.minMax(low: 1, high: 100), individual: ["b1": .rank]))
        let framework = try SmallIndex.framework()
        let effects = try ElementEffect.removing(["B", "a2"], from: SmallIndex.data, framework: framework, method: method)
        #expect(effects.map(\.code) == ["B", "a2"])
        let other = try Build(
            SmallIndex.data, framework: framework.removing("B"),
            method: Method([
                .impute(Imputation(.mean)), .treat(Treatment(rounds: 1)), .normalise(Normalisation(.minMax(low: 1, high: 100))),
                .aggregate(Aggregation([Aggregation.Level(.arithmetic)])),
            ]))
        #expect(effects[0].comparison.rows.map(\.score) == other.units.map { other.score(of: $0.code, "X") })
        #expect(effects[0].comparison.meanShift ?? 0 > 0)
        #expect(
            try ElementEffect.removing(["B", "a2"], from: SmallIndex.data, framework: framework, method: method, workers: 2)
                == effects)
    }

    @Test("adding what was removed gives the index back")
    func added() throws {
        let framework = try SmallIndex.framework()
        let small = try framework.removing("a2")
        let node = try #require(framework.nodes.first { $0.code == "a2" })
        let (data, method) = (SmallIndex.data, SmallIndex.method)
        let effect = try ElementEffect.adding([node], to: data, framework: small, method: method)[0]
        let removal = try ElementEffect.removing(["a2"], from: data, framework: framework, method: method)[0]
        for (one, other) in zip(effect.comparison.rows, removal.comparison.rows) {
            #expect(one.unit == other.unit && one.nominalRank == other.rank && one.rank == other.nominalRank)
            #expect(abs((one.score ?? .nan) - (other.nominalScore ?? .nan)) < 1e-12)
        }
        #expect(effect.comparison.meanShift == removal.comparison.meanShift)
    }

    @Test("unknown nodes, the index itself, and a candidate without a place are refused")
    func refused() throws {
        let framework = try SmallIndex.framework()
        let problems = #expect(throws: Problems.self) {
            try ElementEffect.removing(["nobody", "X"], from: SmallIndex.data, framework: framework, method: SmallIndex.method)
        }
        #expect(problems?.list.map(\.rule) == ["node-unknown", "element-index"])
        let added = #expect(throws: Problems.self) {
            try ElementEffect.adding(
                [Node(code: "c", level: 1, parent: "C")], to: SmallIndex.data, framework: framework, method: SmallIndex.method)
        }
        #expect(added?.list.map(\.rule) == ["node-orphan"])
    }

    @Test("COINr's mean shifts without each of the eight pillars come out", .enabled(if: AsemIndex.isThere))
    func corpus() throws {
        let file = try #require(AsemCorpus.file("remove-elements-level2.csv"))
        let effects = try ElementEffect.removingEach(
            level: 2, from: AsemIndex.data(), framework: AsemIndex.framework(), method: Method(AsemIndex.steps))
        let expected = Dictionary(uniqueKeysWithValues: zip(file.texts("element"), file.numbers("MeanAbsDiff")))
        #expect(effects.count == 8)
        for effect in effects {
            #expect(abs((effect.comparison.meanShift ?? .nan) - (expected[effect.code] ?? .nan)) < 1e-10)
            #expect((effect.comparison.correlation ?? 0) > 0.8)
        }
    }
}
