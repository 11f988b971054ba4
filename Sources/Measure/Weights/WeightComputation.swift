import Base
import CompositeIndex

/// Weights as they were computed at one revision of an edition, beside those that its method uses. Computed again from the same
/// revision they are the same.
package struct WeightComputation: Sendable {
    /// A part's share of its whole; of the first component it may be below 0.
    package struct Line: Hashable, Sendable {
        package let whole: String
        package let part: String
        package let share: Double
        /// With the weights of the method as it stands.
        package let inUse: Double
    }

    package let request: WeightRequest
    package let revision: Int
    package private(set) var lines: [Line] = []
    /// An error among them says that no index can be built with these weights.
    package private(set) var problems: [Problem] = []
    /// Of comparisons in pairs.
    package private(set) var consistency: Double?
    /// The greatest root mean squared distance from the importance that is wanted, in shares; nil for other ways.
    package private(set) var misfit: Double?
    /// Of every node that is a part: those computed over those before.
    package private(set) var weights: [String: Double]
    private var done: [String] = []
    private let from: (origins: [WeightSet.Origin], round: Int?, spread: [String: WeightSet.Spread])

    package var isSound: Bool { !lines.isEmpty && !problems.contains { $0.gravity == .error } }

    /// Throws `Problems` if the index cannot be computed, or there is nothing to weight.
    package init(_ request: WeightRequest, _ content: IndexContent, revision: Int) throws {
        self.request = request
        self.revision = revision
        guard let base = request.baseWeights(of: content) else {
            throw Problems([Problem("weight-set-unknown", [request.base], "there is no set \(request.base)")])
        }
        let set = content.weightSets.first { $0.name == request.base }
        from = (set?.origins ?? [], set?.round, set?.spread ?? [:])
        weights = base
        let wholes = request.wholes(of: content)
        guard !wholes.isEmpty else {
            throw Problems([
                Problem("weight-nothing", [request.scope.text], "there is no node with two parts or more to weight")
            ])
        }
        let usual = try content.build()
        var build = usual
        var level = 0
        for whole in wholes {
            if whole.level != level { build = try WeightComputation.built(content, weights) }
            level = whole.level
            weight(whole, build, usual)
        }
    }

    private static func built(_ content: IndexContent, _ weights: [String: Double]) throws -> Build {
        var content = content
        guard var aggregation = content.method.aggregation else { return try content.build() }
        aggregation.weights = .named("computed", weights)
        content.method.aggregation = aggregation
        return try content.build()
    }

    /// What went wrong with one whole does not keep the others from being shown.
    private mutating func weight(_ whole: Node, _ build: Build, _ usual: Build) {
        do {
            let rows = build.units.indices.filter { build.units[$0].kind == .unit }
            let parts = try Parts(of: whole.code, in: build.framework, values: build.scores.keeping(rows: rows))
            let found = try weighting(parts, whole, build, rows)
            problems += found.problems
            let shares = WeightComputation.shares(parts.codes.map { found.weights[$0] ?? 0 })
            let used = WeightComputation.shares(
                parts.codes.map { code in usual.framework.position(of: code).map { usual.weights[$0] } ?? 0 })
            for (place, code) in parts.codes.enumerated() {
                lines.append(Line(whole: whole.code, part: code, share: shares[place], inUse: used[place]))
            }
            guard shares.allSatisfy({ $0 >= 0 }) else { return }
            done.append(whole.code)
            for (place, code) in parts.codes.enumerated() { weights[code] = shares[place] }
        } catch let found as Problems {
            problems += found.list
        } catch {
            problems.append(Problem("build-failed", [], "it cannot be computed: \(error)"))
        }
    }

    private mutating func weighting(_ parts: Parts, _ whole: Node, _ build: Build, _ rows: [Int]) throws -> Weighting {
        switch request.way {
        case .component: return try .firstComponent(of: parts)
        case .factors: return try FactorWeighting(of: parts).weighting
        case .entropy: return try .entropy(of: parts)
        case .critic: return try .critic(of: parts)
        case .importance:
            let wanted = parts.codes.map { request.target == .equal ? 1 : weights[$0] ?? 0 }
            let found = try ImportanceWeighting(
                for: parts, targets: Dictionary(zip(parts.codes, wanted), uniquingKeysWith: { first, _ in first }),
                index: WeightComputation.index(parts, build, whole, rows))
            misfit = max(misfit ?? 0, found.misfit)
            return found.weighting
        case .hierarchy:
            let found = try AnalyticHierarchy(codes: parts.codes, judgements: request.judgements ?? [])
            consistency = found.consistencyRatio
            return found.weighting
        }
    }

    /// The score of the whole by weights of its parts, where it is no arithmetic mean of them.
    private static func index(
        _ parts: Parts, _ build: Build, _ whole: Node, _ rows: [Int]
    ) throws -> (([Double]) throws -> [Double])? {
        guard let level = build.method.aggregation?.level(of: whole), level.rule != .arithmetic else { return nil }
        let framework = try Framework(
            [Node(code: whole.code, level: 2, parent: nil)]
                + parts.codes.map { Node(code: $0, level: 1, parent: whole.code) })
        let data = Dataset(units: rows.map { build.units[$0] }, columns: parts.codes, values: parts.values)
        return { weights in
            let named = Dictionary(zip(parts.codes, weights), uniquingKeysWith: { first, _ in first })
            let method = Method([
                .normalise(Normalisation(.none)), .aggregate(Aggregation([level], weights: .named("tried", named))),
            ])
            return Array(try Build(data, framework: framework, method: method).scores.column(framework.index))
        }
    }

    /// So that they sum to 1; where some are below 0, without their signs.
    private static func shares(_ numbers: [Double]) -> [Double] {
        let sum = numbers.reduce(0) { $0 + abs($1) }
        return sum > 0 ? numbers.map { $0 / sum } : numbers
    }

    /// As it is kept. What a set before it says of other wholes goes along.
    package func set(_ name: String, statement: String, at now: Instant) -> WeightSet {
        let own = Set(lines.map(\.part))
        let spread = from.spread.filter { !own.contains($0.key) }
        var set = WeightSet(
            name: name, weights: weights, spread: spread, round: spread.isEmpty ? nil : from.round, statement: statement, at: now)
        let before = from.origins.compactMap { origin in
            var origin = origin
            origin.nodes.removeAll { done.contains($0) }
            return origin.nodes.isEmpty ? nil : origin
        }
        set.origins =
            before + [
                WeightSet.Origin(
                    way: request.way, nodes: done, target: request.way == .importance ? request.target : nil,
                    judgements: request.judgements, consistency: consistency, revision: revision, warnings: problems)
            ]
        set.base = request.base
        return set
    }
}
