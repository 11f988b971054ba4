import Base
import CompositeIndex
import HTML
import People

/// The framework at the desk: an outline in which each node can be moved up, down, in and out. Everything is links and buttons;
/// by keyboard, Alt and an arrow do the same in the row that has the focus.
package enum FrameworkDeskPage {
    package struct View: Sendable {
        package let edition: IndexEdition
        package let content: IndexContent
        package var form = NodeForm()
        package var whole = ""
        /// The code that a node is to have.
        package var code = ""
        package var complaints = Complaints()
        package var problems: [Problem] = []

        package init(_ edition: IndexEdition, _ content: IndexContent) {
            self.edition = edition
            self.content = content
        }
        package var path: String { MeasureTabsPage.Tab.framework.path(edition) }
    }

    package static func main(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let rows = FrameworkTree(view.content.nodes).rows
        let isOpen = view.edition.state.isOpen
        let problems = view.problems + view.content.problems.filter { $0.place == nil }
        return """
            \(MeasureTabsPage.head(scene, view.edition, .framework, title: words("measure.tab.framework")))\
            \(FormParts(words, view.complaints).summary)\
            \(ProblemPage.list(scene, problems, title: words("measure.problems")))\
            <div class="desk-columns"><section class="panel"><h2>\(words("measure.tree"))</h2>\
            \("<p class=\"help\">\(words("measure.tree.keys"))</p><p class=\"help by-pointer\">\(words("measure.tree.drag"))</p>", if: isOpen && !rows.isEmpty)\
            \("<p>\(words("measure.tree.none"))</p>", if: rows.isEmpty)\
            <ol class="outline">\(each(rows) { row(scene, view, $0, isOpen) })</ol></section>\
            <div>\(isOpen ? adding(scene, view) : .empty)\(isOpen ? importing(scene, view) : closed(scene))</div></div>
            """
    }

    private static func closed(_ scene: Scene) -> Markup {
        #"<p class="notice">\#(scene.words("measure.refusal.frozen"))</p>"#
    }

    private static func row(_ scene: Scene, _ view: View, _ row: FrameworkTree.Row, _ isOpen: Bool) -> Markup {
        let words = scene.words
        let node = row.node
        let name = view.content.name(of: node)
        let gloss = view.content.gloss(of: node.code)
        return """
            <li id="n-\(node.code)" class="depth-\(min(row.depth, 8))" data-depth="\(row.depth)"><div><p><a href="\(url: scene.link("\(view.path)/\(node.code)"))">\
            \(scene.text(name))</a> <code dir="ltr">\(node.code)</code></p>\
            \("<p class=\"help\">\(scene.text(gloss))</p>", if: !gloss.isEmpty)\
            <p class="meta">\(marks(words, node, row.parts))</p></div>\(moving(scene, view, row, name.text(scene.language)), if: isOpen)</li>
            """
    }

    private static func marks(_ words: Words, _ node: Node, _ parts: Int) -> Markup {
        let level = parts == 0 ? words("measure.node.indicator") : words("measure.node.parts", count: parts)
        return """
            <span>\(level)</span> \(#"<span>\#(words("measure.weight")) \#(NumberText.rounded(node.weight, 4))</span> "#, if: node.parent != nil)\
            \(#"<span>\#(words("measure.direction.-1"))</span> "#, if: node.direction == .negative)\
            \(node.unit.map { "<bdi>\($0)</bdi>" })
            """
    }

    private static func moving(_ scene: Scene, _ view: View, _ row: FrameworkTree.Row, _ name: String) -> Markup {
        let words = scene.words
        func button(_ move: FrameworkTree.Move, _ sign: Markup, _ key: Markup) -> Markup {
            """
            <button class="button quiet" name="do" value="\(move.rawValue)" type="submit" data-key="\(key)"\
            \(" disabled", if: !row.moves.contains(move)) aria-label="\(words("measure.move.\(move.rawValue)", ["name": name]))">\(sign)</button>
            """
        }
        return """
            <form class="inline moves" method="post" action="\(url: scene.link("\(view.path)/\(row.node.code)/move"))">\(scene.guardField)\
            \(MeasurePartsPage.seenField(view.edition.revision))\
            \(button(.up, "↑", "ArrowUp"))\(button(.down, "↓", "ArrowDown"))\(button(.outward, "⇤", "ArrowLeft"))\
            \(button(.inward, "⇥", "ArrowRight"))</form>
            """
    }

    private static func adding(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let parts = FormParts(words, view.complaints)
        let wholes = FrameworkTree(view.content.nodes).rows.map { row in
            (
                value: row.node.code,
                label: String(repeating: "– ", count: row.depth) + view.content.name(of: row.node).text(scene.language)
            )
        }
        return """
            <section class="panel"><h2>\(words("measure.node.add"))</h2>\
            <form class="desk-form" method="post" action="\(url: scene.link(view.path))">\(scene.guardField)\
            \(MeasurePartsPage.seenField(view.edition.revision))\
            \(parts.input("code", label: words("measure.code"), value: view.form["code"], help: words("measure.code.help"), required: true))\
            \(parts.choice("whole", label: words("measure.whole"), options: wholes, selected: view.whole), if: !wholes.isEmpty)\
            \(MeasurePartsPage.texts(scene, parts, "name", label: words("measure.name"), view.form.lines.texts("name")))\
            \(parts.input("weight", label: words("measure.weight"), value: view.form["weight"], help: words("measure.weight.help")))\
            \(direction(words, parts, view.form["direction"]))\
            <p class="actions"><button class="button" type="submit">\(words("measure.node.add"))</button></p></form></section>
            """
    }

    private static func direction(_ words: Words, _ parts: FormParts, _ selected: String) -> Markup {
        parts.choice(
            "direction", label: words("measure.direction"),
            options: ["1", "-1"].map { (value: $0, label: words("measure.direction.\($0)")) }, selected: selected)
    }

    private static func importing(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let parts = FormParts(words, view.complaints)
        return """
            <section class="panel"><h2>\(words("measure.framework.import"))</h2>\
            <form class="desk-form" method="post" enctype="multipart/form-data" action="\(url: scene.link(view.path + "/import"))">\
            \(scene.guardField)\(MeasurePartsPage.seenField(view.edition.revision))\
            \(MeasurePartsPage.upload(parts, label: words("measure.file"), help: words("measure.framework.import.help"), accept: IndexFile.endings))\
            <p class="actions"><button class="button quiet" type="submit">\(words("measure.import"))</button></p></form></section>
            """
    }

    // MARK: One node

    package static func node(_ scene: Scene, _ view: View, _ node: Node) -> Markup {
        let words = scene.words
        let parts = FormParts(words, view.complaints)
        let (path, form) = ("\(view.path)/\(node.code)", view.form)
        let title = view.content.name(of: node).text(scene.language)
        return """
            \(MeasureTabsPage.head(scene, view.edition, .framework, title: title, below: (words("measure.tab.framework"), view.path)))\
            \(parts.summary)<form class="desk-form" method="post" action="\(url: scene.link(path))">\(scene.guardField)\
            \(MeasurePartsPage.seenField(view.edition.revision))\
            <p class="meta"><span>\(words("measure.code"))</span> <code dir="ltr">\(node.code)</code></p>\
            \(MeasurePartsPage.texts(scene, parts, "name", label: words("measure.name"), form.lines.texts("name")))\
            \(MeasurePartsPage.texts(scene, parts, "gloss", label: words("measure.gloss"), form.lines.texts("gloss"), help: words("measure.gloss.help")))\
            <div class="row">\(parts.input("weight", label: words("measure.weight"), value: form["weight"], help: words("measure.weight.help")))\
            \(direction(words, parts, form["direction"]))\(parts.input("unit", label: words("measure.unit"), value: form["unit"]))</div>\
            \(indicator(words, parts, form, view), if: node.level == 1)\
            <p class="actions"><button class="button" type="submit">\(words("measure.save"))</button></p></form>\
            \(renaming(scene, view, path), if: view.edition.state.isOpen)\(removal(scene, view, path), if: view.edition.state.isOpen)
            """
    }

    private static func renaming(_ scene: Scene, _ view: View, _ path: String) -> Markup {
        let words = scene.words
        let parts = FormParts(words, view.complaints)
        return """
            <details\(" open", if: view.complaints["code"] != nil)><summary>\(words("measure.node.rename"))</summary>\
            <form class="desk-form" method="post" action="\(url: scene.link(path + "/rename"))">\(scene.guardField)\
            \(MeasurePartsPage.seenField(view.edition.revision))\
            \(parts.input("code", label: words("measure.code"), value: view.code, help: words("measure.node.rename.help"), required: true))\
            <p class="actions"><button class="button quiet" type="submit">\(words("measure.node.rename"))</button></p></form></details>
            """
    }

    private static func indicator(_ words: Words, _ parts: FormParts, _ form: NodeForm, _ view: View) -> Markup {
        let columns = (view.content.data?.columns ?? []).map { (value: $0, label: $0) }
        return """
            <div class="row">\(parts.input("low", label: words("measure.low"), value: form["low"], help: words("measure.goalposts.help")))\
            \(parts.input("high", label: words("measure.high"), value: form["high"]))\
            \(parts.input("target", label: words("measure.target"), value: form["target"]))\
            \(parts.choice("denominator", label: words("measure.denominator"), options: [(value: "", label: "—")] + columns, selected: form["denominator"]))</div>
            """
    }

    private static func removal(_ scene: Scene, _ view: View, _ path: String) -> Markup {
        let words = scene.words
        return """
            <details class="danger"><summary>\(words("measure.node.remove"))</summary><p>\(words("measure.node.remove.help"))</p>\
            \(MeasurePartsPage.button(scene, path + "/remove", words("measure.node.remove"), kind: "button quiet", seen: view.edition.revision))</details>
            """
    }
}
