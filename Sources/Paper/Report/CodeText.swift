import Base
import Foundation

/// Lines of code as they can be drawn: every blank stands for itself.
enum CodeText {
    /// Each line in parts that are short enough to be set at once; an empty line is a blank.
    static func lines(_ text: String) -> [[String]] {
        var lines: [[String]] = [[]]
        var part = String.UnicodeScalarView()
        var count = 0
        for scalar in steadied(text).precomposedStringWithCanonicalMapping.unicodeScalars {
            count += 1
            if scalar == "\n" || count > 2000 {
                lines[lines.count - 1].append(RunText.loosened(part))
                part = String.UnicodeScalarView()
                count = 0
            }
            switch scalar {
            case "\n": lines.append([])
            case "\t": part.append(contentsOf: "    ".unicodeScalars)
            default: if PaperText.isDrawable(scalar) { part.append(scalar) }
            }
        }
        lines[lines.count - 1].append(RunText.loosened(part))
        while lines.count > 1, lines.last?.allSatisfy(\.isEmpty) == true { lines.removeLast() }
        return lines.map { line in line.map { $0.isEmpty ? " " : $0 } }
    }
}

extension Canvas {
    func code(_ line: String, _ style: TextStyle) -> SetText {
        let span = TextSpan(0..<line.utf8.count, PaperRun(text: line, isCode: true), linkColour: .ink)
        let set = type.set(line, style, language: "en", isRightToLeft: false, spans: [span])
        if set.unknown > 0 { missing.append(line) }
        return set
    }
}
