import Base
import HTML

/// What an expert sees: the question, the nodes with her points, and of closed rounds how all answers lay beside her own.
package enum ExpertPage {
    package struct View: Sendable {
        package let edition: IndexEdition
        package let content: IndexContent
        package let expert: Expert
        package let rounds: [ExpertRound]
        /// Her own, by round.
        package let own: [Identifier: ExpertAnswer]
        /// Of closed rounds with enough answers.
        package let statistics: [Identifier: ExpertStatistics]
        package let path: String
        package var form: RoundForm
        package var complaints = Complaints()
        package var isSaved = false

        package init(
            edition: IndexEdition, content: IndexContent, expert: Expert, rounds: [ExpertRound],
            own: [Identifier: ExpertAnswer], statistics: [Identifier: ExpertStatistics], path: String
        ) {
            self.edition = edition
            self.content = content
            self.expert = expert
            self.rounds = rounds
            self.own = own
            self.statistics = statistics
            self.path = path
            // A new round begins with what she said in the one before.
            form = RoundForm(rounds.reversed().lazy.compactMap { own[$0.id] }.first ?? ExpertAnswer())
        }
    }

    package static func main(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let open = view.rounds.last.flatMap { $0.state == .open ? $0 : nil }
        let closed = view.rounds.reversed().filter { $0.state == .closed }
        return """
            <h1>\(words("measure.expert.title"))</h1><p class="lede">\(scene.text(view.edition.name)) \(view.edition.period)</p>\
            <p>\(words("measure.expert.anonymous"))</p>\(FormParts(words, view.complaints).summary)\
            \(#"<p class="notice good" role="status">\#(words("measure.expert.saved"))</p>"#, if: view.isSaved)\
            \(open.map { asking(scene, view, $0) } ?? #"<p class="notice">\#(words("measure.expert.closed"))</p>"#)\
            \(each(closed) { results(scene, view, $0) })
            """
    }

    private static func name(_ scene: Scene, _ view: View, _ code: String) -> Markup {
        view.content.node(code).map { scene.text(view.content.name(of: $0)) } ?? "\(code)"
    }

    private static func asking(_ scene: Scene, _ view: View, _ round: ExpertRound) -> Markup {
        let words = scene.words
        return """
            <form class="desk-form budget" method="post" action="\(url: scene.link(view.path))">\(scene.guardField)\
            <h2>\(words("measure.round.n", ["number": words.number(round.number)]))</h2>\
            \("<p>\(scene.text(round.question))</p>", if: !round.question.isEmpty)\
            <p class="help">\(words("measure.expert.help"))</p>\(each(round.wholes) { whole(scene, view, $0) })\
            <p class="actions"><button class="button" type="submit">\(words("measure.expert.send"))</button></p></form>
            """
    }

    private static func whole(_ scene: Scene, _ view: View, _ whole: ExpertRound.Whole) -> Markup {
        let id = "w-\(whole.code)"
        let complaint = view.complaints[id]
        let gloss = view.content.gloss(of: whole.code)
        let last = view.rounds.reversed().first { view.statistics[$0.id] != nil }.flatMap { view.statistics[$0.id] }
        return """
            <fieldset id="\(id)" tabindex="-1"\(#" class="invalid""#, if: complaint != nil)><legend>\(name(scene, view, whole.code))</legend>\
            \("<p class=\"help\">\(scene.text(gloss))</p>", if: !gloss.isEmpty)\
            \(complaint.map { #"<p class="error">\#(scene.words($0.words, $0.arguments))</p>"# })\
            <div class="row">\(each(whole.parts) { part in
                let field = RoundForm.field(whole.code, part)
                let median = last?.spread[part].map { scene.words("measure.expert.median", ["points": NumberText.rounded($0.median)]) }
                return """
                    <div class="field"><label for="\(field)">\(name(scene, view, part))</label>\
                    \(median.map { #"<p class="help" id="\#(field)-help">\#($0)</p>"# })\
                    <input id="\(field)" name="\(field)" inputmode="decimal" value="\(view.form[whole.code, part])"\
                    \(#" aria-describedby="\#(field)-help""#, if: median != nil)></div>
                    """
            })</div></fieldset>
            """
    }

    // MARK: How the answers lay

    private static func results(_ scene: Scene, _ view: View, _ round: ExpertRound) -> Markup {
        let words = scene.words
        let title = words("measure.round.results", ["number": words.number(round.number)])
        guard let statistics = view.statistics[round.id] else {
            return "<section><h2>\(title)</h2><p>\(words("measure.round.few"))</p></section>"
        }
        let own = view.own[round.id]
        return """
            <section><h2>\(title)</h2>\(RoundResultsPage.table(scene, view.content, round, statistics, own: own, caption: title))</section>
            """
    }
}

/// How the answers of a round lay, as a table with a drawing of each spread in words that read alike.
package enum RoundResultsPage {
    package static func table(
        _ scene: Scene, _ content: IndexContent, _ round: ExpertRound, _ statistics: ExpertStatistics, own: ExpertAnswer?,
        caption: String
    ) -> Markup {
        let words = scene.words
        let heads =
            ["node", "mean", "median", "quartiles", "deviation", "answers"].map { words("measure.\($0)") }
            + (own == nil ? [] : [words("measure.expert.own")])
        func name(_ code: String) -> String { content.node(code).map { content.name(of: $0).text(scene.language) } ?? code }
        let rows: [[Markup]] = round.wholes.flatMap { whole in
            whole.parts.compactMap { part -> [Markup]? in
                guard let spread = statistics.spread[part] else { return nil }
                var row: [Markup] = [
                    "<small>\(name(whole.code))</small><br>\(name(part))", "\(NumberText.rounded(spread.mean, 1))",
                    "\(NumberText.rounded(spread.median, 1))",
                    "\(NumberText.rounded(spread.lowerQuartile, 1))–\(NumberText.rounded(spread.upperQuartile, 1))",
                    "\(NumberText.rounded(spread.deviation, 1))", "\(words.number(spread.answers))",
                ]
                if let own { row.append(mark(scene, own.points[whole.code]?[part], spread)) }
                return row
            }
        }
        return MeasurePartsPage.table(caption, heads, rows, numbers: [1, 2, 3, 4, 5, 6])
    }

    /// Her own points, and whether they lie outside the middle half.
    private static func mark(_ scene: Scene, _ own: Double?, _ spread: WeightSet.Spread) -> Markup {
        guard let own else { return "—" }
        let words = scene.words
        let place = own < spread.lowerQuartile ? "below" : own > spread.upperQuartile ? "above" : "within"
        return "<strong>\(NumberText.rounded(own, 1))</strong> <small>\(words("measure.expert.\(place)"))</small>"
    }
}
