import Base
import CompositeIndex
import Testing

@testable import Measure

@Suite struct WeightAddressTests {
    private let nodes = ["T", "A", "B", "c,d:e", "É"].map { Node(code: $0, level: 1, parent: nil) }

    @Test("Codes and weights are read from the address")
    func reads() {
        let address = WeightAddress("A:2,B:0.5,T:1e-3", nodes: nodes)
        #expect(address.weights == ["A": 2, "B": 0.5, "T": 0.001] && address.unread.isEmpty)
    }

    @Test(
        "What cannot be read is named and left out",
        arguments: ["A:-1", "A:nan", "A:inf", "A:1e9", "A:0x10", "A", "A:", "Z:1", ":1", "A:1:2", "A: 1", "%ZZ:1"])
    func unread(part: String) {
        let address = WeightAddress("B:1,\(part)", nodes: nodes)
        #expect(address.weights == ["B": 1] && address.unread == [part])
    }

    @Test("The address is written in the order of the framework, without what is published anyway, and read again")
    func writes() {
        let address = WeightAddress(["B": 0.1, "A": 2, "c,d:e": 3, "É": 1.25, "T": 1])
        let text = address.text(nodes, published: [1, 1, 1, 1, 1])
        #expect(text == "A:2,B:0.1,c%2Cd%3Ae:3,%C3%89:1.25")
        #expect(WeightAddress(text, nodes: nodes).weights == ["B": 0.1, "A": 2, "c,d:e": 3, "É": 1.25])
    }

    @Test("The fields of the plain form are the same weights; an empty one keeps the published")
    func fields() throws {
        let address = try #require(
            WeightAddress(fields: [("w-A", "2,5"), ("w-B", " "), ("w-Z", "1"), ("w-T", "many"), ("lang", "en")], nodes: nodes))
        #expect(address.weights == ["A": 2.5] && address.unread == ["Z:1", "T:many"])
        #expect(WeightAddress(fields: [("w", "A:1")], nodes: nodes) == nil)
    }

    @Test("Every double survives the way through the address")
    func roundTrip() {
        var state: UInt64 = 7
        for _ in 0..<500 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let weight = Double(state >> 11) * 0x1p-53 * 1000
            let text = WeightAddress(["A": weight]).text(nodes, published: [1, 1, 1, 1, 1])
            #expect(WeightAddress(text, nodes: nodes).weights["A"] == weight)
        }
    }

    @Test("A reader's weights stand over those of the edition, whatever the edition's come from")
    func weighted() throws {
        var content = MeasureStage.tiny
        for weights in [Aggregation.Weights.framework, .equal, .named("experts", ["P": 3])] {
            content.method.aggregation = Aggregation([Aggregation.Level(.arithmetic)], weights: weights)
            let build = try content.weighted(["Q": 0], over: content.nodes).build()
            for unit in build.units.map(\.code) { #expect(build.score(of: unit, "T") == build.score(of: unit, "P")) }
            #expect(content.weighted([:], over: content.nodes) == content)
        }
        content.method.aggregation = Aggregation([Aggregation.Level(.arithmetic)], weights: .named("experts", ["P": 3]))
        let kept = try content.weighted(["p1": 2], over: content.nodes).build()
        #expect(kept.weights[try #require(kept.framework.position(of: "P"))] == 3)
        #expect(throws: Problems.self) { try content.weighted(["P": 0, "Q": 0], over: content.nodes).build() }
    }
}
