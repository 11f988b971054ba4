import Base

/// Someone known to the alliance. A name is one display text in any script: never first and last.
package struct Person: Hashable, Sendable, Codable {
    package var id: Identifier
    package var name: String
    /// The name in Latin script where `name` is not.
    package var latin: String?
    /// By which lists sort her; without one, the Latin form or the name.
    package var sortKey: String?
    package var email: String?

    package init(id: Identifier, name: String, latin: String? = nil, sortKey: String? = nil, email: String? = nil) {
        self.id = id
        self.name = name
        self.latin = latin
        self.sortKey = sortKey
        self.email = email
    }

    package var sorting: String { sortKey ?? latin ?? name }

    /// One spelling for an e-mail address, so that nobody is in the register twice: lower case.
    package static func folded(_ email: String) -> String { email.lowercased() }

    /// One `@`, something before it, a domain with a dot behind it, no blank, at most 254 bytes. Whether it takes mail
    /// only a letter can tell.
    package static func isEmail(_ text: String) -> Bool {
        guard text.utf8.count <= 254, text.utf8.allSatisfy({ $0 > 32 && $0 < 127 && !Array("<>(),;:\\\"[]".utf8).contains($0) })
        else { return false }
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, parts[0].utf8.count <= 64 else { return false }
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        return labels.count >= 2 && labels.allSatisfy { !$0.isEmpty && !$0.hasPrefix("-") && !$0.hasSuffix("-") }
    }
}

/// What someone asks to be added or changed.
package struct PersonDraft: Hashable, Sendable {
    package var name: String
    package var latin: String?
    package var sortKey: String?
    package var email: String?
    package init(name: String, latin: String? = nil, sortKey: String? = nil, email: String? = nil) {
        self.name = name
        self.latin = latin
        self.sortKey = sortKey
        self.email = email
    }
}
