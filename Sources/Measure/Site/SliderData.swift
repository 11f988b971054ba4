import Base
import CompositeIndex

/// What a browser needs to compute the scores itself: normalised values at full precision, the tree, and the rule of each whole.
/// `isComplete` is false where a rule needs the whole engine; then the form is answered by the server.
package struct SliderData: Encodable, Sendable {
    package struct Part: Encodable, Sendable {
        package let code: String
        package let parent: String?
        package let level: Int
        package let weight: Double
        package let isIndicator: Bool
    }
    package struct Rule: Encodable, Sendable {
        package let node: String
        /// `arithmetic`, `geometric`, `harmonic`, `power`, `median`, `minimum`; empty for one that is not among them.
        package let rule: String
        /// The exponent of a power mean.
        package let power: Double?
        /// The least share of the parts, by number, that must be there: 0 rescales, 1 is strict.
        package let least: Double
    }
    package struct Unit: Encodable, Sendable {
        package let code: String
        package let name: String
    }
    package struct Cell: Encodable, Sendable {
        package let unit: String
        package let node: String
        package let score: Double?
    }
    package struct Ranks: Encodable, Sendable {
        package let decimals: Int?
        package let ties: String
    }

    package let edition: String
    package let digest: String?
    package let program: String?
    package let isComplete: Bool
    package let index: String
    /// Those of one level stand in the order of the framework.
    package let parts: [Part]
    /// Parts before the wholes.
    package let rules: [Rule]
    package let units: [Unit]
    package let indicators: [String]
    /// Indicator by indicator, in the order of the units; null is a missing cell.
    package let values: [[Double?]]
    package let exempt: [Cell]
    package let overrides: [Cell]
    package let ranking: Ranks
    package let scale: [Double]

    package init(_ view: IndexView) {
        let framework = view.framework, build = view.build
        edition = view.edition.slug
        digest = view.edition.seal?.digest
        program = view.edition.seal?.program
        index = framework.nodes[framework.index].code
        parts = framework.nodes.enumerated().map { place, node in
            Part(
                code: node.code, parent: node.parent, level: node.level, weight: build.weights[place],
                isIndicator: framework.children[place].isEmpty)
        }
        let aggregation = build.method.aggregation
        rules = framework.aggregates.map { node in
            SliderData.rule(framework.nodes[node].code, aggregation?.level(of: framework.nodes[node]))
        }
        isComplete = SliderData.isKnown(build)
        units = view.counted.map { Unit(code: build.units[$0].code, name: build.units[$0].name) }
        indicators = framework.indicators.map { framework.nodes[$0].code }
        let normalised = build[stage: .normalised]?.table
        values = framework.indicators.indices.map { column in
            view.counted.map { row in normalised.flatMap { IndexView.there($0[row, column]) } }
        }
        exempt = view.counted.flatMap { row in
            framework.nodes.indices.filter { build.marks[row, $0].contains(.exempt) }.map {
                Cell(unit: build.units[row].code, node: framework.nodes[$0].code, score: nil)
            }
        }
        overrides = build.method.overrides.map { Cell(unit: $0.unit, node: $0.node, score: $0.score) }
        ranking = Ranks(decimals: build.method.ranking.decimals, ties: build.method.ranking.ties.rawValue)
        scale = [view.scale.lowerBound, view.scale.upperBound]
    }

    /// Whether the browser's module has all rules of the method.
    package static func isKnown(_ build: Build) -> Bool {
        guard let aggregation = build.method.aggregation else { return false }
        return build.framework.aggregates.allSatisfy { node in
            let level = aggregation.level(of: build.framework.nodes[node])
            if case .groupMean = level.missing { return false }
            return !rule("", level).rule.isEmpty
        }
    }

    private static func rule(_ node: String, _ level: Aggregation.Level?) -> Rule {
        var power: Double?
        let name: String
        switch level?.rule {
        case .arithmetic: name = "arithmetic"
        case .geometric: name = "geometric"
        case .harmonic: name = "harmonic"
        case .power(let exponent): (name, power) = ("power", exponent)
        case .median: name = "median"
        case .minimum: name = "minimum"
        default: name = ""
        }
        let least: Double
        switch level?.missing {
        case .threshold(let share): least = share
        case .strict: least = 1
        default: least = 0
        }
        return Rule(node: node, rule: name, power: power, least: least)
    }
}
