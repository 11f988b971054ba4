import Base
import CompositeIndex
import HTML

/// The form of an exemption: a part, the countries that it does not concern, and why.
package struct ExemptionForm: Sendable {
    private let fields: [String: String]
    package subscript(_ name: String) -> String { fields[name] ?? "" }

    package init(sent fields: [(name: String, value: String)]) {
        self.fields = Dictionary(fields.map { ($0.name, singleLine($0.value)) }, uniquingKeysWith: { first, _ in first })
    }

    /// Codes with commas, of whatever script, or blanks between them; each once.
    package var units: [String] {
        var seen: Set<String> = []
        return self["exemptUnits"].split { $0.isWhitespace || ",;،；，、".contains($0) }.map(String.init).filter {
            seen.insert($0).inserted
        }
    }

    package var exemption: Exemption {
        Exemption(node: self["exemptNode"], units: units, reason: self["exemptReason"], isGap: self["exemptIsGap"] == "yes")
    }
}
