import Base

/// What one kind of row tells of persons: how a person gets it, what becomes of it when she has herself erased, and where
/// it goes when two entries of her are made one. Together the records are the map of personal data: a test walks the
/// schema and fails for a column that names a person and is in none of them.
package struct PersonalRecord: Sendable {
    package enum Erasure: Sendable {
        /// It is deleted, or loses what ties it to the person.
        case removed(@Sendable (Identifier, Writer) throws -> Void)
        /// It stays; the word key `personal.kept.<reason>` says why.
        case kept(String)
    }

    /// The section of an export, and the last part of its word key `personal.record.<name>`.
    package let name: String
    /// `table.column` of each column that holds the person's identifier.
    package let columns: Set<String>
    /// What she is given: every column of these rows.
    package let export: @Sendable (Identifier) -> SQL
    package let erasure: Erasure
    /// The identifiers (`id`) of kept files that are hers, newest first; nil if there are none of the kind.
    package let files: (@Sendable (Identifier) -> SQL)?
    /// Moves what belongs to the first person to the second.
    package let merge: @Sendable (Identifier, Identifier, Writer) throws -> Void

    package init(
        _ name: String, columns: Set<String>, export: @escaping @Sendable (Identifier) -> SQL,
        files: (@Sendable (Identifier) -> SQL)? = nil, erasure: Erasure,
        merge: @escaping @Sendable (Identifier, Identifier, Writer) throws -> Void
    ) {
        self.name = name
        self.columns = columns
        self.export = export
        self.erasure = erasure
        self.files = files
        self.merge = merge
    }
}
