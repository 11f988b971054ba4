import Base
import CompositeIndex
import HTML
import People

/// The form of a method: each step's choice and its numbers. Rules for single indicators, exemptions and scores set by hand are
/// not in it and stay as they were.
package struct MethodForm: Sendable {
    package private(set) var fields: [String: String]
    package subscript(_ name: String) -> String { fields[name] ?? "" }

    package init(sent fields: [(name: String, value: String)]) {
        self.fields = Dictionary(fields.map { ($0.name, singleLine($0.value)) }, uniquingKeysWith: { first, _ in first })
    }

    /// Levels that have a rule of their own: 2, 3, … up to the index.
    package init(_ method: Method, height: Int) {
        fields = MethodChoice.fields(method)
        for step in method.steps { fields.merge(MethodChoice.fields(step)) { _, new in new } }
        let levels = method.aggregation?.levels ?? []
        for level in 2...max(2, height) {
            guard let rule = levels.isEmpty ? nil : levels[min(level - 2, levels.count - 1)] else { continue }
            for (name, value) in MethodChoice.fields(rule) { fields["\(name)\(level)"] = value }
        }
    }

    package func method(_ before: Method, height: Int, sets: [WeightSet]) throws -> Method {
        var complaints = Complaints()
        func number(_ name: String, _ usual: Double, _ range: ClosedRange<Double> = -1e15...1e15) -> Double {
            if self[name].isEmpty { return usual }
            guard let number = NumberText.number(self[name]), range.contains(number) else {
                complaints.add(name, "measure.refusal.number")
                return usual
            }
            return number
        }
        var steps: [Step] = []
        if self["denominate"] == "yes" { steps.append(.denominate(before.denomination ?? Denomination())) }
        if self["screen"] == "yes" {
            var screening = before.screening ?? Screening()
            screening.leastPresent = self["leastPresent"].isEmpty ? nil : number("leastPresent", 65, 0...100) / 100
            screening.leastNonZero = self["leastNonZero"].isEmpty ? nil : number("leastNonZero", 0, 0...100) / 100
            steps.append(.screen(screening))
        }
        if let rule = imputation(number) {
            steps.append(.impute(Imputation(rule, individual: before.imputation?.individual ?? [:])))
        }
        if self["treat"] == "yes" {
            steps.append(
                .treat(
                    Treatment(
                        rule: Treatment.Rule(
                            skewness: number("skewness", 2, 0...100), kurtosis: number("kurtosis", 3.5, 0...1000)),
                        rounds: Int(number("rounds", 5, 0...100)), transformation: transformation(number),
                        keepsWinsorised: self["keepsWinsorised"] == "yes", individual: before.treatment?.individual ?? [:])))
        }
        steps.append(
            .normalise(
                Normalisation(
                    normalisation(number, before.normalisation?.rule), individual: before.normalisation?.individual ?? [:])))
        let levels = (2...max(2, height)).map { level in
            Aggregation.Level(rule(level, number, before.aggregation), missing: missing(level, number))
        }
        steps.append(
            .aggregate(
                Aggregation(levels, individual: before.aggregation?.individual ?? [:], weights: weights(sets, &complaints))))
        let decimals = self["decimals"].isEmpty ? nil : Int(number("decimals", 2, 0...15))
        let ties = Ranking.Ties(rawValue: self["ties"]) ?? .competition
        guard complaints.isEmpty else { throw complaints }
        return Method(
            MethodForm.inOldOrder(steps, before.steps), ranking: Ranking(decimals: decimals, ties: ties),
            exemptions: before.exemptions, overrides: before.overrides, scopes: scopes(before.scopes))
    }

    /// A form without the choice, for data of one period, leaves it as it was.
    private func scopes(_ before: Scopes?) -> Scopes? {
        switch self["periods"] {
        case "alone": nil
        case let name:
            Scopes.Scope(rawValue: name).map { Scopes(treatment: before?.treatment ?? .eachPeriod, normalisation: $0) } ?? before
        }
    }

    /// Who imputed before screening goes on doing so: the order is a choice as well.
    private static func inOldOrder(_ steps: [Step], _ before: [Step]) -> [Step] {
        let order = Dictionary(before.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
        guard steps.allSatisfy({ order[$0.name] != nil }) else { return steps }
        return steps.sorted { (order[$0.name] ?? 0) < (order[$1.name] ?? 0) }
    }

    private typealias Numbers = (String, Double, ClosedRange<Double>) -> Double

    private func imputation(_ number: Numbers) -> Imputation.Rule? {
        let grouping = self["imputeGroup"]
        switch self["impute"] {
        case "mean": return .mean
        case "median": return .median
        case "groupMean": return .groupMean(grouping)
        case "groupMedian": return .groupMedian(grouping)
        case "constant": return .constant(number("imputeValue", 0, -1e15...1e15))
        case "latest": return .latest
        case "linear": return .linear
        case "nearest": return .nearest(Int(number("imputeNearest", 5, 1...1000)))
        case "expectationMaximisation": return .expectationMaximisation
        default: return nil
        }
    }

    private func transformation(_ number: Numbers) -> Treatment.Transformation? {
        switch self["transformation"] {
        case "log": .log
        case "logPlusOne": .logPlusOne
        case "logTwoSided": .logTwoSided
        case "logGII": .logGII
        case "boxCox": .boxCox(number("lambda", 0, -10...10))
        default: nil
        }
    }

    private func normalisation(_ number: Numbers, _ old: Normalisation.Rule?) -> Normalisation.Rule {
        let isCut = self["cut"] == "yes"
        switch self["normalise"] {
        case "zScore": return .zScore(mean: number("mean", 0, -1e9...1e9), deviation: number("deviation", 1, 1e-9...1e9))
        case "rank": return .rank
        case "percentileRank": return .percentileRank
        case "borda": return .borda
        case "distanceToMaximum": return .distanceToMaximum
        case "distanceToReference": return .distanceToReference(unit: self["reference"], capped: isCut)
        case "distanceToTarget": return .distanceToTarget(capped: isCut)
        case "goalposts":
            return .goalposts(factor: number("factor", 100, 1e-9...1e9), cut: isCut, logarithmic: self["logarithmic"] == "yes")
        case "fractionOfMaximum": return .fractionOfMaximum
        case "aboveBelowMean": return .aboveBelowMean(threshold: number("threshold", 0.1, 0...1))
        case "categorical":
            let shares = self["percentiles"].split(separator: " ").compactMap { NumberText.number(String($0)) }.map { $0 / 100 }
            return .categorical(percentiles: shares.filter { (0...1).contains($0) }.sorted())
        case "none": return .none
        case MethodChoice.kept: return old ?? .none
        default: return .minMax(low: number("low", 0, -1e9...1e9), high: number("high", 100, -1e9...1e9))
        }
    }

    /// What a rule says besides its name and is not in the form stays, as long as it is the same rule.
    private func rule(_ level: Int, _ number: Numbers, _ before: Aggregation?) -> Aggregation.Rule {
        let levels = before?.levels ?? []
        let old = levels.isEmpty ? nil : levels[min(level - 2, levels.count - 1)].rule
        switch self["rule\(level)"] {
        case "geometric": return .geometric
        case "harmonic": return .harmonic
        case "power": return .power(number("power\(level)", 0.5, -100...100))
        case "median": return .median
        case "minimum": return .minimum
        case "copeland": return .copeland
        case "mazziottaPareto":
            if case .mazziottaPareto? = old { return old ?? .arithmetic }
            return .mazziottaPareto(.negative)
        case "benefitOfTheDoubt":
            guard !self["least\(level)"].isEmpty || !self["most\(level)"].isEmpty else { return .benefitOfTheDoubt(nil) }
            return .benefitOfTheDoubt(
                Aggregation.ShareBounds(
                    least: number("least\(level)", 0, 0...100) / 100, most: number("most\(level)", 100, 0...100) / 100))
        case MethodChoice.kept: return old ?? .arithmetic
        default: return .arithmetic
        }
    }

    private func missing(_ level: Int, _ number: Numbers) -> Aggregation.Missing {
        switch self["missing\(level)"] {
        case "threshold": .threshold(number("share\(level)", 50, 0...100) / 100)
        case "strict": .strict
        case "groupMean": .groupMean(self["missingGroup\(level)"])
        default: .rescale
        }
    }

    private func weights(_ sets: [WeightSet], _ complaints: inout Complaints) -> Aggregation.Weights {
        switch self["weights"] {
        case "equal": return .equal
        case let choice where choice.hasPrefix("set:"):
            guard let set = sets.first(where: { $0.name == choice.dropFirst(4) }) else {
                complaints.add("weights", "measure.refusal.weightSet")
                return .framework
            }
            return .named(set.name, set.weights)
        default: return .framework
        }
    }
}

extension Method {
    var denomination: Denomination? { steps.lazy.compactMap { if case .denominate(let step) = $0 { step } else { nil } }.first }
    var screening: Screening? { steps.lazy.compactMap { if case .screen(let step) = $0 { step } else { nil } }.first }
    var imputation: Imputation? { steps.lazy.compactMap { if case .impute(let step) = $0 { step } else { nil } }.first }
    var treatment: Treatment? { steps.lazy.compactMap { if case .treat(let step) = $0 { step } else { nil } }.first }
    var normalisation: Normalisation? { steps.lazy.compactMap { if case .normalise(let step) = $0 { step } else { nil } }.first }
}
