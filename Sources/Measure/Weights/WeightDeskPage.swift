import Base
import CompositeIndex
import HTML

/// Weights at the desk: computed in a chosen way, seen beside those in use, and kept as a set with how they were made.
package enum WeightDeskPage {
    package struct View: Sendable {
        package let edition: IndexEdition
        package let content: IndexContent
        package var form = WeightForm()
        package var request: WeightRequest?
        package var computation: WeightComputation?
        /// Why there is none.
        package var problems: [Problem] = []
        package var complaints = Complaints()

        package init(_ edition: IndexEdition, _ content: IndexContent) {
            self.edition = edition
            self.content = content
        }
        package var path: String { MeasureTabsPage.Tab.weights.path(edition) }
    }

    package static func main(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let parts = FormParts(words, view.complaints)
        return """
            \(MeasureTabsPage.head(scene, view.edition, .weights, title: words("measure.tab.weights")))\(parts.summary)\
            <p>\(words("measure.compute.help"))</p>\(ProblemPage.list(scene, view.problems, title: words("measure.problems")))\
            <div class="desk-columns"><div>\(view.computation.map { result(scene, view, $0, parts) })\
            \(comparing(scene, view, parts), if: view.request?.way == .hierarchy && view.problems.isEmpty)\
            \(sets(scene, view, parts))</div><div>\(choosing(scene, view, parts))</div></div>
            """
    }

    // MARK: What is to be computed

    private static func choosing(_ scene: Scene, _ view: View, _ parts: FormParts) -> Markup {
        let words = scene.words
        let wholes = view.content.wholes
        guard !wholes.isEmpty else { return #"<p class="notice">\#(words("measure.compute.nothing"))</p>"# }
        let levels = Set(wholes.map(\.level)).sorted()
        let scopes =
            [(value: "all", label: words("measure.scope.all"))]
            + levels.map { (value: "level:\($0)", label: words("measure.scope.level", ["level": words.number($0)])) }
            + wholes.map { (value: "node:\($0.code)", label: name(scene, view.content, $0.code)) }
        let ways = WeightSet.Origin.Way.allCases.map { (value: $0.rawValue, label: words("measure.way.\($0.rawValue)")) }
        let targets = WeightSet.Origin.Target.allCases.map {
            (value: $0.rawValue, label: words("measure.target.\($0.rawValue)"))
        }
        return """
            <section class="panel"><h2>\(words("measure.compute"))</h2>\
            <form class="desk-form weighing" method="get" action="\(url: view.path)">\(kept(scene))\
            \(parts.choice("way", label: words("measure.way"), options: ways, selected: view.form["way"], help: words("measure.way.help")))\
            \(parts.choice("of", label: words("measure.scope"), options: scopes, selected: view.form["of"], help: words("measure.scope.help")))\
            \(parts.choice("target", label: words("measure.importance"), options: targets, selected: view.form["target"]))\
            \(parts.choice("base", label: words("measure.base"), options: bases(scene, view), selected: view.form["base"], help: words("measure.base.help")))\
            <p class="actions"><button class="button" type="submit">\(words("measure.compute.do"))</button></p></form></section>
            """
    }

    private static func bases(_ scene: Scene, _ view: View) -> [(value: String, label: String)] {
        let words = scene.words
        return ["framework", "equal"].map { (value: $0, label: words("measure.weights.\($0)")) }
            + view.content.weightSets.map { (value: $0.name, label: words("measure.weights.set", ["name": $0.name])) }
    }

    /// The address of a form that is sent with it holds its fields alone.
    private static func kept(_ scene: Scene) -> Markup {
        each(scene.kept) { #"<input type="hidden" name="\#($0.name)" value="\#($0.value)">"# }
    }

    private static func hidden(_ view: View, judgements: Bool) -> Markup {
        let names = ["way", "of", "base", "target"]
        let pairs = judgements ? WeightPairsPage.pairs(view).map(\.field) : []
        return each((names + pairs).filter { !view.form[$0].isEmpty }) {
            #"<input type="hidden" name="\#($0)" value="\#(view.form[$0])">"#
        }
    }

    private static func comparing(_ scene: Scene, _ view: View, _ parts: FormParts) -> Markup {
        """
        <section class="panel" id="pairs"><h2>\(scene.words("measure.pairs"))</h2>\
        <form class="desk-form" method="get" action="\(url: view.path)">\(kept(scene))\(hidden(view, judgements: false))\
        \(WeightPairsPage.fields(scene, view, parts))\
        <p class="actions"><button class="button" type="submit">\(scene.words("measure.compute.do"))</button></p></form></section>
        """
    }

    // MARK: What came out

    private static func result(_ scene: Scene, _ view: View, _ found: WeightComputation, _ parts: FormParts) -> Markup {
        let words = scene.words
        return """
            <section id="result" class="ix-result"><h2>\(words("measure.way.\(found.request.way.rawValue)"))</h2>\(figures(scene, found))\
            \(ProblemPage.list(scene, found.problems, title: words("measure.compute.doubts")))\
            \(WeightResultPage.tables(scene, view.content, found))\
            \(keeping(scene, view, found, parts), if: view.edition.state.isOpen)</section>
            """
    }

    private static func figures(_ scene: Scene, _ found: WeightComputation) -> Markup {
        let words = scene.words
        var facts: [(String, String)] = []
        if let ratio = found.consistency {
            let limit = ScoreText.text(AnalyticHierarchy.limit, scene.language)
            facts.append((words("measure.consistency", ["limit": limit]), ScoreText.text(ratio, scene.language, decimals: 3)))
        }
        if let misfit = found.misfit {
            facts.append((words("measure.misfit"), ScoreText.percent(misfit, scene.language, decimals: 2)))
        }
        guard !facts.isEmpty else { return .empty }
        return """
            <dl class="figures">\(each(facts) { name, value in
                #"<div class="figure"><dt>\#(name)</dt><dd><b>\#(value)</b></dd></div>"#
            })</dl>
            """
    }

    private static func keeping(_ scene: Scene, _ view: View, _ found: WeightComputation, _ parts: FormParts) -> Markup {
        let words = scene.words
        guard found.isSound else { return #"<p class="notice bad">\#(words("measure.refusal.weightsUnsound"))</p>"# }
        return """
            <section class="panel"><h3>\(words("measure.keep"))</h3>\
            <form class="desk-form" method="post" action="\(url: scene.link(view.path))">\(scene.guardField)\
            \(MeasurePartsPage.seenField(found.revision))\(hidden(view, judgements: true))\
            \(parts.input("set", label: words("measure.set.name"), value: view.form["set"], help: words("measure.keep.name.help"), required: true))\
            \(parts.area("statement", label: words("measure.keep.why"), value: view.form["statement"], rows: 3, help: words("measure.keep.why.help")))\
            <p class="actions"><button class="button" type="submit">\(words("measure.keep"))</button></p></form></section>
            """
    }

    // MARK: What was kept

    private static func sets(_ scene: Scene, _ view: View, _ parts: FormParts) -> Markup {
        let words = scene.words
        let sets = view.content.weightSets.filter { $0.origins != nil }
        let inUse: String? = if case .named(let name, _)? = view.content.method.aggregation?.weights { name } else { nil }
        return """
            <section id="sets"><h2>\(words("measure.sets.computed"))</h2>\
            \("<p class=\"empty\">\(words("measure.sets.computed.none"))</p>", if: sets.isEmpty)\
            <ul class="plain">\(each(sets) { set in
                """
                <li class="panel"><h3>\(set.name)\(#" <span class="badge understood">\#(words("measure.sets.inUse"))</span>"#, if: set.name == inUse)</h3>\
                <p class="meta">\(MeasurePartsPage.moment(scene, set.at))</p>\
                \(WeightOriginPage.list(scene, set) { name(scene, view.content, $0) })\
                \("<p><bdi>\(set.statement)</bdi></p>", if: !set.statement.isEmpty)\
                \(removal(scene, view, set), if: view.edition.state.isOpen && set.name != inUse)</li>
                """
            })</ul>\
            \(#"<p><a href="\#(url: scene.link(MeasureTabsPage.Tab.method.path(view.edition)))">\#(words("measure.sets.use"))</a></p>"#, if: !sets.isEmpty)\
            </section>
            """
    }

    private static func removal(_ scene: Scene, _ view: View, _ set: WeightSet) -> Markup {
        """
        <form class="inline" method="post" action="\(url: scene.link(view.path + "/remove"))">\(scene.guardField)\
        \(MeasurePartsPage.seenField(view.edition.revision))<input type="hidden" name="name" value="\(set.name)">\
        <button class="button quiet" type="submit">\(scene.words("measure.remove"))<span class="visually-hidden"> \(set.name)</span></button></form>
        """
    }

    static func name(_ scene: Scene, _ content: IndexContent, _ code: String) -> String {
        guard let node = content.node(code) else { return code }
        let name = content.name(of: node).text(scene.language)
        return name == code ? code : "\(name) (\(code))"
    }
}
