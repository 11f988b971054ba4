/// A value of a foreign JSON file, with the line on which it begins.
package struct JSONNode: Sendable {
    package indirect enum Value: Sendable {
        case null
        case bool(Bool)
        /// As written: nothing is rounded.
        case number(String)
        case text(String)
        case list([JSONNode])
        /// In the order of the file; of doubled names the last counts.
        case object([(name: String, node: JSONNode)])
    }
    package let value: Value
    package let line: Int
    package init(_ value: Value, line: Int) {
        self.value = value
        self.line = line
    }

    package subscript(name: String) -> JSONNode? {
        guard case .object(let members) = value else { return nil }
        return members.last { $0.name == name }?.node
    }
    package var members: [(name: String, node: JSONNode)] {
        if case .object(let members) = value { return members }
        return []
    }
    package var list: [JSONNode] {
        if case .list(let list) = value { return list }
        return []
    }
    package var isObject: Bool {
        if case .object = value { return true }
        return false
    }
    package var isList: Bool {
        if case .list = value { return true }
        return false
    }
    /// It says nothing: null, false, or without content.
    package var isBlank: Bool {
        switch value {
        case .null, .bool(false): true
        case .text(let text): text.trimmed.isEmpty
        case .list(let list): list.isEmpty
        case .object(let members): members.isEmpty
        default: false
        }
    }
    /// The beginning of it, for people who wonder what they have: `{ title, url, … }`, `[ … ]`.
    package var outline: String {
        switch value {
        case .object(let members):
            let names = members.prefix(4).map { ForeignText.line(String($0.name.prefix(30))) }
            return "{ " + (names + (members.count > 4 ? ["…"] : [])).joined(separator: ", ") + " }"
        case .list(let list): return list.first.map { $0.isObject ? "[ \($0.outline), … ]" : "[ … ]" } ?? "[ ]"
        default: return ForeignText.line(String(text.prefix(40)))
        }
    }
    package var isNull: Bool {
        if case .null = value { return true }
        return false
    }
    /// A text, or a number or truth value as it is written; "" for everything else. Of texts in several languages
    /// (`{"en": …, "de": …}`) the English one, else the first.
    package var text: String {
        switch value {
        case .text(let text): return text
        case .number(let number): return number
        case .bool(let value): return value ? "true" : "false"
        case .object(let members):
            let chosen = members.last { $0.name == "en" } ?? members.first { (2...5).contains($0.name.utf8.count) }
            if case .text(let text)? = chosen?.node.value { return text }
            return ""
        case .null, .list: return ""
        }
    }
    package func text(_ name: String) -> String { self[name]?.text ?? "" }
    /// The first of the names that says something.
    package func text(anyOf names: [String]) -> String {
        for name in names {
            let found = text(name)
            if !found.trimmed.isEmpty { return found }
        }
        return ""
    }
    package var int: Int? {
        if case .number(let text) = value { return Int(text) }
        return nil
    }
    package var bool: Bool {
        if case .bool(let value) = value { return value }
        return false
    }
    /// What it is, in a word for people: `object`, `list`, `text`, `number`, `truth`, `null`.
    package var kind: String {
        switch value {
        case .null: "null"
        case .bool: "truth"
        case .number: "number"
        case .text: "text"
        case .list: "list"
        case .object: "object"
        }
    }
}
