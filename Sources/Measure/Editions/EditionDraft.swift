import Base

/// What somebody says of an edition when making or changing it.
package struct EditionDraft: Hashable, Sendable {
    package var slug: String
    package var series: String
    package var period: String
    package var name: Localized
    package var description: Localized
    package var comparability: Localized
    package var isSample: Bool

    package init(
        slug: String = "", series: String = "", period: String = "", name: Localized = .empty, description: Localized = .empty,
        comparability: Localized = .empty, isSample: Bool = false
    ) {
        self.slug = slug
        self.series = series
        self.period = period
        self.name = name
        self.description = description
        self.comparability = comparability
        self.isSample = isSample
    }

    package init(_ edition: IndexEdition) {
        self.init(
            slug: edition.slug, series: edition.series, period: edition.period, name: edition.name,
            description: edition.description, comparability: edition.comparability, isSample: edition.isSample)
    }

    /// A word of an address: lower case letters, digits and hyphens, 2 to 40 of them, beginning with a letter.
    package static func isSlug(_ text: String) -> Bool {
        guard (2...40).contains(text.utf8.count), text.utf8.first.map({ (97...122).contains($0) }) == true else { return false }
        return text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
    }

    /// A year, or years and parts of years as ISO 8601 writes them: `2026`, `2025/2026`, `2026-06`.
    package static func isPeriod(_ text: String) -> Bool {
        guard (4...21).contains(text.utf8.count), text.prefix(4).utf8.allSatisfy({ (48...57).contains($0) }) else { return false }
        return text.utf8.allSatisfy { (48...57).contains($0) || $0 == 45 || $0 == 47 || $0 == 81 }
    }
}
