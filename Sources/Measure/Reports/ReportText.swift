import Base

/// Something in a report that is not understood: where, and what it is about. The word key is `report.fault.<rule>`.
package struct ReportFault: Error, Hashable, Sendable {
    package let rule: String
    /// From 1.
    package let line: Int
    /// What was found, then what was expected.
    package let subjects: [String]

    package init(_ rule: String, line: Int, _ subjects: [String] = []) {
        self.rule = rule
        self.line = line
        self.subjects = subjects.map { $0.count > 80 ? $0.prefix(80) + "…" : $0 }
    }
}

/// The typed Markdown of a report with the places that the index fills: values in double braces, and blocks that begin with
/// ` ```figure `. Code is left as it stands.
package struct ReportText: Sendable {
    package struct Value: Hashable, Sendable {
        /// Between the braces.
        package let text: String
        package let line: Int
    }
    package struct Figure: Hashable, Sendable {
        package let lines: [String]
        /// Of the line that opens the block; the first of `lines` is the next.
        package let line: Int
    }

    /// What Markdown reads: a mark for each value, a paragraph with a mark for each figure.
    package private(set) var marked = ""
    package private(set) var values: [Value] = []
    package private(set) var figures: [Figure] = []
    package private(set) var faults: [ReportFault] = []

    package static let mostValues = 2000
    package static let mostFigures = 60
    // Private-use characters, which no text of a person has here: they are taken out first.
    package static let value = (open: Character("\u{e000}"), close: Character("\u{e001}"))
    package static let figure = (open: Character("\u{e002}"), close: Character("\u{e003}"))

    package init(_ typed: String) {
        let text = String(String.UnicodeScalarView(typed.unicodeScalars.filter { !(0xe000...0xe003).contains($0.value) }))
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        var out: [String] = []
        var place = 0
        while place < lines.count {
            guard let fence = Fence(lines[place]) else {
                out.append(marking(lines[place], line: place + 1))
                place += 1
                continue
            }
            let body = lines[(place + 1)...].prefix { !fence.isClosed(by: $0) }
            if fence.info == "figure" {
                out += ["", figure(body.map(String.init), line: place + 1), ""]
                if body.endIndex == lines.endIndex { faults.append(ReportFault("figureOpen", line: place + 1)) }
            } else {
                out += lines[place...].prefix(body.count + 2).map(String.init)
            }
            place = body.endIndex + 1
        }
        if values.count > ReportText.mostValues {
            faults.append(ReportFault("valuesMany", line: 1, [String(ReportText.mostValues)]))
        }
        if figures.count > ReportText.mostFigures {
            faults.append(ReportFault("figuresMany", line: 1, [String(ReportText.mostFigures)]))
        }
        marked = out.joined(separator: "\n")
    }

    private mutating func figure(_ lines: [String], line: Int) -> String {
        figures.append(Figure(lines: lines, line: line))
        return "\(ReportText.figure.open)\(figures.count - 1)\(ReportText.figure.close)"
    }

    /// One line with its values taken out. All marks that matter are ASCII, so that bytes are enough.
    private mutating func marking(_ typed: Substring, line: Int) -> String {
        let bytes = Array(typed.utf8)
        guard bytes.contains(UInt8(ascii: "{")) else { return String(typed) }
        var out: [UInt8] = []
        var place = 0
        while place < bytes.count {
            if bytes[place] == UInt8(ascii: "`") {
                let code = ReportText.code(bytes, from: place)
                out += bytes[place..<code]
                place = code
            } else if bytes[place...].starts(with: "{{".utf8) {
                guard let end = ReportText.end(bytes, from: place + 2) else {
                    faults.append(ReportFault("valueOpen", line: line))
                    out += bytes[place...]
                    break
                }
                let text = String(decoding: bytes[(place + 2)..<end], as: UTF8.self)
                values.append(Value(text: text, line: line))
                out += "\(ReportText.value.open)\(values.count - 1)\(ReportText.value.close)".utf8
                place = end + 2
            } else {
                out.append(bytes[place])
                place += 1
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    private static func end(_ bytes: [UInt8], from start: Int) -> Int? {
        guard start + 1 < bytes.count else { return nil }
        return (start..<(bytes.count - 1)).first { bytes[$0] == UInt8(ascii: "}") && bytes[$0 + 1] == UInt8(ascii: "}") }
    }

    /// Where the code that begins here ends; the marks alone if nothing on the line closes them.
    private static func code(_ bytes: [UInt8], from start: Int) -> Int {
        let tick = UInt8(ascii: "`")
        let count = bytes[start...].prefix { $0 == tick }.count
        var place = start + count
        var run = 0
        while place < bytes.count {
            run = bytes[place] == tick ? run + 1 : 0
            place += 1
            if run == count, place == bytes.count || bytes[place] != tick { return place }
        }
        return start + count
    }

    /// The line that opens a block of code, as CommonMark reads it at the margin.
    private struct Fence {
        let mark: Character
        let count: Int
        let info: Substring

        init?(_ line: Substring) {
            let body = line.drop { $0 == " " }
            guard line.count - body.count < 4, let first = body.first, first == "`" || first == "~" else { return nil }
            mark = first
            count = body.prefix { $0 == first }.count
            info = body.dropFirst(count).drop { $0 == " " }.prefix { !$0.isWhitespace }
            guard count >= 3, mark == "~" || !body.dropFirst(count).contains("`") else { return nil }
        }

        func isClosed(by line: Substring) -> Bool {
            guard let other = Fence(line) else { return false }
            return other.mark == mark && other.count >= count && other.info.isEmpty
        }
    }
}
