import Base
import CompositeIndex
import HTML

/// Corrections at the desk: the log, and the form for one more.
package enum CorrectionDeskPage {
    package struct View: Sendable {
        package let edition: IndexEdition
        package let content: IndexContent
        package let corrections: [Correction]
        package var typed: [String: String] = [:]
        package var reason = Localized.empty
        package var complaints = Complaints()

        package init(_ edition: IndexEdition, _ content: IndexContent, _ corrections: [Correction]) {
            self.edition = edition
            self.content = content
            self.corrections = corrections
        }
    }

    package static func main(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        return """
            \(MeasureTabsPage.head(scene, view.edition, .corrections, title: words("measure.tab.corrections")))\
            \(FormParts(words, view.complaints).summary)\
            \(view.edition.state == .released ? form(scene, view) : #"<p class="notice">\#(words("measure.refusal.notReleased"))</p>"#)\
            \(view.corrections.isEmpty ? #"<p class="empty">\#(words("measure.corrections.none"))</p>"# : log(scene, view))
            """
    }

    private static func log(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let heads = ["number", "at", "country", "indicator", "oldValue", "newValue", "reason"].map { words("measure.\($0)") }
        let rows: [[Markup]] = view.corrections.reversed().map { one in
            [
                "\(words.number(one.number))", MeasurePartsPage.moment(scene, one.at),
                "<bdi>\(view.content.data?.unit(one.unit)?.name ?? one.unit)</bdi>",
                view.content.node(one.indicator).map { scene.text(view.content.name(of: $0)) } ?? "\(one.indicator)",
                value(words, one.old), value(words, one.new), scene.text(one.reason),
            ]
        }
        return
            "<section><h2>\(words("measure.corrections.log"))</h2>\(MeasurePartsPage.table(words("measure.corrections.log"), heads, rows))</section>"
    }

    private static func value(_ words: Words, _ number: Double?) -> Markup {
        number.map { #"<span class="tabular" dir="ltr">\#(NumberText.text($0))</span>"# } ?? "\(words("measure.missingValue"))"
    }

    private static func form(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let parts = FormParts(words, view.complaints)
        let units = (view.content.data?.units ?? []).map { (value: $0.code, label: "\($0.name) (\($0.code))") }
        let indicators = (view.content.data?.columns ?? []).map { column in
            (value: column, label: view.content.node(column).map { view.content.name(of: $0).text(scene.language) } ?? column)
        }
        let typed = { (name: String) in view.typed[name] ?? "" }
        return """
            <form class="desk-form" method="post" action="\(url: scene.link(MeasureTabsPage.Tab.corrections.path(view.edition)))">\(scene.guardField)\
            <h2>\(words("measure.correct"))</h2><p class="help">\(words("measure.correct.help"))</p>\
            \(parts.choice("unit", label: words("measure.country"), options: units, selected: typed("unit")))\
            \(parts.choice("indicator", label: words("measure.indicator"), options: indicators, selected: typed("indicator")))\
            \(parts.input("value", label: words("measure.newValue"), value: typed("value"), help: words("measure.newValue.help")))\
            \(MeasurePartsPage.texts(scene, parts, "reason", label: words("measure.reason"), view.reason, isLong: true, help: words("measure.reason.help")))\
            <p class="actions"><button class="button" type="submit">\(words("measure.correct"))</button></p></form>
            """
    }
}
