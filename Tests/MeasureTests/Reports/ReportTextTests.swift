import Base
import Testing

@testable import Measure

@Suite struct ReportTextTests {
    @Test("values and figures are found with their lines, and code is left alone")
    func found() {
        let text = ReportText(
            """
            # Score {{score AA}}

            `{{score BB}}` and ``a ` {{x}}`` and {{ rank  AA }}.

            ```figure
            ranking
            top: 3
            ```

            ```
            {{units}}
            ```
            ~~~swift
            ```figure
            ~~~
            {{units}}
            """)
        #expect(text.values.map(\.text) == ["score AA", " rank  AA ", "units"])
        #expect(text.values.map(\.line) == [1, 3, 16])
        #expect(text.figures == [ReportText.Figure(lines: ["ranking", "top: 3"], line: 5)])
        #expect(text.faults.isEmpty)
        #expect(text.marked.contains("`{{score BB}}`") && text.marked.contains("{{units}}\n```"))
        #expect(!text.marked.contains("{{score AA}}"))
    }

    @Test("braces and blocks that are never closed are told with their line")
    func open() {
        let text = ReportText("One {{score\n\n```figure\nranking")
        #expect(text.faults.map { "\($0.line) \($0.rule)" } == ["1 valueOpen", "3 figureOpen"])
        #expect(text.marked.contains("{{score"))
    }

    @Test("marks that somebody types mean nothing")
    func forged() {
        let text = ReportText("a\u{e000}0\u{e001}b \u{e002}0\u{e003}")
        #expect(text.marked == "a0b 0" && text.values.isEmpty && text.figures.isEmpty)
    }

    @Test(
        "hostile texts are read in one pass and nothing is lost",
        arguments: [
            String(repeating: "{", count: 100_000), String(repeating: "{{", count: 50_000) + "}}",
            String(repeating: "`", count: 100_000), String(repeating: "```figure\n", count: 10_000),
            String(repeating: "{{}}", count: 25_000), String(repeating: "``` ` ", count: 16_000), "{{\u{301}}}", "}}{{", "{{}",
        ])
    func hostile(typed: String) {
        let text = ReportText(typed)
        #expect(text.values.count + text.figures.count + text.faults.count + text.marked.utf8.count > 0)
        if text.values.count > ReportText.mostValues { #expect(text.faults.contains { $0.rule == "valuesMany" }) }
        if text.figures.count > ReportText.mostFigures { #expect(text.faults.contains { $0.rule == "figuresMany" }) }
    }

    @Test("a long word is cut in what is said of it")
    func short() {
        let fault = ReportFault("valueUnknown", line: 1, [String(repeating: "x", count: 500)])
        #expect(fault.subjects[0].count == 81)
    }
}
