import Base
import CompositeIndex
import HTML

/// What is not known of a country, or was changed: which cells were filled or treated, what that does to the weights, and how far
/// the score could lie elsewhere.
enum IndexGapsPage {
    static func badges(_ scene: Scene, _ line: UnitProfile.Line) -> Markup {
        var keys: [String] = []
        if line.mark.contains(.imputed) { keys.append("index.mark.imputed") }
        if line.mark.isTreated { keys.append("index.mark.treated") }
        if line.mark.contains(.exempt) { keys.append("index.mark.exempt") }
        if line.mark.contains(.overridden) { keys.append("index.mark.overridden") }
        if line.score == nil, !line.mark.contains(.exempt) { keys.append("index.mark.missing") }
        return each(keys) { #" <span class="badge guessed">\#(scene.words($0))</span>"# }
    }

    static func section(_ scene: Scene, _ view: IndexView, _ profile: UnitProfile) -> Markup {
        guard !profile.missing.isEmpty || !profile.treated.isEmpty || !profile.overridden.isEmpty || !profile.shifted.isEmpty
        else {
            return .empty
        }
        let words = scene.words
        return """
            <section class="panel"><h2>\(words("index.gaps"))</h2>\
            \(names(scene, view, "index.gaps.missing", profile.missing))\(bounds(scene, view, profile))\
            \(names(scene, view, "index.gaps.treated", profile.treated))\(overrides(scene, view, profile))\
            \(weights(scene, view, profile))</section>
            """
    }

    private static func names(_ scene: Scene, _ view: IndexView, _ key: String, _ lines: [UnitProfile.Line]) -> Markup {
        guard !lines.isEmpty else { return .empty }
        return """
            <p>\(scene.words(key))</p><ul>\(each(lines) { line in
                "<li>\(scene.text(view.name(line.node))) <small><bdi>\(view.code(line.node))</bdi></small></li>"
            })</ul>
            """
    }

    private static func bounds(_ scene: Scene, _ view: IndexView, _ profile: UnitProfile) -> Markup {
        guard let bounds = profile.bounds, let score = view.score(profile.row, view.index) else { return .empty }
        let language = scene.language
        return """
            <p>\(scene.words("index.bounds.text", [
                "low": ScoreText.text(bounds.lowerBound, language), "high": ScoreText.text(bounds.upperBound, language),
                "score": ScoreText.text(score, language),
            ]))</p>\(IndexFigurePage.range(view.share(of: bounds.lowerBound), view.share(of: score), view.share(of: bounds.upperBound)))
            """
    }

    private static func overrides(_ scene: Scene, _ view: IndexView, _ profile: UnitProfile) -> Markup {
        let set = view.build.method.overrides.filter { $0.unit == profile.unit.code }
        guard !set.isEmpty else { return .empty }
        return """
            <p>\(scene.words("index.gaps.overridden"))</p><ul>\(each(set) { one in
                "<li><bdi>\(one.node)</bdi>: \(ScoreText.value(one.score, scene.language)) – <bdi>\(one.reason)</bdi></li>"
            })</ul>
            """
    }

    private static func weights(_ scene: Scene, _ view: IndexView, _ profile: UnitProfile) -> Markup {
        let shifted = profile.shifted.filter(\.isIndicator)
        guard !shifted.isEmpty else { return .empty }
        let words = scene.words
        return """
            <details><summary>\(words("index.gaps.weights"))</summary><p class="help">\(words("index.gaps.weights.help"))</p>\
            \(IndexFramePage.table(
                words("index.gaps.weights"), class: "ix-plain",
                head: """
                    <tr><th scope="col">\(words("index.part"))</th><th scope="col">\(words("index.weight.here"))</th>\
                    <th scope="col">\(words("index.weight.usual"))</th></tr>
                    """,
                rows: each(shifted) { line in
                    """
                    <tr><th scope="row">\(scene.text(view.name(line.node)))</th><td class="number">\(ScoreText.percent(line.share, scene.language))</td>\
                    <td class="number">\(ScoreText.percent(line.usualShare, scene.language))</td></tr>
                    """
                }))</details>
            """
    }
}
