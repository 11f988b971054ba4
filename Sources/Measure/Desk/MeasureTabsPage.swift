import Base
import HTML

/// What the desk pages of one edition have in common: where one is, its state, its places.
package enum MeasureTabsPage {
    package enum Tab: String, CaseIterable, Sendable {
        case overview, framework, data, method, weights, audit, rounds, previews, release, corrections, reports
        package func path(_ edition: IndexEdition) -> String {
            self == .overview ? edition.desk : "\(edition.desk)/\(rawValue)"
        }
    }

    package static func head(
        _ scene: Scene, _ edition: IndexEdition, _ tab: Tab, title: String, below: (title: String, path: String)? = nil
    ) -> Markup {
        let words = scene.words
        return """
            <nav class="breadcrumb" aria-label="\(words("measure.breadcrumb"))"><ol>\
            <li><a href="\(url: scene.link("/desk"))">\(words("frame.desk"))</a></li>\
            <li><a href="\(url: scene.link("/desk/measure"))">\(words("measure.title"))</a></li>\
            \(#"<li><a href="\#(url: scene.link(edition.desk))">\#(name(scene, edition))</a></li>"#, if: tab != .overview)\
            \(below.map { #"<li><a href="\#(url: scene.link($0.path))">\#($0.title)</a></li>"# })\
            <li aria-current="page">\(title)</li></ol></nav>\
            <div class="head"><h1>\(title)</h1><p class="meta" id="state">\(badges(scene, edition))</p></div>\
            <nav aria-label="\(words("measure.places"))"><ul class="tabs">\(each(Tab.allCases) { one in
                """
                <li><a href="\(url: scene.link(one.path(edition)))"\(#" aria-current="page""#, if: one == tab)>\
                \(words("measure.tab.\(one.rawValue)"))</a></li>
                """
            })</ul></nav>
            """
    }

    package static func name(_ scene: Scene, _ edition: IndexEdition) -> Markup {
        "\(scene.text(edition.name)) <span class=\"tabular\">\(edition.period)</span>"
    }

    package static func badges(_ scene: Scene, _ edition: IndexEdition) -> Markup {
        let words = scene.words
        let colour: Markup =
            switch edition.state {
            case .released: " understood"
            case .frozen: ""
            case .draft, .preview: " guessed"
            }
        return """
            <span class="badge\(colour)">\(words("measure.state.\(edition.state.rawValue)"))</span>\
            \(#" <span class="badge wrong">\#(words("measure.sample"))</span>"#, if: edition.isSample)
            """
    }
}

/// Parts that several pages of the wing are made of.
package enum MeasurePartsPage {
    /// One text in the seven languages: the reader's own stands open.
    package static func texts(
        _ scene: Scene, _ parts: FormParts, _ name: String, label: String, _ text: Localized, isLong: Bool = false,
        help: String? = nil
    ) -> Markup {
        let words = parts.words
        func field(_ language: Language) -> Markup {
            let (id, title) = ("\(name)_\(language.rawValue)", "\(label) (\(words.languageName(language.rawValue)))")
            let value = text[language.rawValue] ?? ""
            let hint = language == scene.language ? help : nil
            return isLong
                ? parts.area(id, label: title, value: value, rows: 3, help: hint, language: language)
                : parts.input(id, label: title, value: value, help: hint, language: language)
        }
        let others = Language.allCases.filter { $0 != scene.language }
        let isOpen = others.contains { parts.complaints["\(name)_\($0.rawValue)"] != nil }
        return """
            <div class="texts">\(field(scene.language))<details\(" open", if: isOpen)><summary>\(words("measure.otherLanguages"))\
            <span class="visually-hidden"> (\(label))</span></summary>\(each(others, field))</details></div>
            """
    }

    package static func table(_ caption: String, _ heads: [String], _ rows: [[Markup]], numbers: Set<Int> = []) -> Markup {
        """
        <div class="table-wrap" role="region" tabindex="0" aria-label="\(caption)"><table class="table stacked">\
        <caption class="visually-hidden">\(caption)</caption>\
        <thead><tr>\(each(heads.enumerated()) { #"<th scope="col"\#(#" class="number""#, if: numbers.contains($0))>\#($1)</th>"# })</tr></thead><tbody>\(each(rows) { row in
            """
            <tr>\(each(row.enumerated()) { place, cell in
                place == 0 ? #"<th scope="row">\#(cell)</th>"#
                    // Where the heads are out of sight a number says itself what it is.
                    : numbers.contains(place)
                        ? #"<td class="number" data-label="\#(heads[place])">\#(cell)</td>"# : "<td>\(cell)</td>"
            })</tr>
            """
        })</tbody></table></div>
        """
    }

    /// One button that is a form of its own.
    package static func button(
        _ scene: Scene, _ path: String, _ label: String, kind: Markup = "button", does: String? = nil, seen: Int? = nil
    ) -> Markup {
        """
        <form class="inline" method="post" action="\(url: scene.link(path))">\(scene.guardField)\(seenField(seen))\
        <button class="\(kind)" type="submit"\(does.map { #" name="do" value="\#($0)""# })>\(label)</button></form>
        """
    }

    package static func seenField(_ revision: Int?) -> Markup {
        revision.map { #"<input type="hidden" name="seen" value="\#($0)">"# } ?? .empty
    }

    /// An instant in UTC, which it names.
    package static func moment(_ scene: Scene, _ at: Instant) -> Markup {
        let wall = at.wall()
        return #"<time datetime="\#(at.description)">\#(scene.words.date(wall.date)), \#(wall.time.description) UTC</time>"#
    }

    package static func upload(_ parts: FormParts, label: String, help: String, accept: String) -> Markup {
        let complaint = parts.complaints["file"]
        return """
            <div class="field\(" invalid", if: complaint != nil)"><label for="file">\(label)</label>\
            <p class="help" id="file-help">\(help)</p>\
            \(complaint.map { #"<p class="error" id="file-error">\#(parts.words($0.words, $0.arguments))</p>"# })\
            <input id="file" name="file" type="file" accept="\(accept)" aria-describedby="file-help\(" file-error", if: complaint != nil)"\
            \(#" aria-invalid="true""#, if: complaint != nil)></div>
            """
    }
}
