/// A Swift text with its comments and strings told apart from its code: rules about code must not be set off by prose,
/// and rules about strings must not be set off by code. It knows nested comments, `"""`, `#"…"#` and interpolations.
struct SwiftReading {
    /// The text line by line, with comments and the inside of strings blanked; interpolations are kept, as they are code.
    private(set) var codeLines: [String] = []
    /// The strings in the order in which they end.
    private(set) var literals: [Literal] = []

    struct Literal: Equatable {
        /// Where it begins, from 1.
        let line: Int
        /// Its characters as written; an interpolation is `\()`.
        var text: String
        /// The code right before it on one line, at most 120 bytes: `throw Refusal( .gone,`.
        let lead: String
    }

    private var code: [UInt8] = []
    private var bytes: [UInt8]
    private var at = 0
    private var line = 1

    init(_ text: String) {
        bytes = Array(text.utf8)
        code.reserveCapacity(bytes.count)
        readCode(until: nil)
        codeLines = code.split(separator: newline, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
        bytes = []
        code = []
    }

    /// Reads code up to the end, or up to the bracket that closes an interpolation.
    private mutating func readCode(until closing: UInt8?) {
        var depth = 0
        while at < bytes.count {
            let byte = bytes[at]
            if byte == slash, peek(1) == slash {
                while at < bytes.count, bytes[at] != newline { blank() }
            } else if byte == slash, peek(1) == star {
                readBlockComment()
            } else if byte == quote || (byte == hash && opensRawString()) {
                readString()
            } else {
                if byte == open { depth += 1 }
                if byte == close {
                    if depth == 0, closing != nil { return }
                    depth -= 1
                }
                keep()
            }
        }
    }

    private mutating func readBlockComment() {
        var depth = 0
        repeat {
            if bytes[at] == slash, peek(1) == star {
                depth += 1
                blank()
            } else if bytes[at] == star, peek(1) == slash {
                depth -= 1
                blank()
            }
            blank()
        } while depth > 0 && at < bytes.count
    }

    private mutating func readString() {
        let start = line
        let lead = leadingCode()
        var hashes = 0
        while at < bytes.count, bytes[at] == hash {
            hashes += 1
            keep()
        }
        let isLong = peek(1) == quote && peek(2) == quote
        for _ in 0..<(isLong ? 3 : 1) where at < bytes.count { keep() }
        var text: [UInt8] = []
        while at < bytes.count {
            if closesString(isLong: isLong, hashes: hashes) {
                for _ in 0..<((isLong ? 3 : 1) + hashes) { keep() }
                break
            }
            if bytes[at] == newline, !isLong { break }
            if bytes[at] == backslash, hashesFollow(at + 1, hashes) {
                readEscape(hashes: hashes, into: &text)
                continue
            }
            text.append(bytes[at])
            blank()
        }
        literals.append(Literal(line: start, text: String(decoding: text, as: UTF8.self), lead: lead))
    }

    private mutating func readEscape(hashes: Int, into text: inout [UInt8]) {
        if peek(1 + hashes) == open {
            for _ in 0..<(2 + hashes) { keep() }
            readCode(until: close)
            if at < bytes.count { keep() }
            text += [backslash, open, close]
        } else {
            for _ in 0..<(2 + hashes) where at < bytes.count {
                text.append(bytes[at])
                blank()
            }
        }
    }

    private func opensRawString() -> Bool {
        var index = at
        while index < bytes.count, bytes[index] == hash { index += 1 }
        return index < bytes.count && bytes[index] == quote
    }

    private func closesString(isLong: Bool, hashes: Int) -> Bool {
        guard bytes[at] == quote else { return false }
        if isLong { return peek(1) == quote && peek(2) == quote && hashesFollow(at + 3, hashes) }
        return hashesFollow(at + 1, hashes)
    }

    private func hashesFollow(_ index: Int, _ count: Int) -> Bool {
        index + count <= bytes.count && bytes[index..<(index + count)].allSatisfy { $0 == hash }
    }

    private func leadingCode() -> String {
        String(decoding: code.suffix(120), as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private func peek(_ distance: Int) -> UInt8? { at + distance < bytes.count ? bytes[at + distance] : nil }

    private mutating func keep() {
        code.append(bytes[at])
        if bytes[at] == newline { line += 1 }
        at += 1
    }

    private mutating func blank() {
        guard at < bytes.count else { return }
        code.append(bytes[at] == newline ? newline : space)
        if bytes[at] == newline { line += 1 }
        at += 1
    }
}

private let newline = UInt8(ascii: "\n")
private let space = UInt8(ascii: " ")
private let slash = UInt8(ascii: "/")
private let star = UInt8(ascii: "*")
private let quote = UInt8(ascii: "\"")
private let hash = UInt8(ascii: "#")
private let backslash = UInt8(ascii: "\\")
private let open = UInt8(ascii: "(")
private let close = UInt8(ascii: ")")
