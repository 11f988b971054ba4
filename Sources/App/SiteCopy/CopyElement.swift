/// HTML that this program wrote, as a tree: enough to take parts out of it and to change addresses. Not a parser of foreign
/// pages: ours close what they open.
struct CopyElement {
    enum Node {
        /// As it stood: text, a comment, the doctype.
        case text(String)
        case element(CopyElement)
    }
    struct Attribute {
        let name: String
        /// Unescaped; nil for one without a value.
        var value: String?
    }
    var name: String
    var attributes: [Attribute]
    var children: [Node] = []
    /// Written as `<circle … />`: a part of a drawing, without an end of its own.
    var isClosed = false

    subscript(attribute: String) -> String? {
        get { attributes.first { $0.name == attribute }?.value }
        set {
            guard let index = attributes.firstIndex(where: { $0.name == attribute }) else { return }
            if newValue == nil { attributes.remove(at: index) } else { attributes[index].value = newValue }
        }
    }
    func has(_ attribute: String) -> Bool { attributes.contains { $0.name == attribute } }
    var classes: [Substring] { (self["class"] ?? "").split(separator: " ") }

    static let void: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    ]
    /// What stands in them is not markup.
    static let raw: Set<String> = ["script", "style"]

    // MARK: Writing

    static func text(_ nodes: [Node]) -> String {
        var out = ""
        write(nodes, to: &out)
        return out
    }

    private static func write(_ nodes: [Node], to out: inout String) {
        for node in nodes {
            switch node {
            case .text(let text): out += text
            case .element(let element): element.write(to: &out)
            }
        }
    }

    private func write(to out: inout String) {
        out += "<" + name
        for attribute in attributes {
            out += " " + attribute.name
            if let value = attribute.value { out += "=\"" + CopyElement.escaped(value) + "\"" }
        }
        out += isClosed ? " />" : ">"
        guard !isClosed, !CopyElement.void.contains(name) else { return }
        CopyElement.write(children, to: &out)
        out += "</" + name + ">"
    }

    private static let entities = [("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'")]
    private static func escaped(_ text: String) -> String {
        entities.reduce(text) { $0.replacing($1.1, with: $1.0) }
    }
    static func unescaped(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        return entities.reversed().reduce(text) { $0.replacing($1.0, with: $1.1) }
    }
}
