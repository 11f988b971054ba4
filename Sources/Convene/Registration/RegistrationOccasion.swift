/// What a letter to somebody who registered is about.
package enum RegistrationOccasion: String, CaseIterable, Sendable, Codable, Hashable {
    case confirmed, applied, drawn, waiting, offered, lapsed, declined, cancelled
    /// She has another kind of place now.
    case moved
    /// The registration is another person's now: to her.
    case received
    /// The registration is another person's now: to who had it.
    case passedOn
    /// Somebody registered with an address that has a registration already: to that address.
    case again
}
