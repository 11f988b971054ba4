import Testing

@testable import HTML

@Suite struct MarkdownBlocksTests {
    private func words(_ text: String) -> [MarkdownRun] { text.isEmpty ? [] : [MarkdownRun(text: text)] }

    @Test("A text with everything is a tree")
    func everything() {
        let text = """
            # One *two*

            Plain **strong** `code` ~~gone~~ [words](https://a.example/x).
            Next line\u{20}\u{20}
            after a break

            3. three
               - inner
            4. four

            > quoted
            > # Deep

            | A | *B* |
            |---|----:|
            | 1 | 2 |
            | 3 |

            ---

            ```chart ranks
            a = 1
            b
            ```

            ## Last
            """
        let expected: [MarkdownBlock] = [
            .heading(level: 1, [MarkdownRun(text: "One "), MarkdownRun(text: "two", isEmphasis: true)]),
            .paragraph([
                MarkdownRun(text: "Plain "), MarkdownRun(text: "strong", isStrong: true), MarkdownRun(text: " "),
                MarkdownRun(text: "code", isCode: true), MarkdownRun(text: " "), MarkdownRun(text: "gone", isStruck: true),
                MarkdownRun(text: " "), MarkdownRun(text: "words", link: "https://a.example/x"),
                MarkdownRun(text: ". Next line\nafter a break"),
            ]),
            .list(
                start: 3,
                items: [
                    [.paragraph(words("three")), .list(start: nil, items: [[.paragraph(words("inner"))]])],
                    [.paragraph(words("four"))],
                ]),
            .quote([.paragraph(words("quoted")), .heading(level: 1, words("Deep"))]),
            .table(
                head: [words("A"), [MarkdownRun(text: "B", isEmphasis: true)]],
                rows: [[words("1"), words("2")], [words("3"), []]]),
            .rule, .code(info: "chart ranks", text: "a = 1\nb\n", line: 21), .heading(level: 2, words("Last")),
        ]
        #expect(Markdown.blocks(text) == expected)
    }

