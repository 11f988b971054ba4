import Base
import CompositeIndex
import Foundation
import Testing

@testable import Measure

/// The browser's module computes what the engine computes: both are held to the same cases (Tests/Browser/journey_index.py reads
/// the file). `PLENARIA_WRITE_CASES=1` writes it anew after a change of the engine.
@Suite struct SliderCasesTests {
    private struct Case: Encodable {
        let what: String
        let data: SliderData
        let runs: [Run]
    }
    private struct Run: Encodable {
        let weights: [String: Double]
        let scores: [String: Double?]
        let ranks: [String: Double?]
    }
    private static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Fixtures/sliders/cases.json")

    /// Six units, a gap that is filled and one that is not, an exemption, a score set by hand, a tie.
    private static func content(_ rule: Aggregation.Rule, _ missing: Aggregation.Missing, _ ties: Ranking.Ties) -> IndexContent {
        var content = MeasureStage.tiny
        content.data = IndexData(
            units: ["AA", "BB", "CC", "DD", "EE", "FF"].map {
                IndexUnit(code: $0, groups: ["region": $0 < "C" ? "north" : "south"])
            },
            columns: ["p1", "p2", "q1", "q2", "q3"],
            values: [
                [1, 2, 3, 4, 2, nil], [9, 7, 5, nil, 7, nil], [2, 8, 4, 6, 8, 3], [0.1, 0.7, nil, 0.3, 0.7, 0.2],
                [5, 6, 9, nil, 6, 1],
            ])
        content.nodes += [Node(code: "q2", level: 1, parent: "Q"), Node(code: "q3", level: 1, parent: "Q", weight: 0.3)]
        content.method = Method(
            [
                .normalise(Normalisation(.minMax(low: 1, high: 100))),
                .aggregate(Aggregation([Aggregation.Level(rule, missing: missing), Aggregation.Level(rule)])),
            ], ranking: Ranking(decimals: ties == .competition ? nil : 3, ties: ties),
            exemptions: [Exemption(node: "q2", units: ["AA"], reason: "No coast")],
            overrides: [Override(unit: "CC", node: "P", score: 50, reason: "By decision")])
        return content
    }

    private static func cases() throws -> [Case] {
        let rules: [Aggregation.Rule] = [.arithmetic, .geometric, .harmonic, .power(0.5), .power(-2), .median, .minimum]
        let missing: [(Aggregation.Missing, Ranking.Ties)] = [
            (.rescale, .competition), (.threshold(0.6), .average), (.strict, .dense), (.rescale, .last),
        ]
        let weights: [[String: Double]] = [[:], ["P": 2.5, "q1": 0.1, "q3": 4], ["p2": 0, "q2": 0, "Q": 0.75]]
        return try rules.flatMap { rule in
            try missing.map { missing, ties in
                let content = content(rule, missing, ties)
                return Case(
                    what: "\(rule), \(missing), \(ties.rawValue)", data: SliderData(try IndexSample.view(content)),
                    runs: try weights.map { try run($0, of: content) })
            }
        }
    }

    private static func run(_ weights: [String: Double], of content: IndexContent) throws -> Run {
        let view = try IndexSample.view(content.weighted(weights, over: content.nodes))
        let codes = view.counted.map { (view.build.units[$0].code, $0) }
        return Run(
            weights: weights, scores: Dictionary(uniqueKeysWithValues: codes.map { ($0, view.score($1, view.index)) }),
            ranks: Dictionary(uniqueKeysWithValues: codes.map { ($0, view.rank($1, view.index)) }))
    }

    @Test("The cases that the browser's module is held to are what the engine gives")
    func cases() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let made = try SliderCasesTests.cases()
        #expect(made.count == 28 && made.allSatisfy { $0.data.isComplete })
        let text = try made.map { String(decoding: try encoder.encode($0), as: UTF8.self) }.joined(separator: ",\n")
        let bytes = Data("[\n\(text)\n]\n".utf8)
        if ProcessInfo.processInfo.environment["PLENARIA_WRITE_CASES"] != nil {
            try FileManager.default.createDirectory(
                at: SliderCasesTests.file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try bytes.write(to: SliderCasesTests.file)
        }
        #expect(try Data(contentsOf: SliderCasesTests.file) == bytes, "the engine gives other scores than those of the file")
    }
}
