import Base
import Store
import TestKit
import Testing

@testable import Convene

@Suite struct PlaceCategoryActionsTests {
    @Test("more places go to who waits; fewer than are taken cannot be", arguments: Backend.available)
    func capacity(_ backend: Backend) async throws {
        try await RegistrationStage.with(backend, places: 1) { stage in
            _ = try await stage.register("Ana")
            let second = try await stage.register("Bo")
            @Sendable func set(_ capacity: Int, by viewer: Viewer?) async throws {
                try await stage.database.group(lane: stage.lane) { [room = stage.room, tell = stage.tell] tx in
                    try PlaceCategoryActions.change(room, capacity: capacity, by: viewer, tell: tell, in: tx)
                }
            }
            let administrator = stage.world.administrator
            let few = try await EventWorld.refusal { try await set(0, by: administrator) }
            #expect(few?.words == "places.refusal.taken")
            let nobody = try await EventWorld.refusal { try await set(5, by: nil) }
            #expect(nobody?.code == .signInNeeded)
            let editor = try await EventWorld.refusal { try await set(5, by: EventWorld.viewer(.editor)) }
            #expect(editor?.code == .forbidden)
            try await set(2, by: administrator)
            #expect(try await stage.now(second).state == .offered)
            #expect(try await stage.broken() == nil)
        }
    }

    @Test("questions of another event are not asked", arguments: Backend.available)
    func questions(_ backend: Backend) async throws {
        try await RegistrationStage.with(backend) { stage in
            let administrator = stage.world.administrator
            let other = try await stage.world.event("another")
            let (own, foreign) = try await stage.database.write { [event = stage.event] tx in
                (
                    try QuestionnaireActions.create(Localized("Ours"), for: event, by: administrator, in: tx),
                    try QuestionnaireActions.create(Localized("Theirs"), for: other, by: administrator, in: tx)
                )
            }
            for (questionnaire, words) in [(own, nil), (foreign, "places.refusal.questionnaire")] {
                let refusal = try await EventWorld.refusal {
                    _ = try await stage.add(3) { $0.questionnaire = questionnaire.id }
                }
                #expect(refusal?.words == words)
                let changed = try await EventWorld.refusal {
                    try await stage.database.group(lane: stage.lane) { [room = stage.room, tell = stage.tell] tx in
                        var room = room
                        room.questionnaire = questionnaire.id
                        try PlaceCategoryActions.change(room, capacity: 2, by: administrator, tell: tell, in: tx)
                    }
                }
                #expect(changed?.words == words)
            }
        }
    }
}
