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
