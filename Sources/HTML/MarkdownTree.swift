import Base
import CCmark

/// Writes the parsed tree of a Markdown text. Links and tables keep to what the house's pages hold: every link has words,
/// every table a head that is filled.
struct MarkdownTree {
    private(set) var out = Markup()
    private let first: Int
    private let deepest: Int
    /// The level of the last heading: the next is at most one deeper.
    private var last: Int
    private var isInLink = false

    init(first: Int, deepest: Int) {
        self.first = first
        self.deepest = deepest
        last = first - 1
    }

    mutating func children(of node: OpaquePointer, depth: Int) {
        var child = cmark_node_first_child(node)
        while let each = child {
            write(each, depth: depth + 1)
            child = cmark_node_next(each)
        }
    }

    private mutating func write(_ node: OpaquePointer, depth: Int) {
        guard depth <= deepest else { return words(node) }
        let kind = String(cString: cmark_node_get_type_string(node))
        switch kind {
        case "paragraph": paragraph(node, depth)
        case "heading": heading(node, depth)
        case "text", "html_inline": out += Markup(literal(node))
        case "html_block": out += "<p>\(literal(node))</p>\n"
        case "code": out += "<code>\(literal(node))</code>"
        case "code_block": out += "<pre><code>\(literal(node))</code></pre>\n"
        case "softbreak": out += "\n"
        case "linebreak": out += "<br>\n"
        case "thematic_break": out += "<hr>\n"
        case "emph": wrap(node, "em", depth)
        case "strong": wrap(node, "strong", depth)
        case "strikethrough": wrap(node, "s", depth)
        case "block_quote": wrap(node, "blockquote", depth)
        case "list": list(node, depth)
        case "item": wrap(node, "li", depth)
        case "link", "image": link(node, depth)
        case "table": table(node, depth)
        default: children(of: node, depth: depth)
        }
    }

    private mutating func wrap(_ node: OpaquePointer, _ tag: Markup, _ depth: Int) {
        out += "<\(tag)>"
        children(of: node, depth: depth)
        out += "</\(tag)>"
    }

    private mutating func paragraph(_ node: OpaquePointer, _ depth: Int) {
        // A tight list has no paragraphs in its items.
        let list = cmark_node_parent(node).flatMap { cmark_node_parent($0) }
        if let list, cmark_node_get_list_tight(list) != 0 { return children(of: node, depth: depth) }
        wrap(node, "p", depth)
        out += "\n"
    }

    private mutating func heading(_ node: OpaquePointer, _ depth: Int) {
        guard cmark_node_first_child(node) != nil else { return }
        let wanted = first - 1 + Int(cmark_node_get_heading_level(node))
        last = min(wanted, last + 1, 6)
        let tag: Markup = ["h1", "h2", "h3", "h4", "h5", "h6"][max(0, min(5, last - 1))]
        wrap(node, tag, depth)
        out += "\n"
    }

    private mutating func list(_ node: OpaquePointer, _ depth: Int) {
        let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
        let start = Int(cmark_node_get_list_start(node))
        out += isOrdered ? "<ol\(#" start="\#(start)""#, if: start != 1)>" : "<ul>"
        children(of: node, depth: depth)
        out += isOrdered ? "</ol>\n" : "</ul>\n"
    }

    /// Pictures become links to themselves: nothing of a page comes from elsewhere. A link in a link is its words.
    private mutating func link(_ node: OpaquePointer, _ depth: Int) {
        let address = cmark_node_get_url(node).map { String(cString: $0) } ?? ""
        guard !isInLink, MarkdownTree.isAllowed(address) else { return children(of: node, depth: depth) }
        isInLink = true
        out += #"<a href="\#(url: address)" rel="nofollow noopener ugc">"#
        let before = out.bytes.count
        children(of: node, depth: depth)
        if out.bytes.count == before { out += Markup(address) }
        out += "</a>"
        isInLink = false
    }

    static func isAllowed(_ address: String) -> Bool {
        let lower = address.prefix(8).lowercased()
        return ["https://", "http://", "mailto:"].contains { lower.hasPrefix($0) && address.utf8.count > $0.utf8.count }
    }

    private mutating func table(_ node: OpaquePointer, _ depth: Int) {
        out += #"<div class="table-wrap" tabindex="0"><table class="table">"#
        var isHead = true
        var row = cmark_node_first_child(node)
        while let each = row {
            if isHead { out += "<thead>" }
            cells(each, isHead: isHead, depth)
            if isHead { out += "</thead><tbody>" }
            isHead = false
            row = cmark_node_next(each)
        }
        out += "\("</tbody>", if: !isHead)</table></div>\n"
    }

    private mutating func cells(_ row: OpaquePointer, isHead: Bool, _ depth: Int) {
        out += "<tr>"
        var cell = cmark_node_first_child(row)
        while let each = cell {
            let isTitle = isHead && cmark_node_first_child(each) != nil
            out += isTitle ? #"<th scope="col">"# : "<td>"
            children(of: each, depth: depth + 2)
            out += isTitle ? "</th>" : "</td>"
            cell = cmark_node_next(each)
        }
        out += "</tr>"
    }

    private func literal(_ node: OpaquePointer) -> String { cmark_node_get_literal(node).map { String(cString: $0) } ?? "" }

    /// The words below a node without any form, however deep they lie.
    private mutating func words(_ top: OpaquePointer) {
        guard let walk = cmark_iter_new(top) else { return }
        defer { cmark_iter_free(walk) }
        while case let event = cmark_iter_next(walk), event != CMARK_EVENT_DONE {
            guard event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(walk) else { continue }
            let text = literal(node)
            if !text.isEmpty { out += Markup(text + " ") }
        }
    }
}
