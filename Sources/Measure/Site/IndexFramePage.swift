import Base
import CompositeIndex
import HTML

/// What the public pages of an edition have in common: its head, its places, and what has to be said on each of them.
enum IndexFramePage {
    enum Tab: String, CaseIterable {
        case ranking, matrix, map, compare, sliders, method, audit, reports, corrections, downloads

        func path(_ edition: IndexEdition) -> String { self == .ranking ? edition.path : "\(edition.path)/\(rawValue)" }
    }

    static func masthead(_ scene: Scene, _ view: IndexView, title: Markup, lede: Markup = .empty, isTop: Bool = false) -> Markup {
        let edition = view.edition
        let up: Markup =
            isTop
            ? #"<a href="\#(url: scene.link("/index"))">\#(scene.words("index.title"))</a>"#
            : #"<a href="\#(url: scene.link(edition.path))">\#(name(scene, edition))</a>"#
        return """
            <div class="masthead small">\(Band.markup(edition.series))<div class="wrap"><p class="eyebrow">\(up)</p>\
            <h1>\(title)</h1>\(#"<p class="lede">\#(lede)</p>"#, if: !lede.isEmpty)</div></div>

            """
    }

    static func name(_ scene: Scene, _ edition: IndexEdition) -> Markup {
        #"\#(scene.text(edition.name)) <span class="tabular">\#(edition.period)</span>"#
    }

    /// Places and notices, above the main part. A profile stands under the ranking.
    static func head(_ scene: Scene, _ view: IndexView, _ tab: Tab?) -> Markup {
        let words = scene.words
        return """
            \(notices(scene, view))<nav aria-label="\(words("index.places"))"><ul class="tabs">\(each(Tab.allCases) { one in
                """
                <li><a href="\(url: scene.link(one.path(view.edition)))"\(#" aria-current="page""#, if: one == tab)>\
                \(words("index.tab.\(one.rawValue)"))</a></li>
                """
            })</ul></nav>
            """
    }

    private static func notices(_ scene: Scene, _ view: IndexView) -> Markup {
        let words = scene.words
        let newer = view.successor.map { newest -> Markup in
            """
            <p class="notice">\(words("index.old")) <a href="\(url: scene.link(newest.path))">\(words("index.old.newest")) \
            \(newest.period)</a></p>
            """
        }
        return """
            \(#"<p class="notice warn"><strong>\#(words("index.sample"))</strong> \#(words("index.sample.text"))</p>"#,
              if: view.edition.isSample)\(newer)
            """
    }

    /// Says which numbers these are: period, release, program and digest.
    static func footnote(_ scene: Scene, _ view: IndexView) -> Markup {
        let words = scene.words
        let edition = view.edition
        let released = edition.releasedAt.map { words("index.releasedOn", ["date": words.date($0.wall().date)]) }
        return """
            <p class="meta"><span>\(name(scene, edition))</span>\(released.map { #"<span>\#($0)</span>"# as Markup })\
            \(edition.seal.map { seal -> Markup in
                """
                <span>\(words("index.seal")) <bdi class="code">\(String(seal.digest.prefix(16)))</bdi></span><span><bdi>\(seal.program)</bdi></span>
                """
            })</p>
            """
    }

    static func unit(_ scene: Scene, _ view: IndexView, _ row: Int) -> Markup {
        let unit = view.build.units[row]
        // Before the release there is no page to go to.
        guard view.edition.state == .released else { return "<bdi>\(unit.name)</bdi>" }
        return """
            <a href="\(url: scene.link(path(view.edition, unit: unit.code)))"><bdi>\(unit.name)</bdi></a>
            """
    }

    static func path(_ edition: IndexEdition, unit: String) -> String { "\(edition.path)/u/\(percentEncoded(unit))" }

    /// What a grouping or a group is called: a word of ours if there is one, else as the data have it.
    static func grouping(_ words: Words, _ grouping: String) -> String {
        let key = "index.grouping.\(grouping)"
        return words.has(key) ? words(key) : grouping
    }

    /// A wide table that scrolls by itself, and can be reached by keyboard then.
    static func table(_ caption: String, class name: String, isShown: Bool = false, head: Markup, rows: Markup) -> Markup {
        """
        <div class="table-wrap" role="region" tabindex="0" aria-label="\(caption)"><table class="table \(name)">\
        <caption\(#" class="visually-hidden""#, if: !isShown)>\(caption)</caption><thead>\(head)</thead><tbody>\(rows)</tbody></table></div>
        """
    }

    static func link(_ path: String, _ fields: [(name: String, value: String)]) -> String {
        path + (fields.isEmpty ? "" : "?")
            + fields.map { "\(percentEncoded($0.name))=\(percentEncoded($0.value))" }.joined(separator: "&")
    }
}
