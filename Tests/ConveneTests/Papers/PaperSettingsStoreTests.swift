import Base
import Store
import Testing
import TestKit

@testable import Convene

@Suite struct PaperSettingsStoreTests {
    @Test("what was set is what is found; before there is nothing, and no letter", arguments: Backend.available)
    func kept(_ backend: Backend) async throws {
        try await PapersStage.with(backend) { stage in
            let before = try await stage.database.read { try PaperSettingsStore.find(stage.event.id, in: $0) }
            #expect(before == PaperSettings())
            try await stage.open("{name}")
            try await stage.open("Dear {name}")
            let after = try await stage.database.read { try PaperSettingsStore.find(stage.event.id, in: $0) }
            #expect(after.invitation.text(.en) == "Dear {name}" && after.isInvitationOpen)
        }
    }
}
