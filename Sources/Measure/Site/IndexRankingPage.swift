import Base
import CompositeIndex
import HTML

/// Who stands where: a row a country, with its score as a bar, the scores of the parts, and ways to narrow down and to sort.
enum IndexRankingPage {
    static func main(_ scene: Scene, _ view: IndexView, _ filter: RankingFilter, _ ranges: RankRanges?) -> Markup {
        let words = scene.words
        let sorted = filter.sort.flatMap(view.node) ?? view.index
        let rows = view.sorted(view.rows(in: filter.groups), by: sorted)
        let count = rows.count == view.unitCount ? "index.count" : "index.count.of"
        return """
            \(IndexFramePage.head(scene, view, .ranking))\(top(scene, view, filter))\(filters(scene, view, filter))\
            <p class="meta"><span>\(words(count, ["count": words.number(rows.count), "all": words.number(view.unitCount)]))</span>\
            <span>\(words("index.sortedBy", ["name": view.name(sorted).text(scene.language)]))</span></p>\
            \(IndexFramePage.table(
                words("index.ranking"), class: "ix-ranking", head: head(scene, view, filter, sorted),
                rows: each(rows) { row(scene, view, $0, sorted, ranges) }))\
            <p class="help">\(words("index.significance"))</p>\(comparability(scene, view))
            """
    }

    /// The three who lead, large, as long as nothing is narrowed down.
    private static func top(_ scene: Scene, _ view: IndexView, _ filter: RankingFilter) -> Markup {
        guard filter.groups.isEmpty, filter.sort == nil, view.unitCount > 6 else { return .empty }
        let rows = view.sorted(view.counted, by: view.index).prefix(3)
        return """
            <dl class="figures ix-top">\(each(rows) { row in
                """
                <div class="figure"><dt>\(scene.words("index.rank")) \(ScoreText.rank(view.rank(row, view.index), scene.language))</dt>\
                <dd><b>\(IndexFramePage.unit(scene, view, row))</b><small>\(ScoreText.text(view.score(row, view.index), scene.language))</small></dd></div>
                """
            })</dl>
            """
    }

    private static func filters(_ scene: Scene, _ view: IndexView, _ filter: RankingFilter) -> Markup {
        // What each country has for itself groups nothing.
        let shown = view.groupings.filter { (2..<max(3, view.unitCount)).contains(view.groups(of: $0).count) }
        guard !shown.isEmpty else { return .empty }
        func chip(_ label: String, _ isOn: Bool, _ change: (inout RankingFilter) -> Void) -> Markup {
            let path = IndexFramePage.link(view.edition.path, filter.with(change).fields)
            return #"<li><a href="\#(url: scene.link(path))"\#(#" aria-current="true""#, if: isOn)><bdi>\#(label)</bdi></a></li>"#
        }
        return """
            <div class="filters">\(each(shown) { grouping in
                let label = IndexFramePage.grouping(scene.words, grouping)
                let groups = view.groups(of: grouping)
                let all = chip(scene.words("index.all"), filter.groups[grouping] == nil) { $0.groups[grouping] = nil }
                let chips: Markup = """
                    <ul class="chips">\(all)\(each(groups) { group in
                        chip(group, filter.groups[grouping] == group) { $0.groups[grouping] = group }
                    })</ul>
                    """
                // Many of them would push the ranking out of sight.
                let folded: Markup = """
                    <details\(" open", if: filter.groups[grouping] != nil)><summary>\(filter.groups[grouping] ?? scene.words("index.all"))</summary>\(chips)</details>
                    """
                return """
                    <nav aria-label="\(label)"><span class="label" aria-hidden="true">\(label)</span>\(groups.count > 12 ? folded : chips)</nav>
                    """
            })</div>
            """
    }

    private static func head(_ scene: Scene, _ view: IndexView, _ filter: RankingFilter, _ sorted: Int) -> Markup {
        let words = scene.words
        func column(_ node: Int, _ label: Markup) -> Markup {
            let path = IndexFramePage.link(
                view.edition.path, filter.with { $0.sort = node == view.index ? nil : view.code(node) }.fields)
            return """
                <th scope="col"\(#" aria-sort="descending""#, if: node == sorted)><a href="\(url: scene.link(path))">\(label)</a></th>
                """
        }
        return """
            <tr><th scope="col">\(words("index.rank"))</th><th scope="col">\(words("index.unit"))</th>\
            \(column(view.index, "\(words("index.score"))"))\(each(view.framework.children[view.index]) { column($0, scene.text(view.name($0))) })</tr>
            """
    }

    private static func row(_ scene: Scene, _ view: IndexView, _ row: Int, _ sorted: Int, _ ranges: RankRanges?) -> Markup {
        let language = scene.language
        let unit = view.build.units[row]
        let groups = view.groupings.compactMap { unit.groups[$0] }
        let filled = view.framework.indicators.count { view.build.marks[row, $0].contains(.imputed) }
        let score = view.score(row, sorted)
        // The ranges are those of the index; of a part there are none.
        let range = sorted == view.index ? ranges?.text(unit.code, language) : nil
        return """
            <tr><td class="number ix-rank">\(ScoreText.rank(view.rank(row, sorted), language))\
            \(#"<small><span class="visually-hidden">\#(scene.words("index.audit.interval")) </span>\#(range ?? "")</small>"#, if: range != nil)</td>\
            <th scope="row">\(IndexFramePage.unit(scene, view, row))<small>\(each(groups.enumerated()) { place, group in "\(" · ", if: place > 0)<bdi>\(group)</bdi>" })\
            \(#" <span class="ix-filled">\#(scene.words("index.estimated", ["count": scene.words.number(filled)]))</span>"#, if: filled > 0)</small></th>\
            <td class="number ix-score"><b>\(ScoreText.text(view.score(row, view.index), language))</b>\
            \(score.map { IndexFigurePage.bar(view.share(of: $0)) })</td>\
            \(each(view.framework.children[view.index]) { part in
                """
                <td class="number"><span class="ix-label" aria-hidden="true">\(scene.text(view.name(part)))</span> \
                \(ScoreText.text(view.score(row, part), language))</td>
                """
            })</tr>
            """
    }

    private static func comparability(_ scene: Scene, _ view: IndexView) -> Markup {
        let words = scene.words
        let others = view.archive.filter { $0.id != view.edition.id }
        guard !others.isEmpty || !view.edition.comparability.isEmpty else { return .empty }
        let list: Markup = """
            <ul class="chips">\(each(others) { other in
                #"<li><a href="\#(url: scene.link(other.path))">\#(words("index.edition")) \#(other.period)</a></li>"#
            })</ul>
            """
        return """
            <section class="panel"><h2>\(words("index.comparability.title"))</h2>\
            \("<p>\(scene.text(view.edition.comparability))</p>", if: !view.edition.comparability.isEmpty)\
            \(others.isEmpty ? Markup.empty : list)</section>
            """
    }
}
