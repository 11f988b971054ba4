import Base
import Store
import TestKit
import Testing

@testable import Convene

@Suite("Reminders in the database")
struct MailReminderStoreTests {
    @Test("one for each time of an event; taken once", arguments: Backend.available)
    func kept(backend: Backend) async throws {
        try await RegistrationStage.with(backend) { stage in
            let mailing = try await MailingStage.draft(stage)
            let event = stage.event.id
            try await stage.database.write { (tx: Writer) throws -> Void in
                let one = MailReminder(id: tx.newID(), event: event, minutes: 1440)
                #expect(try MailReminderStore.insert(one, in: tx))
                #expect(try !MailReminderStore.insert(MailReminder(id: tx.newID(), event: event, minutes: 1440), in: tx))
                #expect(try MailReminderStore.insert(MailReminder(id: tx.newID(), event: event, minutes: 60), in: tx))
                #expect(try MailReminderStore.claim(one.id, for: mailing, in: tx))
                #expect(try !MailReminderStore.claim(one.id, for: mailing, in: tx))
                #expect(try MailReminderStore.all(of: event, in: tx).map(\.minutes) == [1440, 60])
                #expect(try MailReminderStore.waiting(in: tx).map(\.minutes) == [60])
                #expect(try !MailReminderStore.remove(one.id, of: event, in: tx))
            }
        }
    }
}
