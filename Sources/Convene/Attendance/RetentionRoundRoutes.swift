import Base
import Store
import Web

/// Forgets on its date. Looks every ten minutes; a day more or less does not matter, an hour of waiting for others would.
package enum RetentionRoundRoutes {
    package static let round = Module.Round("retention", seconds: 600) { hall in
        for event in try await hall.database.read({ try RetentionStore.due(in: $0) }) {
            let lane = RegistrationActions.lane(event.id)
            while try await hall.database.group(lane: lane, { try RetentionActions.sweep(event, in: $0) }) > 0 {}
        }
    }
}
