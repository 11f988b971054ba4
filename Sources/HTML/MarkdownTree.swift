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
    /// What stands instead of a fenced block; nil: its code.
    private let fence: (_ info: String, _ text: String, _ line: Int) -> Markup?

    init(first: Int, deepest: Int, fence: @escaping (_ info: String, _ text: String, _ line: Int) -> Markup?) {
        self.first = first
        self.deepest = deepest
        self.fence = fence
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
        switch MarkdownTree.kind(of: node) {
        case "paragraph": paragraph(node, depth)
        case "heading": heading(node, depth)
        case "text", "html_inline": out += Markup(MarkdownTree.literal(of: node))
        case "html_block": out += "<p>\(MarkdownTree.literal(of: node))</p>\n"
        case "code": out += "<code>\(MarkdownTree.literal(of: node))</code>"
        case "code_block": code(node)
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

    private mutating func code(_ node: OpaquePointer) {
        let (info, text, line) = MarkdownTree.code(of: node)
        out += (MarkdownTree.isFenced(node) ? fence(info, text, line) : nil) ?? "<pre><code>\(text)</code></pre>\n"
    }

    /// The words below a node without any form, however deep they lie.
    private mutating func words(_ top: OpaquePointer) { out += Markup(MarkdownTree.words(below: top)) }
}

/// What the parser's nodes say.
extension MarkdownTree {
    static func kind(of node: OpaquePointer) -> String { String(cString: cmark_node_get_type_string(node)) }

    static func literal(of node: OpaquePointer) -> String { cmark_node_get_literal(node).map { String(cString: $0) } ?? "" }

    static func code(of node: OpaquePointer) -> (info: String, text: String, line: Int) {
        let info = cmark_node_get_fence_info(node).map { String(cString: $0) } ?? ""
        return (info, literal(of: node), Int(cmark_node_get_start_line(node)))
    }

    /// Other code is indented.
    static func isFenced(_ node: OpaquePointer) -> Bool {
        var (length, offset): (Int32, Int32) = (0, 0)
        var character: CChar = 0
        return cmark_node_get_fenced(node, &length, &offset, &character) != 0
    }

    /// Each word with a space behind it.
    static func words(below top: OpaquePointer) -> String {
        var words = ""
        guard let walk = cmark_iter_new(top) else { return words }
        defer { cmark_iter_free(walk) }
        while case let event = cmark_iter_next(walk), event != CMARK_EVENT_DONE {
            guard event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(walk) else { continue }
            let text = literal(of: node)
            if !text.isEmpty { words += text + " " }
        }
        return words
    }
}
