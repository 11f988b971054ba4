import Base

/// The five wings; each has a colour, which marks links, edges and the current place.
package enum Wing: String, Sendable, CaseIterable {
    case convene, agree, measure, teach, reach
}

/// The frame of every page: head, bar, masthead, main part, foot.
package struct PageFrame {
    /// A place in the bar: `words` is a key.
    package struct Place: Sendable, Hashable {
        package let words: String
        package let path: String
        package init(_ words: String, path: String) {
            self.words = words
            self.path = path
        }
    }
    /// Another form of the same thing: a calendar, a feed.
    package struct Feed: Sendable, Hashable {
        package let type: String
        package let title: String
        package let path: String
        package init(type: String, title: String, path: String) {
            self.type = type
            self.title = title
            self.path = path
        }
    }

    package let scene: Scene
    package let siteName: String
    package let title: String
    package let wing: Wing
    package let current: String?
    package let places: [Place]
    package let assets: String
    package let masthead: Markup
    package let main: Markup
    package let footnote: Markup
    /// The page shows times: the foot offers another zone.
    package let zoned: Bool
    package let feeds: [Feed]

    package init(
        scene: Scene, siteName: String, title: String, wing: Wing, current: String?, places: [Place], assets: String,
        masthead: Markup, main: Markup, footnote: Markup, zoned: Bool, feeds: [Feed]
    ) {
        self.scene = scene
        self.siteName = siteName
        self.title = title
        self.wing = wing
        self.current = current
        self.places = places
        self.assets = assets
        self.masthead = masthead
        self.main = main
        self.footnote = footnote
        self.zoned = zoned
        self.feeds = feeds
    }

    private var words: Words { scene.words }

    package func markup() -> Markup {
        """
        <!doctype html>
        <html lang="\(scene.language.rawValue)" dir="\(scene.language.direction)" data-tz="\(scene.zone?.name ?? "")">
        \(head)<body class="wing-\(wing.rawValue)">
        <a class="skip" href="#main">\(words("frame.skip"))</a>
        \(bar)<main id="main" tabindex="-1">\(masthead)<div class="wrap">
        \(#"<p class="notice good done" role="status">\#(words("frame.done"))</p>"#, if: scene.isDone)\(main)
        </div></main>
        \(foot)</body>
        </html>

        """
    }

    private var head: Markup {
        """
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(title == siteName ? title : title + " · " + siteName)</title>
        <link rel="icon" href="\(url: assets)/mark.svg" type="image/svg+xml">
        <link rel="stylesheet" href="\(url: assets)/plenaria.css">\(wingStyle)
        <script type="module" src="\(url: assets)/plenaria.js"></script>
        \(each(feeds) { #"<link rel="alternate" type="\#($0.type)" title="\#($0.title)" href="\#(url: $0.path)">"# })</head>

        """
    }

    /// Drawings and tables of numbers have a sheet of their own, which other pages need not load.
    private var wingStyle: Markup {
        wing == .measure ? #"<link rel="stylesheet" href="\#(url: assets)/measure.css">"# : .empty
    }

    private var bar: Markup {
        let here = current
        return """
            <header class="bar"><div class="wrap">\
            <a class="brand" href="\(url: scene.link("/"))">\(Hemicycle.mark)<span>\(siteName)</span></a>\
            <nav aria-label="\(words("frame.nav"))">\(each(places) { place in
                #"<a href="\#(url: scene.link(place.path))"\#(#" aria-current="page""#, if: place.path == here)>\#(words(place.words))</a>"#
            })\(desk)</nav><div class="end">\(languages)\(account)</div></div></header>

            """
    }

    private var desk: Markup {
        guard scene.viewer != nil else { return .empty }
        return
            #"<a href="\#(url: scene.link("/desk"))"\#(#" aria-current="page""#, if: current == "/desk")>\#(words("frame.desk"))</a>"#
    }

    private var account: Markup {
        guard let viewer = scene.viewer else {
            // The way in leads back to this page.
            let next = scene.path == "/" || scene.path.hasPrefix("/sign-in") ? "" : "?next=" + percentEncoded(scene.path)
            return #"<a href="\#(url: scene.link("/sign-in" + next))">\#(words("frame.signIn"))</a>"#
        }
        let initial = viewer.name.first.map { String($0).uppercased() } ?? ""
        return """
            <details class="languages person"><summary><span class="visually-hidden">\(words("frame.person")) </span>\
            <span class="avatar" aria-hidden="true">\(initial)</span><span class="name" dir="auto">\(viewer.name)</span></summary><ul>\
            <li><a href="\(url: scene.link("/account"))"\(#" aria-current="page""#, if: current == "/account")>\(words("frame.account"))</a></li>\
            <li><form method="post" action="\(url: scene.link("/sign-out"))">\(scene.guardField)\
            <button type="submit">\(words("frame.leave"))</button></form></li></ul></details>
            """
    }

    private var languages: Markup {
        """
        <details class="languages"><summary><span class="visually-hidden">\(words("frame.language")) </span>\
        <span lang="\(scene.language.rawValue)">\(scene.language.autonym)</span></summary><ul>\(each(Language.allCases) { language in
            """
            <li><a href="\(url: address(language))" lang="\(language.rawValue)" hreflang="\(language.rawValue)" \
            dir="\(language.direction)"\(#" aria-current="true""#, if: language == scene.language)>\(language.autonym)</a></li>
            """
        })</ul></details>
        """
    }

    private func address(_ language: Language) -> String {
        let zone = scene.kept.first { $0.name == "tz" }.map { "&tz=" + percentEncoded($0.value) } ?? ""
        return scene.path + (scene.path.contains("?") ? "&" : "?") + "lang=" + language.rawValue + zone
    }

    private var foot: Markup {
        """
        <footer><div class="wrap">\(footnote)\(zoneChooser, if: zoned)\
        <p>\(words("frame.poweredBy"))</p></div></footer>

        """
    }

    /// A plain form, so that another zone can be had without script.
    private var zoneChooser: Markup {
        let kept = scene.kept.filter { $0.name != "tz" }
        let path = scene.path.split(separator: "?").first.map(String.init) ?? "/"
        return """
            <form class="zone" method="get" action="\(url: path)"><label for="tz">\(words("frame.zone"))</label>\
            <input id="tz" name="tz" list="zones" autocomplete="off" value="\(scene.zone?.name ?? "")" placeholder="Asia/Shanghai">\
            \(each(kept) { #"<input type="hidden" name="\#($0.name)" value="\#($0.value)">"# })\
            <datalist id="zones">\(each(PageFrame.zones) { #"<option value="\#($0)"></option>"# })</datalist>\
            <button class="button quiet" type="submit">\(words("frame.zoneShow"))</button></form>
            """
    }

    /// A zone for each of the demo alliance's countries and some more; any IANA name may be typed.
    private static let zones = [
        "Africa/Nairobi", "America/Los_Angeles", "America/Mexico_City", "America/New_York", "America/Santiago",
        "America/Sao_Paulo", "Asia/Amman", "Asia/Bangkok", "Asia/Ho_Chi_Minh", "Asia/Jakarta", "Asia/Shanghai",
        "Asia/Singapore", "Asia/Ulaanbaatar", "Europe/Berlin", "Europe/London", "Europe/Moscow", "Europe/Paris",
        "Europe/Rome", "Pacific/Auckland", "UTC",
    ]
}
