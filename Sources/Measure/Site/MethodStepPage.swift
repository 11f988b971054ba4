import Base
import CompositeIndex
import HTML

/// One step of a method in plain words, with the formula that the engine computes. Formulas are the same in every language.
enum MethodStepPage {
    static func step(_ scene: Scene, _ view: IndexView, _ step: Step) -> Markup {
        switch step {
        case .denominate(let one): denominate(scene, view, one)
        case .impute(let one): impute(scene, one)
        case .screen(let one): screen(scene, one)
        case .treat(let one): treat(scene, one)
        case .normalise(let one): normalise(scene, one)
        case .aggregate(let one): aggregate(scene, view, one)
        }
    }

    private static func block(_ scene: Scene, _ key: String, _ text: Markup, formula: String? = nil, more: Markup = .empty)
        -> Markup
    {
        """
        <h3>\(scene.words(key))</h3><p>\(text)</p>\(formula.map { #"<p class="ix-formula" dir="ltr"><code>\#($0)</code></p>"# as Markup })\(more)
        """
    }

    private static func list(_ items: [Markup]) -> Markup {
        items.isEmpty ? .empty : "<ul>\(each(items) { "<li>\($0)</li>" })</ul>"
    }

    private static func denominate(_ scene: Scene, _ view: IndexView, _ one: Denomination) -> Markup {
        let own = view.framework.nodes.compactMap { node -> Markup? in
            node.denominator.map {
                "<bdi>\(node.code)</bdi>: <bdi>\($0)</bdi> × \(ScoreText.value(1 / (one.scales[node.code] ?? 1), scene.language))"
            }
        }
        return block(
            scene, "index.step.denominate", "\(scene.words("index.denominate.text"))", formula: "x / (d / s)", more: list(own))
    }

    private static func impute(_ scene: Scene, _ one: Imputation) -> Markup {
        let own = one.individual.sorted { $0.key < $1.key }.map { code, rule -> Markup in
            "<bdi>\(code)</bdi>: \(imputation(scene, rule))"
        }
        return block(
            scene, "index.step.impute", "\(imputation(scene, one.rule)) \(scene.words("index.impute.marked"))", more: list(own))
    }

    private static func imputation(_ scene: Scene, _ rule: Imputation.Rule) -> String {
        let words = scene.words
        switch rule {
        case .none: return words("index.impute.none")
        case .mean: return words("index.impute.mean")
        case .median: return words("index.impute.median")
        case .groupMean(let group): return words("index.impute.groupMean", ["group": IndexFramePage.grouping(words, group)])
        case .groupMedian(let group): return words("index.impute.groupMedian", ["group": IndexFramePage.grouping(words, group)])
        case .constant(let value): return words("index.impute.constant", ["value": ScoreText.value(value, scene.language)])
        case .latest: return words("index.impute.latest")
        case .linear: return words("index.impute.linear")
        case .nearest(let count): return words("index.impute.nearest", ["count": words.number(count)])
        case .expectationMaximisation: return words("index.impute.expectationMaximisation")
        }
    }

    private static func screen(_ scene: Scene, _ one: Screening) -> Markup {
        let language = scene.language
        var items: [Markup] = []
        if let least = one.leastPresent {
            items.append("\(scene.words("index.screen.present", ["share": ScoreText.percent(least, language, decimals: 0)]))")
        }
        if let least = one.leastNonZero {
            items.append("\(scene.words("index.screen.nonZero", ["share": ScoreText.percent(least, language, decimals: 0)]))")
        }
        items += one.included.sorted { $0.key < $1.key }.map { code, reason -> Markup in
            "\(scene.words("index.screen.included")) <bdi>\(code)</bdi>: <bdi>\(reason)</bdi>"
        }
        items += one.excluded.sorted { $0.key < $1.key }.map { code, reason -> Markup in
            "\(scene.words("index.screen.excluded")) <bdi>\(code)</bdi>: <bdi>\(reason)</bdi>"
        }
        return block(scene, "index.step.screen", "\(scene.words("index.screen.text"))", more: list(items))
    }

    private static func treat(_ scene: Scene, _ one: Treatment) -> Markup {
        let words = scene.words
        let arguments = [
            "skewness": ScoreText.value(one.rule.skewness, scene.language),
            "kurtosis": ScoreText.value(one.rule.kurtosis, scene.language),
            "rounds": words.number(one.rounds),
        ]
        return block(
            scene, "index.step.treat", "\(words("index.treat.text", arguments))",
            formula: one.transformation.map(formula),
            more: one.transformation == nil ? .empty : "<p>\(words("index.treat.transformed"))</p>")
    }

    private static func formula(_ one: Treatment.Transformation) -> String {
        switch one {
        case .log: "ln(x − min + 0.01 (max − min))"
        case .logPlusOne: "ln(x − min + 1)"
        case .logTwoSided: "±ln(±(x − min) + 0.01 (max − min))"
        case .logGII: "ln((max − 1)(x − min)/(max − min) + 1)"
        case .boxCox(let lambda): "((x − min + 1)^λ − 1)/λ, λ = \(NumberText.text(lambda))"
        }
    }

