import Base
import Foundation
import Testing

@testable import HTML

@Suite struct MarkdownTests {
    private func html(_ text: String, from level: Int = 2) -> String { Markdown.markup(text, headingsFrom: level).text }

    @Test("Plain form: paragraphs, emphasis, code, lists, quotes, lines")
    func forms() {
        #expect(html("One *two* **three** `four`") == "<p>One <em>two</em> <strong>three</strong> <code>four</code></p>\n")
        #expect(html("- a\n- b").contains("<ul><li>a</li><li>b</li></ul>"))
        #expect(html("3. a\n4. b").contains(#"<ol start="3"><li>a</li>"#))
        #expect(html("> quoted").contains("<blockquote><p>quoted</p>\n</blockquote>"))
        #expect(html("a  \nb").contains("<br>"))
        #expect(html("```\n<b>\n```").contains("<pre><code>&lt;b&gt;\n</code></pre>"))
        #expect(html("~~gone~~").contains("<s>gone</s>"))
        #expect(html("---") == "<hr>\n")
    }

    @Test("Headings begin where the page says and never skip a level")
    func headings() {
        #expect(html("# A\n\n### B\n\n## C") == "<h2>A</h2>\n<h3>B</h3>\n<h3>C</h3>\n")
        #expect(html("###### A", from: 4) == "<h4>A</h4>\n")
        #expect(!html("# a\n## b\n### c\n#### d\n##### e\n###### f", from: 5).contains("<h7"))
    }

    @Test("A table has a head and scrolls within itself")
    func table() {
        let text = html("| A | B |\n|---|---|\n| 1 | 2 |")
        #expect(text.contains(#"<thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead>"#))
        #expect(text.contains("<tbody><tr><td>1</td><td>2</td></tr></tbody></table></div>"))
    }

