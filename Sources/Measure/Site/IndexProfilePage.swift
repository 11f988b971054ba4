import Base
import CompositeIndex
import HTML

/// One country: where it stands, what is strong and weak beside its group, what is not known of it, and how it went on.
enum IndexProfilePage {
    static func masthead(_ scene: Scene, _ view: IndexView, _ profile: UnitProfile, _ ranges: RankRanges?) -> Markup {
        let words = scene.words
        let language = scene.language
        let count = words.number(view.unitCount)
        let facts: Markup = """
            <dl class="facts"><div><dt>\(words("index.rank"))</dt><dd>\(ScoreText.rank(view.rank(profile.row, view.index), language)) / \(count)</dd></div>\
            \(ranges?.text(profile.unit.code, language).map { "<div><dt>\(words("index.audit.interval"))</dt><dd>\($0)</dd></div>" as Markup })\
            <div><dt>\(words("index.score"))</dt><dd>\(ScoreText.text(view.score(profile.row, view.index), language))</dd></div>\
            \(profile.bounds.map { bounds -> Markup in
                """
                <div><dt>\(words("index.bounds"))</dt><dd>\(ScoreText.text(bounds.lowerBound, language))–\(ScoreText.text(bounds.upperBound, language))</dd></div>
                """
            })\(each(profile.unit.groups.sorted { $0.key < $1.key }) { grouping, group in
                "<div><dt>\(IndexFramePage.grouping(words, grouping))</dt><dd><bdi>\(group)</bdi></dd></div>"
            })</dl>
            """
        return """
            <div class="masthead small">\(Band.markup(profile.unit.code + profile.unit.name))<div class="wrap"><p class="eyebrow">\
            <a href="\(url: scene.link(view.edition.path))">\(IndexFramePage.name(scene, view.edition))</a></p>\
            <h1><bdi>\(profile.unit.name)</bdi></h1>\(facts)</div></div>

            """
    }

    /// `report`: what the report is called that is there for each country.
    static func main(
        _ scene: Scene, _ view: IndexView, _ profile: UnitProfile, _ history: EditionHistory, report: Localized? = nil
    ) -> Markup {
        let path = IndexFramePage.path(view.edition, unit: profile.unit.code) + "/report"
        let link = report.map { title -> Markup in
            #"<p class="actions"><a class="button quiet" href="\#(url: scene.link(path))">\#(title.text(scene.language))</a></p>"#
        }
        return """
            \(IndexFramePage.head(scene, view, nil))\(link)\(against(scene, view, profile))\(extremes(scene, view, profile))\
            \(shape(scene, view, profile))\(parts(scene, view, profile))\(IndexGapsPage.section(scene, view, profile))\
            \(IndexTimelinePage.section(scene, view, history, unit: profile.unit.code))\
            \(IndexSeriesPage.section(scene, view, unit: profile.unit.code))\(neighbours(scene, view, profile))
            """
    }

    /// Which group the means are of; others by link.
    private static func against(_ scene: Scene, _ view: IndexView, _ profile: UnitProfile) -> Markup {
        let words = scene.words
        guard let grouping = profile.grouping, let group = profile.group else {
            return #"<p class="help">\#(words("index.against.all"))</p>"#
        }
        let known = view.groupings.filter { profile.unit.groups[$0] != nil }
        let path = IndexFramePage.path(view.edition, unit: profile.unit.code)
        let chips = each(known) { one -> Markup in
            """
            <li><a href="\(url: scene.link(path + "?by=" + percentEncoded(one)))"\(#" aria-current="true""#, if: one == grouping)>\
            \(IndexFramePage.grouping(words, one)): <bdi>\(profile.unit.groups[one] ?? "")</bdi></a></li>
            """
        }
        return """
            <div class="filters"><nav aria-label="\(words("index.against"))"><span class="label" aria-hidden="true">\(words("index.against"))</span>\
            <ul class="chips">\(chips)</ul></nav><p class="help">\(words("index.against.help", [
                "group": group, "count": words.number(profile.peers),
            ]))</p></div>
            """
    }

    private static func extremes(_ scene: Scene, _ view: IndexView, _ profile: UnitProfile) -> Markup {
        let words = scene.words
        func list(_ title: String, _ lines: [UnitProfile.Line], _ style: Markup) -> Markup {
            let items = each(lines) { line -> Markup in
                """
                <li><span>\(scene.text(view.name(line.node)))</span> <b class="tabular" dir="ltr">\(ScoreText.signed(line.lead, scene.language))</b>\
                <small>\(ScoreText.text(line.score, scene.language)) · \(words("index.mean")) \(ScoreText.text(line.mean, scene.language))</small></li>
                """
            }
            return """
                <section class="panel"><h2>\(title)</h2>\(#"<ol class="ix-leads \#(style)">\#(items)</ol>"#, if: !lines.isEmpty)\
                \("<p>\(words("index.noneSuch"))</p>", if: lines.isEmpty)</section>
                """
        }
        return """
            <div class="columns">\(list(words("index.strengths"), profile.strengths, "ix-up"))\
            \(list(words("index.weaknesses"), profile.weaknesses, "ix-down"))</div>
            """
    }