    private static func normalise(_ scene: Scene, _ one: Normalisation) -> Markup {
        let own = one.individual.sorted { $0.key < $1.key }.map { code, rule -> Markup in
            #"<bdi>\#(code)</bdi>: \#(normalisation(scene, rule).text) <code dir="ltr">\#(normalisation(scene, rule).formula)</code>"#
        }
        let rule = normalisation(scene, one.rule)
        return block(
            scene, "index.step.normalise", "\(rule.text) \(scene.words("index.normalise.direction"))", formula: rule.formula,
            more: list(own))
    }

    private static func normalisation(_ scene: Scene, _ rule: Normalisation.Rule) -> (text: String, formula: String) {
        let words = scene.words
        func number(_ value: Double) -> String { NumberText.text(value) }
        switch rule {
        case .none: return (words("index.normalise.none"), "x")
        case .minMax(let low, let high):
            return (
                words("index.normalise.minMax", ["low": number(low), "high": number(high)]),
                "(x − min)/(max − min) · (\(number(high)) − \(number(low))) + \(number(low))"
            )
        case .zScore(let mean, let deviation):
            return (words("index.normalise.zScore"), "(x − x̄)/s · \(number(deviation)) + \(number(mean))")
        case .scaled(let from, let to, let factor):
            return (
                words("index.normalise.scaled"), "(x − \(number(from)))/(\(number(to)) − \(number(from))) · \(number(factor))"
            )
        case .rank: return (words("index.normalise.rank"), "rank(x)")
        case .percentileRank: return (words("index.normalise.rank"), "(rank(x) − 1)/(n − 1)")
        case .borda: return (words("index.normalise.rank"), "rank(x) − 1")
        case .distanceToMaximum: return (words("index.normalise.distance"), "1 − (max − x)/(max − min)")
        case .distanceToReference(let unit, _):
            return (words("index.normalise.reference", ["unit": unit]), "1 − (r − x)/(r − min)")
        case .distanceToTarget: return (words("index.normalise.target"), "(x − min)/(target − min)")
        case .goalposts(let factor, _, let isLogarithmic):
            return (
                words("index.normalise.goalposts"),
                isLogarithmic
                    ? "(ln x − ln low)/(ln high − ln low) · \(number(factor))" : "(x − low)/(high − low) · \(number(factor))"
            )
        case .centred(let centre, let span):
            return (words("index.normalise.centred"), "(x − x̄)/(max − min) · \(number(span)) + \(number(centre))")
        case .fractionOfMaximum: return (words("index.normalise.fraction"), "x/max")
        case .categorical: return (words("index.normalise.categorical"), "#{p : x > p}/n · 100")
        case .aboveBelowMean(let threshold):
            return (words("index.normalise.aboveBelow"), "±1, |x − x̄| > \(number(threshold)) · x̄")
        }
    }

    // MARK: Aggregation

    private static func aggregate(_ scene: Scene, _ view: IndexView, _ one: Aggregation) -> Markup {
        let words = scene.words
        let levels = Set(view.framework.aggregates.map { view.framework.nodes[$0].level }).sorted()
        let items = levels.map { level -> Markup in
            let rule = one.levels[min(max(level - 2, 0), one.levels.count - 1)]
            return "\(words("index.aggregate.level", ["level": words.number(level)])) \(text(scene, rule))"
        }
        let own = one.individual.sorted { $0.key < $1.key }.map { code, level -> Markup in
            "<bdi>\(code)</bdi>: \(text(scene, level))"
        }
        return block(scene, "index.step.aggregate", "\(words("index.aggregate.text"))", more: list(items + own))
    }

    private static func text(_ scene: Scene, _ level: Aggregation.Level) -> Markup {
        let (name, formula) = rule(level.rule)
        return """
            \(scene.words("index.rule.\(name)")) <code dir="ltr">\(formula)</code>. \(missing(scene, level.missing))
            """
    }

    private static func rule(_ rule: Aggregation.Rule) -> (name: String, formula: String) {
        switch rule {
        case .arithmetic: ("arithmetic", "Σwx/Σw")
        case .geometric: ("geometric", "exp(Σw ln x/Σw)")
        case .harmonic: ("harmonic", "Σw/Σ(w/x)")
        case .power(let p): ("power", "(Σwx^p/Σw)^(1/p), p = \(NumberText.text(p))")
        case .median: ("median", "median(x; w)")
        case .minimum: ("minimum", "min(x)")
        case .copeland: ("copeland", "#{j : o(i,j) > ½} − #{j : o(i,j) < ½}")
        case .mazziottaPareto(let penalty): ("mazziottaPareto", "M (1 \(penalty == .negative ? "−" : "+") (S/M)²)")
        case .adjustedMazziottaPareto(let penalty): ("mazziottaPareto", "M \(penalty == .negative ? "−" : "+") S²/M")
        case .benefitOfTheDoubt: ("benefitOfTheDoubt", "max Σwx, Σwx ≤ 1")
        }
    }

    private static func missing(_ scene: Scene, _ missing: Aggregation.Missing) -> String {
        let words = scene.words
        switch missing {
        case .rescale: return words("index.missing.rescale")
        case .threshold(let share):
            return words("index.missing.threshold", ["share": ScoreText.percent(share, scene.language, decimals: 0)])
        case .strict: return words("index.missing.strict")
        case .groupMean(let group): return words("index.missing.groupMean", ["group": IndexFramePage.grouping(words, group)])
        }
    }
}
