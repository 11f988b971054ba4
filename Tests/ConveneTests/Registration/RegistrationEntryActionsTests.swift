import Base
import People
import Store
import TestKit
import Testing

@testable import Convene

@Suite struct RegistrationEntryActionsTests {
    private typealias Way = RegistrationEntryActions.Way

    private static func enter(
        _ name: String, _ stage: RegistrationStage, to category: PlaceCategory? = nil, key: String? = nil,
        _ way: RegistrationEntryActions.Way = .form(code: ""), by viewer: Viewer? = nil
    ) async throws -> (registration: Registration, isNew: Bool) {
        let entry = RegistrationEntryActions.Entry(
            category: (category ?? stage.room).id, holder: RegistrationStage.holder(name), key: key ?? "key of \(name)", way: way)
        return try await stage.database.group(lane: stage.lane) { [event = stage.event, tell = stage.tell] tx in
            try RegistrationEntryActions.enter(
                entry, to: event, by: viewer ?? stage.world.administrator, tell: tell, in: tx)
        }
    }

    @Test("thirty at once for ten places, by either way: ten have one and twenty wait", arguments: Backend.available)
    func rush(_ backend: Backend) async throws {
        for isDesk in [false, true] {
            try await RegistrationStage.with(backend, places: 10) { stage in
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for index in 0..<30 {
                        group.addTask {
                            _ = try await Self.enter("p\(index)", stage, isDesk ? .desk(member: nil) : .form(code: ""))
                        }
                    }
                    try await group.waitForAll()
                }
                let counts = try await stage.database.read { [event = stage.event] in
                    try RegistrationListStore.counts(of: event.id, in: $0)
                }
                #expect(counts[stage.room.id] == [.confirmed: 10, .waiting: 20])
                #expect(try await stage.broken() == nil)
            }
        }
    }

    @Test("the same key is the same registration, also twice at once and after a change", arguments: Backend.available)
    func again(_ backend: Backend) async throws {
        try await RegistrationStage.with(backend) { stage in
            async let one = Self.enter("Ana", stage)
            async let two = Self.enter("Ana", stage)
            let both = try await [one, two]
            #expect(both[0].registration.id == both[1].registration.id)
            #expect(both.filter(\.isNew).count == 1)
            #expect(stage.told.of(both[0].registration) == [.confirmed], "one letter")
            _ = try await stage.cancel(both[0].registration)
            let after = try await Self.enter("Ana", stage)
            #expect(after.registration.id == both[0].registration.id && !after.isNew)
            #expect(after.registration.state == .cancelled, "as it is now: nothing is begun anew by a repetition")
            let desk = try await Self.enter("Bo", stage, key: "desk", .desk(member: nil))
            let deskAgain = try await Self.enter("Bo", stage, key: "desk", .desk(member: nil))
            #expect(deskAgain.registration.id == desk.registration.id && !deskAgain.isNew)
            let mistaken = try await EventWorld.refusal { try await Self.enter("Chen", stage, key: "desk") }
            #expect(mistaken?.words == "api.refusal.key")
            #expect(try await stage.broken() == nil)
        }
    }

    @Test("an address has one registration; whoever may not registers nobody", arguments: Backend.available)
    func refusals(_ backend: Backend) async throws {
        try await RegistrationStage.with(backend) { stage in
            _ = try await stage.register("Ana")
            let taken = try await EventWorld.refusal { try await Self.enter("ANA", stage) }
            #expect(taken?.words == "registration.refusal.taken" && taken?.code == .conflict)
            let editor = try await EventWorld.refusal {
                try await Self.enter("Bo", stage, by: EventWorld.viewer(.editor))
            }
            #expect(editor?.code == .forbidden)
            var elsewhere = stage.room
            elsewhere.id = stage.event.id
            let foreign = try await EventWorld.refusal { try await Self.enter("Bo", stage, to: elsewhere) }
            #expect(foreign?.field == "category")
            let member = try await EventWorld.refusal { try await Self.enter("Bo", stage, .desk(member: stage.event.id)) }
            #expect(member?.field == "member")
        }
    }

    @Test("the form's way asks what the form asks, the desk's does not", arguments: Backend.available)
    func ways(_ backend: Backend) async throws {
        try await RegistrationStage.with(backend) { stage in
            let coded = try await stage.add(5) { $0.needsCode = true }
            let code = try await stage.database.write { [administrator = stage.world.administrator] tx in
                try PlaceCodeActions.add(
                    "OPEN1", uses: 1, to: coded, organisation: nil, until: nil, note: "", by: administrator, in: tx)
            }
            let none = try await EventWorld.refusal { try await Self.enter("Ana", stage, to: coded) }
            #expect(none?.words == "places.refusal.codeNeeded")
            let used = try await Self.enter("Ana", stage, to: coded, .form(code: "open 1"))
            #expect(used.registration.code == code.id && used.registration.state == .confirmed)
            let twice = try await EventWorld.refusal { try await Self.enter("Bo", stage, to: coded, .form(code: "OPEN1")) }
            #expect(twice?.words == "places.refusal.codeUsed")
            #expect(try await Self.enter("Bo", stage, to: coded, .desk(member: nil)).registration.state == .confirmed)

            let press = try await stage.add(5) { $0.needsApproval = true }
            #expect(try await Self.enter("Chen", stage, to: press).registration.state == .applied)
            let closed = try await stage.add(5) { $0.closes = Instant(seconds: 1) }
            let late = try await EventWorld.refusal { try await Self.enter("Dana", stage, to: closed) }
            #expect(late?.words == "registration.refusal.closed")
            #expect(try await Self.enter("Dana", stage, to: closed, .desk(member: nil)).registration.state == .confirmed)
            let full = try await stage.add(0) { $0.hasWaitingList = false }
            for way in [Way.form(code: ""), .desk(member: nil)] {
                let refused = try await EventWorld.refusal { try await Self.enter("Ezra", stage, to: full, way) }
                #expect(refused?.words == "registration.refusal.full" && refused?.code == .conflict)
            }
            #expect(try await stage.broken() == nil)
        }
    }

    @Test("a registration is hers who was registered, not of whose program did it; a quota holds", arguments: Backend.available)
    func belonging(_ backend: Backend) async throws {
        try await RegistrationStage.with(backend) { stage in
            #expect(try await Self.enter("Ana", stage).registration.person == nil)
            let member = try await stage.database.write { [administrator = stage.world.administrator, room = stage.room] tx in
                let country = try #require(Country(rawValue: "MX"))
                let made = try OrganisationActions.register(
                    OrganisationDraft(slug: "unam", names: Localized("UNAM"), kind: .university, country: country),
                    by: administrator, in: tx)
                try PlaceCategoryActions.setQuota(1, of: made.id, in: room, by: administrator, tx: tx)
                return made.id
            }
            #expect(try await Self.enter("Bo", stage, .desk(member: member)).registration.state == .confirmed)
            #expect(try await Self.enter("Chen", stage, .desk(member: member)).registration.state == .waiting)
            let actor = try await stage.database.read {
                try $0.count("SELECT COUNT(*) AS n FROM audit WHERE kind = 'registration' AND person_id IS NULL")
            }
            #expect(actor == 0, "who did it is in the trail")
        }
    }
}
