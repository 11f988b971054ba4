import Base
import CompositeIndex
import HTML

/// What may stand in a report, beside its editor: values, figures, and the codes of this edition.
enum ReportHelpPage {
    static func main(_ scene: Scene, _ source: ReportSource, _ kind: Report.Kind) -> Markup {
        """
        <section class="panel report-help"><h2>\(scene.words("report.syntax"))</h2>\(values(scene))\(figures(scene, source))\
        \(units(scene, source, kind))\(codes(scene, source))</section>
        """
    }

    private static func block(_ title: String, _ inner: Markup) -> Markup {
        "<details><summary>\(title)</summary>\(inner)</details>"
    }

    private static func values(_ scene: Scene) -> Markup {
        block(
            scene.words("report.values"),
            """
            <p class="help">\(scene.words("report.values.help"))</p><dl class="report-codes">\(each(ReportValue.Kind.allCases) { kind in
                """
                <div><dt><code dir="ltr">{{\(kind.usage)}}</code></dt><dd>\(scene.words("report.value.\(kind.rawValue)"))</dd></div>
                """
            })</dl>
            """)
    }

    private static func figures(_ scene: Scene, _ source: ReportSource) -> Markup {
        let example = "```figure\nranking\ntop: 20\ntitle: …\n```"
        return block(
            scene.words("report.figures"),
            """
            <p class="help">\(scene.words("report.figures.help"))</p><pre dir="ltr"><code>\(example)</code></pre>\
            <dl class="report-codes">\(each(ReportFigureOrder.Kind.allCases) { kind in
                let options = kind.options.map { $0 == "GROUPING" ? source.view.groupings.joined(separator: ", ") : $0 }
                return """
                    <div><dt><code dir="ltr">\(kind.rawValue)</code></dt><dd>\(scene.words("report.figure.kind.\(kind.rawValue)")) \
                    <small><code dir="ltr">\(options.filter { !$0.isEmpty }.joined(separator: ", "))</code></small></dd></div>
                    """
            })</dl>
            """)
    }

    private static func units(_ scene: Scene, _ source: ReportSource, _ kind: Report.Kind) -> Markup {
        let rows = scene.words.sorted(source.view.counted) { source.view.build.units[$0].name }
        let special: Markup = """
            <div><dt><code dir="ltr">#1</code></dt><dd>\(scene.words("report.unit.place"))</dd></div>\
            <div><dt><code dir="ltr">#last</code></dt><dd>\(scene.words("report.unit.last"))</dd></div>
            """
        let own: Markup = #"<div><dt><code dir="ltr">unit</code></dt><dd>\#(scene.words("report.unit.own"))</dd></div>"#
        return block(
            scene.words("report.units"),
            """
            <dl class="report-codes">\(special)\(own, if: kind == .country)\(each(rows) { row in
                let unit = source.view.build.units[row]
                return #"<div><dt><code dir="ltr">\#(unit.code)</code></dt><dd><bdi>\#(unit.name)</bdi></dd></div>"#
            })</dl>
            """)
    }

    private static func codes(_ scene: Scene, _ source: ReportSource) -> Markup {
        let view = source.view
        return block(
            scene.words("report.parts"),
            """
            <dl class="report-codes">\(each(view.tree) { node, _ in
                #"<div><dt><code dir="ltr">\#(view.code(node))</code></dt><dd>\#(scene.text(view.name(node)))</dd></div>"#
            })\(each(view.groupings) { grouping in
                """
                <div><dt><code dir="ltr">\(grouping)</code></dt><dd>\(IndexFramePage.grouping(scene.words, grouping)): \
                <bdi>\(view.groups(of: grouping).joined(separator: ", "))</bdi></dd></div>
                """
            })</dl>
            """)
    }
}
