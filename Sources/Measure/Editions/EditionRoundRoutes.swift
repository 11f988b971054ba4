import Store
import Web

/// What goes on by itself: an embargo ends whether or not anybody is at the desk.
package enum EditionRoundRoutes {
    package static let round = Module.Round("index-embargo", seconds: 1) { hall in
        guard try await hall.database.read({ try !EditionStore.due(in: $0).isEmpty }) else { return }
        try await hall.database.write { try EditionReleaseActions.releaseDue(in: $0) }
    }
}
