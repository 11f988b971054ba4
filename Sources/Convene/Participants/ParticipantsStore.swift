import Base
import Store

/// The list of participants that participants see: those who agreed to stand in it.
enum ParticipantsStore {
    /// In the order of their registrations; the same number of statements for any number of them. Who was
    /// forgotten has no address any more.
    static func listed(_ event: Identifier, in tx: Reader) throws -> [Registration] {
        let agreed = try ConsentStore.consenting(to: .listing, of: event, in: tx)
        guard !agreed.isEmpty else { return [] }
        return try RegistrationListStore.all(of: event, RegistrationFilter(states: [.confirmed]), in: tx)
            .filter { agreed.contains($0.id) && !$0.holder.email.isEmpty }
    }

    /// Whether anybody was asked: else there is no list.
    static func isKept(_ event: Identifier, in tx: Reader) throws -> Bool {
        try tx.first(
            """
            SELECT 1 AS found FROM registration_consent c JOIN registration r ON r.id = c.registration_id
            WHERE r.event_id = \(event) AND c.purpose = \(QuestionSection.Purpose.listing.rawValue) LIMIT 1
            """) != nil
    }
}
