import Base
import Crypto
import HTML
import Store
import TestKit

@testable import Convene

/// Registrations with their letters, for the tests of what is sent to many.
enum MailingStage {
    static let pen = LetterPen(
        book: EventWorld.book, baseURL: "https://conference.example",
        address: RegistrationAddress(SymmetricKey(data: Array(repeating: UInt8(7), count: 32))))
    static let compose = RegistrationLetters.composer(pen)
    static let wording = MailWording(
        subject: Localized(["en": "News of {event}", "es": "Novedades de {event}"]),
        text: Localized(["en": "Hello {name}\n{page}", "es": "Hola {name}\n{page}"]))

    static func draft(_ stage: RegistrationStage, _ audience: MailAudience = MailAudience()) async throws -> Identifier {
        try await stage.database.write { [event = stage.event, by = stage.world.administrator] tx in
            try MailingActions.write(wording, to: audience, of: event, by: by, in: tx).id
        }
    }
    @discardableResult
    static func send(_ stage: RegistrationStage, _ id: Identifier) async throws -> Int {
        try await stage.database.write { [event = stage.event, by = stage.world.administrator] tx in
            try MailingActions.send(id, of: event, by: by, in: tx)
        }
    }
    static func post(_ stage: RegistrationStage, _ id: Identifier, limit: Int = 100) async throws -> Bool {
        try await stage.database.write { try MailingActions.post(id, limit: limit, compose: compose, in: $0) }
    }
    /// Writes what there is to write, lets the post have it, and so to the end.
    static func finish(_ stage: RegistrationStage, _ id: Identifier) async throws {
        while try await post(stage, id) {}
        try await stage.database.write { try $0.execute("UPDATE letter SET state = 'sent' WHERE purpose = 'mailing'") }
        while try await post(stage, id) {}
    }

    /// The addresses of all letters to many, in their order.
    static func reached(_ stage: RegistrationStage) async throws -> [String] {
        try await stage.database.read { tx in
            try tx.rows("SELECT recipient FROM letter WHERE purpose = 'mailing' ORDER BY recipient").map {
                try $0.text("recipient")
            }
        }
    }
    static func progress(_ stage: RegistrationStage, _ id: Identifier) async throws -> MailingProgress {
        try await stage.database.read { [event = stage.event.id] in try MailingStore.progress(of: event, in: $0)[id] }
            ?? MailingProgress()
    }
    /// The letters to many, as they lie in the outbox.
    static func letters(_ stage: RegistrationStage) async throws -> [Letter] {
        try await stage.database.read { tx in try LetterStore.recent(500, in: tx).filter { $0.purpose == Mailing.purpose } }
    }
    static func reminders(_ stage: RegistrationStage) async throws -> [MailReminder] {
        try await stage.database.read { [id = stage.event.id] in try MailReminderStore.all(of: id, in: $0) }
    }
    static func mailings(_ stage: RegistrationStage) async throws -> [Mailing] {
        try await stage.database.read { [id = stage.event.id] in try MailingStore.all(of: id, in: $0) }
    }
}
