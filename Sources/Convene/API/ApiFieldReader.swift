import Base
import Formats

/// Reads the fields of a JSON object strictly and gathers what is wrong with them: a client learns of all its mistakes at
/// once. Names that are not known are mistakes, too; what is only read may be sent back and is passed over.
struct ApiFieldReader {
    private let node: JSONNode
    private let prefix: String
    private(set) var faults: [Refusal] = []

    init(_ node: JSONNode, at prefix: String = "", takes known: Set<String>) {
        self.node = node
        self.prefix = prefix
        if !node.isObject { fault("", "api.fault.object") }
        for member in node.members where !known.contains(member.name) { fault(member.name, "api.fault.unknown") }
    }

    /// The body of a request as a tree. Refuses what is no JSON.
    static func tree(_ bytes: [UInt8]) throws -> JSONNode {
        do { return try JSONTreeReader.read(bytes) } catch { throw Refusal(.invalid, "refusal.json") }
    }

    mutating func fault(_ name: String, _ words: String, _ arguments: [String: String] = [:]) {
        let place = prefix.isEmpty || name.isEmpty ? prefix + name : prefix + "." + name
        faults.append(Refusal(.invalid, words, arguments, field: place))
    }
    mutating func add(_ more: [Refusal]) { faults += more }

    /// Nil where it is missing or null.
    func given(_ name: String) -> JSONNode? { node[name].flatMap { $0.isNull ? nil : $0 } }
    func has(_ name: String) -> Bool { given(name) != nil }

    mutating func line(_ name: String, most: Int, isNeeded: Bool = false) -> String {
        let text = singleLine(string(name, isNeeded: isNeeded) ?? "")
        if text.count > most { fault(name, "api.fault.long", ["most": String(most)]) }
        if isNeeded, text.isEmpty, has(name) { fault(name, "api.fault.missing") }
        return text
    }

    private mutating func string(_ name: String, isNeeded: Bool = false) -> String? {
        guard let found = given(name) else {
            if isNeeded { fault(name, "api.fault.missing") }
            return nil
        }
        guard case .text(let text) = found.value else {
            fault(name, "api.fault.text")
            return nil
        }
        // PostgreSQL has no NUL in a text, and nothing here needs one.
        return text.replacing("\u{0}", with: "")
    }

    mutating func value<T>(_ name: String, isNeeded: Bool = false, _ read: (String) -> T?) -> T? {
        guard let text = string(name, isNeeded: isNeeded) else { return nil }
        guard let value = read(text) else {
            fault(name, "api.fault.value")
            return nil
        }
        return value
    }

    mutating func choice<T: RawRepresentable>(_ name: String, _ type: T.Type = T.self, isNeeded: Bool = false) -> T?
    where T.RawValue == String { value(name, isNeeded: isNeeded) { T(rawValue: $0) } }

    mutating func number(_ name: String, _ range: ClosedRange<Int>, isNeeded: Bool = false) -> Int? {
        guard let found = given(name) else {
            if isNeeded { fault(name, "api.fault.missing") }
            return nil
        }
        guard let number = found.int, range.contains(number) else {
            fault(
                name, "api.fault.number", ["least": String(range.lowerBound), "most": String(range.upperBound)])
            return nil
        }
        return number
    }

    mutating func truth(_ name: String) -> Bool {
        guard let found = given(name) else { return false }
        guard case .bool(let value) = found.value else {
            fault(name, "api.fault.truth")
            return false
        }
        return value
    }

    mutating func list(_ name: String, most: Int) -> [JSONNode] {
        guard let found = given(name) else { return [] }
        guard found.isList else {
            fault(name, "api.fault.list")
            return []
        }
        if found.list.count > most { fault(name, "api.fault.long", ["most": String(most)]) }
        return found.list
    }

    /// `{"en": "…", "fr": "…"}` by BCP 47 tags. The authentic language is the one asked for if it is there, else English,
    /// else the first.
    mutating func texts(_ name: String, authentic: String?, most: Int, isNeeded: Bool = false) -> Localized {
        guard let found = given(name) else {
            if isNeeded { fault(name, "api.fault.missing") }
            return .empty
        }
        guard found.isObject else {
            fault(name, "api.fault.texts")
            return .empty
        }
        var texts: [String: String] = [:]
        for member in found.members where !member.node.isNull {
            let place = "\(name).\(member.name)"
            guard ApiFieldReader.isTag(member.name) else {
                fault(name, "api.fault.tag", ["tag": singleLine(member.name)])
                continue
            }
            guard case .text(let text) = member.node.value else {
                fault(place, "api.fault.text")
                continue
            }
            let clean = manyLines(text.replacing("\u{0}", with: ""))
            if clean.count > most { fault(place, "api.fault.long", ["most": String(most)]) }
            texts[member.name] = clean
        }
        let filled = texts.filter { !$0.value.isEmpty }.keys.sorted()
        if isNeeded, filled.isEmpty { fault(name, "api.fault.missing") }
        let chosen = [authentic, "en"].compactMap { $0 }.first(where: filled.contains) ?? filled.first ?? "en"
        return Localized(texts, authentic: chosen)
    }

    /// The shape of a BCP 47 tag: two or three letters, then parts of letters and digits.
    static func isTag(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard let first = parts.first, (2...3).contains(first.count), text.utf8.count <= 35 else { return false }
        return first.allSatisfy { (97...122).contains($0 | 32) }
            && parts.allSatisfy { part in
                (1...8).contains(part.count) && part.allSatisfy { (97...122).contains($0 | 32) || (48...57).contains($0) }
            }
    }
}
