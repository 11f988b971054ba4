import Base
import CompositeIndex

/// What the ranking depends on, of the choices that could have been made otherwise: every weight a quarter up or down, the top
/// aggregated by another mean, gaps filled in another way. The same edition gives the same numbers each time.
package struct Robustness: Sendable {
    /// What a factor is about.
    package enum Subject: Hashable, Sendable {
        /// The weight of a node, by code.
        case weight(String)
        case rule
        case imputation
    }
    package struct Share: Sendable {
        package let subject: Subject
        /// Of the variance of the mean shift of ranks: alone, and together with other choices.
        package let first: SobolIndices.Estimate
        package let total: SobolIndices.Estimate
    }

    /// Weights are multiplied by 1 - noise to 1 + noise.
    package static let noise = 0.25
    package static let samples = 128
    private static let rule = "rule", imputation = "imputation"

    /// The most influential first.
    package let shares: [Share]

    /// nil where the index cannot be studied so: it has no choice to vary.
    package init?(_ view: IndexView) {
        guard let runs = Robustness.run(view, samples: Robustness.samples, .sensitivity) else { return nil }
        let indices = try? runs.sensitivity(bootstrap: Bootstrap(resamples: 200)).first
        shares = zip(runs.factors, zip(indices?.first ?? [], indices?.total ?? [])).map { name, both in
            Share(subject: Robustness.subject(name), first: both.0, total: both.1)
        }.sorted { ($0.total.value ?? 0) > ($1.total.value ?? 0) }
    }

    static func run(_ view: IndexView, samples: Int, _ purpose: SensitivityDesign.Purpose) -> StudyRuns? {
        guard let (data, framework, method) = base(view) else { return nil }
        let weights = Factor.noise(on: 1...framework.height, of: framework, share: noise)
        // Another mean or filling may be impossible with these data; then the weights alone are varied.
        for factors in [weights + others(framework, method), weights] where !factors.isEmpty {
            guard
                let study = try? Study(data, framework: framework, method: method, factors: factors),
                let design = try? SensitivityDesign(samples: samples, factors: factors.count, purpose: purpose),
                let runs = try? study.run(design)
            else { continue }
            return runs
        }
        return nil
    }

    /// What is varied. An index that was computed together with earlier periods is varied from its normalised values on: scale
    /// and filled gaps are those of all periods and stay.
    private static func base(_ view: IndexView) -> (Dataset, Framework, Method)? {
        guard !view.series.isEmpty else {
            return view.content.data.map { ($0.dataset, view.framework, view.build.method) }
        }
        var nodes = view.framework.nodes
        // Turned already.
        for place in nodes.indices { nodes[place].direction = .positive }
        guard let stage = view.build[stage: .normalised], let framework = try? Framework(nodes) else { return nil }
        var method = view.build.method
        method.steps = [.normalise(Normalisation(.none))] + method.steps.suffix(1)
        method.scopes = nil
        let here = Set(stage.units.map(\.code))
        method.exemptions = method.exemptions.map { one in
            var one = one
            one.units.removeAll { !here.contains($0) }
            return one
        }
        method.overrides.removeAll { !here.contains($0.unit) }
        let codes = framework.indicators.map { framework.nodes[$0].code }
        return (Dataset(units: stage.units, columns: codes, values: stage.table), framework, method)
    }

    private static func others(_ framework: Framework, _ method: Method) -> [Factor] {
        var factors: [Factor] = []
        if let aggregation = method.aggregation {
            let rule = aggregation.level(of: framework.nodes[framework.index]).rule
            if rule == .arithmetic || rule == .geometric {
                let other: Aggregation.Rule = rule == .arithmetic ? .geometric : .arithmetic
                factors.append(Factor(Robustness.rule, .rule([rule, other], level: framework.height)))
            }
        }
        for case .impute(let imputation) in method.steps where imputation.rule != .none {
            let other: Imputation.Rule = imputation.rule == .median ? .mean : .median
            factors.append(Factor(Robustness.imputation, .imputation([imputation, Imputation(other)])))
        }
        return factors
    }

    private static func subject(_ name: String) -> Subject {
        switch name {
        case rule: .rule
        case imputation: .imputation
        default: .weight(name)
        }
    }
}
