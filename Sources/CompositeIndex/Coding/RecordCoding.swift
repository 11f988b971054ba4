// What may be left out in JSON has the value that the initialiser gives it, so that a method written by hand stays short.
extension Method {
    public init(from decoder: any Decoder) throws {
        let fields = try Fields(decoder, ["steps", "ranking", "exemptions", "overrides", "scopes"])
        self.init(
            try fields.take("steps", [Step].self),
            ranking: try fields.look("ranking", Ranking.self) ?? Ranking(),
            exemptions: try fields.look("exemptions", [Exemption].self) ?? [],
            overrides: try fields.look("overrides", [Override].self) ?? [],
            scopes: try fields.look("scopes", Scopes.self))
    }
}

extension Scopes {
    public init(from decoder: any Decoder) throws {
        let fields = try Fields(decoder, ["treatment", "normalisation"])
        self.init(
            treatment: try fields.look("treatment", Scope.self) ?? .eachPeriod,
            normalisation: try fields.look("normalisation", Scope.self) ?? .together)
    }
}

extension Ranking {
    public init(from decoder: any Decoder) throws {
        let fields = try Fields(decoder, ["decimals", "ties"])
        self.init(
            decimals: try fields.look("decimals", Int.self),
            ties: try fields.look("ties", Ties.self) ?? .competition)
    }
}

extension Exemption {
    public init(from decoder: any Decoder) throws {
        let fields = try Fields(decoder, ["node", "units", "reason", "isGap"])
        self.init(
            node: try fields.take("node", String.self), units: try fields.take("units", [String].self),
            reason: try fields.take("reason", String.self),
            isGap: try fields.look("isGap", Bool.self) ?? false)
    }
}

extension Denomination {
    public init(from decoder: any Decoder) throws {
        let fields = try Fields(decoder, ["scales"])
        self.init(scales: try fields.look("scales", [String: Double].self) ?? [:])
    }
}

extension Imputation {
    public init(from decoder: any Decoder) throws {
        let fields = try Fields(decoder, ["rule", "individual"])
        self.init(
            try fields.take("rule", Rule.self),
            individual: try fields.look("individual", [String: Rule].self) ?? [:])
    }
}

extension Screening {
    public init(from decoder: any Decoder) throws {
        let fields = try Fields(decoder, ["leastPresent", "leastNonZero", "included", "excluded"])
        self.init(
            leastPresent: try fields.look("leastPresent", Double.self),
            leastNonZero: try fields.look("leastNonZero", Double.self),
            included: try fields.look("included", [String: String].self) ?? [:],
            excluded: try fields.look("excluded", [String: String].self) ?? [:])
    }
}

extension Treatment {
    public init(from decoder: any Decoder) throws {
        let fields = try Fields(decoder, ["rule", "rounds", "transformation", "keepsWinsorised", "individual"])
        self.init(
            rule: try fields.look("rule", Rule.self) ?? Rule(),
            rounds: try fields.look("rounds", Int.self) ?? 5,
            transformation: fields.has("transformation") ? try fields.look("transformation", Transformation.self) : .log,
            keepsWinsorised: try fields.look("keepsWinsorised", Bool.self) ?? false,
            individual: try fields.look("individual", [String: Individual].self) ?? [:])
    }
}

extension Treatment {
    /// No transformation is written as null: left out it is the logarithm.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Choice.Name.self)
        try container.encode(rule, forKey: Choice.Name(stringValue: "rule"))
        try container.encode(rounds, forKey: Choice.Name(stringValue: "rounds"))
        try container.encode(transformation, forKey: Choice.Name(stringValue: "transformation"))
        try container.encode(keepsWinsorised, forKey: Choice.Name(stringValue: "keepsWinsorised"))
        try container.encode(individual, forKey: Choice.Name(stringValue: "individual"))
    }
}

extension Normalisation {
    public init(from decoder: any Decoder) throws {
        let fields = try Fields(decoder, ["rule", "individual"])
        self.init(
            try fields.take("rule", Rule.self),
            individual: try fields.look("individual", [String: Rule].self) ?? [:])
    }
}

extension Aggregation {
    public init(from decoder: any Decoder) throws {
        let fields = try Fields(decoder, ["levels", "individual", "weights"])
        self.init(
            try fields.take("levels", [Level].self),
            individual: try fields.look("individual", [String: Level].self) ?? [:],
            weights: try fields.look("weights", Weights.self) ?? .framework)
    }
}

extension Aggregation.Level {
    public init(from decoder: any Decoder) throws {
        let fields = try Fields(decoder, ["rule", "missing"])
        self.init(
            try fields.take("rule", Aggregation.Rule.self),
            missing: try fields.look("missing", Aggregation.Missing.self) ?? .rescale)
    }
}
