import Base
import CompositeIndex
import HTML

/// Comparisons in pairs: one question for each two parts of a node, on the scale from 1 to 9.
enum WeightPairsPage {
    struct Pair {
        let field: String
        let one: String
        let other: String
    }

    static func pairs(_ view: WeightDeskPage.View) -> [Pair] {
        guard view.request?.way == .hierarchy, case .node(let code)? = view.request?.scope else { return [] }
        let parts = view.content.parts(of: code).map(\.code)
        return parts.indices.flatMap { one in
            parts.indices.dropFirst(one + 1).map { other in
                Pair(field: WeightForm.pair(one, other), one: parts[one], other: parts[other])
            }
        }
    }

    static func fields(_ scene: Scene, _ view: WeightDeskPage.View, _ parts: FormParts) -> Markup {
        """
        <p class="help">\(scene.words("measure.pairs.help"))</p>\(each(pairs(view)) { field(scene, view, parts, $0) })
        """
    }

    private static func field(_ scene: Scene, _ view: WeightDeskPage.View, _ parts: FormParts, _ pair: Pair) -> Markup {
        let words = scene.words
        let (one, other) = (
            WeightDeskPage.name(scene, view.content, pair.one), WeightDeskPage.name(scene, view.content, pair.other)
        )
        let options = WeightForm.scale.map { value -> (value: String, label: String) in
            if value == "1" { return (value, words("measure.judgement.same")) }
            let isFirst = !value.hasPrefix("1/")
            return (
                value,
                words(
                    "measure.judgement.more",
                    ["times": isFirst ? value : String(value.dropFirst(2)), "part": isFirst ? one : other])
            )
        }
        return parts.choice(
            pair.field, label: words("measure.judgement", ["one": one, "other": other]), options: options,
            selected: view.form[pair.field].isEmpty ? "1" : view.form[pair.field])
    }
}
