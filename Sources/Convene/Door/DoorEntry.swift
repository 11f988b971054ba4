import Base
import Crypto
import Foundation

/// Somebody who registered, as doors know her: enough to let her in, and no more.
package struct DoorEntry: Hashable, Sendable {
    package enum Standing: String, CaseIterable, Sendable, Codable, Hashable {
        case confirmed
        /// On the waiting list, in the draw, to be decided.
        case pending
        case ended
    }

    package let registration: Identifier
    package let number: String
    package let generation: Int
    package let standing: Standing
    package let category: Identifier
    package let isUnpaid: Bool
    /// The sessions in which she has a seat.
    package var seats: Set<Identifier>
    package let name: String
    package let latin: String
    package let organisation: String

    package init(
        registration: Identifier, number: String, generation: Int, standing: Standing, category: Identifier, isUnpaid: Bool,
        seats: Set<Identifier> = [], name: String, latin: String = "", organisation: String = ""
    ) {
        self.registration = registration
        self.number = number
        self.generation = generation
        self.standing = standing
        self.category = category
        self.isUnpaid = isUnpaid
        self.seats = seats
        self.name = name
        self.latin = latin
        self.organisation = organisation
    }

    /// Under which a device keeps her: a digest of her number, so that nobody can read a number off a device.
    package static func key(of number: String, in event: Identifier) -> String {
        base64URL(digest(number, event).prefix(9))
    }

    static func digest(_ number: String, _ event: Identifier) -> [UInt8] {
        Array(SHA256.hash(data: Data("plenaria door \(event) \(number)".utf8)))
    }

    /// What is left of a name on a device that keeps none: the first letters of its first two words.
    package static func initials(_ name: String) -> String {
        name.split(separator: " ").prefix(2).compactMap { $0.first.map { String($0) + "." } }.joined(separator: " ")
    }
}

extension DoorEntry.Standing {
    package init(_ state: Registration.State) {
        switch state {
        case .confirmed: self = .confirmed
        case .held, .applied, .drawn, .waiting, .offered: self = .pending
        case .declined, .cancelled, .lapsed: self = .ended
        }
    }
}
