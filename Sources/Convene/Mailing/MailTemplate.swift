import Base
import Synchronization

/// The text of a letter with named fields: `Hello {name}`. A brace by itself is written twice. What is not understood is
/// refused when it is saved, with its place; so a letter never goes out with a field that nobody fills.
package struct MailTemplate: Hashable, Sendable {
    package enum Part: Hashable, Sendable {
        case text(String)
        case field(MailField)
    }

    package struct Fault: Hashable, Sendable, Error {
        package enum Kind: String, Hashable, Sendable {
            /// No field of this letter has that name.
            case unknown
            /// `{` without `}` in its line.
            case unclosed
            /// `}` without `{` before it.
            case stray
            /// A character that has no place in a letter.
            case control
            case tooLong
        }
        package let kind: Kind
        /// Both count from 1; a column is a character as people count them.
        package let line: Int
        package let column: Int
        /// What stands there, cut to 40 characters.
        package let found: String
    }
    /// Every fault of a text, at most ten.
    package struct Faults: Hashable, Sendable, Error {
        package let all: [Fault]
    }

    package static let longestSubject = 200
    package static let longestText = 20_000
    /// RFC 5322 knows no limit, programs do; also when a name fills the subject.
    static let longestLine = 800

    /// The parts of each line.
    package let lines: [[Part]]

    /// Throws `Faults`. `isLine`: a subject, which has one line.
    package init(_ text: String, for occasion: MailOccasion, isLine: Bool = false) throws {
        var parser = MailTemplateParser(text, fields: Set(occasion.fields), isLine: isLine)
        lines = parser.parse()
        if !parser.faults.isEmpty { throw Faults(all: parser.faults) }
    }

    /// What cannot be read stays as it is written. For texts that were saved by another version of the program: a place is not
    /// refused because a letter is worded strangely.
    package init(lenient text: String) {
        var parser = MailTemplateParser(text, fields: Set(MailField.allCases), isLine: false)
        lines = parser.parse()
    }

    /// The same, read once: a rush is the same letter a thousand times.
    static func kept(_ text: String) -> MailTemplate {
        if let known = all.withLock({ $0[text] }) { return known }
        let new = MailTemplate(lenient: text)
        all.withLock { all in
            if all.count >= mostKept { all = [:] }
            all[text] = new
        }
        return new
    }
    private static let all = Mutex<[String: MailTemplate]>([:])
    private static let mostKept = 256

    package var fields: Set<MailField> {
        Set(lines.joined().compactMap { if case .field(let field) = $0 { field } else { nil } })
    }

    /// The letter's text. A line whose fields are all empty is left out: an invoice where nothing is to be paid, a place where
    /// there is none; and so is the gap after a paragraph of such lines.
    package func text(_ value: (MailField) -> String) -> String {
        var out: [String] = []
        var isAfterGap = false
        for line in lines {
            var written = ""
            var (asked, said) = (false, false)
            for part in line {
                switch part {
                case .text(let text): written += text
                case .field(let field):
                    let value = singleLine(value(field))
                    asked = true
                    if !value.isEmpty { said = true }
                    written += value
                }
            }
            let isLeftOut = asked && !said
            if isLeftOut || isAfterGap && written.isEmpty && out.last?.isEmpty != false {
                isAfterGap = true
                continue
            }
            isAfterGap = false
            out.append(written)
        }
        return out.joined(separator: "\n")
    }

    /// The same as one line for a header: no character in it can begin another one.
    package func line(_ value: (MailField) -> String) -> String {
        let whole = singleLine(text(value))
        guard whole.utf8.count > MailTemplate.longestLine else { return whole }
        var clipped = ""
        var length = 0
        for letter in whole {
            length += letter.utf8.count
            if length > MailTemplate.longestLine { break }
            clipped.append(letter)
        }
        return clipped
    }
}

/// Octet by octet: both braces and line ends are ASCII, which stands for nothing else in UTF-8.
private struct MailTemplateParser {
    private let bytes: [UInt8]
    private let fields: Set<MailField>
    private let isLine: Bool
    private var index = 0
    private var start = 0
    private var line: [MailTemplate.Part] = []
    private var lines: [[MailTemplate.Part]] = []
    private var text: [UInt8] = []
    private(set) var faults: [MailTemplate.Fault] = []

    private static let open = UInt8(ascii: "{")
    private static let close = UInt8(ascii: "}")
    private static let newline = UInt8(ascii: "\n")

    init(_ text: String, fields: Set<MailField>, isLine: Bool) {
        bytes = Array(text.utf8)
        self.fields = fields
        self.isLine = isLine
    }

    mutating func parse() -> [[MailTemplate.Part]] {
        let longest = isLine ? MailTemplate.longestSubject : MailTemplate.longestText
        // A letter of the writing systems takes at most four octets; characters are counted only where it may matter.
        if bytes.count > longest, String(decoding: bytes, as: UTF8.self).count > longest || bytes.count > longest * 8 {
            fault(.tooLong, at: 0, "")
            return [[.text(String(decoding: bytes.prefix(longest), as: UTF8.self))]]
        }
        while index < bytes.count { step() }
        endLine()
        return lines
    }

    private mutating func step() {
        let byte = bytes[index]
        let next = index + 1 < bytes.count ? bytes[index + 1] : 0
        switch byte {
        case Self.open where next == Self.open, Self.close where next == Self.close:
            text.append(byte)
            index += 2
        case Self.open: field()
        case Self.close:
            fault(.stray, at: index, "}")
            text.append(byte)
            index += 1
        case Self.newline where !isLine:
            index += 1
            endLine()
        case 9 where !isLine:
            text.append(byte)
            index += 1
        case 13 where next == Self.newline && !isLine: index += 1
        case 0..<32, 127:
            fault(.control, at: index, "")
            index += 1
        default:
            text.append(byte)
            index += 1
        }
    }

    /// From `{` to `}` of the same line.
    private mutating func field() {
        let rest = bytes[(index + 1)...]
        let end = rest.firstIndex { $0 == Self.close || $0 == Self.open || $0 == Self.newline } ?? bytes.count
        guard end < bytes.count, bytes[end] == Self.close else {
            fault(.unclosed, at: index, String(decoding: bytes[index..<min(end, index + 160)], as: UTF8.self))
            text.append(Self.open)
            index += 1
            return
        }
        let name = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
        if let field = MailField(rawValue: name), fields.contains(field) {
            endText()
            line.append(.field(field))
        } else {
            fault(.unknown, at: index, name)
            text += bytes[index...end]
        }
        index = end + 1
    }

    private mutating func endText() {
        guard !text.isEmpty else { return }
        line.append(.text(String(decoding: text, as: UTF8.self)))
        text = []
    }
    private mutating func endLine() {
        endText()
        lines.append(line)
        line = []
        start = index
    }

    private mutating func fault(_ kind: MailTemplate.Fault.Kind, at place: Int, _ found: String) {
        guard faults.count < 10 else { return }
        let column = String(decoding: bytes[min(start, place)..<place], as: UTF8.self).count + 1
        faults.append(
            MailTemplate.Fault(kind: kind, line: lines.count + 1, column: column, found: String(found.prefix(40))))
    }
}
