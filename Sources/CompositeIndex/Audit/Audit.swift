/// Whether an index hangs together statistically (Handbook, steps 4 and 8; the audits of the JRC): what the data look like, how
/// much is there, what goes with what, and what counts for how much. Groups of units have no part in it.
public struct Audit: Sendable {
    /// From where on something is mentioned.
    public struct Settings: Hashable, Sendable, Codable {
        public var kind: Correlation.Kind
        /// Correlation above which two nodes say the same.
        public var redundant: Double
        /// Below which they have too little in common.
        public var low: Double
        /// Below which the one is paid for with the other.
        public var tradeOff: Double
        /// Least share of data for a unit and for an indicator.
        public var coverage: Double
        /// Least Cronbach's α.
        public var alpha: Double
        /// Least Kaiser-Meyer-Olkin measure.
        public var adequacy: Double
        /// Least importance of a part, as a multiple of its weight.
        public var importance: Double
        public var outliers: Treatment.Rule

        public init(
            kind: Correlation.Kind = .pearson, redundant: Double = 0.9, low: Double = 0.3, tradeOff: Double = 0,
            coverage: Double = 0.65, alpha: Double = 0.7, adequacy: Double = 0.6, importance: Double = 0.5,
            outliers: Treatment.Rule = Treatment.Rule()
        ) {
            self.kind = kind
            self.redundant = redundant
            self.low = low
            self.tradeOff = tradeOff
            self.coverage = coverage
            self.alpha = alpha
            self.adequacy = adequacy
            self.importance = importance
            self.outliers = outliers
        }
    }

    public let framework: Framework
    public let settings: Settings
    /// The rows of what follows.
    public let units: [IndexUnit]
    /// Of the indicators as they were measured, as `framework.indicators`.
    public let moments: [Moments]
    public let coverage: Coverage
    /// Of `framework.nodes`, of the kind of the settings.
    public let correlations: CorrelationMatrix
    public let flags: [CorrelationFlag]
    /// For each node that is no indicator, parts before wholes.
    public let groups: [Group]
    public let importance: [Importance]
    /// What somebody should look at: warnings all of them.
    public let problems: [Problem]

    /// `scores`: units by `framework.nodes`, indicators normalised. `measured`: units by `framework.indicators` before anything
    /// was done to them; the scores' if nil. `weights` by the position of the node; the nodes' own if nil. `isExempt` tells the
    /// cells, by row and the position of the node, that do not concern the unit. Throws `Problems` if the tables do not fit.
    public init(
        _ framework: Framework, units: [IndexUnit], scores: Table, measured: Table? = nil, weights: [Double]? = nil,
        settings: Settings = Settings(), isExempt: (_ row: Int, _ node: Int) -> Bool = { _, _ in false }
    ) throws {
        let measured = measured ?? scores.keeping(columns: framework.indicators.filter { $0 < scores.columns })
        try Audit.check(framework, units, scores, measured, weights)
        let rows = units.indices.filter { units[$0].kind == .unit }
        let kept = scores.keeping(rows: rows), raw = measured.keeping(rows: rows)
        let weights = weights ?? framework.nodes.map(\.weight)
        self.framework = framework
        self.settings = settings
        self.units = rows.map { units[$0] }
        moments = (0..<raw.columns).map { Moments(of: raw.column($0)) }
        coverage = Coverage(of: raw, framework, units: self.units) { isExempt(rows[$0], $1) }
        correlations = CorrelationMatrix(settings.kind, of: kept)
        flags = CorrelationFlag.flags(correlations, framework, settings)
        groups = framework.aggregates.map { Group($0, framework, kept) }
        let pearson = settings.kind == .pearson ? correlations : CorrelationMatrix(.pearson, of: kept)
        importance = Importance.lines(pearson, framework, weights)
        problems =
            Audit.problems(coverage, framework, self.units, settings) + Audit.problems(moments, framework, settings)
            + flags.filter { $0.relation != .whole || $0.kind == .tradeOff }.map(\.problem)
            + groups.flatMap { $0.problems(settings) } + importance.compactMap { $0.problem(settings.importance) }
    }

    private static func check(
        _ framework: Framework, _ units: [IndexUnit], _ scores: Table, _ measured: Table, _ weights: [Double]?
    ) throws {
        var problems: [Problem] = []
        if scores.columns != framework.nodes.count || scores.rows != units.count {
            let message =
                "scores of \(scores.rows) × \(scores.columns): expected \(units.count) units and \(framework.nodes.count) nodes"
            problems.append(Problem("audit-scores", ["\(scores.rows)", "\(scores.columns)"], message))
        }
        if measured.columns != framework.indicators.count || measured.rows != units.count {
            let expected = "\(units.count) units and \(framework.indicators.count) indicators"
            let message = "measured values of \(measured.rows) × \(measured.columns): expected \(expected)"
            problems.append(Problem("audit-measured", ["\(measured.rows)", "\(measured.columns)"], message))
        }
        if let weights, weights.count != framework.nodes.count {
            let message = "\(weights.count) weights for \(framework.nodes.count) nodes"
            problems.append(Problem("audit-weights", ["\(weights.count)"], message))
        }
        if !problems.isEmpty { throw Problems(problems) }
    }

    /// Three decimals, for sentences.
    static func text(_ number: Double) -> String {
        number.isFinite && abs(number) < 1e12 ? "\((number * 1000).rounded() / 1000)" : "\(number)"
    }
}
