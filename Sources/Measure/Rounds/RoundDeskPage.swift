import Base
import HTML
import People

/// Rounds at the desk: the experts, the rounds with what came of them, and the committee's signature. Nobody's answer is shown here
/// either.
package enum RoundDeskPage {
    package struct View: Sendable {
        package let edition: IndexEdition
        package let content: IndexContent
        package let experts: [Expert]
        package let rounds: [ExpertRound]
        package let counts: [Identifier: Int]
        package let statistics: [Identifier: ExpertStatistics]
        package var lines = FormLines()
        package var complaints = Complaints()

        package init(
            edition: IndexEdition, content: IndexContent, experts: [Expert], rounds: [ExpertRound], counts: [Identifier: Int],
            statistics: [Identifier: ExpertStatistics]
        ) {
            self.edition = edition
            self.content = content
            self.experts = experts
            self.rounds = rounds
            self.counts = counts
            self.statistics = statistics
        }
        var path: String { MeasureTabsPage.Tab.rounds.path(edition) }
        var isOpen: Bool { rounds.last?.state == .open }
    }

    package static func main(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let mayChange = view.edition.state.isOpen
        return """
            \(MeasureTabsPage.head(scene, view.edition, .rounds, title: words("measure.tab.rounds")))\
            \(FormParts(words, view.complaints).summary)\
            <p id="round">\(words("measure.rounds.help"))</p>\
            <div class="desk-columns"><div>\(#"<p class="empty">\#(words("measure.rounds.none"))</p>"#, if: view.rounds.isEmpty)\
            \(each(view.rounds.reversed()) { round(scene, view, $0) })\(sets(scene, view))</div>\
            <div>\(opening(scene, view), if: mayChange && !view.isOpen)\(experts(scene, view, mayChange))</div></div>
            """
    }

    private static func round(_ scene: Scene, _ view: View, _ round: ExpertRound) -> Markup {
        let words = scene.words
        let title = words("measure.round.n", ["number": words.number(round.number)])
        let count = words("measure.round.answered", count: view.counts[round.id] ?? 0, ["of": words.number(view.experts.count)])
        let body: Markup =
            switch (round.state, view.statistics[round.id]) {
            case (.open, _):
                MeasurePartsPage.button(scene, "\(view.path)/\(round.id)/close", words("measure.round.close"))
            case (.closed, let statistics?):
                """
                \(RoundResultsPage.table(scene, view.content, round, statistics, own: nil, caption: title))\
                \(signing(scene, view, round), if: view.edition.state.isOpen && round.id == view.rounds.last?.id)
                """
            case (.closed, nil): "<p>\(words("measure.round.few"))</p>"
            }
        return """
            <section class="panel" id="round-\(round.number)"><h2>\(title)</h2><p class="meta"><span class="badge">\
            \(words("measure.round.\(round.state.rawValue)"))</span> <span>\(count)</span></p>\
            \("<p>\(scene.text(round.question))</p>", if: !round.question.isEmpty)\(body)</section>
            """
    }

    private static func signing(_ scene: Scene, _ view: View, _ round: ExpertRound) -> Markup {
        let words = scene.words
        let parts = FormParts(words, view.complaints)
        // What is said of a field must not lie in a closed part.
        let isFaulty = ["set", "statement"].contains { view.complaints[$0] != nil }
        return """
            <details\(" open", if: isFaulty)><summary>\(words("measure.sign"))</summary>\
            <form class="desk-form" method="post" action="\(url: scene.link("\(view.path)/\(round.id)/sign"))">\(scene.guardField)\
            <p class="help">\(words("measure.sign.help"))</p>\
            \(parts.input("set", label: words("measure.set.name"), value: view.lines["set"], help: words("measure.set.name.help"), required: true))\
            \(parts.choice("by", label: words("measure.set.by"), options: ["mean", "median"].map { (value: $0, label: words("measure.\($0)")) }, selected: view.lines["by"]))\
            \(parts.area("statement", label: words("measure.statement"), value: view.lines["statement"], rows: 3, help: words("measure.statement.help")))\
            <p class="actions"><button class="button" type="submit">\(words("measure.sign"))</button></p></form></details>
            """
    }

    private static func sets(_ scene: Scene, _ view: View) -> Markup {
        let sets = view.content.weightSets.filter { $0.origins == nil }
        guard !sets.isEmpty else { return .empty }
        let words = scene.words
        return """
            <section><h2>\(words("measure.sets"))</h2><ul class="plain">\(each(sets) { set in
                """
                <li><p><strong>\(set.name)</strong> \(MeasurePartsPage.moment(scene, set.at))\
                \(set.round.map { " · " + words("measure.round.n", ["number": words.number($0)]) })</p><p><bdi>\(set.statement)</bdi></p></li>
                """
            })</ul><p><a href="\(url: scene.link(MeasureTabsPage.Tab.method.path(view.edition)))">\(words("measure.sets.use"))</a></p></section>
            """
    }

    private static func opening(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let parts = FormParts(words, view.complaints)
        return """
            <section class="panel"><h2>\(words("measure.round.open.title"))</h2>\
            <form class="desk-form" method="post" action="\(url: scene.link(view.path))">\(scene.guardField)\
            <p class="help">\(words("measure.round.open.help"))</p>\
            \(MeasurePartsPage.texts(scene, parts, "question", label: words("measure.question"), view.lines.texts("question"), isLong: true))\
            <p class="actions"><button class="button" type="submit">\(words("measure.round.open.do"))</button></p></form></section>
            """
    }

    private static func experts(_ scene: Scene, _ view: View, _ mayChange: Bool) -> Markup {
        let words = scene.words
        let parts = FormParts(words, view.complaints)
        let languages = Language.allCases.map { (value: $0.rawValue, label: $0.autonym) }
        let adding: Markup = """
            <form class="desk-form" method="post" action="\(url: scene.link(view.path + "/experts"))">\(scene.guardField)\
            \(parts.input("expert", label: words("measure.expert.name"), value: view.lines["expert"], required: true))\
            \(parts.input("email", label: words("measure.email"), value: view.lines["email"], type: "email", required: true))\
            \(parts.choice("language", label: words("measure.language"), options: languages, selected: view.lines["language"]))\
            <p class="actions"><button class="button quiet" type="submit">\(words("measure.expert.add"))</button></p></form>
            """
        return """
            <section class="panel"><h2>\(words("measure.experts"))</h2><p class="help">\(words("measure.experts.help"))</p>\
            <ul class="plain">\(each(view.experts) { expert in
                """
                <li><p><bdi>\(expert.name)</bdi> <small><bdi>\(expert.email)</bdi></small></p>\
                \(MeasurePartsPage.button(scene, "\(view.path)/experts/\(expert.id)/remove", words("measure.remove") + " – " + expert.name, kind: "link"), if: mayChange)</li>
                """
            })</ul>\(adding, if: mayChange)</section>
            """
    }
}
