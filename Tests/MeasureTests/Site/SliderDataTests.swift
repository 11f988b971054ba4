import Base
import CompositeIndex
import Foundation
import Testing

@testable import Measure

@Suite struct SliderDataTests {
    @Test("Values keep every bit on their way through JSON; a gap is null")
    func precision() throws {
        let view = try IndexSample.view(MeasureDemo.content)
        let data = SliderData(view)
        let text = try JSONEncoder().encode(data)
        struct Read: Decodable { let values: [[Double?]], isComplete: Bool, rules: [Rule] }
        struct Rule: Decodable { let node: String, rule: String, least: Double }
        let read = try JSONDecoder().decode(Read.self, from: text)
        #expect(read.isComplete && read.values == data.values && read.values.count == 18 && read.values[0].count == 60)
        #expect(read.rules.last?.node == "SDI" && read.rules.last?.rule == "geometric")
        #expect(SliderData(try IndexSample.view()).values[1][3] == nil)
    }

    @Test("A rule of which the browser knows nothing is left to the server")
    func serverOnly() throws {
        #expect(try !SliderData(IndexSample.view(IndexSample.demo(.copeland))).isComplete)
        #expect(try !SliderData(IndexSample.view(IndexSample.demo(.arithmetic, missing: .groupMean("region")))).isComplete)
        for rule in [Aggregation.Rule.arithmetic, .geometric, .harmonic, .power(0.5), .median, .minimum] {
            #expect(try SliderData(IndexSample.view(IndexSample.demo(rule, missing: .threshold(0.6)))).isComplete)
        }
    }

    @Test("Scores set by hand and exemptions go with the values")
    func cells() throws {
        var content = MeasureStage.tiny
        content.method.overrides = [Override(unit: "AA", node: "T", score: nil, reason: "Under review")]
        content.method.exemptions = [Exemption(node: "Q", units: ["BB"], reason: "No coast")]
        let data = SliderData(try IndexSample.view(content))
        #expect(data.overrides.map(\.unit) == ["AA"] && data.overrides[0].score == nil)
        #expect(Set(data.exempt.map { $0.unit + $0.node }) == ["BBQ", "BBq1"])
    }
}
