import Base
import CompositeIndex
import HTML

/// The method at the desk: one choice after the other with what it means, and before anything is run what is in the way.
package enum MethodDeskPage {
    package struct View: Sendable {
        package let edition: IndexEdition
        package let content: IndexContent
        package var form: MethodForm
        package var typed: [String: String] = [:]
        package var complaints = Complaints()
        package var problems: [Problem] = []

        package init(_ edition: IndexEdition, _ content: IndexContent) {
            self.edition = edition
            self.content = content
            form = MethodForm(content.method, height: View.height(content))
        }
        package static func height(_ content: IndexContent) -> Int { max(2, content.nodes.map(\.level).max() ?? 2) }
        var path: String { MeasureTabsPage.Tab.method.path(edition) }
    }

    package static func main(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let parts = FormParts(words, view.complaints)
        return """
            \(MeasureTabsPage.head(scene, view.edition, .method, title: words("measure.tab.method")))\(parts.summary)\
            \(view.problems.isEmpty
                ? #"<p class="notice good">\#(words("measure.method.sound"))</p>"#
                : ProblemPage.list(scene, view.problems, title: words("measure.method.conflicts")))\
            \(view.edition.state.isOpen ? form(scene, view, parts) : closed(scene))\(overrides(scene, view, parts))\
            \(ExemptionPage.section(scene, view, parts))
            """
    }

    private static func closed(_ scene: Scene) -> Markup {
        #"<p class="notice">\#(scene.words("measure.refusal.frozen"))</p>"#
    }

    private static func form(_ scene: Scene, _ view: View, _ parts: FormParts) -> Markup {
        let words = scene.words
        return """
            <form class="desk-form method" method="post" action="\(url: scene.link(view.path))">\(scene.guardField)\
            \(MeasurePartsPage.seenField(view.edition.revision))\
            \(periods(view, parts), if: view.content.data?.earlier != nil || view.content.method.scopes != nil)\
            \(before(view, parts))\(filling(view, parts))\(treating(view, parts))\(scaling(view, parts))\
            \(each(2...View.height(view.content)) { joining(scene, view, parts, $0) })\(ranking(view, parts))\
            <p class="actions"><button class="button" type="submit">\(words("measure.save"))</button></p></form>
            """
    }

    private static func choice(_ view: View, _ parts: FormParts, _ name: String, _ key: String, _ values: [String]) -> Markup {
        let kept = view.form[name] == MethodChoice.kept ? [(value: MethodChoice.kept, label: parts.words("measure.kept"))] : []
        return parts.choice(
            name, label: parts.words("measure.\(key)"),
            options: kept + values.map { (value: $0, label: parts.words("measure.\(key).\($0)")) }, selected: view.form[name],
            help: parts.words("measure.\(key).help"))
    }
    private static func number(_ view: View, _ parts: FormParts, _ name: String, _ key: String? = nil) -> Markup {
        parts.input(name, label: parts.words("measure.\(key ?? name)"), value: view.form[name])
    }
    private static func box(_ view: View, _ parts: FormParts, _ name: String) -> Markup {
        parts.box(name, label: parts.words("measure.\(name)"), isChecked: view.form[name] == "yes")
    }
    private static func grouping(_ view: View, _ parts: FormParts, _ name: String, _ selected: String) -> Markup {
        let groupings = Array(Set((view.content.data?.groupings ?? []) + (selected.isEmpty ? [] : [selected]))).sorted()
        return parts.choice(
            name, label: parts.words("measure.grouping"),
            options: [(value: "", label: "—")] + groupings.map { (value: $0, label: $0) },
            selected: selected)
    }
    private static func step(_ parts: FormParts, _ key: String, _ body: Markup) -> Markup {
        """
        <fieldset><legend>\(parts.words("measure.step.\(key)"))</legend><p class="help">\(parts.words("measure.step.\(key).help"))</p>\
        \(body)</fieldset>
        """
    }

    private static func periods(_ view: View, _ parts: FormParts) -> Markup {
        step(parts, "periods", choice(view, parts, "periods", "periods", MethodChoice.periods))
    }
    private static func before(_ view: View, _ parts: FormParts) -> Markup {
        step(
            parts, "before",
            """
            \(box(view, parts, "denominate"))\(box(view, parts, "screen"))\
            <div class="row">\(number(view, parts, "leastPresent"))\(number(view, parts, "leastNonZero"))</div>
            """)
    }
    private static func filling(_ view: View, _ parts: FormParts) -> Markup {
        step(
            parts, "impute",
            """
            \(choice(view, parts, "impute", "impute", MethodChoice.imputations))\
            <div class="row">\(grouping(view, parts, "imputeGroup", view.form["imputeGroup"]))\
            \(number(view, parts, "imputeValue"))\(number(view, parts, "imputeNearest"))</div>
            """)
    }
    private static func treating(_ view: View, _ parts: FormParts) -> Markup {
        step(
            parts, "treat",
            """
            \(box(view, parts, "treat"))<div class="row">\(number(view, parts, "skewness"))\(number(view, parts, "kurtosis"))\
            \(number(view, parts, "rounds"))</div>\(choice(view, parts, "transformation", "transformation", MethodChoice.transformations))\
            <div class="row">\(number(view, parts, "lambda"))</div>\(box(view, parts, "keepsWinsorised"))
            """)
    }
    private static func scaling(_ view: View, _ parts: FormParts) -> Markup {
        let units = (view.content.data?.units ?? []).map { (value: $0.code, label: $0.name) }
        let reference = parts.choice(
            "reference", label: parts.words("measure.reference"), options: [(value: "", label: "—")] + units,
            selected: view.form["reference"])
        return step(
            parts, "normalise",
            """
            \(choice(view, parts, "normalise", "normalise", MethodChoice.normalisations))\
            <div class="row">\(number(view, parts, "low", "scale.low"))\(number(view, parts, "high", "scale.high"))\
            \(number(view, parts, "mean"))\(number(view, parts, "deviation"))\(number(view, parts, "factor"))\
            \(number(view, parts, "threshold"))\(number(view, parts, "percentiles"))</div><div class="row">\(reference)</div>\
            \(box(view, parts, "cut"))\(box(view, parts, "logarithmic"))
            """)
    }
    private static func joining(_ scene: Scene, _ view: View, _ parts: FormParts, _ level: Int) -> Markup {
        let words = scene.words
        let nodes = view.content.nodes.filter { $0.level == level }.map { view.content.name(of: $0).text(scene.language) }
        return """
            <fieldset><legend>\(words("measure.step.aggregate", ["level": words.number(level)]))</legend>\
            <p class="help">\(words.list(nodes))</p>\
            \(choice(view, parts, "rule\(level)", "rule", MethodChoice.rules))\
            \(choice(view, parts, "missing\(level)", "missing", MethodChoice.missing))\
            <div class="row">\(number(view, parts, "power\(level)", "power"))\(number(view, parts, "share\(level)", "share"))\
            \(number(view, parts, "least\(level)", "shareLeast"))\(number(view, parts, "most\(level)", "shareMost"))\
            \(grouping(view, parts, "missingGroup\(level)", view.form["missingGroup\(level)"]))</div></fieldset>
            """
    }
    private static func ranking(_ view: View, _ parts: FormParts) -> Markup {
        let words = parts.words
        let sets = view.content.weightSets.map {
            (value: "set:" + $0.name, label: words("measure.weights.set", ["name": $0.name]))
        }
        let weights = ["framework", "equal"].map { (value: $0, label: words("measure.weights.\($0)")) } + sets
        return step(
            parts, "rank",
            """
            \(parts.choice("weights", label: words("measure.weights"), options: weights, selected: view.form["weights"], help: words("measure.weights.help")))\
            <div class="row">\(parts.input(
                "decimals", label: words("measure.decimals"), value: view.form["decimals"], help: words("measure.decimals.help")))</div>\
            \(choice(view, parts, "ties", "ties", Ranking.Ties.allCases.map(\.rawValue)))
            """)
    }

    // MARK: Scores set by hand

    private static func overrides(_ scene: Scene, _ view: View, _ parts: FormParts) -> Markup {
        let words = scene.words
        let isOpen = view.edition.state.isOpen
        let list = view.content.method.overrides
        return """
            <section class="panel"><h2>\(words("measure.overrides"))</h2><p class="help">\(words("measure.overrides.help"))</p>\
            \("<p>\(words("measure.overrides.none"))</p>", if: list.isEmpty)\
            <ul class="plain">\(each(list) { override in
                """
                <li><p><strong dir="ltr">\(override.unit) · \(override.node)</strong> \
                \(override.score.map { NumberText.text($0) } ?? words("measure.missingValue")) <bdi>\(override.reason)</bdi></p>\
                \(removal(scene, view, override), if: isOpen)</li>
                """
            })</ul>\(adding(scene, view, parts), if: isOpen)</section>
            """
    }

    private static func removal(_ scene: Scene, _ view: View, _ override: Override) -> Markup {
        """
        <form class="inline" method="post" action="\(url: scene.link(view.path + "/overrides/remove"))">\(scene.guardField)\
        <input type="hidden" name="unit" value="\(override.unit)"><input type="hidden" name="node" value="\(override.node)">\
        <button class="button quiet" type="submit">\(scene.words("measure.remove"))\
        <span class="visually-hidden"> \(override.unit) \(override.node)</span></button></form>
        """
    }

    private static func adding(_ scene: Scene, _ view: View, _ parts: FormParts) -> Markup {
        let words = scene.words
        let typed = { (name: String) in view.typed[name] ?? "" }
        let units = (view.content.data?.units ?? []).map { (value: $0.code, label: "\($0.name) (\($0.code))") }
        let nodes = view.content.nodes.filter { $0.level > 1 }.map {
            (value: $0.code, label: view.content.name(of: $0).text(scene.language))
        }
        return """
            <form class="desk-form" method="post" action="\(url: scene.link(view.path + "/overrides"))">\(scene.guardField)\
            <div class="row">\(parts.choice("unit", label: words("measure.country"), options: units, selected: typed("unit")))\
            \(parts.choice("node", label: words("measure.node"), options: nodes, selected: typed("node")))\
            \(parts.input("score", label: words("measure.score"), value: typed("score"), help: words("measure.score.help")))</div>\
            \(parts.input("reason", label: words("measure.reason"), value: typed("reason"), help: words("measure.reason.help")))\
            <p class="actions"><button class="button quiet" type="submit">\(words("measure.override.add"))</button></p></form>
            """
    }
}
