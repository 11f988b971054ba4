import Base
import CompositeIndex
import HTML
import Testing

@testable import Measure

@Suite struct ReportPagesTests {
    private func article(_ typed: String, _ source: ReportSource, _ language: Language = .en) -> ReportArticlePage {
        ReportArticlePage(IndexSample.scene(language), source.view, ReportReading(typed, source, language))
    }

    @Test("Markdown, values and figures come out as one text, escaped")
    func text() throws {
        let source = try ReportSample.source()
        let page = article(
            """
            # <b>{{name AA}}</b>

            *One* **two** ~~three~~ `{{score AA}}` [here](https://a.example/) <script>

            1. {{rank AA}}
            2. - deep

               two

            > said

            | a | n |
            |---|---|
            | x | {{score AA}} |

            ```
            {{units}}
            ```

            ---

            ```figure
            ranking
            note: <i>
            ```
            """, source)
        let main = page.main.text
        for part in [
            "<h2 id=\"part-1\">&lt;b&gt;AA&lt;/b&gt;</h2>", "<em>One</em>", "<strong>two</strong>", "<s>three</s>",
            "<code>{{score AA}}</code>", "href=\"https://a.example/\"", "&lt;script&gt;", "<blockquote>", "<td class=\"number\">",
            "<pre><code>{{units}}", "<hr>", "id=\"figure-1\"", "&lt;i&gt;", "<b>Figure 1.</b>",
        ] {
            #expect(main.contains(part), "\(part)")
        }
        #expect(!main.contains("\u{e000}") && !main.contains("\u{e002}"))
    }

    @Test("each kind of figure has a drawing and its numbers in a table, in every language", arguments: Language.allCases)
    func figures(language: Language) throws {
        let demo = try ReportSample.demo()
        let old = IndexSample.edition("sample-2025", period: "2025", number: 6016)
        var earlier = MeasureDemo.content
        _ = earlier.data?.set(1, "X01", "B12")
        let later = try ReportSample.source(
            MeasureDemo.content, IndexSample.edition("sample-2026", number: 6017), archive: [old], contents: [old.id: earlier])
        let source = try #require(later.about("X07"))
        for kind in ReportFigureOrder.Kind.allCases where kind != .map {
            let option = [.groups: "\nby: income", .compare: "\nunits: X01 X02"][kind] ?? ""
            let page = article("```figure\n\(kind.rawValue)\(option)\n```", source, language)
            let text = page.main.text
            #expect(page.reading.faults.isEmpty && text.contains("<svg") && text.contains("<table"), "\(kind)")
            #expect(!text.contains("report.") && !text.contains("index."), "\(kind) shows a key")
        }
        #expect(article("```figure\npie\n```", demo, language).main.text.contains("notice warn"))
    }

    @Test("every fault has a sentence in every language", arguments: Language.allCases)
    func faults(language: Language) {
        let words = MeasureStage.book.words(language)
        let rules = [
            "figureOpen", "valueOpen", "valuesMany", "figuresMany", "valueUnknown", "valueShape", "unitNone", "placeUnknown",
            "unitUnknown", "nodeUnknown", "groupingUnknown", "groupUnknown", "figureEmpty", "figureUnknown", "optionShape",
            "optionUnknown", "optionTwice", "optionMissing", "topShape", "unitsCount", "earlierNone", "mapNone",
        ]
        for rule in rules {
            let text = ReportEditorPage.sentence(words, ReportFault(rule, line: 1, ["One", "Two", "Three"]))
            #expect(!text.contains("report.fault") && !text.contains("{s"), "\(rule): \(text)")
        }
    }

    @Test("a text that is not in the reader's language says so, is marked, and has numbers as its own language writes them")
    func language() throws {
        let source = try ReportSample.source()
        let report = ReportSample.report(["es": "# Uno\n\n{{score AA}}"])
        let view = ReportSitePage.View(report, source, .ar)
        let text = ReportSitePage.main(IndexSample.scene(.ar), view).text
        let score = source.view.score(try #require(source.view.build.row(of: "AA")), source.view.index)
        #expect(text.contains("<article class=\"report\" lang=\"es\" dir=\"ltr\">"))
        #expect(text.contains("<p class=\"notice\">") && text.contains(ScoreText.text(score, .es)))
        #expect(
            !ReportSitePage.main(IndexSample.scene(.es), ReportSitePage.View(report, source, .es)).text.contains(
                "<p class=\"notice\">"))
        let country = ReportSitePage.View(ReportSample.report(["en": "A"], kind: .country), try #require(source.about("BB")), .en)
        #expect(country.title == "BB: Annual report" && country.pdf == "/index/tiny-2026/u/BB/report.pdf")
    }

    @Test("chapters are listed, each link has its place")
    func contents() throws {
        let source = try ReportSample.source()
        let page = article("# One\n\n## Below {{units}}\n\n# Two\n\n### Three", source)
        let links = page.contents.text
        #expect(links.contains("href=\"#part-2\">Below 4</a>"))
        let text = page.main.text
        for place in 1...4 { #expect(text.contains("id=\"part-\(place)\"")) }
        #expect(article("# One", source).contents.isEmpty)
    }
}
