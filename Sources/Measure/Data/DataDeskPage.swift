import Base
import CompositeIndex
import HTML

/// Data at the desk: a file in, with everything that is wrong in it, and what is there by indicator and by country.
package enum DataDeskPage {
    package struct View: Sendable {
        package let edition: IndexEdition
        package let content: IndexContent
        package var period = ""
        package var keepsEarlier = false
        package var complaints = Complaints()
        package var problems: [Problem] = []

        package init(_ edition: IndexEdition, _ content: IndexContent) {
            self.edition = edition
            self.content = content
        }
    }

    package static func main(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let problems = view.problems.isEmpty ? view.content.problems : view.problems
        return """
            \(MeasureTabsPage.head(scene, view.edition, .data, title: words("measure.tab.data")))\
            \(FormParts(words, view.complaints).summary)\
            \(ProblemPage.list(scene, problems, title: words(view.problems.isEmpty ? "measure.problems" : "measure.problems.file")))\
            \(importing(scene, view), if: view.edition.state.isOpen)\(there(scene, view))
            """
    }

    private static func importing(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let parts = FormParts(words, view.complaints)
        return """
            <form class="desk-form" method="post" enctype="multipart/form-data" \
            action="\(url: scene.link(MeasureTabsPage.Tab.data.path(view.edition)))">\(scene.guardField)\
            \(MeasurePartsPage.seenField(view.edition.revision))\
            \(MeasurePartsPage.upload(parts, label: words("measure.file"), help: words("measure.data.import.help"), accept: IndexFile.endings))\
            \(parts.input("period", label: words("measure.data.period"), value: view.period, help: words("measure.data.period.help")))\
            \(parts.box("earlier", label: words("measure.data.earlier"), isChecked: view.keepsEarlier))\
            \(parts.box("framework", label: words("measure.data.framework"), isChecked: view.content.nodes.isEmpty))\
            <p class="actions"><button class="button" type="submit">\(words("measure.import"))</button></p></form>
            """
    }

    private static func there(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        guard let data = view.content.data else { return #"<p class="empty">\#(words("measure.data.none"))</p>"# }
        let rows: [[Markup]] = data.columns.enumerated().map { number, column in
            let values = data.values[number].compactMap { $0 }
            let name = view.content.node(column).map { scene.text(view.content.name(of: $0)) } ?? "—"
            return [
                #"\#(name) <code dir="ltr">\#(column)</code>"#,
                #"<bdi dir="ltr">\#(words.number(values.count)) / \#(words.number(data.units.count))</bdi>"#,
                "\(values.min().map { NumberText.rounded($0) } ?? "—")", "\(values.max().map { NumberText.rounded($0) } ?? "—")",
            ]
        }
        let heads = ["name", "present", "lowest", "highest"].map { words("measure.\($0)") }
        return """
            <section><h2>\(words("measure.data.there"))</h2>\
            <p>\(words.list([
                words("measure.count.units", count: data.units.count), words("measure.count.missing", count: data.missing),
            ]))</p>\
            \(data.earlier == nil ? taken(words, data) : kept(scene, view, data))\
            \(MeasurePartsPage.table(words("measure.data.there"), heads, rows, numbers: [1, 2, 3]))</section>\
            \(earlier(words, data), if: data.earlier != nil)\(gaps(scene, data))
            """
    }

    private static func taken(_ words: Words, _ data: IndexData) -> Markup {
        guard let one = data.periods else { return .empty }
        return """
            <p class="notice">\(words("measure.data.period.taken", ["count": words.number(one.count), "period": one.taken]))</p>
            """
    }

    /// That there are periods besides the own one, and whether the method looks at them.
    private static func kept(_ scene: Scene, _ view: View, _ data: IndexData) -> Markup {
        let words = scene.words
        let isAlone = view.content.method.scopes == nil
        return """
            <p class="notice">\(words("measure.data.earlier.there", ["period": data.periods?.taken ?? ""])) \
            \(words(isAlone ? "measure.data.earlier.alone" : "measure.data.earlier.used")) \
            <a href="\(url: scene.link(MeasureTabsPage.Tab.method.path(view.edition)))">\(words("measure.tab.method"))</a></p>
            """
    }

    private static func earlier(_ words: Words, _ data: IndexData) -> Markup {
        let rows: [[Markup]] = (data.earlier ?? []).map {
            ["<bdi>\($0.period)</bdi>", "\(words.number($0.units.count))", "\(words.number($0.missing))"]
        }
        let title = words("measure.data.earlier.table")
        let heads = [words("measure.period"), words("index.audit.units"), words("measure.data.gaps")]
        return """
            <section><h2>\(title)</h2>\(MeasurePartsPage.table(title, heads, rows, numbers: [1, 2]))</section>
            """
    }

    /// Countries with the most gaps: the first thing that somebody must decide about.
    private static func gaps(_ scene: Scene, _ data: IndexData) -> Markup {
        let words = scene.words
        let counts = data.units.indices.map { row in data.values.count { $0[row] == nil } }
        let worst = data.units.indices.filter { counts[$0] > 0 }.sorted { (-counts[$0], $0) < (-counts[$1], $1) }.prefix(20)
        guard !worst.isEmpty else { return .empty }
        return """
            <section><h2>\(words("measure.gaps"))</h2><ul class="chips plain">\(each(worst) { row in
                "<li><bdi>\(data.units[row].name)</bdi> <small>\(words("measure.count.missing", count: counts[row]))</small></li>"
            })</ul></section>
            """
    }
}
