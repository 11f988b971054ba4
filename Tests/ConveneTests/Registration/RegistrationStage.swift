import Base
import Store
import Synchronization
import TestKit

@testable import Convene

/// A conference with places in the room and on line, and everything that was told to anybody.
struct RegistrationStage: Sendable {
    let world: EventWorld
    let event: Event
    let room: PlaceCategory
    let online: PlaceCategory
    let told = Told()

    /// What letters would have said, as `occasion number`. A transaction that is run again tells again: only for what is certain.
    final class Told: Sendable {
        private let all = Mutex<[(RegistrationOccasion, Registration)]>([])
        func add(_ occasion: RegistrationOccasion, _ one: Registration) { all.withLock { $0.append((occasion, one)) } }
        func of(_ one: Registration) -> [RegistrationOccasion] {
            all.withLock { $0.filter { $0.1.id == one.id }.map(\.0) }
        }
    }

    var database: Store.Database { world.database }
    var tell: RegistrationTeller { RegistrationTeller { [told] occasion, one, _ in told.add(occasion, one) } }
    var lane: String { RegistrationActions.lane(event.id) }

    static func with(_ backend: Backend, places: Int = 2, _ body: @Sendable (RegistrationStage) async throws -> Void) async throws
    {
        try await EventWorld.with(backend) { world in
            let event = try await world.event()
            let (room, online) = try await world.database.write { [administrator = world.administrator] tx in
                (
                    try PlaceCategoryActions.add(
                        category(event, .room), capacity: places, to: event, by: administrator, in: tx),
                    try PlaceCategoryActions.add(
                        category(event, .online), capacity: PlaceCategory.unlimited, to: event, by: administrator, in: tx)
                )
            }
            try await body(RegistrationStage(world: world, event: event, room: room, online: online))
        }
    }

    static func category(_ event: Event, _ mode: PlaceCategory.Mode) -> PlaceCategory {
        PlaceCategory(
            id: event.id, event: event.id, name: Localized(mode == .room ? "In the room" : "On line"), text: .empty,
            kind: .general, mode: mode, position: 0, needsCode: false, needsApproval: false, hasWaitingList: true, fee: .free,
            price: "", holdMinutes: 15, offerMinutes: 1440)
    }

    func add(_ capacity: Int, _ change: (inout PlaceCategory) -> Void) async throws -> PlaceCategory {
        var category = RegistrationStage.category(event, .room)
        change(&category)
        return try await database.write { [category, event, administrator = world.administrator] tx in
            try PlaceCategoryActions.add(category, capacity: capacity, to: event, by: administrator, in: tx)
        }
    }

    static func holder(_ name: String) -> RegistrationHolder {
        RegistrationHolder(name: name, email: "\(name.lowercased())@people.example", language: .es)
    }

    func hold(_ category: PlaceCategory, key: String, code: String = "") async throws -> Registration {
        try await database.group(lane: lane) { [event, tell] tx in
            try RegistrationActions.hold(
                .init(category: category.id, code: code, key: key), of: event, by: nil, tell: tell, in: tx)
        }
    }

    func submit(_ one: Registration, _ name: String, _ category: PlaceCategory? = nil) async throws -> Registration {
        try await database.group(lane: lane) { [tell, room] tx in
            try RegistrationActions.submit(
                one, holder: RegistrationStage.holder(name), category: category ?? room, by: nil, tell: tell, in: tx)
        }
    }

    /// Holds and submits.
    func register(_ name: String, _ category: PlaceCategory? = nil, code: String = "") async throws -> Registration {
        try await submit(try await hold(category ?? room, key: "key of \(name)", code: code), name, category)
    }

    func now(_ one: Registration) async throws -> Registration {
        try await database.read { try RegistrationStore.find(one.id, in: $0) } ?? one
    }

    func cancel(_ one: Registration) async throws -> Registration {
        try await database.group(lane: lane) { [tell] tx in
            guard let now = try RegistrationStore.find(one.id, in: tx) else { return one }
            return try RegistrationActions.cancel(now, by: nil, tell: tell, in: tx)
        }
    }

    func lapse() async throws {
        try await database.group(lane: lane) { [tell, event] tx in _ = try WaitingActions.lapse(of: event.id, tell: tell, in: tx)
        }
    }

    /// What must hold at any moment; nil if it does.
    func broken() async throws -> String? {
        try await database.read { [event] tx in
            for counted in try PlaceCategoryStore.all(of: event.id, in: tx) {
                let id = counted.category.id
                let rows = try tx.count("SELECT COUNT(*) AS n FROM registration WHERE category_id = \(id) AND has_place = 1")
                if rows != counted.count.taken { return "\(counted.count.taken) taken, \(rows) have one" }
                if counted.count.taken > counted.count.capacity { return "oversold" }
                let waits = try !RegistrationStore.queue(for: id, limit: 1, in: tx).isEmpty
                let hasQuotas = try !PlaceCategoryStore.quotas(of: event.id, in: tx).isEmpty
                if waits, counted.count.free > 0, !hasQuotas { return "\(counted.count.free) free while somebody waits" }
            }
            let double = try tx.count(
                """
                SELECT COUNT(*) AS n FROM (SELECT email FROM registration WHERE event_id = \(event.id)
                  AND state IN ('applied', 'drawn', 'waiting', 'offered', 'confirmed') GROUP BY email HAVING COUNT(*) > 1) AS d
                """)
            return double > 0 ? "\(double) addresses have two" : nil
        }
    }
}
