import Base
import Store
import TestKit
import Testing

@testable import Convene

@Suite struct RegistrationDeskActionsTests {
    @Test("an application gets a yes, a no, or a turn in the queue", arguments: Backend.available)
    func applications(_ backend: Backend) async throws {
        try await RegistrationStage.with(backend) { stage in
            let administrator = stage.world.administrator
            let press = try await stage.add(1) { $0.needsApproval = true }
            var all: [Registration] = []
            for name in ["Ana", "Bo", "Chen"] { all.append(try await stage.register(name, press)) }
            #expect(all.allSatisfy { $0.state == .applied && !$0.hasPlace })
            @Sendable func say(_ one: Registration, yes: Bool, by viewer: Viewer?) async throws {
                try await stage.database.group(lane: stage.lane) { [event = stage.event, tell = stage.tell] tx in
                    if yes {
                        try RegistrationDeskActions.approve(one.id, of: event, by: viewer, tell: tell, in: tx)
                    } else {
                        try RegistrationDeskActions.decline(one.id, of: event, by: viewer, tell: tell, in: tx)
                    }
                }
            }
            let first = all[0]
            let stranger = try await EventWorld.refusal { try await say(first, yes: true, by: EventWorld.viewer(.editor)) }
            #expect(stranger?.code == .forbidden)
            try await say(all[0], yes: true, by: administrator)
            try await say(all[1], yes: true, by: administrator)
            try await say(all[2], yes: false, by: administrator)
            var states: [Registration.State] = []
            for one in all { states.append(try await stage.now(one).state) }
            #expect(states == [.confirmed, .waiting, .declined])
            #expect(stage.told.of(all[0]) == [.applied, .confirmed])
            #expect(try await stage.broken() == nil)
        }
    }

    @Test("the desk registers through the same counter, and marks what was paid", arguments: Backend.available)
    func adding(_ backend: Backend) async throws {
        try await RegistrationStage.with(backend) { stage in
            let administrator = stage.world.administrator
            let paid = try await stage.add(1) {
                $0.fee = .invoiced
                $0.hasWaitingList = false
            }
            @Sendable func add(_ name: String) async throws -> Registration {
                try await stage.database.group(lane: stage.lane) { [event = stage.event, tell = stage.tell] tx in
                    try RegistrationDeskActions.add(
                        RegistrationStage.holder(name), to: paid.id, of: event, by: administrator, tell: tell, in: tx)
                }
            }
            let one = try await add("Ana")
            #expect(one.state == .confirmed && one.invoice == one.number && one.paidAt == nil)
            let full = try await EventWorld.refusal { try await add("Bo") }
            #expect(full?.words == "registration.refusal.full")
            let again = try await EventWorld.refusal { try await add("Ana") }
            #expect(again?.words == "registration.refusal.taken")
            try await stage.database.write { [event = stage.event] tx in
                try RegistrationDeskActions.markPaid(true, one.id, of: event, by: administrator, in: tx)
            }
            let marked = try await stage.now(one)
            #expect(marked.paidAt == stage.database.now)
            #expect(try await stage.broken() == nil)
        }
    }
}
