import Base
import Foundation

/// The runs of one paragraph, ready to be set: without what cannot be drawn, blanks as one, none at the ends.
struct RunText {
    private(set) var runs: [PaperRun]

    /// U+2028 ends a line and not the paragraph.
    private static let lineBreak: Unicode.Scalar = "\u{2028}"

    init(_ typed: [PaperRun]) {
        var runs: [PaperRun] = []
        var last = RunText.lineBreak
        for run in typed {
            var run = run
            run.text = RunText.drawable(run.text, after: &last)
            if !run.text.isEmpty { runs.append(run) }
        }
        while let text = runs.last?.text, let end = text.unicodeScalars.last, end == " " || end == RunText.lineBreak {
            runs[runs.count - 1].text.unicodeScalars.removeLast()
            if runs[runs.count - 1].text.isEmpty { runs.removeLast() }
        }
        self.runs = runs
    }

    var text: String { runs.map(\.text).joined() }

    /// In one line, for a list of contents or a file's outline.
    var line: String { singleLine(text) }

    func spans(linkColour: PaperColour) -> [TextSpan] {
        var place = 0
        return runs.compactMap { run in
            defer { place += run.text.utf8.count }
            let isPlain = !run.isStrong && !run.isEmphasis && !run.isCode && run.link == nil
            return isPlain ? nil : TextSpan(place..<place + run.text.utf8.count, run, linkColour: linkColour)
        }
    }

    /// Leaves out the characters with a byte in `places`, unless `isKept` says otherwise.
    func without(_ places: Set<Int>, unless isKept: (Character) -> Bool) -> RunText {
        var copy = self
        var place = 0
        for index in runs.indices {
            var kept = ""
            for character in runs[index].text {
                let end = place + character.utf8.count
                if isKept(character) || !(place..<end).contains(where: places.contains) { kept.append(character) }
                place = end
            }
            copy.runs[index].text = kept
        }
        return copy
    }

    /// Parts of some thousand scalars: breaking lines takes time that rises faster than their length.
    func chunks(of most: Int = 6000) -> [RunText] {
        guard runs.reduce(0, { $0 + $1.text.utf8.count }) > most else { return [self] }
        var chunks: [[PaperRun]] = [[]]
        var count = 0
        for run in runs {
            var part = String.UnicodeScalarView()
            for scalar in run.text.unicodeScalars {
                part.append(scalar)
                count += 1
                if count > most && scalar.properties.isWhitespace || count > most + most / 4 {
                    chunks[chunks.count - 1].append(run.with(String(part)))
                    chunks.append([])
                    part = String.UnicodeScalarView()
                    count = 0
                }
            }
            if !part.isEmpty { chunks[chunks.count - 1].append(run.with(String(part))) }
        }
        return chunks.map(RunText.init).filter { !$0.runs.isEmpty }
    }

    /// Letters that run from right to left, and all others.
    var letters: (rightToLeft: Int, leftToRight: Int) {
        var (right, left) = (0, 0)
        for run in runs {
            for scalar in run.text.unicodeScalars where scalar.properties.isAlphabetic {
                if RunText.isRightToLeft(scalar) { right += 1 } else { left += 1 }
            }
        }
        return (right, left)
    }

    private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
        (0x590...0x8ff).contains(scalar.value) || (0xfb1d...0xfdff).contains(scalar.value)
            || (0xfe70...0xfefc).contains(scalar.value) || (0x10800...0x10fff).contains(scalar.value)
            || (0x1e800...0x1efff).contains(scalar.value)
    }

    private static func drawable(_ text: String, after last: inout Unicode.Scalar) -> String {
        var kept = String.UnicodeScalarView()
        for scalar in steadied(text).precomposedStringWithCanonicalMapping.unicodeScalars {
            guard let next = drawn(scalar, after: last) else { continue }
            kept.append(next)
            last = next
        }
        return loosened(kept)
    }

    /// Letters of Hangul that stand one behind the other are one character, however many: then no line could break.
    static func loosened(_ text: String.UnicodeScalarView) -> String {
        var kept = String.UnicodeScalarView()
        var run = 0
        for scalar in text {
            let isLetter =
                (0x1100...0x11ff).contains(scalar.value) || (0xa960...0xa97c).contains(scalar.value)
                || (0xd7b0...0xd7fb).contains(scalar.value)
            run = isLetter ? run + 1 : 0
            if run > 6 {
                kept.append("\u{200b}")
                run = 1
            }
            kept.append(scalar)
        }
        return String(kept)
    }

    private static func drawn(_ scalar: Unicode.Scalar, after last: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar {
        case "\n", lineBreak, "\u{2029}": return lineBreak
        // Blanks that hold numbers and their units together, or set a word in, stay.
        case "\u{a0}", "\u{202f}", "\u{2003}", "\u{2007}", "\u{3000}": return scalar
        case _ where scalar.properties.isWhitespace: return last == " " || last == lineBreak ? nil : " "
        default: return PaperText.isDrawable(scalar) ? scalar : nil
        }
    }
}

extension PaperRun {
    fileprivate func with(_ text: String) -> PaperRun {
        var run = self
        run.text = text
        return run
    }
}
