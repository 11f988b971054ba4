import Base
import Store
import Web

/// What time does to registrations: holds and offers that are over, draws that are due. Within five seconds a place that nobody
/// holds any more is somebody else's.
package enum PlaceRoundRoutes {
    package static let round = Module.Round("places", seconds: 1) { hall in
        let tell = RegistrationRoutes.teller(hall)
        for event in try await hall.database.read({ try RegistrationStore.eventsDue(in: $0) }) {
            try await hall.database.group(lane: RegistrationActions.lane(event)) { tx in
                try LotteryActions.drawDue(of: event, tell: tell, in: tx)
                while try WaitingActions.lapse(of: event, limit: 200, tell: tell, in: tx) == 200 {}
                for place in try PlaceCategoryStore.all(of: event, in: tx) where place.count.free > 0 {
                    try WaitingActions.promote(place.category.id, tell: tell, in: tx)
                }
            }
        }
    }
}