    @Test("No level of heading is skipped, and empty ones are left out")
    func headings() {
        #expect(
            Markdown.blocks("### A\n\n#\n\n###### B\n\n# C") == [
                .heading(level: 1, words("A")), .heading(level: 2, words("B")), .heading(level: 1, words("C")),
            ])
    }

    @Test("A line that ends between Chinese characters is no space; elsewhere it is one")
    func lines() {
        #expect(Markdown.blocks("第一行\n第二行") == [.paragraph(words("第一行第二行"))])
        #expect(Markdown.blocks("第一行\nsecond") == [.paragraph(words("第一行 second"))])
        #expect(Markdown.blocks("하나\n둘") == [.paragraph(words("하나 둘"))])
    }

    @Test("The line of a fence is its line in the text")
    func fences() {
        #expect(Markdown.blocks("\n\na\n\n~~~\nx\n~~~").last == .code(info: "", text: "x\n", line: 5))
        #expect(Markdown.blocks("- a\n\n  ```t\n  x\n  ```").description.contains("line: 3"))
        #expect(Markdown.blocks("    indented") == [.code(info: "", text: "indented\n", line: 1)])
    }

    private func runs(_ blocks: [MarkdownBlock]) -> [MarkdownRun] {
        blocks.flatMap { block -> [MarkdownRun] in
            switch block {
            case .heading(_, let runs), .paragraph(let runs): runs
            case .list(_, let items): items.flatMap { runs($0) }
            case .quote(let inner): runs(inner)
            case .table(let head, let rows): (head + rows.flatMap(\.self)).flatMap(\.self)
            case .code(_, let text, _): [MarkdownRun(text: text)]
            case .rule: []
            }
        }
    }

    @Test(
        "Only addresses that a page may hold lead anywhere; a picture is its words",
        arguments: [
            "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](data:text/html,1)", "[x](//e.example)",
            "<javascript:alert(1)>",
            "[x](\u{1}javascript:alert(1))", "![x](javascript:alert(1))", "[x]: vbscript:x\n\n[x]", "[x](file:///etc/passwd)",
        ])
    func inert(_ payload: String) {
        for text in [payload, "> - " + payload, "**" + payload + "**", "# " + payload] {
            #expect(runs(Markdown.blocks(text)).allSatisfy { $0.link == nil }, "\(text)")
        }
    }

    @Test("Links that may be are kept, one within another is its words, one without words is its address")
    func links() {
        #expect(
            runs(Markdown.blocks("![a cat](https://a.example/c.png)")) == [
                MarkdownRun(text: "a cat", link: "https://a.example/c.png")
            ])
        #expect(
            runs(Markdown.blocks("[](https://a.example/)")) == [
                MarkdownRun(text: "https://a.example/", link: "https://a.example/")
            ])
        #expect(
            runs(Markdown.blocks("[![x](https://a.example/i)](https://b.example)")) == [
                MarkdownRun(text: "x", link: "https://b.example")
            ])
        #expect(runs(Markdown.blocks("<mailto:a@b.example>")).first?.link == "mailto:a@b.example")
    }

    @Test("Raw HTML is the text that it is")
    func raw() {
        #expect(runs(Markdown.blocks("<script>alert(1)</script>")).map(\.text).joined().contains("<script>alert(1)</script>"))
        #expect(runs(Markdown.blocks("a <b onclick=x>c")).map(\.text).joined() == "a <b onclick=x>c")
    }

    @Test(
        "Deep, knotted, long and odd texts end quickly with their words",
        arguments: [
            String(repeating: "> ", count: 10_000) + "word", String(repeating: "- ", count: 10_000) + "word",
            String(repeating: "[", count: 50_000) + "word", String(repeating: "**a *b ", count: 3_000) + "word",
            (1...300).map { String(repeating: " ", count: $0 * 2) + "- a" }.joined(separator: "\n") + "\n\nword",
            (1...60).map { String(repeating: "> ", count: $0) + "a" }.joined(separator: "\n\n") + "\n\nword",
            String(repeating: "a", count: 200_000) + " word",
            String(repeating: "[a](https://b.example/) ", count: 2_000) + "word",
            String(repeating: "\n", count: 90_000) + "word", "\u{0}\u{FFFE}\u{202E}\u{FEFF} word",
            "Z" + String(repeating: "\u{301}", count: 9_000) + " word",
            String(repeating: "| a ", count: 900) + "|\n" + String(repeating: "|-", count: 900) + "|\nword",
        ])
    func hostile(_ text: String) {
        let blocks = Markdown.blocks(text)
        #expect(runs(blocks).map(\.text).joined(separator: " ").contains("word"))
        #expect(depth(blocks) <= 30)
    }

    private func depth(_ blocks: [MarkdownBlock]) -> Int {
        blocks.map { block in
            switch block {
            case .list(_, let items): 1 + (items.map { depth($0) }.max() ?? 0)
            case .quote(let inner): 1 + depth(inner)
            default: 1
            }
        }.max() ?? 0
    }

    @Test("A fenced block can stand for something else; an indented one is code")
    func fenced() {
        var seen: [String] = []
        let out = Markdown.markup("a\n\n```chart x=1\none\ntwo\n```\n\n~~~\nplain\n~~~\n\n    indented", headingsFrom: 2) {
            info, text, line in
            seen.append("\(info)|\(text)|\(line)")
            return info.hasPrefix("chart") ? "<figure></figure>" : nil
        }
        #expect(seen == ["chart x=1|one\ntwo\n|3", "|plain\n|8"])
        #expect(out.text.contains("<p>a</p>\n<figure></figure>") && out.text.contains("<pre><code>plain\n</code></pre>"))
        #expect(out.text.contains("<pre><code>indented\n</code></pre>"))
    }
}
