import Base
import Foundation
import HTML
import Store

/// The mails that stay here because no SMTP server is set: the demo's post.
enum OutboxPage {
    static func list(_ scene: Scene, _ letters: [Letter]) -> Markup {
        let words = scene.words
        guard !letters.isEmpty else {
            return "<h1>\(words("outbox.title"))</h1><p class=\"lede\">\(words("outbox.empty"))</p>"
        }
        return """
            <h1>\(words("outbox.title"))</h1><p class="lede">\(words("outbox.lede"))</p>
            <ol class="mails">\(each(letters) { letter in
                """
                <li class="mail"><h2><bdi>\(letter.subject)</bdi></h2><p class="meta"><span>\(words("outbox.to"))</span> \
                <bdi>\(letter.to)</bdi> <time datetime="\(letter.createdAt.description)">\(letter.createdAt.description)</time></p>\
                <div class="mail-text" lang="\(letter.language.rawValue)" dir="\(letter.language.direction)">\(body(letter.text))</div></li>
                """
            })</ol>
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
