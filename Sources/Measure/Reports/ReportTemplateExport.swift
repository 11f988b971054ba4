import Base
import CompositeIndex
import HTML

/// What a new report begins with: a whole text in all seven languages, made for the edition that it is about. Its numbers are
/// values and figures, so that it is right in every edition, and its author changes the rest.
package struct ReportTemplateExport {
    private let material: ReportMaterial
    private let book: WordBook

    package init(_ material: ReportMaterial, _ book: WordBook) {
        self.material = material
        self.book = book
    }

    package func begun(_ start: ReportForm.Start) -> (title: Localized, text: Localized) {
        if start == .empty { return (.empty, .empty) }
        let all = Language.allCases.map { book.words($0) }
        func texts(_ make: (Words) -> String) -> Localized {
            Localized(Dictionary(uniqueKeysWithValues: all.map { ($0.language.rawValue, make($0)) }))
        }
        let period = material.edition.period
        return (
            texts { $0("report.template.\(start.rawValue).title", ["period": period]) },
            texts { (start == .country ? country($0) : annual($0)).joined(separator: "\n\n") }
        )
    }

    /// There is something to compare with.
    private var hasEarlier: Bool {
        material.archive.contains { $0.id != material.edition.id && $0.period < material.edition.period }
    }
    private var parts: [Node] { material.content.top.map { material.content.parts(of: $0.code) } ?? [] }
    private var groupings: [String] { material.content.data?.groupings ?? [] }

    private func figure(_ lines: String...) -> String { "```figure\n\(lines.joined(separator: "\n"))\n```" }
    private func heading(_ words: Words, _ name: String) -> String { "# " + words("report.template.\(name).title") }
    private func chapter(_ words: Words, _ name: String) -> [String] {
        [heading(words, name), words("report.template.\(name).text")]
    }

    // MARK: One about the edition

    private func annual(_ words: Words) -> [String] {
        what(words) + results(words) + groups(words) + movers(words) + robustness(words) + method(words)
            + chapter(words, "gaps") + chapter(words, "cite")
    }

    private func what(_ words: Words) -> [String] {
        let list = parts.map { part -> String in
            let gloss = material.content.gloss(of: part.code)[words.language.rawValue] ?? ""
            return "- **{{name \(part.code)}}**" + (gloss.isEmpty ? "" : ": \(gloss)")
        }
        let said = material.edition.description[words.language.rawValue].map { [$0] } ?? []
        return [heading(words, "what")] + said + [words("report.template.what.text"), list.joined(separator: "\n")]
    }

    private func results(_ words: Words) -> [String] {
        // Fewer than three have no first, second and third.
        let count = material.content.data?.units.count { $0.kind == .unit } ?? 0
        let said = count < 3 ? [] : [words("report.template.results.text")]
        let list = parts.map { "- " + words("report.template.part").replacing("CODE", with: $0.code) }
        return [heading(words, "results")] + said
            + [figure("ranking", "top: 20"), words("report.template.parts.text"), list.joined(separator: "\n")]
    }

    private func groups(_ words: Words) -> [String] {
        groupings.isEmpty ? [] : chapter(words, "groups") + groupings.map { figure("groups", "by: \($0)") }
    }

    private func movers(_ words: Words) -> [String] {
        guard hasEarlier else { return [] }
        let said = material.edition.comparability[words.language.rawValue].map { [$0] } ?? []
        return chapter(words, "movers") + said + [figure("movers", "top: 10")]
    }

    private func robustness(_ words: Words) -> [String] {
        let noise = ScoreText.percent(Robustness.noise, words.language, decimals: 0)
        return [
            heading(words, "robustness"),
            words("index.audit.intervals.help", ["runs": words.number(RankRanges.samples), "noise": noise]),
            figure("ranges", "top: 20"), words("index.significance"),
        ]
    }

    private func method(_ words: Words) -> [String] {
        let steps = material.content.method.steps.map { words("index.step.\(ReportTemplateExport.name($0))") }
        let list = (steps + [words("index.step.rank")]).enumerated().map { "\($0 + 1). \($1)" }
        return chapter(words, "method") + [list.joined(separator: "\n"), words("report.template.method.more")]
    }

    private static func name(_ step: Step) -> String {
        switch step {
        case .denominate: "denominate"
        case .impute: "impute"
        case .screen: "screen"
        case .treat: "treat"
        case .normalise: "normalise"
        case .aggregate: "aggregate"
        }
    }

    // MARK: One for each country

    private func country(_ words: Words) -> [String] {
        let time = hasEarlier ? [heading(words, "time"), figure("timeline")] : []
        return chapter(words, "place") + [figure("profile")] + chapter(words, "leads")
            + [figure("strengths"), figure("weaknesses")] + time + [heading(words, "all"), figure("indicators")]
            + chapter(words, "gaps") + chapter(words, "cite")
    }
}
