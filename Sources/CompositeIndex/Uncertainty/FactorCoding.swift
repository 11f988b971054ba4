/// In JSON one choice each, as the parts of a method: `{"treatment": [...]}`, `{"noise": {"node": "A", "share": 0.25}}`.
extension Factor.Alternatives {
    private static let names = [
        "denomination", "imputation", "screening", "treatment", "normalisation", "rule", "missing", "weights", "noise",
        "ranking",
    ]

    private struct Levelled<Option: Hashable & Codable>: Codable {
        /// All levels if there is none.
        var level: Int?
        var options: [Option]
    }

    private struct Noise: Codable {
        var node: String
        var share: Double
    }

    public init(from decoder: any Decoder) throws {
        let choice = try Choice(from: decoder)
        switch choice.name {
        case "denomination": self = .denomination(try choice.value())
        case "imputation": self = .imputation(try choice.value())
        case "screening": self = .screening(try choice.value())
        case "treatment": self = .treatment(try choice.value())
        case "normalisation": self = .normalisation(try choice.value())
        case "weights": self = .weights(try choice.value())
        case "ranking": self = .ranking(try choice.value())
        case "rule":
            let value = try choice.value(Levelled<Aggregation.Rule>.self)
            self = .rule(value.options, level: value.level)
        case "missing":
            let value = try choice.value(Levelled<Aggregation.Missing>.self)
            self = .missing(value.options, level: value.level)
        case "noise":
            let value = try choice.value(Noise.self)
            self = .noise(node: value.node, share: value.share)
        default: throw choice.unknown(Factor.Alternatives.names)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .denomination(let all): try Choice.encode("denomination", all, to: encoder)
        case .imputation(let all): try Choice.encode("imputation", all, to: encoder)
        case .screening(let all): try Choice.encode("screening", all, to: encoder)
        case .treatment(let all): try Choice.encode("treatment", all, to: encoder)
        case .normalisation(let all): try Choice.encode("normalisation", all, to: encoder)
        case .weights(let all): try Choice.encode("weights", all, to: encoder)
        case .ranking(let all): try Choice.encode("ranking", all, to: encoder)
        case .rule(let all, let level): try Choice.encode("rule", Levelled(level: level, options: all), to: encoder)
        case .missing(let all, let level): try Choice.encode("missing", Levelled(level: level, options: all), to: encoder)
        case .noise(let node, let share): try Choice.encode("noise", Noise(node: node, share: share), to: encoder)
        }
    }
}

extension Study.Target {
    public init(from decoder: any Decoder) throws {
        let choice = try Choice(from: decoder)
        switch choice.name {
        case "meanShift": self = .meanShift
        case "rank": self = .rank(try choice.value())
        case "score": self = .score(try choice.value())
        default: throw choice.unknown(["meanShift", "rank", "score"])
        }
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .meanShift: try Choice.encode("meanShift", to: encoder)
        case .rank(let unit): try Choice.encode("rank", unit, to: encoder)
        case .score(let unit): try Choice.encode("score", unit, to: encoder)
        }
    }
}
