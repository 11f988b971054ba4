import Base
import Store
import TestKit
import Testing

@testable import Convene

@Suite struct MailSettingStoreTests {
    @Test("one address for each event, the last that was set", arguments: Backend.available)
    func set(backend: Backend) async throws {
        try await RegistrationStage.with(backend) { stage in
            let found = try await stage.database.write { [id = stage.event.id] tx in
                var found = [try MailSettingStore.replyTo(of: id, in: tx)]
                for address in ["a@b.example", "c@d.example", nil] {
                    try MailSettingStore.set(replyTo: address, of: id, in: tx)
                    found.append(try MailSettingStore.replyTo(of: id, in: tx))
                }
                return found
            }
            #expect(found == [nil, "a@b.example", "c@d.example", nil])
        }
    }
}
