import Base
import CompositeIndex
import HTML

/// A country's profile before the release, for its contact: every score with its rank, every value with what was done to it, and a
/// place to say what is wrong.
package enum PreviewPage {
    package struct View: Sendable {
        package let edition: IndexEdition
        package let content: IndexContent
        package let preview: CountryPreview
        package let comments: [PreviewComment]
        /// nil if the index cannot be computed just now.
        package let build: Build?
        package var typed = ""
        package var complaints = Complaints()

        package init(
            edition: IndexEdition, content: IndexContent, preview: CountryPreview, comments: [PreviewComment], build: Build?
        ) {
            self.edition = edition
            self.content = content
            self.preview = preview
            self.comments = comments
            self.build = build
        }
    }

    package static func main(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let name = view.content.data?.unit(view.preview.unit)?.name ?? view.preview.unit
        return """
            <h1><bdi>\(name)</bdi></h1><p class="lede">\(scene.text(view.edition.name)) \(view.edition.period)</p>\
            <p class="notice warn">\(words("measure.preview.confidential"))</p>\
            \(#"<p class="notice warn">\#(words("measure.sample.long"))</p>"#, if: view.edition.isSample)\
            \(FormParts(words, view.complaints).summary)\
            \(view.build.map { scores(scene, view, $0) } ?? "<p>\(words("measure.preview.none"))</p>")\(values(scene, view))\
            <section><h2>\(words("measure.comments"))</h2>\(thread(scene, view.comments))\
            \(commenting(scene, view))</section>
            """
    }

    /// Until when she may say something, and where.
    private static func commenting(_ scene: Scene, _ view: View) -> Markup {
        let (words, until) = (scene.words, view.edition.commentsUntil)
        guard view.edition.takesComments(at: scene.now) else {
            return #"<p class="notice">\#(words("measure.refusal.previewClosed"))</p>"#
        }
        return """
            \(until.map { "<p>\(words("measure.comments.until")) \(MeasurePartsPage.moment(scene, $0))</p>" })\
            \(form(scene, view.preview.path, view.typed, FormParts(words, view.complaints)))
            """
    }

    private static func scores(_ scene: Scene, _ view: View, _ build: Build) -> Markup {
        let words = scene.words
        let unit = view.preview.unit
        let rows: [[Markup]] = FrameworkTree(view.content.nodes).rows.filter { $0.parts > 0 }.map { row in
            let score = build.score(of: unit, row.node.code)
            let rank = build.rank(of: unit, row.node.code)
            return [
                scene.text(view.content.name(of: row.node)), "\(score.map { NumberText.rounded($0) } ?? "—")",
                "\(rank.map { NumberText.rounded($0, 1) } ?? "—")",
            ]
        }
        let heads = ["node", "score", "rank"].map { words("measure.\($0)") }
        return """
            <section><h2>\(words("measure.preview.scores"))</h2>\
            \(MeasurePartsPage.table(words("measure.preview.scores"), heads, rows, numbers: [1, 2]))</section>
            """
    }

    private static func values(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        guard let data = view.content.data else { return .empty }
        let rows: [[Markup]] = view.content.nodes.filter { $0.level == 1 }.map { node in
            let value = data.value(view.preview.unit, node.code)
            let used = view.build.flatMap { $0.score(of: view.preview.unit, node.code) }
            return [
                scene.text(view.content.name(of: node)),
                value.map { #"<span dir="ltr">\#(NumberText.text($0))</span> \#(node.unit ?? "")"# }
                    ?? "\(words("measure.missingValue"))",
                "\(used.map { NumberText.rounded($0) } ?? "—")\(" <small>\(words("measure.imputed"))</small>", if: value == nil && used != nil)",
            ]
        }
        let heads = ["indicator", "value", "normalised"].map { words("measure.\($0)") }
        return """
            <section><h2>\(words("measure.preview.values"))</h2>\
            \(MeasurePartsPage.table(words("measure.preview.values"), heads, rows, numbers: [1, 2]))</section>
            """
    }

    /// Who said it is told by her side alone.
    package static func thread(_ scene: Scene, _ comments: [PreviewComment]) -> Markup {
        let words = scene.words
        guard !comments.isEmpty else { return "<p>\(words("measure.comments.none"))</p>" }
        return """
            <ol class="changes">\(each(comments) { one in
                """
                <li class="change"><p class="meta"><strong>\(words(one.isDesk ? "measure.comment.desk" : "measure.comment.contact"))</strong> \
                \(MeasurePartsPage.moment(scene, one.at))</p><p class="letter" dir="auto">\(one.text)</p></li>
                """
            })</ol>
            """
    }

    package static func form(
        _ scene: Scene, _ path: String, _ typed: String, _ parts: FormParts, field: String = "text"
    ) -> Markup {
        """
        <form class="desk-form" method="post" action="\(url: scene.link(path))">\(scene.guardField)\
        \(parts.area(field, label: scene.words("measure.comment.write"), value: typed, rows: 4))\
        <p class="actions"><button class="button" type="submit">\(scene.words("measure.comment.send"))</button></p></form>
        """
    }

    package static func list(
        _ scene: Scene, _ previews: [(preview: CountryPreview, edition: IndexEdition, country: String)]
    ) -> Markup {
        let words = scene.words
        return """
            <h1>\(words("measure.previews.own"))</h1>\
            \(#"<p class="empty">\#(words("measure.previews.own.none"))</p>"#, if: previews.isEmpty)\
            <ul class="plain">\(each(previews) { entry in
                """
                <li><a href="\(url: scene.link(entry.preview.path))">\(scene.text(entry.edition.name)) \(entry.edition.period): \
                <bdi>\(entry.country)</bdi></a></li>
                """
            })</ul>
            """
    }
}
