import Base

/// The fields of a form or a query (`application/x-www-form-urlencoded`, WHATWG URL §5.1). Bytes that are not UTF-8
/// are refused, not replaced.
package struct FormData: Sendable, Hashable {
    package private(set) var fields: [(name: String, value: String)] = []
    package static let fieldLimit = 1000

    package init(_ fields: [(name: String, value: String)] = []) { self.fields = fields }

    /// Throws `Refusal.invalid` for bad UTF-8 and too many fields.
    package init(urlencoded bytes: some Collection<UInt8>) throws {
        for pair in bytes.split(separator: UInt8(ascii: "&")) {
            guard fields.count < FormData.fieldLimit else { throw Refusal(.tooLarge, "refusal.tooManyFields") }
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            let name = try FormData.decoded(parts[0])
            fields.append((name, parts.count > 1 ? try FormData.decoded(parts[1]) : ""))
        }
    }

    package subscript(name: String) -> String? { fields.first { $0.name == name }?.value }
    /// A name that stands there more than once, of those that may not.
    package func twice(besides repeats: Set<String>) -> String? {
        var seen: Set<String> = []
        return fields.first { !repeats.contains($0.name) && !seen.insert($0.name).inserted }?.name
    }
    package func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }
    /// One line of text, cleaned; empty if it is missing.
    package func line(_ name: String) -> String { singleLine(self[name] ?? "") }
    /// Many lines of text, cleaned.
    package func text(_ name: String) -> String { manyLines(self[name] ?? "") }

    package static func == (left: FormData, right: FormData) -> Bool {
        left.fields.elementsEqual(right.fields) { $0.name == $1.name && $0.value == $1.value }
    }
    package func hash(into hasher: inout Hasher) {
        for field in fields {
            hasher.combine(field.name)
            hasher.combine(field.value)
        }
    }

    private static func decoded(_ part: some Collection<UInt8>) throws -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(part.count)
        var index = part.startIndex
        while index < part.endIndex {
            let byte = part[index]
            index = part.index(after: index)
            if byte == UInt8(ascii: "+") {
                bytes.append(UInt8(ascii: " "))
            } else if byte == UInt8(ascii: "%"), let next = part.index(index, offsetBy: 2, limitedBy: part.endIndex),
                let high = hexadecimalValue(part[index]), let low = hexadecimalValue(part[part.index(after: index)])
            {
                bytes.append(high << 4 | low)
                index = next
            } else {
                bytes.append(byte)
            }
        }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw Refusal(.invalid, "refusal.encoding") }
        return steadied(text)
    }
}
