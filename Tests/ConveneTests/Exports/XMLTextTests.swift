import Testing

@testable import Convene

@Suite struct XMLTextTests {
    @Test("Marks are escaped and characters that XML forbids are left out") func escaping() {
        #expect(XMLText.escaped("<a b=\"c\" d='e'>&") == "&lt;a b=&quot;c&quot; d=&apos;e&apos;&gt;&amp;")
        #expect(XMLText.escaped("a\u{0}\u{B}\u{1F}b\u{FFFE}\nc🌙") == "ab\nc🌙")
    }

    @Test("Elements are nested and indented") func nesting() {
        var out = XMLText()
        out.open("a", [("b", "1 < 2")])
        out.element("c", "")
        out.empty("d", [])
        out.close("a")
        #expect(out.text == "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a b=\"1 &lt; 2\">\n  <c></c>\n  <d/>\n</a>\n")
    }
}
