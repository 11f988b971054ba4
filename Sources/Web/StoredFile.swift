import Base

/// A file that was kept. Its bytes lie in the database, so that a backup holds them and several machines see the same.
package struct StoredFile: Sendable, Hashable {
    package let id: Identifier
    /// In hexadecimal: the file's name for caches.
    package let sha256: String
    package let type: MediaType
    package let name: String
    /// In bytes.
    package let size: Int
    package let createdAt: Instant

    package init(id: Identifier, sha256: String, type: MediaType, name: String, size: Int, createdAt: Instant) {
        self.id = id
        self.sha256 = sha256
        self.type = type
        self.name = name
        self.size = size
        self.createdAt = createdAt
    }
}
