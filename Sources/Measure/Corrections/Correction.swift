import Base

/// One value of a released edition that was put right, with what stood there before: part of what is public.
package struct Correction: Hashable, Sendable, Codable {
    package let id: Identifier
    package let edition: Identifier
    /// From 1, in the order in which they were made.
    package let number: Int
    package let at: Instant
    /// Who did it; nil when she had herself erased.
    package let person: Identifier?
    package let unit: String
    package let indicator: String
    /// nil is a missing value.
    package let old: Double?
    package let new: Double?
    package let reason: Localized
    /// The edition's digest before and after it.
    package let oldDigest: String
    package let newDigest: String

    package init(
        id: Identifier, edition: Identifier, number: Int, at: Instant, person: Identifier?, unit: String, indicator: String,
        old: Double?, new: Double?, reason: Localized, oldDigest: String, newDigest: String
    ) {
        self.id = id
        self.edition = edition
        self.number = number
        self.at = at
        self.person = person
        self.unit = unit
        self.indicator = indicator
        self.old = old
        self.new = new
        self.reason = reason
        self.oldDigest = oldDigest
        self.newDigest = newDigest
    }

    /// The data as they were before the first of these: each correction knows what stood there.
    package static func undone(_ corrections: [Correction], in data: IndexData) -> IndexData {
        var data = data
        for one in corrections.sorted(by: { $0.number > $1.number }) { _ = data.set(one.old, one.unit, one.indicator) }
        return data
    }
}
