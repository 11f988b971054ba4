import Base
import CompositeIndex
import HTML

/// Parts that do not concern some countries, on the page of the method.
package enum ExemptionPage {
    package static func section(_ scene: Scene, _ view: MethodDeskPage.View, _ parts: FormParts) -> Markup {
        let words = scene.words
        let isOpen = view.edition.state.isOpen
        let list = view.content.method.exemptions
        return """
            <section class="panel"><h2>\(words("measure.exemptions"))</h2><p class="help">\(words("measure.exemptions.help"))</p>\
            \("<p>\(words("measure.exemptions.none"))</p>", if: list.isEmpty)\
            <ul class="plain">\(each(list) { one in
                """
                <li><p><strong dir="ltr">\(one.node) · \(one.units.joined(separator: ", "))</strong> \
                (\(words(one.isGap ? "measure.exemption.gap" : "measure.exemption.notAtAll"))) <bdi>\(one.reason)</bdi></p>\
                \(removal(scene, view, one), if: isOpen)</li>
                """
            })</ul>\(adding(scene, view, parts), if: isOpen)</section>
            """
    }

    private static func removal(_ scene: Scene, _ view: MethodDeskPage.View, _ one: Exemption) -> Markup {
        let units = one.units.joined(separator: ", ")
        return """
            <form class="inline" method="post" action="\(url: scene.link(view.path + "/exemptions/remove"))">\(scene.guardField)\
            <input type="hidden" name="exemptNode" value="\(one.node)"><input type="hidden" name="exemptUnits" value="\(units)">\
            <button class="button quiet" type="submit">\(scene.words("measure.remove"))\
            <span class="visually-hidden"> \(one.node) \(units)</span></button></form>
            """
    }

    private static func adding(_ scene: Scene, _ view: MethodDeskPage.View, _ parts: FormParts) -> Markup {
        let words = scene.words
        let typed = { (name: String) in view.typed[name] ?? "" }
        let nodes = FrameworkTree(view.content.nodes).rows.filter { $0.depth > 0 }.map { row in
            (
                value: row.node.code,
                label: String(repeating: "– ", count: row.depth - 1) + view.content.name(of: row.node).text(scene.language)
            )
        }
        let example = (view.content.data?.units ?? []).prefix(2).map(\.code).joined(separator: ", ")
        return """
            <form class="desk-form" method="post" action="\(url: scene.link(view.path + "/exemptions"))">\(scene.guardField)\
            <div class="row">\(parts.choice("exemptNode", label: words("measure.node"), options: nodes, selected: typed("exemptNode")))\
            \(parts.input(
                "exemptUnits", label: words("measure.exemption.units"), value: typed("exemptUnits"),
                help: words("measure.exemption.units.help", ["example": example])))</div>\
            \(parts.input("exemptReason", label: words("measure.reason"), value: typed("exemptReason"), help: words("measure.reason.help")))\
            <p class="help">\(words("measure.exemption.isGap.help"))</p>\
            \(parts.box("exemptIsGap", label: words("measure.exemption.isGap"), isChecked: typed("exemptIsGap") == "yes"))\
            <p class="actions"><button class="button quiet" type="submit">\(words("measure.exemption.add"))</button></p></form>
            """
    }
}
