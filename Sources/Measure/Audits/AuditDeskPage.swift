import Base
import CompositeIndex
import HTML

/// The audit at the desk, of the edition as it stands: the same sections that everyone reads after the release, and before them
/// what somebody should look at.
package enum AuditDeskPage {
    package struct View: Sendable {
        package let edition: IndexEdition
        /// nil if it cannot be computed, for which `problems` has the reasons.
        package var index: IndexView?
        package var problems: [Problem] = []
        package var audit: Audit?
        package var ranges: RankRanges?
        package var robustness: Robustness?
        package var scenarios: MethodScenarios?

        package init(_ edition: IndexEdition) { self.edition = edition }
    }

    package static func main(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        return """
            \(MeasureTabsPage.head(scene, view.edition, .audit, title: words("measure.tab.audit")))\
            \(view.index.map { there(scene, view, $0) } ?? missing(scene, view))
            """
    }

    private static func missing(_ scene: Scene, _ view: View) -> Markup {
        let tabs: [MeasureTabsPage.Tab] = [.framework, .data, .method]
        return """
            <p>\(scene.words("measure.audit.none"))</p><ul class="chips ways">\(each(tabs) { tab in
                #"<li><a href="\#(url: scene.link(tab.path(view.edition)))">\#(scene.words("measure.tab.\(tab.rawValue)"))</a></li>"#
            })</ul>\(ProblemPage.list(scene, view.problems, title: scene.words("measure.problems")))
            """
    }

    private static func there(_ scene: Scene, _ view: View, _ index: IndexView) -> Markup {
        let words = scene.words
        return """
            <p class="lede">\(words("index.audit.lede"))</p><p class="help">\(standing(scene, view.edition))</p>\
            \(view.audit.map { findings(scene, $0) })\
            \(view.scenarios.map { ScenarioPage.section(scene, index, $0) })\
            \(IndexAuditPage.sections(scene, index, view.audit, view.ranges, view.robustness))
            """
    }

    /// Of which state it is, and where everyone reads it.
    private static func standing(_ scene: Scene, _ edition: IndexEdition) -> Markup {
        let words = scene.words
        let said = words("measure.audit.revision", ["number": words.number(edition.revision)])
        guard edition.state == .released else { return "\(said) \(words("measure.audit.unseen"))" }
        return """
            \(said) <a href="\(url: scene.link(IndexFramePage.Tab.audit.path(edition)))">\(words("measure.toPublic"))</a>
            """
    }

    private static func findings(_ scene: Scene, _ audit: Audit) -> Markup {
        guard !audit.problems.isEmpty else {
            return #"<p class="notice good">\#(scene.words("measure.audit.clean"))</p>"#
        }
        return """
            <details class="ix-findings"><summary>\(scene.words("measure.audit.findings", count: audit.problems.count))</summary>\
            \(ProblemPage.list(scene, audit.problems, title: scene.words("measure.audit.look")))</details>
            """
    }
}
