import Base
import Testing

@testable import HTML

@Suite struct MarkupTests {
    @Test("text is escaped in content and in attributes")
    func escapes() {
        let foreign = #"<script>alert("x")</script> & 'y'"#
        let markup: Markup = #"<p title="\#(foreign)">\#(foreign)</p>"#
        let safe = "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;y&#39;"
        #expect(markup.text == "<p title=\"\(safe)\">\(safe)</p>")
    }

    @Test("markup within markup is not escaped again")
    func nests() {
        let inner: Markup = "<b>\("a<b")</b>"
        let outer: Markup = "<p>\(inner)\(each([1, 2]) { "<i>\($0)</i>" })</p>"
        #expect(outer.text == "<p><b>a&lt;b</b><i>1</i><i>2</i></p>")
    }

    @Test(
        "only harmless addresses pass",
        arguments: [
            ("/e/gmc-2025?lang=ar", "/e/gmc-2025?lang=ar"), ("https://ror.org/1", "https://ror.org/1"),
            ("mailto:a@b.example", "mailto:a@b.example"),
            ("#main", "#main"), ("?tz=UTC", "?tz=UTC"),
            ("javascript:alert(1)", "#"), ("JaVaScRiPt:alert(1)", "#"), (" javascript:alert(1)", "#"), ("java\nscript:x", "#"),
            ("//evil.example/", "#"), ("/\\evil.example", "#"), ("data:text/html,x", "#"), ("vbscript:x", "#"), ("", "#"),
        ])
    func addresses(given: String, shown: String) {
        let markup: Markup = #"\#(url: given)"#
        #expect(markup.text == shown)
    }

    @Test("control characters vanish")
    func control() {
        let foreign = "a\u{0}b\u{8}c\td\n"
        let markup: Markup = "\(foreign)"
        #expect(markup.text == "abc\td\n")
    }

    @Test("an optional part is markup, an optional text is escaped")
    func optionals() {
        let text: String? = "a<b"
        let mapped: Markup = "\(text.map { "<i>\($0)</i>" })"
        let plain: Markup = "\(text)"
        #expect(mapped.text == "<i>a&lt;b</i>")
        #expect(plain.text == "a&lt;b")
    }

    @Test("a condition leaves its part out")
    func conditions() {
        let yes: Markup = "x\("y", if: true)"
        let no: Markup = "x\("y", if: false)"
        #expect(yes.text == "xy")
        #expect(no.text == "x")
    }
}

@Suite struct SceneTests {
    private func scene(_ kept: [(name: String, value: String)]) -> Scene {
        Scene(words: WordBook().words(.ar), now: Instant(milliseconds: 0), kept: kept)
    }

    @Test("links keep the language and zone that were asked for")
    func links() {
        let kept = scene([("lang", "ar"), ("tz", "Asia/Ho_Chi_Minh")])
        #expect(kept.link("/a") == "/a?lang=ar&tz=Asia/Ho_Chi_Minh")
        #expect(kept.link("/a?b=1#c") == "/a?b=1&lang=ar&tz=Asia/Ho_Chi_Minh#c")
        #expect(scene([]).link("/a?b=1") == "/a?b=1")
    }

    @Test("a text in another language says so")
    func languages() {
        let text = Localized(["en": "Hello <you>"], authentic: "en")
        #expect(scene([]).text(text).text == #"<span lang="en" dir="auto">Hello &lt;you&gt;</span>"#)
        #expect(scene([]).text(Localized(["ar": "مرحبا"])).text == "مرحبا")
    }
}
