extension Factor {
    /// Everything that keeps these factors from being varied around this method. A factor of a step that the method does not
    /// have is an error: left out in silence, its share would be read as none.
    static func problems(of factors: [Factor], framework: Framework, method: Method) -> [Problem] {
        let steps = Set(method.steps.map(\.name))
        var found: [Problem] = []
        var names: Set<String> = [], parts: Set<String> = []
        if factors.isEmpty { found.append(Problem("study-empty", [], "a study needs at least one factor")) }
        for factor in factors {
            if !names.insert(factor.name).inserted {
                found.append(Problem("factor-repeated", [factor.name], "two factors are called “\(factor.name)”"))
            }
            if let step = factor.step, !steps.contains(step) {
                found.append(
                    Problem(
                        "factor-step", [factor.name, step],
                        "“\(factor.name)” varies the step “\(step)”, which the method does not have"))
            }
            if let options = factor.options, options < 2 {
                found.append(
                    Problem(
                        "factor-options", [factor.name, "\(options)"],
                        "“\(factor.name)” has \(options) alternatives: expected 2 or more"))
            }
            let own = factor.parts(framework)
            if let part = own.first(where: parts.contains) {
                found.append(
                    Problem("factor-twice", [factor.name, part], "“\(factor.name)” varies the \(part), as another factor does"))
            }
            parts.formUnion(own)
            found += factor.misplaced(framework)
        }
        return found
    }

    /// The step that must be there.
    private var step: String? {
        switch alternatives {
        case .denomination: "denominate"
        case .imputation: "impute"
        case .screening: "screen"
        case .treatment: "treat"
        case .normalisation: "normalise"
        case .rule, .missing, .weights, .noise: "aggregate"
        case .ranking: nil
        }
    }

    /// What no other factor may vary.
    private func parts(_ framework: Framework) -> [String] {
        let levels = { (what: String, level: Int?) in
            level.map { ["\(what) of level \($0)"] } ?? (2...framework.height).map { "\(what) of level \($0)" }
        }
        return switch alternatives {
        case .denomination: ["denomination"]
        case .imputation: ["imputation"]
        case .screening: ["screening"]
        case .treatment: ["treatment"]
        case .normalisation: ["normalisation"]
        case .rule(_, let level): levels("rule", level)
        case .missing(_, let level): levels("missing rule", level)
        case .weights(let sets): weighted(sets, framework)
        case .noise(let node, _): ["noise of \(node)"]
        case .ranking: ["ranking"]
        }
    }

    /// Sets of weights of different nodes go together; two that say something of the same node do not.
    private func weighted(_ sets: [Aggregation.Weights], _ framework: Framework) -> [String] {
        var codes: Set<String> = []
        for set in sets {
            switch set {
            case .named(_, let weights): codes.formUnion(weights.keys)
            case .framework, .equal: codes.formUnion(framework.nodes.map(\.code))
            }
        }
        return codes.sorted().map { "weight of \($0)" }
    }

    private func misplaced(_ framework: Framework) -> [Problem] {
        switch alternatives {
        case .rule(_, let level?), .missing(_, let level?):
            guard !(2...framework.height).contains(level) else { return [] }
            return [
                Problem(
                    "factor-level", [name, "\(level)"],
                    "“\(name)” is of level \(level): those that are aggregated are 2 to \(framework.height)")
            ]
        case .noise(let node, let share):
            var found = framework.position(of: node) == nil ? [Problem.unknown(node: node)] : []
            if !(share > 0 && share <= 1) {
                found.append(
                    Problem(
                        "factor-noise", [name, "\(share)"], "the noise of “\(name)” is \(share): expected 0 to 1, above 0"))
            }
            return found
        default: return []
        }
    }
}
