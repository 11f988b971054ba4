extension Aggregation.Rule {
    private static let names = [
        "arithmetic", "geometric", "harmonic", "power", "median", "minimum", "copeland", "mazziottaPareto",
        "adjustedMazziottaPareto", "benefitOfTheDoubt",
    ]

    public init(from decoder: any Decoder) throws {
        let choice = try Choice(from: decoder)
        switch choice.name {
        case "arithmetic": self = .arithmetic
        case "geometric": self = .geometric
        case "harmonic": self = .harmonic
        case "power": self = .power(try choice.value())
        case "median": self = .median
        case "minimum": self = .minimum
        case "copeland": self = .copeland
        case "mazziottaPareto": self = .mazziottaPareto(try Aggregation.Penalty(choice))
        case "adjustedMazziottaPareto": self = .adjustedMazziottaPareto(try Aggregation.Penalty(choice))
        case "benefitOfTheDoubt": self = .benefitOfTheDoubt(choice.isBare ? nil : try choice.value())
        default: throw choice.unknown(Aggregation.Rule.names)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .arithmetic: try Choice.encode("arithmetic", to: encoder)
        case .geometric: try Choice.encode("geometric", to: encoder)
        case .harmonic: try Choice.encode("harmonic", to: encoder)
        case .power(let p): try Choice.encode("power", p, to: encoder)
        case .median: try Choice.encode("median", to: encoder)
        case .minimum: try Choice.encode("minimum", to: encoder)
        case .copeland: try Choice.encode("copeland", to: encoder)
        case .mazziottaPareto(let penalty): try Choice.encode("mazziottaPareto", penalty.word, to: encoder)
        case .adjustedMazziottaPareto(let penalty): try Choice.encode("adjustedMazziottaPareto", penalty.word, to: encoder)
        case .benefitOfTheDoubt(nil): try Choice.encode("benefitOfTheDoubt", to: encoder)
        case .benefitOfTheDoubt(let shares?): try Choice.encode("benefitOfTheDoubt", shares, to: encoder)
        }
    }
}

extension Aggregation.Penalty {
    fileprivate var word: String { self == .negative ? "negative" : "positive" }

    fileprivate init(_ choice: Choice) throws {
        switch choice.isBare ? "negative" : try choice.value(String.self) {
        case "negative": self = .negative
        case "positive": self = .positive
        default: throw choice.missing("negative or positive")
        }
    }
}

extension Aggregation.Missing {
    public init(from decoder: any Decoder) throws {
        let choice = try Choice(from: decoder)
        switch choice.name {
        case "rescale": self = .rescale
        case "threshold": self = .threshold(try choice.value())
        case "strict": self = .strict
        case "groupMean": self = .groupMean(try choice.value())
        default: throw choice.unknown(["rescale", "threshold", "strict", "groupMean"])
        }
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .rescale: try Choice.encode("rescale", to: encoder)
        case .threshold(let share): try Choice.encode("threshold", share, to: encoder)
        case .strict: try Choice.encode("strict", to: encoder)
        case .groupMean(let grouping): try Choice.encode("groupMean", grouping, to: encoder)
        }
    }
}

extension Aggregation.Weights {
    private struct Named: Codable {
        var name: String
        var weights: [String: Double]
    }

    public init(from decoder: any Decoder) throws {
        let choice = try Choice(from: decoder)
        switch choice.name {
        case "framework": self = .framework
        case "equal": self = .equal
        case "named":
            let set = try choice.value(Named.self)
            self = .named(set.name, set.weights)
        default: throw choice.unknown(["framework", "equal", "named"])
        }
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .framework: try Choice.encode("framework", to: encoder)
        case .equal: try Choice.encode("equal", to: encoder)
        case .named(let name, let weights): try Choice.encode("named", Named(name: name, weights: weights), to: encoder)
        }
    }
}