    private static func shape(_ scene: Scene, _ view: IndexView, _ profile: UnitProfile) -> Markup {
        let parts = view.framework.children[view.index]
        let lines = parts.compactMap { part in profile.lines.first { $0.node == part } }
        let radar = IndexFigurePage.radar(
            scene.words("index.radar"), axes: lines.map { view.name($0.node).text(scene.language) },
            [
                IndexFigurePage.Series(name: "", shares: lines.map { $0.mean.map(view.share) }),
                IndexFigurePage.Series(name: "", shares: lines.map { $0.score.map(view.share) }),
            ])
        guard !radar.isEmpty else { return .empty }
        return """
            <section><h2>\(scene.words("index.radar"))</h2><figure class="ix-figure">\(radar)<figcaption>\
            <ul class="ix-key"><li class="ix-key-2"><bdi>\(profile.unit.name)</bdi></li><li class="ix-key-1">\(mean(scene, profile))</li></ul>\
            <p class="help">\(scene.words("index.radar.help", ["low": ends(scene, view).low, "high": ends(scene, view).high]))</p></figcaption></figure></section>
            """
    }

    private static func mean(_ scene: Scene, _ profile: UnitProfile) -> Markup {
        "\(scene.words("index.mean")): <bdi>\(profile.group ?? scene.words("index.all"))</bdi>"
    }

    static func ends(_ scene: Scene, _ view: IndexView) -> (low: String, high: String) {
        let decimals = view.scale.upperBound.rounded() == view.scale.upperBound ? 0 : 1
        return (
            ScoreText.text(view.scale.lowerBound, scene.language, decimals: decimals),
            ScoreText.text(view.scale.upperBound, scene.language, decimals: decimals)
        )
    }

    private static func parts(_ scene: Scene, _ view: IndexView, _ profile: UnitProfile) -> Markup {
        let words = scene.words
        let heads = ["index.part", "index.score", "index.mean", "index.best", "index.rank", "index.measured"]
        return """
            <section><h2>\(words("index.parts"))</h2><ul class="ix-key"><li class="ix-key-fill"><bdi>\(profile.unit.name)</bdi></li>\
            <li class="ix-key-mean">\(mean(scene, profile))</li><li class="ix-key-best">\(words("index.best"))</li></ul>\
            \(IndexFramePage.table(
                words("index.parts"), class: "ix-profile",
                head: #"<tr>\#(each(heads) { #"<th scope="col">\#(words($0))</th>"# })</tr>"#,
                rows: each(profile.lines) { line(scene, view, $0) }))</section>
            """
    }

    private static func line(_ scene: Scene, _ view: IndexView, _ line: UnitProfile.Line) -> Markup {
        let (words, language) = (scene.words, scene.language)
        let node = view.framework.nodes[line.node]
        return """
            <tr class="ix-depth-\(min(line.depth, 4))"><th scope="row">\(scene.text(view.name(line.node))) <small class="code"><bdi>\(node.code)</bdi></small>\
            \(IndexGapsPage.badges(scene, line))</th>\
            <td class="ix-where"><b class="tabular">\(ScoreText.text(line.score, language))</b>\
            \(IndexFigurePage.strip(line.score.map(view.share), mean: line.mean.map(view.share), best: line.best.map(view.share)))</td>\
            <td class="number" data-label="\(words("index.mean"))">\(ScoreText.text(line.mean, language))</td>\
            <td class="number" data-label="\(words("index.best"))">\(ScoreText.text(line.best, language))</td>\
            <td class="number" data-label="\(words("index.rank"))">\(ScoreText.rank(line.rank, language))</td>\
            <td>\(measured(scene, line, node))</td></tr>
            """
    }

    private static func measured(_ scene: Scene, _ line: UnitProfile.Line, _ node: Node) -> Markup {
        guard line.isIndicator, line.raw != nil else { return .empty }
        return """
            <span class="tabular">\(ScoreText.value(line.raw, scene.language))</span>\
            \(node.unit.map { " <bdi>\($0)</bdi>" as Markup })
            """
    }

    /// Those just before and after it, and the way to a comparison with them.
    private static func neighbours(_ scene: Scene, _ view: IndexView, _ profile: UnitProfile) -> Markup {
        let sorted = view.sorted(view.counted, by: view.index)
        guard let place = sorted.firstIndex(of: profile.row) else { return .empty }
        let near = sorted[max(0, place - 2)...min(sorted.count - 1, place + 2)]
        let codes = near.map { (name: "u", value: view.build.units[$0].code) }
        return """
            <section class="panel"><h2>\(scene.words("index.neighbours"))</h2><ol class="plain ix-near">\(each(near) { row in
                """
                <li><span class="tabular">\(ScoreText.rank(view.rank(row, view.index), scene.language))</span> \
                \(row == profile.row ? "<strong><bdi>\(profile.unit.name)</bdi></strong>" : IndexFramePage.unit(scene, view, row)) \
                <span class="tabular">\(ScoreText.text(view.score(row, view.index), scene.language))</span></li>
                """
            })</ol><p><a class="button quiet" href="\(url: scene.link(IndexFramePage.link(view.edition.path + "/compare", codes)))">\
            \(scene.words("index.compare.these"))</a></p></section>
            """
    }
}
