extension Step {
    private static let names = ["denominate", "impute", "screen", "treat", "normalise", "aggregate"]

    public init(from decoder: any Decoder) throws {
        let choice = try Choice(from: decoder)
        switch choice.name {
        case "denominate": self = .denominate(choice.isBare ? Denomination() : try choice.value())
        case "impute": self = .impute(try choice.value())
        case "screen": self = .screen(try choice.value())
        case "treat": self = .treat(choice.isBare ? Treatment() : try choice.value())
        case "normalise": self = .normalise(try choice.value())
        case "aggregate": self = .aggregate(try choice.value())
        default: throw choice.unknown(Step.names)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .denominate(let value): try Choice.encode(name, value, to: encoder)
        case .impute(let value): try Choice.encode(name, value, to: encoder)
        case .screen(let value): try Choice.encode(name, value, to: encoder)
        case .treat(let value): try Choice.encode(name, value, to: encoder)
        case .normalise(let value): try Choice.encode(name, value, to: encoder)
        case .aggregate(let value): try Choice.encode(name, value, to: encoder)
        }
    }
}

extension Imputation.Rule {
    private static let names = [
        "none", "mean", "median", "groupMean", "groupMedian", "constant", "latest", "linear", "nearest",
        "expectationMaximisation",
    ]

    public init(from decoder: any Decoder) throws {
        let choice = try Choice(from: decoder)
        switch choice.name {
        case "none": self = .none
        case "mean": self = .mean
        case "median": self = .median
        case "groupMean": self = .groupMean(try choice.value())
        case "groupMedian": self = .groupMedian(try choice.value())
        case "constant": self = .constant(try choice.value())
        case "latest": self = .latest
        case "linear": self = .linear
        case "nearest": self = .nearest(try choice.value())
        case "expectationMaximisation": self = .expectationMaximisation
        default: throw choice.unknown(Imputation.Rule.names)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .none: try Choice.encode("none", to: encoder)
        case .mean: try Choice.encode("mean", to: encoder)
        case .median: try Choice.encode("median", to: encoder)
        case .groupMean(let grouping): try Choice.encode("groupMean", grouping, to: encoder)
        case .groupMedian(let grouping): try Choice.encode("groupMedian", grouping, to: encoder)
        case .constant(let value): try Choice.encode("constant", value, to: encoder)
        case .latest: try Choice.encode("latest", to: encoder)
        case .linear: try Choice.encode("linear", to: encoder)
        case .nearest(let count): try Choice.encode("nearest", count, to: encoder)
        case .expectationMaximisation: try Choice.encode("expectationMaximisation", to: encoder)
        }
    }
}

extension Treatment.Transformation {
    private static let names = ["log", "logPlusOne", "logTwoSided", "logGII", "boxCox"]

    public init(from decoder: any Decoder) throws {
        let choice = try Choice(from: decoder)
        switch choice.name {
        case "log": self = .log
        case "logPlusOne": self = .logPlusOne
        case "logTwoSided": self = .logTwoSided
        case "logGII": self = .logGII
        case "boxCox": self = .boxCox(try choice.value())
        default: throw choice.unknown(Treatment.Transformation.names)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .log: try Choice.encode("log", to: encoder)
        case .logPlusOne: try Choice.encode("logPlusOne", to: encoder)
        case .logTwoSided: try Choice.encode("logTwoSided", to: encoder)
        case .logGII: try Choice.encode("logGII", to: encoder)
        case .boxCox(let lambda): try Choice.encode("boxCox", lambda, to: encoder)
        }
    }
}

extension Treatment.Individual {
    public init(from decoder: any Decoder) throws {
        let choice = try Choice(from: decoder)
        switch choice.name {
        case "none": self = .none
        case "winsorise": self = .winsorise(try choice.value())
        case "transform": self = .transform(try choice.value())
        default: throw choice.unknown(["none", "winsorise", "transform"])
        }
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .none: try Choice.encode("none", to: encoder)
        case .winsorise(let rounds): try Choice.encode("winsorise", rounds, to: encoder)
        case .transform(let transformation): try Choice.encode("transform", transformation, to: encoder)
        }
    }
}
