import Base
import HTML
import People

/// The part of an event's settings that holds its numbers and what came of it.
enum EventFactsPage {
    static func figures(_ scene: Scene, _ page: EventDeskPage.Settings, _ desk: String, _ parts: FormParts) -> Markup {
        let words = scene.words
        let typed = page.figure
        let standings = EventFigure.Standing.allCases.map { (value: $0.rawValue, label: words("event.standing.\($0.rawValue)")) }
        let qualifiers = EventFigure.Qualifier.allCases.map {
            (value: $0.rawValue, label: words("event.qualifier.\($0.rawValue)", ["figure": "…"]))
        }
        let units = FigureDraft.units.map { (value: $0, label: words("unit.\($0)", count: 100)) }
        let fields: Markup = """
            \(parts.choice("standing", label: words("event.desk.standing"), options: standings, selected: typed["standing"]))\
            \(parts.choice("qualifier", label: words("event.desk.qualifier"), options: qualifiers, selected: typed["qualifier"]))\
            \(parts.input("value", label: words("event.desk.value"), value: typed["value"], type: "number"))\
            \(parts.choice("unit", label: words("event.desk.unit"), options: units, selected: typed["unit"]))\
            \(parts.input("asOf", label: words("event.desk.asOf"), value: typed["asOf"], type: "date"))\
            \(parts.input("source", label: words("event.source"), value: typed["source"], help: words("event.help.source")))
            """
        return """
            <section class="panel"><h2>\(words("event.figures"))</h2><ul class="plain">\(each(page.file.figures) { figure in
                """
                <li>\(words("event.standing.\(figure.standing.rawValue)")): \(amount(words, figure)) · \(figure.source) \
                \(remove(scene, desk + "/figures/\(figure.id)/remove"))</li>
                """
            })</ul>\(EventDeskPage.form(scene, desk + "/figures", fields, words("event.desk.add")))</section>
            """
    }

    /// "more than 340 people"
    static func amount(_ words: Words, _ figure: EventFigure) -> String {
        words("event.qualifier.\(figure.qualifier.rawValue)", ["figure": words("unit.\(figure.unit)", count: figure.value)])
    }

    static func outcomes(_ scene: Scene, _ file: EventFile, _ desk: String, _ parts: FormParts) -> Markup {
        let words = scene.words
        return """
            <section class="panel"><h2>\(words("event.outcomes"))</h2><ul class="plain">\(each(file.outcomes) { outcome in
                "<li>\(scene.text(outcome.title)) \(remove(scene, desk + "/outcomes/\(outcome.id)/remove"))</li>"
            })</ul>\(EventDeskPage.form(
                scene, desk + "/outcomes", EventDeskPage.texts(parts, "outcome", words("event.desk.outcome"), .empty),
                words("event.desk.add")))</section>
            """
    }

    private static func remove(_ scene: Scene, _ path: String) -> Markup {
        """
        <form class="inline" method="post" action="\(url: scene.link(path))">\(scene.guardField)\
        <button class="link" type="submit">\(scene.words("event.desk.remove"))</button></form>
        """
    }
}
