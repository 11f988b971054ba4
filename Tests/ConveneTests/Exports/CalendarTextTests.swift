import Base
import Foundation
import Testing

@testable import Convene

@Suite struct CalendarTextTests {
    private func written(_ value: String) -> String {
        var out = CalendarText()
        out.text("SUMMARY", value)
        return out.text
    }

    @Test("Backslash, semicolon, comma and line ends are escaped") func escaping() {
        #expect(written(#"a\b;c,d"# + "\n" + "e") == #"SUMMARY:a\\b\;c\,d\ne"# + "\r\n")
        #expect(CalendarText.escaped("one\r\ntwo\rthree") == #"one\ntwo\nthree"#)
        #expect(CalendarText.escaped("a\u{0}b\u{7}c") == "abc")
    }

    @Test(
        "No line is longer than 75 octets, and no character is cut",
        arguments: [
            String(repeating: "a", count: 300), String(repeating: "é", count: 120), String(repeating: "世界", count: 60),
            String(repeating: "👩‍👩‍👧", count: 30), String(repeating: "مؤتمر ", count: 40),
        ])
    func folding(_ value: String) {
        let text = written(value)
        // Bytes, since a space before a joiner is one character with it.
        let lines = text.components(separatedBy: "\r\n").map { Array($0.utf8) }
        #expect(lines.count > 3 && lines.last == [])
        #expect(lines.allSatisfy { $0.count <= 75 && String(validating: $0, as: UTF8.self) != nil })
        #expect(lines.dropFirst().dropLast().allSatisfy { $0.first == UInt8(ascii: " ") })
        let unfolded = lines.dropLast().enumerated().flatMap { $0.offset == 0 ? $0.element : Array($0.element.dropFirst()) }
        #expect(unfolded == Array(("SUMMARY:" + value).utf8))
    }

    @Test("A value of a fixed form cannot bring a line of its own") func injection() {
        var out = CalendarText()
        out.line("URL", "https://example.org/\r\nX-EVIL:1")
        #expect(out.text == "URL:https://example.org/X-EVIL:1\r\n")
    }
}
