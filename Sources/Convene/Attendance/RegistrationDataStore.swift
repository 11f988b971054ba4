import Base
import Store

/// All that is held of one registration, for whoever has the address of its page: as JSON it can be read without us.
package struct RegistrationData: Encodable, Sendable {
    package struct Seat: Encodable, Sendable {
        let session: Identifier
        let taken: String
    }
    package struct Scan: Encodable, Sendable {
        let session: Identifier?
        let kind: String
        let at: String
        let result: String
        let isUndone: Bool
    }
    package struct Paper: Encodable, Sendable {
        let number: String
        let issued: String
        let revoked: String?
        let digest: String
        let content: CertificateContent
    }
    package struct Sent: Encodable, Sendable {
        let subject: String
        let at: String
        let state: String
    }

    package let event: String
    package let number: String
    package let state: String
    package let category: Localized
    package let holder: RegistrationHolder
    package let created: String
    package let confirmed: String?
    package let ended: String?
    package let invoice: String?
    package let paid: String?
    package let answers: AnswerExport?
    package let seats: [Seat]
    package let scans: [Scan]
    package let papers: [Paper]
    package let isMarkedAsPresent: Bool
    package let letters: [Sent]
    /// From this day on nothing here says who it was.
    package let namelessFrom: CalendarDate
}

package enum RegistrationDataStore {
    package static func whole(
        _ one: Registration, event: Event, category: PlaceCategory, language: Language, in tx: Reader
    ) throws -> RegistrationData {
        RegistrationData(
            event: event.slug, number: one.number, state: one.state.rawValue, category: category.name, holder: one.holder,
            created: one.createdAt.description, confirmed: one.confirmedAt?.description, ended: one.endedAt?.description,
            invoice: one.invoice, paid: one.paidAt?.description,
            answers: try AnswerPersonalStore.export(one.id, in: language, in: tx), seats: try seats(one.id, in: tx),
            scans: try scans(one.id, in: tx),
            papers: try CertificateStore.of(registration: one.id, in: tx).filter { $0.content.name == one.holder.name }.map {
                RegistrationData.Paper(
                    number: $0.number, issued: $0.issuedAt.description, revoked: $0.revokedAt?.description, digest: $0.digest,
                    content: $0.content)
            }, isMarkedAsPresent: try CertificateStore.marked(of: event.id, in: tx).contains(one.id),
            letters: try letters(one.holder.email, since: one.createdAt, in: tx),
            namelessFrom: Retention.day(of: event, months: try RetentionStore.months(of: event.id, in: tx)))
    }

    private static func seats(_ id: Identifier, in tx: Reader) throws -> [RegistrationData.Seat] {
        try tx.rows("SELECT session_id, taken_at FROM session_seat WHERE registration_id = \(id) ORDER BY taken_at, session_id")
            .map { RegistrationData.Seat(session: try $0.id("session_id"), taken: try $0.instant("taken_at").description) }
    }

    private static func scans(_ id: Identifier, in tx: Reader) throws -> [RegistrationData.Scan] {
        try tx.rows(
            """
            SELECT session_id, kind, happened_at, result, is_undone FROM door_scan WHERE registration_id = \(id)
            ORDER BY happened_at, id
            """
        ).map {
            RegistrationData.Scan(
                session: try $0.optionalID("session_id"), kind: try $0.text("kind"),
                at: try $0.instant("happened_at").description, result: try $0.text("result"), isUndone: try $0.bool("is_undone"))
        }
    }

    /// Those about registrations since this one began; not what somebody who had the address before was written.
    private static func letters(_ email: String, since: Instant, in tx: Reader) throws -> [RegistrationData.Sent] {
        guard !email.isEmpty else { return [] }
        return try tx.rows(
            """
            SELECT subject, created_at, state FROM letter
            WHERE recipient = \(email) AND purpose = 'registration' AND created_at >= \(since) ORDER BY created_at, id
            """
        ).map {
            RegistrationData.Sent(
                subject: try $0.text("subject"), at: try $0.instant("created_at").description, state: try $0.text("state"))
        }
    }
}
