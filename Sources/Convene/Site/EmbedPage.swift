import Base
import HTML

/// The programme in a frame of somebody else's page: no bar, no foot, no form, no cookie; every link leads out of the frame.
enum EmbedPage {
    /// Colours that the other page asks for; nil follows the reader's.
    enum Theme: String, Sendable { case light, dark }

    static func document(
        _ scene: Scene, _ event: Event, _ view: ProgrammeView?, _ filter: ProgrammeFilter, theme: Theme?, assets: String
    ) -> Markup {
        let name = event.name.text(scene.language)
        return """
            <!doctype html>
            <html lang="\(scene.language.rawValue)" dir="\(scene.language.direction)" data-tz="\(scene.zone?.name ?? "")"\
            \(theme.map { #" data-theme="\#($0.rawValue)""# })>
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(scene.words("site.programme")) · \(name)</title><meta name="robots" content="noindex">
            <base target="_blank"><link rel="stylesheet" href="\(url: assets)/plenaria.css">
            <script type="module" src="\(url: assets)/embed.js"></script></head>
            <body class="wing-convene embed"><main><div class="wrap"><h1>\(scene.text(event.name))</h1>\(main(scene, event, view, filter))\
            <p><a href="\(url: scene.link(event.path + "/programme"))">\(scene.words("embed.more"))</a></p></div></main></body>
            </html>

            """
    }

    private static func main(_ scene: Scene, _ event: Event, _ view: ProgrammeView?, _ filter: ProgrammeFilter) -> Markup {
        guard let view else { return #"<p class="lede">\#(scene.words("site.unpublished"))</p>"# }
        let items = filter.items(of: view)
        guard !items.isEmpty else { return #"<p class="lede">\#(scene.words("site.nothingFound"))</p>"# }
        let cards = ItemPage(scene, view, event: event)
        let days = Dictionary(grouping: items, by: \.session.date).sorted { $0.key < $1.key }
        return """
            <p class="meta">\(ProgrammePage.zones(scene, view))</p>\(each(days) { day, items in
                """
                <section class="day"><h2>\(scene.words.date(day, .full))</h2><ol class="ribbon">\(each(items) { item in
                    #"<li class="slot">\#(cards.rail(item))<div>\#(cards.card(item, under: false))</div></li>"#
                })</ol></section>

                """
            })
            """
    }

    /// What to copy into another page, at the end of the programme's own.
    static func snippet(_ scene: Scene, _ event: Event, baseURL: String) -> Markup {
        let words = scene.words
        let name = event.name.text(scene.language)
        let address = "\(baseURL)\(event.path)/embed?lang=\(scene.language.rawValue)"
        let frame: Markup = """
            <iframe src="\(url: address)" title="\(name)" width="100%" height="600" loading="lazy"></iframe>
            """
        return """
            <details class="snippet"><summary>\(words("embed.title"))</summary><p>\(words("embed.how"))</p>\
            <label for="snippet">\(words("embed.snippet"))</label>\
            <textarea id="snippet" rows="3" readonly dir="ltr" spellcheck="false">\(frame.text)</textarea></details>

            """
    }
}
