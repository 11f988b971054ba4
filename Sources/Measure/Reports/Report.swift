import Base

/// A text about an edition that takes its numbers and drawings from it, so that the two cannot contradict each other.
package struct Report: Hashable, Sendable, Codable {
    package enum State: String, Sendable, Codable, Hashable {
        case draft
        /// Everyone reads it once its edition is released, and not before.
        case published
    }

    package enum Kind: String, CaseIterable, Sendable, Codable, Hashable {
        /// One text about the whole edition.
        case edition
        /// One text that is read for each country: `unit` in it stands for the one whose page it is.
        case country
    }

    package let id: Identifier
    package let edition: Identifier
    /// In addresses, for good: `annual`.
    package let slug: String
    package let kind: Kind
    package var title: Localized
    /// Markdown, with values and figures as `ReportText` reads them.
    package var text: Localized
    /// Who wrote it, as it is to be printed; may be empty.
    package var authors: String
    package var state: State
    /// Rises with every change: two who edit at once do not overwrite each other.
    package var revision: Int
    package var publishedAt: Instant?

    package init(
        id: Identifier, edition: Identifier, slug: String, kind: Kind = .edition, title: Localized, text: Localized,
        authors: String = "", state: State = .draft, revision: Int = 1, publishedAt: Instant? = nil
    ) {
        self.id = id
        self.edition = edition
        self.slug = slug
        self.kind = kind
        self.title = title
        self.text = text
        self.authors = authors
        self.state = state
        self.revision = revision
        self.publishedAt = publishedAt
    }

    /// Where everyone reads it. One for each country stands under the countries.
    package func path(in edition: IndexEdition) -> String { "\(edition.path)/reports/\(slug)" }
    package func path(in edition: IndexEdition, unit: String) -> String { "\(edition.path)/u/\(unit)/report" }
    package func desk(in edition: IndexEdition) -> String { "\(edition.desk)/reports/\(slug)" }

    package func reference(in edition: IndexEdition) -> Reference {
        Reference(kind: "report", id: id, title: title, path: path(in: edition))
    }

    /// Languages in which there is a text: the authentic one first.
    package var languages: [String] { text.tags }
}
