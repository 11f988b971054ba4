import Base
import Crypto
import Foundation

/// One scan at a door. Its identifier is made by the device, so that what is sent twice is there once.
package struct DoorScan: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable, Codable, Hashable {
        case into = "in"
        case out
        /// Takes back another scan of the same person, which was a mistake.
        case undo
    }
    package enum How: String, CaseIterable, Sendable, Codable, Hashable {
        case camera, wedge, search, typed
    }

    package let id: Identifier
    package let event: Identifier
    package let door: Identifier
    package let device: Identifier
    /// Nil for a ticket that nobody has.
    package let registration: Identifier?
    /// The session whose door it was; nil at a door of the whole event. Scans of one place know of each other.
    package let session: Identifier?
    package let kind: Kind
    package let how: How
    /// By the device's own clock.
    package let at: Instant
    /// What was added to the device's clock to get the house's, in milliseconds.
    package let skew: Int
    /// `at` by the house's clock, and never after it came: this is the order that counts.
    package let happened: Instant
    package let received: Instant
    /// What the device has shown; nil if it left the answer to the house.
    package let said: DoorResult?
    /// What there was against the ticket by itself, whoever came in before.
    package let objection: DoorResult?
    /// The scan that is taken back.
    package let undoes: Identifier?
    package let codeDigest: String
    /// What counts now: a scan that comes to light later and was earlier may change it.
    package var result: DoorResult
    /// It was taken back.
    package var isUndone: Bool
    /// The scan that had let the person in before.
    package var earlier: Identifier?

    package init(
        id: Identifier, event: Identifier, door: Identifier, device: Identifier, registration: Identifier?, session: Identifier?,
        kind: Kind, how: How, at: Instant, skew: Int, happened: Instant, received: Instant, said: DoorResult?,
        objection: DoorResult?, undoes: Identifier?, codeDigest: String, result: DoorResult, isUndone: Bool = false,
        earlier: Identifier? = nil
    ) {
        self.id = id
        self.event = event
        self.door = door
        self.device = device
        self.registration = registration
        self.session = session
        self.kind = kind
        self.how = how
        self.at = at
        self.skew = skew
        self.happened = happened
        self.received = received
        self.said = said
        self.objection = objection
        self.undoes = undoes
        self.codeDigest = codeDigest
        self.result = result
        self.isUndone = isUndone
        self.earlier = earlier
    }

    /// The device showed another thing than what counts, to a person who stood before it: somebody should look at it.
    package var isConflict: Bool {
        guard let said, !isUndone, kind != .undo else { return false }
        return said.letsIn != result.letsIn || result == .turnedAway
    }
}

/// What a door says.
package enum DoorResult: String, CaseIterable, Sendable, Codable, Hashable {
    case admitted
    /// Went out.
    case left
    /// Is in already.
    case again
    /// Goes out, and was not in.
    case outside
    /// A ticket of the house that is on no list here: made since the list was, perhaps. It is not invalid.
    case notKnown
    /// Not made by this house.
    case forged
    /// A ticket that was misread: scan again.
    case garbled
    /// No ticket at all.
    case foreign
    case cancelled
    /// On the waiting list or still to be decided.
    case notConfirmed
    case notPaid
    case otherEvent
    /// Somebody else has it now.
    case passedOn
    /// Another kind of place than this door is for.
    case otherDoor
    /// No seat in this session.
    case seatless
    /// Would have been let in, and the device had shown something else: its list was too old.
    case turnedAway
    /// A scan was taken back.
    case undone
    /// There was nothing to take back.
    case nothing

    /// Somebody is let in or out.
    package var letsIn: Bool { self == .admitted || self == .left }
}

/// A scan as a device sends it.
package struct SentScan: Hashable, Sendable {
    package let id: Identifier
    package let kind: DoorScan.Kind
    package let how: DoorScan.How
    package let at: Instant
    package let said: DoorResult?
    /// What was scanned or typed; `#` and the key of an entry for somebody who was found by name.
    package let code: String
    package let undoes: Identifier?
    package static let longestCode = 1000

    package init(
        id: Identifier, kind: DoorScan.Kind, how: DoorScan.How, at: Instant, said: DoorResult?, code: String,
        undoes: Identifier? = nil
    ) {
        self.id = id
        self.kind = kind
        self.how = how
        self.at = at
        self.said = said
        self.code = code
        self.undoes = undoes
    }

    /// The same, taking back another scan.
    package func undoing(_ other: Identifier) -> SentScan {
        SentScan(id: id, kind: .undo, how: how, at: at, said: said, code: code, undoes: other)
    }

    /// The identifier of what was sent from a form that bears a mark of its own.
    package static func id(_ mark: String, _ content: String) -> Identifier {
        Identifier(digest: SHA256.hash(data: Data("\(mark) \(content)".utf8)))
    }
}
