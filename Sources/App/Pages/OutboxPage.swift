import Base
import Foundation
import HTML
import Store

/// The mails that stay here because no SMTP server is set: the demo's post. Where mails go out, those that did not.
enum OutboxPage {
    static func list(_ scene: Scene, _ letters: [Letter]) -> Markup {
        page(scene, "outbox.lede", empty: "outbox.empty", letters) { letter in
            """
            \(state(scene.words, letter), if: letter.lastError != nil || letter.doubts > 0)\
            <div class="mail-text" lang="\(letter.language.rawValue)" dir="\(letter.language.direction)">\(body(letter.text))</div>\
            \(files(scene, letter))
            """
        }
    }

    static func troubles(_ scene: Scene, _ letters: [Letter]) -> Markup {
        page(scene, "outbox.lede.sent", empty: "outbox.empty.sent", letters) { state(scene.words, $0) }
    }

    private static func page(_ scene: Scene, _ lede: String, empty: String, _ letters: [Letter], _ body: (Letter) -> Markup)
        -> Markup
    {
        let words = scene.words
        guard !letters.isEmpty else {
            return "<h1>\(words("outbox.title"))</h1><p class=\"lede\">\(words(empty))</p>"
        }
        return """
            <h1>\(words("outbox.title"))</h1><p class="lede">\(words(lede))</p>
            <ol class="mails">\(each(letters) { letter in
                """
                <li class="mail"><h2><bdi>\(letter.subject)</bdi></h2><p class="meta"><span>\(words("outbox.to"))</span> \
                <bdi>\(letter.to)</bdi> <time datetime="\(letter.createdAt.description)">\(letter.createdAt.description)</time></p>\
                \(body(letter))</li>
                """
            })</ol>
            """
    }

    /// Whether it will be tried again, and what the server or the file said.
    private static func state(_ words: Words, _ letter: Letter) -> Markup {
        let title =
            switch letter.state {
            case .failed: words("outbox.failed")
            case .waiting: words("outbox.again")
            case .sent, .kept: words("outbox.sent")
            }
        return """
            <p class="notice warn"><b>\(title)</b> \(words("outbox.attempts", count: letter.attempts)) \
            <code>\(letter.lastError ?? "")</code>\(" \(words(letter.state == .sent ? "outbox.twice" : "outbox.unsure"))", if: letter.doubts > 0)</p>
            """
    }

    private static func files(_ scene: Scene, _ letter: Letter) -> Markup {
        guard !letter.attachments.isEmpty else { return .empty }
        return """
            <ul class="chips ways">\(each(Array(letter.attachments.enumerated())) { index, file in
                """
                <li><a href="\(url: scene.link("/outbox/\(letter.id)/files/\(index + 1)"))" download><bdi>\(file.name)</bdi></a></li>
                """
            })</ul>
            """
    }

    /// Paragraphs as they are, with our own links made clickable.
    private static func body(_ text: String) -> Markup {
        each(text.split(separator: "\n\n")) { paragraph in
            "<p>\(each(paragraph.split(separator: "\n")) { line in "\(linked(String(line)))<br>" })</p>"
        }
    }

    private static func linked(_ line: String) -> Markup {
        guard let start = line.range(of: "http") else { return "\(line)" }
        let address = String(line[start.lowerBound...].prefix { $0 != " " })
        let rest = String(line[line.index(start.lowerBound, offsetBy: address.count)...])
        return "\(String(line[..<start.lowerBound]))<a href=\"\(url: address)\">\(address)</a>\(rest)"
    }
}
