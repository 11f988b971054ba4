/// A component of an iCalendar file: its properties and what stands in it.
package final class ICalendarComponent {
    package struct Property: Sendable {
        /// Upper case, without a group.
        package let name: String
        /// Upper-case names.
        package let parameters: [String: String]
        package let value: String
        package let line: Int
    }
    package let name: String
    package let line: Int
    package internal(set) var properties: [Property] = []
    package internal(set) var children: [ICalendarComponent] = []

    init(name: String, line: Int) {
        self.name = name
        self.line = line
    }

    package func first(_ name: String) -> Property? { properties.first { $0.name == name } }
    package func all(_ name: String) -> [Property] { properties.filter { $0.name == name } }
    /// The first value of that name as text, without escapes; "" without one.
    package func text(_ name: String) -> String { first(name).map { ICalendarText.unescaped($0.value) } ?? "" }
}

/// TEXT values (RFC 5545 §3.3.11) and parameter values (RFC 6868).
package enum ICalendarText {
    package static func unescaped(_ value: String) -> String {
        guard value.utf8.contains(UInt8(ascii: "\\")) else { return value }
        var out = ""
        var isEscaped = false
        for scalar in value.unicodeScalars {
            if isEscaped {
                isEscaped = false
                out.unicodeScalars.append(scalar == "n" || scalar == "N" ? "\n" : scalar)
            } else if scalar == "\\" {
                isEscaped = true
            } else {
                out.unicodeScalars.append(scalar)
            }
        }
        return out
    }

    /// Values of a list, apart at commas that are not escaped.
    package static func list(_ value: String) -> [String] {
        var parts: [String] = [""]
        var isEscaped = false
        for character in value {
            if !isEscaped, character == "," {
                parts.append("")
                continue
            }
            isEscaped = !isEscaped && character == "\\"
            parts[parts.count - 1].append(character)
        }
        return parts.map { unescaped($0).trimmed }.filter { !$0.isEmpty }
    }

    static func parameter(_ value: String) -> String {
        guard value.contains("^") else { return value }
        return value.replacing("^n", with: "\n").replacing("^'", with: "\"").replacing("^^", with: "^")
    }
}
