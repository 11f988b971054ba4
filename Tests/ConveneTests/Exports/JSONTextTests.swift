import Foundation
import Testing

@testable import Convene

@Suite struct JSONTextTests {
    @Test("Objects and lists nest, with commas between and none after") func nesting() {
        var out = JSONText()
        out.object { out in
            out.member("a", "x")
            out.object("b") { _ in }
            out.list("c") { out in
                out.object { $0.member("d", 1) }
                out.object { $0.member("e", true) }
                out.value("f")
            }
            out.orNull("g", "")
            out.filled("h", "")
            out.list("i", ["1", "2"])
        }
        #expect(out.text == #"{"a":"x","b":{},"c":[{"d":1},{"e":true},"f"],"g":null,"i":["1","2"]}"#)
    }

    @Test(
        "Every text comes back, and none can end a script or a line of one",
        arguments: [
            "\"\\/", "</script><!--", "a\u{0}\u{1}\u{1F}\u{7F}b", "line\nline\r\n\ttab", "\u{2028}\u{2029}", "🌙é世界مؤتمر", "&amp;",
        ])
    func texts(_ text: String) throws {
        var out = JSONText()
        out.object { $0.member(text, text) }
        let read = try JSONSerialization.jsonObject(with: Data(out.text.utf8)) as? [String: String]
        #expect(read == [text: text], "\(out.text)")
        #expect(!out.text.unicodeScalars.contains { "<>&\u{2028}\u{2029}".unicodeScalars.contains($0) || $0.value < 32 })
    }
}
