import Base

/// An element of a foreign XML file: a light tree, made once and read.
package final class XMLNode {
    package let name: String
    /// Of the start tag, from 1.
    package let line: Int
    package let attributes: [(name: String, value: String)]
    package private(set) var children: [XMLNode] = []
    /// The character data directly in it, joined.
    package private(set) var text = ""

    init(name: String, line: Int, attributes: [(name: String, value: String)]) {
        self.name = name
        self.line = line
        self.attributes = attributes
    }

    package subscript(attribute: String) -> String? { attributes.first { $0.name == attribute }?.value }
    package func first(_ name: String) -> XMLNode? { children.first { $0.name == name } }
    package func all(_ name: String) -> [XMLNode] { children.filter { $0.name == name } }
    /// The text of the first child of that name that says something; "" without one.
    package func textOf(_ name: String) -> String {
        var found = ""
        for child in children where child.name == name && found.isEmpty { found = child.text.trimmed }
        return found
    }

    func append(_ child: XMLNode) { children.append(child) }
    func append(_ more: String) { text += more }
    /// It is whole: marks that came in several pieces are counted together.
    func close() { text = steadied(text) }
}
