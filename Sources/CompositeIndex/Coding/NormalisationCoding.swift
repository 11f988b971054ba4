extension Normalisation.Rule {
    private static let names = [
        "none", "minMax", "zScore", "scaled", "rank", "percentileRank", "borda", "distanceToMaximum", "distanceToReference",
        "distanceToTarget", "goalposts", "centred", "fractionOfMaximum", "categorical", "aboveBelowMean",
    ]

    /// All that belongs to a rule; each has some.
    private struct Parameters: Codable {
        var low: Double?
        var high: Double?
        var mean: Double?
        var deviation: Double?
        var from: Double?
        var to: Double?
        var factor: Double?
        var unit: String?
        var capped: Bool?
        var cut: Bool?
        var logarithmic: Bool?
        var at: Double?
        var span: Double?
        var percentiles: [Double]?
        var threshold: Double?
    }

    public init(from decoder: any Decoder) throws {
        let choice = try Choice(from: decoder)
        let given = choice.isBare ? Parameters() : try choice.value(Parameters.self)
        switch choice.name {
        case "none": self = .none
        case "minMax": self = .minMax(low: given.low ?? 0, high: given.high ?? 100)
        case "zScore": self = .zScore(mean: given.mean ?? 0, deviation: given.deviation ?? 1)
        case "scaled": self = .scaled(from: given.from ?? 0, to: given.to ?? 1, factor: given.factor ?? 1)
        case "rank": self = .rank
        case "percentileRank": self = .percentileRank
        case "borda": self = .borda
        case "distanceToMaximum": self = .distanceToMaximum
        case "distanceToReference":
            guard let unit = given.unit else { throw choice.missing("unit") }
            self = .distanceToReference(unit: unit, capped: given.capped ?? false)
        case "distanceToTarget": self = .distanceToTarget(capped: given.capped ?? false)
        case "goalposts":
            self = .goalposts(factor: given.factor ?? 1, cut: given.cut ?? true, logarithmic: given.logarithmic ?? false)
        case "centred": self = .centred(at: given.at ?? 100, span: given.span ?? 60)
        case "fractionOfMaximum": self = .fractionOfMaximum
        case "categorical": self = .categorical(percentiles: given.percentiles ?? [0.2, 0.4, 0.6, 0.8])
        case "aboveBelowMean": self = .aboveBelowMean(threshold: given.threshold ?? 0)
        default: throw choice.unknown(Normalisation.Rule.names)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        func write(_ name: String, _ change: (inout Parameters) -> Void) throws {
            var parameters = Parameters()
            change(&parameters)
            try Choice.encode(name, parameters, to: encoder)
        }
        switch self {
        case .none: try Choice.encode("none", to: encoder)
        case .rank: try Choice.encode("rank", to: encoder)
        case .percentileRank: try Choice.encode("percentileRank", to: encoder)
        case .borda: try Choice.encode("borda", to: encoder)
        case .distanceToMaximum: try Choice.encode("distanceToMaximum", to: encoder)
        case .fractionOfMaximum: try Choice.encode("fractionOfMaximum", to: encoder)
        case .minMax(let low, let high): try write("minMax") { ($0.low, $0.high) = (low, high) }
        case .zScore(let mean, let deviation): try write("zScore") { ($0.mean, $0.deviation) = (mean, deviation) }
        case .scaled(let from, let to, let factor): try write("scaled") { ($0.from, $0.to, $0.factor) = (from, to, factor) }
        case .distanceToReference(let unit, let capped):
            try write("distanceToReference") { ($0.unit, $0.capped) = (unit, capped) }
        case .distanceToTarget(let capped): try write("distanceToTarget") { $0.capped = capped }
        case .goalposts(let factor, let cut, let logarithmic):
            try write("goalposts") { ($0.factor, $0.cut, $0.logarithmic) = (factor, cut, logarithmic) }
        case .centred(let centre, let span): try write("centred") { ($0.at, $0.span) = (centre, span) }
        case .categorical(let percentiles): try write("categorical") { $0.percentiles = percentiles }
        case .aboveBelowMean(let threshold): try write("aboveBelowMean") { $0.threshold = threshold }
        }
    }
}

extension Choice {
    func missing(_ part: String) -> DecodingError {
        DecodingError.dataCorrupted(
            DecodingError.Context(codingPath: [], debugDescription: "“\(name)” needs “\(part)”"))
    }
}
