import Base
import CompositeIndex
import HTML

/// Where a set of weights comes from: rounds of experts, or what was computed how.
enum WeightOriginPage {
    /// On the public page of the method.
    static func section(_ scene: Scene, _ view: IndexView) -> Markup {
        guard case .named(let name, _)? = view.build.method.aggregation?.weights,
            let set = view.content.weightSets.first(where: { $0.name == name })
        else { return .empty }
        let words = scene.words
        return """
            <section><h2>\(words("index.origin"))</h2><p><bdi>\(set.name)</bdi> · \(words.date(set.at.wall().date))</p>\
            \("<p><bdi>\(set.statement)</bdi></p>", if: !set.statement.isEmpty)\
            \(list(scene, set) { code in view.node(code).map { view.name($0).text(scene.language) } ?? code })\(spread(scene, view, set))</section>
            """
    }

    private static func spread(_ scene: Scene, _ view: IndexView, _ set: WeightSet) -> Markup {
        let words = scene.words
        let spread = view.tree.compactMap { node, _ in set.spread[view.code(node)].map { (node, $0) } }
        guard !spread.isEmpty else { return .empty }
        let heads = ["index.part", "index.origin.mean", "index.origin.median", "index.origin.quartiles", "index.origin.answers"]
        return IndexFramePage.table(
            words("index.origin"), class: "ix-plain",
            head: #"<tr>\#(each(heads) { #"<th scope="col">\#(words($0))</th>"# })</tr>"#,
            rows: each(spread) { node, one in
                """
                <tr><th scope="row">\(scene.text(view.name(node)))</th><td class="number">\(ScoreText.text(one.mean, scene.language))</td>\
                <td class="number">\(ScoreText.text(one.median, scene.language))</td>\
                <td class="number">\(ScoreText.text(one.lowerQuartile, scene.language))–\(ScoreText.text(one.upperQuartile, scene.language))</td>\
                <td class="number">\(words.number(one.answers))</td></tr>
                """
            })
    }

    /// What was computed, in the order in which it was; what the other wholes have comes first.
    static func list(_ scene: Scene, _ set: WeightSet, name: (String) -> String) -> Markup {
        guard let origins = set.origins else { return .empty }
        let words = scene.words
        let base =
            switch set.base {
            case nil: ""
            case "framework"?: words("measure.weights.framework")
            case "equal"?: words("measure.weights.equal")
            case let other?: words("measure.weights.set", ["name": other])
            }
        return """
            <ul>\("<li>\(words("index.origin.base", ["base": base]))</li>", if: !base.isEmpty)\
            \(each(origins) { "<li>\(origin(scene, $0, name))</li>" })</ul>
            """
    }

    private static func origin(_ scene: Scene, _ one: WeightSet.Origin, _ name: (String) -> String) -> Markup {
        let (words, language) = (scene.words, scene.language)
        var said = [
            words("index.origin.way.\(one.way.rawValue)", ["parts": words.list(one.nodes.map(name))]),
            words("index.origin.revision", ["number": words.number(one.revision)]),
        ]
        if let target = one.target { said.insert(words("index.origin.target.\(target.rawValue)"), at: 1) }
        if let ratio = one.consistency {
            said.append(words("index.origin.consistency", ["ratio": ScoreText.text(ratio, language, decimals: 3)]))
        }
        let warnings = one.warnings.map { words.problem($0) }
        return """
            \(each(said) { "\($0) " })\(each(warnings) { #"<br><small class="ix-warning">\#($0)</small>"# })\(judgements(scene, one, name))
            """
    }

    private static func judgements(_ scene: Scene, _ one: WeightSet.Origin, _ name: (String) -> String) -> Markup {
        guard let judgements = one.judgements else { return .empty }
        let words = scene.words
        return """
            <details><summary>\(words("index.origin.judgements"))</summary><ul class="plain">\(each(judgements) { judgement in
                let (first, second) = judgement.preference < 1 ? (judgement.other, judgement.one) : (judgement.one, judgement.other)
                let times = max(judgement.preference, 1 / judgement.preference)
                return """
                    <li>\(words("index.origin.judgement", [
                        "one": name(first), "other": name(second), "times": ScoreText.value(times, scene.language),
                    ]))</li>
                    """
            })</ul></details>
            """
    }
}
