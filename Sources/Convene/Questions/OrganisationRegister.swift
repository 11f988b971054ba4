import Base

/// The names of the organisations that we know, for looking up what somebody typed: case, accents and width make no difference,
/// and nothing is guessed.
package struct OrganisationRegister: Sendable {
    package struct Entry: Sendable {
        package let id: Identifier
        /// What it is called today.
        package let names: Localized
        /// What it was called before, too.
        package let all: [Localized]
        package init(id: Identifier, names: Localized, all: [Localized]) {
            self.id = id
            self.names = names
            self.all = all
        }
    }
    private let entries: [Entry]
    /// Folded name → the organisation; nil for a name of two.
    private let named: [String: Identifier?]
    package static let longest = 300
    package static let none = OrganisationRegister([])

    package init(_ entries: [Entry]) {
        self.entries = entries
        var named: [String: Identifier?] = [:]
        for entry in entries {
            for text in entry.all.flatMap({ Array($0.texts.values) }) + Array(entry.names.texts.values) {
                let folded = OrganisationRegister.folded(text)
                if let known = named[folded], known != entry.id {
                    named[folded] = .some(nil)
                } else {
                    named[folded] = entry.id
                }
            }
        }
        self.named = named
    }

    package func id(of typed: String) -> Identifier? { named[OrganisationRegister.folded(typed)] ?? nil }
    package func name(_ id: Identifier, _ language: Language) -> String? {
        entries.first { $0.id == id }?.names.text(language)
    }
    /// For a list to choose from, each once.
    package func names(_ language: Language) -> [String] { Array(Set(entries.map { $0.names.text(language) })) }

    static func folded(_ text: String) -> String {
        singleLine(String(text.prefix(longest))).map { SearchFolding.folded($0) }.joined()
    }
}
