import Base
import CompositeIndex
import HTML

/// Everything that is wrong or doubtful, in one list, each with the cell that it is about.
package enum ProblemPage {
    /// More are counted, not listed.
    private static let most = 200

    package static func list(_ scene: Scene, _ problems: [Problem], title: String) -> Markup {
        guard !problems.isEmpty else { return .empty }
        let words = scene.words
        let errors = problems.count { $0.gravity == .error }
        let sorted = problems.filter { $0.gravity == .error } + problems.filter { $0.gravity == .warning }
        return """
            <section class="notice \(errors > 0 ? "bad" : "warn")"\(#" role="alert""#, if: errors > 0)><h2>\(title)</h2>\
            <p>\(words("measure.problems.errors", count: errors)) \(words("measure.problems.warnings", count: problems.count - errors))</p>\
            <ul>\(each(sorted.prefix(most)) { row(scene, $0) })</ul>\
            \("<p>\(words("measure.problems.more", count: sorted.count - most))</p>", if: sorted.count > most)</section>
            """
    }

    private static func row(_ scene: Scene, _ problem: Problem) -> Markup {
        let words = scene.words
        let place = problem.place.map { #"<code dir="ltr">\#($0.description)</code>: "# as Markup } ?? .empty
        let gravity = words("measure.gravity.\(problem.gravity.rawValue)")
        let text: Markup =
            words.has("measure.problem.\(problem.rule)")
            ? "\(words.problem(problem))" : #"<span lang="en" dir="ltr">\#(problem.message)</span>"#
        return #"<li><strong>\#(gravity)</strong> \#(place)\#(text)</li>"#
    }
}

extension Words {
    /// The sentence of a problem; in English where there is none in the reader's language.
    func problem(_ problem: Problem) -> String {
        let key = "measure.problem.\(problem.rule)"
        var arguments = Dictionary(uniqueKeysWithValues: problem.subjects.enumerated().map { ("s\($0 + 1)", $1) })
        arguments["all"] = list(problem.subjects)
        return has(key) ? self(key, arguments) : problem.message
    }
}
