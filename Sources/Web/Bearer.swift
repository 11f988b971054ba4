import Base

/// What a token opens: the rights of its person as they are now, narrowed to what the token was made for.
package struct Bearer: Sendable, Hashable {
    package let viewer: Viewer
    package let scopes: Set<String>
    package init(viewer: Viewer, scopes: Set<String>) {
        self.viewer = viewer
        self.scopes = scopes
    }

    /// The token of an `Authorization` header (RFC 6750 §2.1); nil if it is of another kind.
    package static func token(_ header: String?) -> String? {
        guard let header, header.utf8.count <= 512, header.lowercased().hasPrefix("bearer ") else { return nil }
        return String(header.dropFirst(7).drop { $0 == " " })
    }
}
