import CompositeIndex

/// The choices of a method as fields of a form: name of the choice and its numbers. The names are those of the engine's cases, and
/// the last parts of their word keys.
package enum MethodChoice {
    package static let imputations = [
        "none", "mean", "median", "groupMean", "groupMedian", "constant", "latest", "linear", "nearest",
        "expectationMaximisation",
    ]
    package static let transformations = ["none", "log", "logPlusOne", "logTwoSided", "logGII", "boxCox"]
    package static let normalisations = [
        "minMax", "zScore", "goalposts", "distanceToMaximum", "distanceToTarget", "distanceToReference", "fractionOfMaximum",
        "rank", "percentileRank", "borda", "categorical", "aboveBelowMean", "none",
    ]
    package static let rules = [
        "arithmetic", "geometric", "harmonic", "power", "median", "minimum", "copeland", "mazziottaPareto", "benefitOfTheDoubt",
    ]
    /// A rule that the form has no name for: it stays as it is.
    package static let kept = "kept"
    package static let missing = ["rescale", "threshold", "strict", "groupMean"]

    /// Over which periods a scale is made; the first looks at the own period only.
    package static let periods = ["alone", "together", "eachPeriod"]

    /// Of the method as a whole: periods, weights and ranking.
    package static func fields(_ method: Method) -> [String: String] {
        var fields = ["decimals": method.ranking.decimals.map(String.init) ?? "", "ties": method.ranking.ties.rawValue]
        fields["periods"] = method.scopes?.normalisation.rawValue ?? "alone"
        switch method.aggregation?.weights {
        case .equal: fields["weights"] = "equal"
        case .named(let name, _): fields["weights"] = "set:" + name
        case .framework, nil: fields["weights"] = "framework"
        }
        return fields
    }

    package static func fields(_ step: Step) -> [String: String] {
        switch step {
        case .denominate: ["denominate": "yes"]
        case .screen(let screening):
            [
                "screen": "yes", "leastPresent": percent(screening.leastPresent), "leastNonZero": percent(screening.leastNonZero),
            ]
        case .impute(let imputation): fields(imputation.rule)
        case .treat(let treatment): fields(treatment)
        case .normalise(let normalisation): fields(normalisation.rule)
        case .aggregate: [:]
        }
    }

    private static func percent(_ share: Double?) -> String { share.map { NumberText.rounded($0 * 100, 6) } ?? "" }

    private static func fields(_ rule: Imputation.Rule) -> [String: String] {
        switch rule {
        case .none: ["impute": "none"]
        case .mean: ["impute": "mean"]
        case .median: ["impute": "median"]
        case .groupMean(let grouping): ["impute": "groupMean", "imputeGroup": grouping]
        case .groupMedian(let grouping): ["impute": "groupMedian", "imputeGroup": grouping]
        case .constant(let value): ["impute": "constant", "imputeValue": NumberText.text(value)]
        case .latest: ["impute": "latest"]
        case .linear: ["impute": "linear"]
        case .nearest(let count): ["impute": "nearest", "imputeNearest": String(count)]
        case .expectationMaximisation: ["impute": "expectationMaximisation"]
        }
    }

    private static func fields(_ treatment: Treatment) -> [String: String] {
        var fields = [
            "treat": "yes", "rounds": String(treatment.rounds), "skewness": NumberText.text(treatment.rule.skewness),
            "kurtosis": NumberText.text(treatment.rule.kurtosis), "keepsWinsorised": treatment.keepsWinsorised ? "yes" : "",
        ]
        switch treatment.transformation {
        case .log: fields["transformation"] = "log"
        case .logPlusOne: fields["transformation"] = "logPlusOne"
        case .logTwoSided: fields["transformation"] = "logTwoSided"
        case .logGII: fields["transformation"] = "logGII"
        case .boxCox(let lambda):
            fields["transformation"] = "boxCox"
            fields["lambda"] = NumberText.text(lambda)
        case nil: fields["transformation"] = "none"
        }
        return fields
    }

    private static func fields(_ rule: Normalisation.Rule) -> [String: String] {
        switch rule {
        case .none: ["normalise": "none"]
        case .minMax(let low, let high): ["normalise": "minMax", "low": NumberText.text(low), "high": NumberText.text(high)]
        case .zScore(let mean, let deviation):
            ["normalise": "zScore", "mean": NumberText.text(mean), "deviation": NumberText.text(deviation)]
        case .rank: ["normalise": "rank"]
        case .percentileRank: ["normalise": "percentileRank"]
        case .borda: ["normalise": "borda"]
        case .distanceToMaximum: ["normalise": "distanceToMaximum"]
        case .distanceToReference(let unit, let isCapped):
            ["normalise": "distanceToReference", "reference": unit, "cut": isCapped ? "yes" : ""]
        case .distanceToTarget(let isCapped): ["normalise": "distanceToTarget", "cut": isCapped ? "yes" : ""]
        case .goalposts(let factor, let isCut, let isLogarithmic):
            [
                "normalise": "goalposts", "factor": NumberText.text(factor), "cut": isCut ? "yes" : "",
                "logarithmic": isLogarithmic ? "yes" : "",
            ]
        case .fractionOfMaximum: ["normalise": "fractionOfMaximum"]
        case .aboveBelowMean(let threshold): ["normalise": "aboveBelowMean", "threshold": NumberText.text(threshold)]
        case .categorical(let percentiles):
            ["normalise": "categorical", "percentiles": percentiles.map { percent($0) }.joined(separator: " ")]
        // Imported ones that the form has no fields for stay as they are.
        default: ["normalise": kept]
        }
    }

    package static func fields(_ level: Aggregation.Level) -> [String: String] {
        var fields: [String: String] = [:]
        switch level.rule {
        case .arithmetic: fields["rule"] = "arithmetic"
        case .geometric: fields["rule"] = "geometric"
        case .harmonic: fields["rule"] = "harmonic"
        case .power(let power):
            fields["rule"] = "power"
            fields["power"] = NumberText.text(power)
        case .median: fields["rule"] = "median"
        case .minimum: fields["rule"] = "minimum"
        case .copeland: fields["rule"] = "copeland"
        case .mazziottaPareto: fields["rule"] = "mazziottaPareto"
        case .benefitOfTheDoubt(let bounds):
            fields["rule"] = "benefitOfTheDoubt"
            fields["least"] = percent(bounds?.least)
            fields["most"] = percent(bounds?.most)
        default: fields["rule"] = kept
        }
        switch level.missing {
        case .rescale: fields["missing"] = "rescale"
        case .threshold(let share):
            fields["missing"] = "threshold"
            fields["share"] = percent(share)
        case .strict: fields["missing"] = "strict"
        case .groupMean(let grouping):
            fields["missing"] = "groupMean"
            fields["missingGroup"] = grouping
        }
        return fields
    }
}
