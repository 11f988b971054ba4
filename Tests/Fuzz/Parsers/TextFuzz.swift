import Base
import Convene
import Formats
import HTML

extension Parser {
    static let html = Parser(name: "html", limit: FormatLimits.size) { bytes in
        let text = String(decoding: bytes, as: UTF8.self)
        promise(HTMLText.plain(text).utf8.count <= 4 * text.utf8.count + 64, "a text does not swell")
    }
    static let markdown = Parser(name: "markdown", limit: Markdown.longest) { bytes in
        let text = String(decoding: bytes, as: UTF8.self)
        let markup = Markdown.markup(text, headingsFrom: 3).bytes
        promise(String(validating: markup, as: UTF8.self) != nil, "markup is text")
        promise(TagBalance.holds(markup), "tags are ours, and closed in their order")
        let lines = text.utf8.count { $0 == 10 || $0 == 13 } + 1
        var lastHeading = 0
        for block in Markdown.blocks(text) { check(block, lines: lines, after: &lastHeading) }
    }

    /// Checks a block with all that stands in it, in the order in which it is read.
    ///
    /// - Parameter lastHeading: The level of the heading that was read last, wherever it stood: a heading in a quotation
    ///   or a list counts for those after it.
    private static func check(_ block: MarkdownBlock, lines: Int, after lastHeading: inout Int) {
        switch block {
        case .heading(let level, let runs):
            promise((1...lastHeading + 1).contains(level) && level <= 6, "no level of heading is skipped")
            lastHeading = level
            check(runs)
        case .paragraph(let runs): check(runs)
        case .list(_, let items): for item in items.joined() { check(item, lines: lines, after: &lastHeading) }
        case .quote(let blocks): for one in blocks { check(one, lines: lines, after: &lastHeading) }
        case .table(let head, let rows):
            promise(rows.allSatisfy { $0.count == head.count }, "each row has as many cells as the head")
            for runs in head + rows.joined() { check(runs) }
        case .code(_, _, let line): promise((1...lines).contains(line), "a fence stands on a line of the text")
        case .rule: break
        }
    }

    private static func check(_ runs: [MarkdownRun]) {
        let allowed = ["http://", "https://", "mailto:"]
        for link in runs.compactMap(\.link) {
            promise(allowed.contains { link.lowercased().hasPrefix($0) }, "a link leads where links may lead")
        }
    }

    static let caption = Parser(name: "caption", limit: 1 << 20) { bytes in
        let text = String(decoding: bytes, as: UTF8.self)
        guard let caption = try? CaptionText(text, type: "application/x-subrip", name: "a.srt") else {
            _ = try? CaptionText(text, type: "text/vtt", name: "a.vtt")
            return
        }
        promise(caption.text.hasPrefix("WEBVTT") && caption.cues > 0, "captions have cues")
        let again = try? CaptionText(caption.text, type: "text/vtt", name: "a.vtt")
        promise(again?.cues == caption.cues, "what is written can be read")
    }
    static let agenda = Parser(name: "agenda", limit: AgendaReader.byteLimit) { bytes in
        let text = String(decoding: bytes, as: UTF8.self)
        let reading = AgendaReader(expectedYear: 2026).read(text)
        guard reading.refusal == nil else { return }
        promise(reading.lines.enumerated().allSatisfy { $0.offset + 1 == $0.element.number }, "every line is answered, in order")
        for item in reading.items {
            promise(item.lines.allSatisfy { (1...max(1, reading.lines.count)).contains($0) }, "an item has lines")
        }
    }
}
