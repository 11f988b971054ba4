/// A link to a thing without importing the wing it lives in.
package struct Reference: Hashable, Sendable, Codable {
    /// The field's word for it, in the singular: `event`, `session`, `organisation`.
    package let kind: String
    package let id: Identifier
    package let title: Localized
    /// Where it is shown, from the root: `/e/gmc-2025`.
    package let path: String
    package init(kind: String, id: Identifier, title: Localized, path: String) {
        self.kind = kind
        self.id = id
        self.title = title
        self.path = path
    }
}
