extension Audit {
    /// Units and indicators with too little data.
    static func problems(
        _ coverage: Coverage, _ framework: Framework, _ units: [IndexUnit], _ settings: Settings
    ) -> [Problem] {
        let sparse = { (name: String, rule: String, share: Double) -> Problem? in
            guard share < settings.coverage else { return nil }
            let message = "\(name) has \(text(share * 100)) % of its data: expected \(text(settings.coverage * 100)) % or more"
            return Problem(rule, [name, text(share)], gravity: .warning, message)
        }
        let ofUnits = zip(units, coverage.units).compactMap { sparse($0.code, "audit-coverage-unit", $1) }
        let ofIndicators = zip(framework.indicators, coverage.indicators).compactMap {
            sparse(framework.nodes[$0].code, "audit-coverage-indicator", $1)
        }
        return ofUnits + ofIndicators
    }

    /// Indicators whose shape calls for the treatment of outliers, and flat ones.
    static func problems(_ moments: [Moments], _ framework: Framework, _ settings: Settings) -> [Problem] {
        zip(framework.indicators, moments).compactMap { node, moments in
            let code = framework.nodes[node].code
            if moments.count > 0, moments.minimum == moments.maximum {
                return Problem("audit-flat", [code], gravity: .warning, "\(code) is the same for all units")
            }
            let rule = settings.outliers
            guard abs(moments.skewness) >= rule.skewness, moments.kurtosis >= rule.kurtosis else { return nil }
            let shape = [text(moments.skewness), text(moments.kurtosis)]
            let message = "\(code) has outliers: skewness \(shape[0]), excess kurtosis \(shape[1])"
            return Problem("audit-outliers", [code] + shape, gravity: .warning, message)
        }
    }
}
