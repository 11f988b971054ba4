import Base
import CCmark
import Synchronization

/// Markdown (CommonMark 0.29 with GitHub's tables, strikethrough and autolinks) into markup. cmark-gfm reads; what is
/// written is made here, node by node, through the escaping type: raw HTML comes out as the text that it is, and an address
/// that is not http, https or mailto leaves its words alone.
///
/// cmark-gfm keeps one table of special characters for the whole process and changes it while it parses, so that two
/// threads must not parse at once: `door` sees to that. A parsed tree belongs to its thread.
package enum Markdown {
    /// In bytes; a longer text is shown as it was typed.
    package static let longest = 100 << 10
    /// Levels of quotes, lists and emphasis; what lies deeper loses its form, not its words.
    private static let deepest = 24

    /// `headingsFrom` is the level of the highest heading of the text on its page; no level is ever skipped.
    package static func markup(_ typed: String, headingsFrom level: Int) -> Markup {
        markup(typed, headingsFrom: level) { _, _, _ in nil }
    }

    /// Each fenced block is offered to `fence`: what stands beside the fence, the lines within, and the fence's line in the
    /// text, the first being 1. Nil: shown as code.
    package static func markup(
        _ typed: String, headingsFrom level: Int, fence: (_ info: String, _ text: String, _ line: Int) -> Markup?
    ) -> Markup {
        let text = steadied(typed)
        return reading(text) { document in
            withoutActuallyEscaping(fence) { fence in
                var writer = MarkdownTree(first: level, deepest: deepest, fence: fence)
                writer.children(of: document, depth: 0)
                return writer.out
            }
        } ?? plain(text)
    }

    /// The same text as values. What is too long or knotted is its paragraphs as they were typed.
    package static func blocks(_ typed: String) -> [MarkdownBlock] {
        let text = steadied(typed)
        return reading(text) { document in
            var reader = MarkdownBlocks(deepest: deepest)
            return reader.blocks(in: document, depth: 0)
        } ?? paragraphs(text).map { .paragraph([MarkdownRun(text: $0.joined(separator: " "))]) }
    }

    /// Nil if the text is too long, knotted or cannot be read.
    private static func reading<Value>(_ text: String, _ body: (OpaquePointer) -> Value) -> Value? {
        guard text.utf8.count <= longest, !isKnotted(text), let document = parsed(text) else { return nil }
        defer { cmark_node_free(document) }
        return body(document)
    }

    private static let door = Mutex(false)

    private static func parsed(_ text: String) -> OpaquePointer? {
        door.withLock { isReady in
            if !isReady {
                cmark_gfm_core_extensions_ensure_registered()
                isReady = true
            }
            guard let parser = cmark_parser_new(CMARK_OPT_VALIDATE_UTF8) else { return nil }
            defer { cmark_parser_free(parser) }
            for name in ["table", "strikethrough", "autolink"] {
                if let known = cmark_find_syntax_extension(name) { cmark_parser_attach_syntax_extension(parser, known) }
            }
            var bytes = text
            bytes.withUTF8 { utf8 in
                utf8.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
            }
            return cmark_parser_finish(parser)
        }
    }

    /// Nobody writes like this, and the parser's time would rise with the square of the length: long runs of marks that open
    /// something, lines that open many blocks, and hundreds of tables.
    private static func isKnotted(_ text: String) -> Bool {
        // `|---|---|` under the head of a table goes four times from a bar to a dash or back.
        var rules = 0
        var last: UInt8 = 0
        for byte in text.utf8 where byte != UInt8(ascii: " ") && byte != UInt8(ascii: ":") {
            let pair = (last, byte)
            if pair == (UInt8(ascii: "|"), UInt8(ascii: "-")) || pair == (UInt8(ascii: "-"), UInt8(ascii: "|")) { rules += 1 }
            last = byte
        }
        return rules > 600 || hasKnots(text)
    }

    private static func hasKnots(_ text: String) -> Bool {
        var brackets = 0
        var opening = 0
        var atStart = true
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "["), UInt8(ascii: "<"), UInt8(ascii: "`"), UInt8(ascii: "|"), UInt8(ascii: "~"):
                brackets += 1
                atStart = false
            case UInt8(ascii: "*"), UInt8(ascii: "_"):
                brackets += 1
                if atStart { opening += 1 }
            // The latter two after a number: an item of a list.
            case UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: ")"):
                if atStart { opening += 1 }
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "0")...UInt8(ascii: "9"): continue
            case UInt8(ascii: "\n"):
                atStart = true
                opening = 0
                continue
            default: atStart = false
            }
            if brackets > 8_000 || opening > 100 { return true }
        }
        return false
    }

    private static func plain(_ text: String) -> Markup {
        each(paragraphs(text)) { "<p>\(each($0) { "\(String($0))\n" })</p>" }
    }

    /// An empty line parts paragraphs.
    private static func paragraphs(_ text: String) -> [ArraySlice<Substring>] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.split { $0.allSatisfy(\.isWhitespace) }
    }
}
