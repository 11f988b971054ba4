import Base
import Store
import TestKit
import Testing
import Web

@testable import Convene

@Suite struct ApiRegistrationRoutesTests {
    @Test("what was answered, in confidence or not, leaves by no address of the interface", arguments: Backend.available)
    func answers(_ backend: Backend) async throws {
        try await QuestionStage.with(backend) { stage in
            let one = try await stage.answered("Ada")
            let world = stage.stage.world
            let desk = try await stage.database.read { try AnswerStore.whole(one.id, in: $0) }
            #expect(desk[QuestionStage.passport] == .text("P123"), "it is there, but not here")
            for path in ["/registrations", "/registrations/\(one.id)", "/attendance", "/places"] {
                let text = try await world.page("/api/v1/events/\(stage.event.slug)" + path, as: stage.organiser)
                #expect(!text.contains("P123") && !text.contains("vegan") && !text.contains("Food"), "\(path)")
                #expect(text.contains("Ada") == path.hasPrefix("/registrations"), "\(path)")
            }
        }
    }

    @Test("a form that is still being filled is shown to whoever asks for it")
    func held() async throws {
        try await RegistrationStage.with(.sqlite, places: 9) { stage in
            let path = "/api/v1/events/\(stage.event.slug)/registrations"
            _ = try await stage.register("Ana")
            let one = try await stage.world.page(path, as: stage.world.administrator)
            #expect(one.contains("Ana"))
            for name in ["Bo", "Chen"] { _ = try await stage.register(name) }
            let all = try await stage.world.page(path, as: stage.world.administrator)
            #expect(all.contains("Chen"))
            let held = try await stage.hold(stage.room, key: "unfinished")
            let unfinished = try await stage.world.page(path, query: [("state", "held")], as: stage.world.administrator)
            #expect(unfinished.contains(held.number) && !all.contains(held.number))
        }
    }
}
