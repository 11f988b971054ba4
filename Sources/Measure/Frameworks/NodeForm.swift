import Base
import CompositeIndex
import HTML
import People

/// The form of one node: text in → a node with its texts, or complaints.
package struct NodeForm: Sendable {
    package var lines: FormLines
    package subscript(_ name: String) -> String { lines[name] }

    package init(sent fields: [(name: String, value: String)]) { lines = FormLines(fields) }

    package init(_ node: Node? = nil, _ texts: IndexContent.Texts = IndexContent.Texts()) {
        var fields: [String: String] = ["weight": "1", "direction": "1"]
        if let node {
            fields = [
                "code": node.code, "weight": NumberText.text(node.weight), "direction": String(node.direction.rawValue),
                "unit": node.unit ?? "", "target": NumberText.text(node.target), "low": NumberText.text(node.goalposts?.low),
                "high": NumberText.text(node.goalposts?.high), "denominator": node.denominator ?? "",
            ]
        }
        for (name, text) in [("name", texts.name), ("gloss", texts.gloss)] {
            for tag in text.tags { fields["\(name)_\(tag)"] = text[tag] ?? "" }
            fields["\(name)_authentic"] = text.authentic
        }
        lines = FormLines(fields.map { (name: $0.key, value: $0.value) })
    }

    package func node(code: String? = nil) throws -> (Node, IndexContent.Texts) {
        var complaints = Complaints()
        let texts = IndexContent.Texts(name: lines.texts("name"), gloss: lines.texts("gloss"))
        if texts.name.isEmpty { complaints.add("name_en", "measure.refusal.nameless") }
        let weight = number("weight", &complaints) ?? 1
        if weight < 0 { complaints.add("weight", "measure.refusal.weight") }
        let (low, high) = (number("low", &complaints), number("high", &complaints))
        var goalposts: Node.Goalposts?
        if let low, let high, low < high {
            goalposts = Node.Goalposts(low: low, high: high)
        } else if low != nil || high != nil {
            complaints.add("low", "measure.refusal.goalposts")
        }
        let target = number("target", &complaints)
        guard complaints.isEmpty else { throw complaints }
        return (
            Node(
                code: code ?? self["code"], name: texts.name.reading(.en).text, level: 1, parent: nil, weight: weight,
                direction: self["direction"] == "-1" ? .negative : .positive, unit: self["unit"].isEmpty ? nil : self["unit"],
                target: target, goalposts: goalposts, denominator: self["denominator"].isEmpty ? nil : self["denominator"]),
            texts
        )
    }

    private func number(_ name: String, _ complaints: inout Complaints) -> Double? {
        guard !self[name].isEmpty else { return nil }
        guard let number = NumberText.number(self[name]) else {
            complaints.add(name, "measure.refusal.number")
            return nil
        }
        return number
    }
}
