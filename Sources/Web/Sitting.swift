import Base

/// A browser in which somebody is signed in. (A session is an item of an agenda in this house.)
package struct Sitting: Hashable, Sendable {
    /// Of the browser's secret; it names the sitting to its owner.
    package let digest: String
    package let person: Identifier
    /// Family of browser and system, as far as they were told; may be empty.
    package let device: String
    /// The sign-in.
    package let createdAt: Instant
    /// The last request, to within `precision`.
    package let seenAt: Instant
    /// The end that nothing moves.
    package let expiresAt: Instant

    /// What asks for a fresh proof of who is there takes a sign-in as one for that long.
    package static let freshMinutes = 10
    /// “Last seen” is written no more often than that.
    package static let precisionMinutes = 10

    package func isFresh(at now: Instant) -> Bool { now < createdAt.adding(minutes: Sitting.freshMinutes) }
    package func isStale(at now: Instant) -> Bool { now >= seenAt.adding(minutes: Sitting.precisionMinutes) }
}
