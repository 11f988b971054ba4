/// How a result looks: by colour, sign and sound, never by one of them alone.
package enum DoorTonePage {
    package static func of(_ result: DoorResult) -> String {
        switch result {
        case .admitted, .left: "good"
        case .again, .outside, .notKnown, .notConfirmed, .notPaid, .garbled, .foreign, .turnedAway, .undone, .nothing: "warn"
        case .forged, .cancelled, .otherEvent, .passedOn, .otherDoor, .seatless: "bad"
        }
    }

    package static func sign(_ result: DoorResult) -> String {
        switch result {
        case .admitted: "✓"
        case .left: "↗"
        case .again: "⟳"
        case .notKnown, .turnedAway: "?"
        case .undone, .nothing: "↶"
        case .outside, .notConfirmed, .notPaid, .garbled, .foreign: "!"
        case .forged, .cancelled, .otherEvent, .passedOn, .otherDoor, .seatless: "✕"
        }
    }
}