    @Test("A link has its words, opens nothing back and lends no weight")
    func links() {
        #expect(
            html("[words](https://a.example/x?y=1&z=2)")
                == "<p><a href=\"https://a.example/x?y=1&amp;z=2\" rel=\"nofollow noopener ugc\">words</a></p>\n")
        #expect(html("https://a.example/").contains(#"rel="nofollow noopener ugc">https://a.example/</a>"#))
        #expect(html("[](https://a.example/)").contains(">https://a.example/</a>"))
        #expect(html("<mailto:a@b.example>").contains(#"href="mailto:a@b.example""#))
    }

    @Test("A picture is a link to itself: nothing is fetched from elsewhere")
    func pictures() {
        let text = html("![a cat](https://a.example/cat.png)")
        #expect(!text.contains("<img") && text.contains(#"<a href="https://a.example/cat.png""#) && text.contains(">a cat</a>"))
        #expect(!html("[![x](https://a.example/i.png)](https://b.example)").contains("cat.png"))
        #expect(html("[![x](https://a.example/i.png)](https://b.example)").components(separatedBy: "<a ").count == 2)
    }

    /// Each would run, load or leave the page if it came through.
    private static let payloads = [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "<iframe src=javascript:alert(1)>",
        "<a href=\"javascript:alert(1)\">x</a>", "<style>@import 'https://e.example'</style>", "<base href=https://e.example>",
        "<meta http-equiv=refresh content=0>", "<form action=https://e.example><input></form>", "<!--><script>alert(1)</script>",
        "<![CDATA[<script>alert(1)</script>]]>", "<?php x ?><script>", "<details open ontoggle=alert(1)>",
        "<math><mi//xlink:href=x>",
        "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](java&#115;cript:alert(1))", "[x](javascript&colon;alert(1))",
        "[x](&#x6A;avascript:alert(1))", "[x](data:text/html,<script>alert(1)</script>)", "[x](vbscript:x)",
        "[x](<javascript:alert(1)>)",
        "[x](\u{1}javascript:alert(1))", "[x](//e.example)", "[x](\\\\e.example)", "![x](javascript:alert(1))",
        "![x\" onerror=\"alert(1)](https://e.example)", "[x](https://e.example\"onmouseover=\"alert(1))",
        "[x](https://e.example 't\" onclick=\"alert(1)')", "[x]: javascript:alert(1)\n\n[x]", "<javascript:alert(1)>",
        "`<script>`", "```html onload=x\n<script>alert(1)</script>\n```", "~~<script>alert(1)</script>~~",
        "| <script>x</script> |\n|---|\n| <img src=x onerror=y> |", "<p style=position:fixed>",
        "<input autofocus onfocus=alert(1)>",
        "<template><script>x</script></template>", "<a href=\"https://e.example\" onclick=alert(1)>x",
        "\u{0}<script\u{0}>alert(1)</script>",
    ]

    @Test("Forty payloads are inert", arguments: payloads)
    func inert(_ payload: String) throws {
        let text = html(payload) + html("> - " + payload) + html("**" + payload + "**") + html("# " + payload)
        let known: Set<String> = [
            "p", "a", "em", "strong", "s", "code", "pre", "ul", "ol", "li", "blockquote", "h2", "h3", "table", "thead", "tbody",
            "tr",
            "th", "td", "div", "hr", "br",
        ]
        for tag in try tags(text) {
            let name = String(tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber })
            #expect(known.contains(name), "<\(tag)> of \(payload)")
            #expect(!tag.contains("style=") && (tag.firstRange(of: #/\son\w+=/#) == nil), "<\(tag)> of \(payload)")
            if name == "a", !tag.hasPrefix("/") {
                #expect(
                    tag.hasPrefix(#"a href="https://"#) || tag.hasPrefix(#"a href="http://"#)
                        || tag.hasPrefix(#"a href="mailto:"#),
                    "<\(tag)> of \(payload)")
                #expect(tag.hasSuffix(#"rel="nofollow noopener ugc""#), "<\(tag)> of \(payload)")
            }
        }
    }

    /// What stands between `<` and `>`: a `<` of a text is escaped, so each is a tag, and attributes hold no quotation mark.
    private func tags(_ html: String) throws -> [String] {
        html.matches(of: try Regex("<([^>]*)>")).map { String(html[$0.range].dropFirst().dropLast()) }
    }

    @Test(
        "Deep, knotted and long texts end quickly, with their words and without a crash",
        arguments: [
            String(repeating: "> ", count: 10_000) + "word", String(repeating: "- ", count: 10_000) + "word",
            String(repeating: "]| a | b |\n|---|---|\n", count: 1_270) + "word",
            String(repeating: "1. ", count: 30_000) + "word", String(repeating: "1) ", count: 30_000) + "word",
            String(repeating: "[", count: 50_000) + "word", String(repeating: "*a ", count: 20_000) + "word",
            String(repeating: "**a *b ", count: 3_000) + "word", String(repeating: "`", count: 30_001) + "word",
            String(repeating: "![[]()", count: 9_000) + "word", String(repeating: "<", count: 60_000) + "word",
            (1...300).map { String(repeating: " ", count: $0 * 2) + "- a" }.joined(separator: "\n") + "\n\nword",
            String(repeating: "a", count: 200_000) + " word", String(repeating: "_", count: 40_000) + "word",
            String(repeating: "|", count: 30_000) + "word\n|-|\n", String(repeating: "\n", count: 90_000) + "word",
            String(repeating: "[a](", count: 9_000) + "word", String(repeating: "&#", count: 20_000) + "word",
        ])
    func knots(_ text: String) {
        let out = html(text)
        #expect(out.contains("word"))
        // No form is nested deeper than a browser or a screen reader can follow.
        var depth = 0
        var deepest = 0
        for part in out.split(separator: "<") {
            if part.hasPrefix("/") { depth -= 1 } else if !part.hasPrefix("br") && !part.hasPrefix("hr") { depth += 1 }
            deepest = max(deepest, depth)
        }
        #expect(depth == 0 && deepest <= 60)
    }

    @Test("What is too long is shown as it was typed, escaped")
    func long() {
        let out = html(String(repeating: "*a* ", count: 30_000) + "<b>")
        #expect(!out.contains("<em>") && out.hasPrefix("<p>*a* ") && out.contains("&lt;b&gt;"))
    }

    @Test("Many threads may read at once")
    func threads() async {
        await withTaskGroup(of: Bool.self) { group in
            for number in 0..<64 {
                group.addTask {
                    Markdown.markup("| *\(number)* |\n|---|\n| ~~x~~ |", headingsFrom: 2).text.contains("<em>\(number)</em>")
                }
            }
            for await isRight in group { #expect(isRight) }
        }
    }

    @Test("An empty text is nothing") func empty() { #expect(html("").isEmpty && html(" \n ").isEmpty) }
}
