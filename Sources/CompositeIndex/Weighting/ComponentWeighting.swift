extension Weighting {
    /// The loadings of the first principal component, sign included, not scaled: the way of COINr. The component is turned so
    /// that they sum to 0 or more. Parts that run against the rest are among the problems. Throws `Problems`.
    public static func firstComponent(of parts: Parts) throws -> Weighting {
        let components = try PrincipalComponents(of: parts.values, codes: parts.codes)
        let loadings = Array(components.vectors.column(0))
        return Weighting(parts.weights(loadings), problems: negative(parts, loadings) + incomplete(parts, components))
    }

    fileprivate static func incomplete(_ parts: Parts, _ components: PrincipalComponents) -> [Problem] {
        let lost = parts.values.rows - components.count
        guard lost > 0 else { return [] }
        let message = "\(lost) of \(parts.values.rows) units lack a part of \(parts.node) and were left out of its components"
        return [Problem("components-incomplete", [parts.node, "\(lost)"], gravity: .warning, message)]
    }
}

/// Weights by factor analysis the Handbook's way (step 6; Nicoletti, Scarpetta and Boylaud 2000): factors with an eigenvalue
/// above 1 that explain more than 10 % of the variance each and more than 60 % together are turned by varimax. A part belongs
/// to the factor on which it loads most; its weight is its squared loading as a share of those of all parts on that factor,
/// times the share of that factor in the variance that all of them explain. Scaled to sum to 1.
public struct FactorWeighting: Sendable {
    public struct Criteria: Hashable, Sendable, Codable {
        public var eigenvalue: Double
        /// Least share of the variance for each factor.
        public var each: Double
        /// Least share for all together.
        public var together: Double

        public init(eigenvalue: Double = 1, each: Double = 0.1, together: Double = 0.6) {
            self.eigenvalue = eigenvalue
            self.each = each
            self.together = together
        }
    }

    public let components: PrincipalComponents
    /// Parts by factors, rotated.
    public let loadings: Table
    /// Share of the whole variance that each rotated factor explains.
    public let shares: [Double]
    /// The factor of each part, from 0.
    public let factors: [Int]
    public let weighting: Weighting

    /// Throws `Problems` if there are no components.
    public init(of parts: Parts, criteria: Criteria = Criteria()) throws {
        components = try PrincipalComponents(of: parts.values, codes: parts.codes)
        let (kept, problems) = FactorWeighting.kept(components, criteria, parts)
        let loadings = Varimax.rotated(components.loadings(kept))
        let variances = (0..<kept).map { loadings.column($0).reduce(0) { $0 + $1 * $1 } }
        let factors = parts.codes.indices.map { part in
            // The first of equals, so that the choice does not hang on rounding alone.
            (0..<kept).reduce(0) { abs(loadings[part, $1]) > abs(loadings[part, $0]) + 1e-12 ? $1 : $0 }
        }
        // Scaled by the variance of the factor, then multiplied by it: only the square is left.
        let raw = factors.enumerated().map { part, factor in loadings[part, factor] * loadings[part, factor] }
        let sum = raw.reduce(0, +)
        self.loadings = loadings
        self.factors = factors
        shares = variances.map { $0 / Double(parts.codes.count) }
        weighting = Weighting(
            parts.weights(raw.map { $0 / sum }),
            problems: problems + Weighting.incomplete(parts, components)
                + FactorWeighting.opposed(parts, loadings, factors))
    }

    /// So many as meet the first two criteria; if they do not explain enough together, the next ones too, with a warning.
    private static func kept(
        _ components: PrincipalComponents, _ criteria: Criteria, _ parts: Parts
    ) -> (Int, [Problem]) {
        let shares = components.shares
        let sound = zip(components.eigenvalues, shares).prefix { $0 > criteria.eigenvalue && $1 > criteria.each }.count
        var kept = sound, together = shares.prefix(sound).reduce(0, +)
        while kept < shares.count, kept == 0 || together <= criteria.together {
            together += shares[kept]
            kept += 1
        }
        guard kept > sound else { return (kept, []) }
        let message = """
            \(sound) factors of \(parts.node) have an eigenvalue above \(criteria.eigenvalue) and more than \
            \(criteria.each * 100) % of the variance; \(kept) were kept to explain more than \(criteria.together * 100) %
            """
        return (kept, [Problem("factors-weak", [parts.node, "\(sound)", "\(kept)"], gravity: .warning, message)])
    }

    /// Squares hide the sign: parts that load on their factor against its other parts.
    private static func opposed(_ parts: Parts, _ loadings: Table, _ factors: [Int]) -> [Problem] {
        parts.codes.indices.filter { part in
            let sum = factors.indices.filter { factors[$0] == factors[part] }.reduce(0) { $0 + loadings[$1, factors[part]] }
            return loadings[part, factors[part]] * sum < 0
        }.map { part in
            let message = """
                \(parts.codes[part]) loads on its factor of \(parts.node) against the other parts: its weight is positive \
                only because the loading is squared
                """
            return Problem("factor-opposed", [parts.codes[part], parts.node], gravity: .warning, message)
        }
    }
}
