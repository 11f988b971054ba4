/// A header value with parameters: `form-data; name="x"; filename="a.pdf"`. A parameter may stand once.
struct HeaderParameters {
    let value: String
    private var parameters: [String: String] = [:]
    /// Bytes; far above what any browser sends.
    private static let longest = 8_192

    subscript(name: String) -> String? { parameters[name] }

    /// Nil for what is not written by the rules. In quotes a backslash stands for itself unless a quote or a backslash
    /// follows: old browsers sent whole Windows paths.
    init?(_ text: String) {
        guard text.utf8.count <= HeaderParameters.longest else { return nil }
        var rest = text.utf8[...]
        let first = rest.prefix { $0 != UInt8(ascii: ";") }
        value = HeaderParameters.trimmed(first)
        rest = rest.dropFirst(first.count)
        guard !value.isEmpty else { return nil }
        while rest.first == UInt8(ascii: ";") {
            rest = rest.dropFirst().drop { $0 == 32 || $0 == 9 }
            let name = rest.prefix { $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ";") }
            rest = rest.dropFirst(name.count)
            guard rest.first == UInt8(ascii: "=") else { return nil }
            rest = rest.dropFirst()
            let key = HeaderParameters.trimmed(name).lowercased()
            guard let found = HeaderParameters.word(&rest), !key.isEmpty, parameters[key] == nil else { return nil }
            parameters[key] = found
        }
        guard rest.isEmpty else { return nil }
    }

    /// A token or a quoted text, and the blanks behind it.
    private static func word(_ rest: inout Substring.UTF8View) -> String? {
        guard rest.first == UInt8(ascii: "\"") else {
            let token = rest.prefix { $0 != UInt8(ascii: ";") }
            rest = rest.dropFirst(token.count)
            let word = trimmed(token)
            return word.utf8.contains { $0 == 32 || $0 == UInt8(ascii: "\"") } || word.isEmpty ? nil : word
        }
        rest = rest.dropFirst()
        var bytes: [UInt8] = []
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "\"") {
                rest = rest.drop { $0 == 32 || $0 == 9 }
                guard rest.isEmpty || rest.first == UInt8(ascii: ";") else { return nil }
                return String(decoding: bytes, as: UTF8.self)
            }
            if byte == UInt8(ascii: "\\"), let next = rest.first, next == byte || next == UInt8(ascii: "\"") {
                rest = rest.dropFirst()
                bytes.append(next)
            } else {
                bytes.append(byte)
            }
        }
        return nil
    }

    private static func trimmed(_ bytes: some Sequence<UInt8>) -> String {
        let kept = bytes.drop { $0 == 32 || $0 == 9 }.reversed().drop { $0 == 32 || $0 == 9 }.reversed()
        return String(decoding: Array(kept), as: UTF8.self)
    }
}
