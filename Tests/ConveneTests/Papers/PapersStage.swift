import Base
import Store
import TestKit
import Web
import Web

@testable import Convene

/// A conference in whose doors somebody was scanned, on its first day; `people` are confirmed, the first of them was there.
struct PapersStage: Sendable {
    let door: DoorStage
    let people: [Registration]
    let remote: Registration

    var database: Store.Database { door.database }
    var event: Event { door.event }
    var organiser: Viewer { door.world.administrator }

    static func with(_ backend: Backend, people: Int = 2, _ body: @Sendable (PapersStage) async throws -> Void) async throws {
        try await DoorStage.with(backend) { door in
            let all = try await door.register(people)
            let remote = try await door.stage.register("Remote", door.stage.online)
            try await door.receive([door.scan(1, door.ticket(all[0]))])
            try await body(PapersStage(door: door, people: all, remote: remote))
        }
    }

    /// Of the registration's own page.
    func path(_ one: Registration) -> String {
        RegistrationAddress(door.keys.derived("registration")).path(one.id, generation: one.generation)
    }

    func issue() async throws -> [Certificate] {
        try await database.write { try CertificateActions.issueAttendance(of: event, by: organiser, in: $0) }
    }

    func open(_ text: String = "Dear {name},\nyou are invited to {event}.") async throws {
        try await database.write {
            try CertificateActions.setPapers(
                PaperSettings(
                    letterhead: ["Alliance"], signatories: [.init(name: "Li Wei", office: "Secretary")],
                    invitation: Localized(text), isInvitationOpen: true), of: event, by: organiser, in: $0)
        }
    }

    func count(_ sql: SQL) async throws -> Int { try await database.read { try $0.count(sql) } }
}

extension TestClock {
    /// The evening of a day in UTC, which is that day in Mexico.
    func reach(_ day: CalendarDate) { now = Instant(seconds: Int64(day.dayNumber) * 86_400 + 18 * 3600) }
}
