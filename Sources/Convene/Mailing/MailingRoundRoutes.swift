import Base
import HTML
import Store
import Synchronization
import Web

/// What goes on by itself: reminders that are due, and the letters of mailings that are being sent. Every process does it; each
/// step is one transaction, so that it does not matter which, or whether one ends in the middle.
package enum MailingRoundRoutes {
    package static let post = Module.Round("mailings", seconds: 1) { hall in
        let compose = RegistrationLetters.composer(LettersDeskRoutes.pen(hall))
        for id in try await hall.database.read({ try MailingStore.sending(in: $0) }) {
            while try await hall.database.write({ try MailingActions.post(id, compose: compose, in: $0) }) {}
            try await tell(id, hall)
        }
    }

    /// How many letters waited when this process looked last: whoever watches is told when some have gone.
    private static let seen = Mutex<[Identifier: Int]>([:])

    private static func tell(_ id: Identifier, _ hall: Hall) async throws {
        let (waiting, event) = try await hall.database.read { tx in
            (try MailingStore.queued(of: id, in: tx), try MailingStore.find(id, in: tx)?.event)
        }
        let isNews = seen.withLock { seen in
            defer { seen[id] = waiting == 0 ? nil : waiting }
            return seen[id] != nil && seen[id] != waiting
        }
        guard isNews, let event else { return }
        try await hall.database.write { try $0.changed(Mailing.topic(event)) }
    }

    package static let remind = Module.Round("reminders", seconds: 30) { hall in
        guard try await hall.database.read({ try MailReminderActions.mayBeDue(in: $0) }) else { return }
        let wording = RegistrationLetters.standard(.reminder, hall.book)
        try await hall.database.write { try MailReminderActions.sendDue(house: wording, in: $0) }
    }
}
