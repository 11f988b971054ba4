import Base
import Crypto
import Foundation

/// A phone or a laptop that works at a door. Whoever has its address works at the door without an account, until it is taken
/// away or the event is over. Only the digest of the secret is kept.
package struct DoorDevice: Hashable, Sendable {
    package let id: Identifier
    package let door: Identifier
    package let event: Identifier
    package let name: String
    /// Names of people are kept on it, so that they can be found without a connection.
    package let keepsNames: Bool
    package let madeBy: Identifier?
    package let madeAt: Instant
    package let expiresAt: Instant
    package let seenAt: Instant?
    package let revokedAt: Instant?

    package init(
        id: Identifier, door: Identifier, event: Identifier, name: String, keepsNames: Bool, madeBy: Identifier?, madeAt: Instant,
        expiresAt: Instant, seenAt: Instant? = nil, revokedAt: Instant? = nil
    ) {
        self.id = id
        self.door = door
        self.event = event
        self.name = name
        self.keepsNames = keepsNames
        self.madeBy = madeBy
        self.madeAt = madeAt
        self.expiresAt = expiresAt
        self.seenAt = seenAt
        self.revokedAt = revokedAt
    }

    package func isLive(at now: Instant) -> Bool { revokedAt == nil && now < expiresAt }

    /// How exactly it is noted when a device was last there, in seconds.
    package static let precision: Int64 = 30
    package static let mostLive = 50
    package static let longestName = 60

    /// A device works through the day after the event, by the clock there.
    package static func end(of event: Event) -> Instant {
        let midnight = WallTime(date: event.last.adding(days: 2), time: ClockTime(minutes: 0))
        switch (Zone(event.zone) ?? .utc).reading(midnight) {
        case .once(let instant), .twice(_, let instant): return instant
        case .skipped: return Instant(seconds: midnight.serial)
        }
    }

    /// 192 random bits.
    package static func newSecret() -> String {
        return randomSecret(bytes: 24)
    }

    package static func digest(_ secret: String) -> String {
        hexadecimal(SHA256.hash(data: Data(("door " + secret).utf8)))
    }

    package static func path(_ secret: String) -> String { "/door/\(secret)" }
}
