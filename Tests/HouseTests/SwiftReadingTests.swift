import Testing

/// The reader on which the rules stand.
@Suite("Reading Swift")
struct SwiftReadingTests {
    @Test("comments and strings are blanked, interpolations kept")
    func blanks() {
        let reading = SwiftReading(#"let a = "x \(b("y")) z" // note"# + "\n/* one /* two */ still */ let c = 1\n")
        #expect(reading.codeLines[0].filter { $0 != " " } == #"leta="\(b(""))""#)
        #expect(reading.codeLines[1].filter { $0 != " " } == "letc=1")
        #expect(reading.codeLines.count == 3)
        #expect(Set(reading.literals.map(\.text)) == ["y", #"x \() z"#])
    }

    @Test("long and raw strings end where they end")
    func longStrings() {
        let text =
            "let a = \"\"\"\n  one \"two\"\n  three\n  \"\"\"\nlet b = #\"a \"quoted\" \\(c)\"#\nlet d = \"\\\"\"\nlet e = 1"
        let reading = SwiftReading(text)
        #expect(reading.literals.map(\.line) == [1, 5, 6])
        #expect(reading.literals[1].text == #"a "quoted" \(c)"#)
        #expect(reading.codeLines[6] == "let e = 1")
    }

    @Test("a string knows the code before it")
    func leads() {
        #expect(SwiftReading("throw Refusal(\n    .gone, \"x\")").literals.map(\.lead) == ["throw Refusal( .gone,"])
    }

    @Test("lines are counted as an editor counts them")
    func lines() {
        #expect(SwiftFile(path: "Sources/Base/A.swift", text: "a\nb\n").lineCount == 2)
        #expect(SwiftFile(path: "Sources/Base/A.swift", text: "a\nb").lineCount == 2)
    }

    @Test("imports are found in all their spellings")
    func imports() {
        let text = "import Base\n@preconcurrency import struct GRDB.Row\npackage import Store\n// import Web\nlet important = 1\n"
        let found = SwiftFile(path: "Sources/Base/A.swift", text: text).imports
        #expect(found.map(\.module) == ["Base", "GRDB", "Store"])
        #expect(found.map(\.line) == [1, 2, 3])
    }
}
