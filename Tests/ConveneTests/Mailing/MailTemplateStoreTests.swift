import Base
import Store
import TestKit
import Testing

@testable import Convene

@Suite("Wordings in the database")
struct MailTemplateStoreTests {
    @Test("one a letter and event: set, replaced, read and removed", arguments: Backend.available)
    func kept(backend: Backend) async throws {
        try await EventWorld.with(backend) { world in
            let event = try await world.event()
            try await world.database.write { tx in
                let first = MailWording(subject: Localized("A"), text: Localized("B"))
                let second = MailWording(
                    subject: Localized(["ar": "أ"], authentic: "ar"), text: Localized(["ar": "ب"], authentic: "ar"))
                try MailTemplateStore.set(first, for: .confirmed, of: event.id, in: tx)
                try MailTemplateStore.set(second, for: .confirmed, of: event.id, in: tx)
                try MailTemplateStore.set(first, for: .reminder, of: event.id, in: tx)
                #expect(try MailTemplateStore.all(of: event.id, in: tx) == [.confirmed: second, .reminder: first])
                try MailTemplateStore.remove(.reminder, of: event.id, in: tx)
                #expect(try MailTemplateStore.find(.reminder, of: event.id, in: tx) == nil)
                #expect(try MailTemplateStore.find(.confirmed, of: event.id, in: tx) == second)
                #expect(second.languages == [.ar])
            }
        }
    }
}
