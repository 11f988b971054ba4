import Base
import CCmark

/// Reads the parsed tree of a Markdown text into values; the rules are those of `MarkdownTree`.
struct MarkdownBlocks {
    private let deepest: Int
    /// The level of the last heading: the next is at most one deeper.
    private var last = 0

    init(deepest: Int) { self.deepest = deepest }

    mutating func blocks(in node: OpaquePointer, depth: Int) -> [MarkdownBlock] {
        var found: [MarkdownBlock] = []
        var child = cmark_node_first_child(node)
        while let each = child {
            found += read(each, depth: depth + 1)
            child = cmark_node_next(each)
        }
        return found
    }

    private mutating func read(_ node: OpaquePointer, depth: Int) -> [MarkdownBlock] {
        guard depth <= deepest else { return paragraph([MarkdownRun(text: MarkdownTree.words(below: node))]) }
        switch MarkdownTree.kind(of: node) {
        case "paragraph": return paragraph(MarkdownRuns.read(node, depth: depth, deepest: deepest))
        case "heading": return heading(node, depth)
        case "html_block": return paragraph([MarkdownRun(text: MarkdownTree.literal(of: node))])
        case "code_block":
            let (info, text, line) = MarkdownTree.code(of: node)
            return [.code(info: info, text: text, line: line)]
        case "thematic_break": return [.rule]
        case "block_quote":
            let inner = blocks(in: node, depth: depth)
            return inner.isEmpty ? [] : [.quote(inner)]
        case "list": return list(node, depth)
        case "table": return table(node, depth)
        default: return blocks(in: node, depth: depth)
        }
    }

    private func paragraph(_ runs: [MarkdownRun]) -> [MarkdownBlock] {
        runs.allSatisfy { $0.text.allSatisfy(\.isWhitespace) } ? [] : [.paragraph(runs)]
    }

    private mutating func heading(_ node: OpaquePointer, _ depth: Int) -> [MarkdownBlock] {
        let runs = MarkdownRuns.read(node, depth: depth, deepest: deepest)
        guard !runs.isEmpty else { return [] }
        last = min(Int(cmark_node_get_heading_level(node)), last + 1, 6)
        return [.heading(level: last, runs)]
    }

    private mutating func list(_ node: OpaquePointer, _ depth: Int) -> [MarkdownBlock] {
        let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
        var items: [[MarkdownBlock]] = []
        var item = cmark_node_first_child(node)
        while let each = item {
            let isTooDeep = depth + 1 > deepest
            items.append(
                isTooDeep
                    ? paragraph([MarkdownRun(text: MarkdownTree.words(below: each))]) : blocks(in: each, depth: depth + 1))
            item = cmark_node_next(each)
        }
        return [.list(start: isOrdered ? Int(cmark_node_get_list_start(node)) : nil, items: items)]
    }

    private func table(_ node: OpaquePointer, _ depth: Int) -> [MarkdownBlock] {
        var rows: [[[MarkdownRun]]] = []
        var row = cmark_node_first_child(node)
        while let each = row {
            var cells: [[MarkdownRun]] = []
            var cell = cmark_node_first_child(each)
            while let one = cell {
                cells.append(MarkdownRuns.read(one, depth: depth + 2, deepest: deepest))
                cell = cmark_node_next(one)
            }
            rows.append(cells)
            row = cmark_node_next(each)
        }
        guard let head = rows.first else { return [] }
        let even = rows.dropFirst().map { row in
            row.prefix(head.count) + Array(repeating: [], count: max(0, head.count - row.count))
        }
        return [.table(head: head, rows: even.map(Array.init))]
    }
}

/// The words below a block, run by run.
struct MarkdownRuns {
    private let deepest: Int
    private var runs: [MarkdownRun] = []
    private var form = MarkdownRun(text: "")
    /// How often words were added.
    private var added = 0
    /// A line of the text ended here.
    private var isBreakDue = false

    private init(deepest: Int) { self.deepest = deepest }

    static func read(_ node: OpaquePointer, depth: Int, deepest: Int) -> [MarkdownRun] {
        var reader = MarkdownRuns(deepest: deepest)
        reader.children(of: node, depth: depth)
        return reader.runs
    }

    private mutating func children(of node: OpaquePointer, depth: Int) {
        var child = cmark_node_first_child(node)
        while let each = child {
            read(each, depth: depth + 1)
            child = cmark_node_next(each)
        }
    }

    private mutating func read(_ node: OpaquePointer, depth: Int) {
        guard depth <= deepest else { return add(MarkdownTree.words(below: node)) }
        let outer = form
        defer { form = outer }
        switch MarkdownTree.kind(of: node) {
        case "text", "html_inline": add(MarkdownTree.literal(of: node))
        case "code":
            form.isCode = true
            add(MarkdownTree.literal(of: node))
        case "softbreak": isBreakDue = true
        case "linebreak": add("\n")
        case "emph":
            form.isEmphasis = true
            children(of: node, depth: depth)
        case "strong":
            form.isStrong = true
            children(of: node, depth: depth)
        case "strikethrough":
            form.isStruck = true
            children(of: node, depth: depth)
        case "link", "image": link(node, depth)
        default: children(of: node, depth: depth)
        }
    }

    /// A link in a link is its words; one without words is its address.
    private mutating func link(_ node: OpaquePointer, _ depth: Int) {
        let address = cmark_node_get_url(node).map { String(cString: $0) } ?? ""
        guard form.link == nil, MarkdownTree.isAllowed(address) else { return children(of: node, depth: depth) }
        form.link = address
        let before = added
        children(of: node, depth: depth)
        if added == before { add(address) }
    }

    private mutating func add(_ text: String) {
        guard !text.isEmpty else { return }
        if isBreakDue, let before = runs.last?.text.unicodeScalars.last, let after = text.unicodeScalars.first,
            before != "\n", after != "\n", !MarkdownRuns.isUnspaced(before) || !MarkdownRuns.isUnspaced(after)
        {
            runs[runs.count - 1].text += " "
        }
        isBreakDue = false
        added += 1
        var run = form
        run.text = text
        if var last = runs.last, last.hasForm(of: run) {
            last.text += text
            runs[runs.count - 1] = last
        } else {
            runs.append(run)
        }
    }

    /// Han, kana and their punctuation: a line that ends between two of them is no space.
    private static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
        (0x2e80...0x312f).contains(scalar.value) || (0x31a0...0x4dbf).contains(scalar.value)
            || (0x4e00...0x9fff).contains(scalar.value) || (0xf900...0xfaff).contains(scalar.value)
            || (0xff00...0xff60).contains(scalar.value) || (0x20000...0x3ffff).contains(scalar.value)
    }
}

extension MarkdownRun {
    fileprivate func hasForm(of other: MarkdownRun) -> Bool {
        isStrong == other.isStrong && isEmphasis == other.isEmphasis && isCode == other.isCode && isStruck == other.isStruck
            && link == other.link
    }
}
