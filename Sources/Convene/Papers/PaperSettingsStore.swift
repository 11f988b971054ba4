import Base
import Store

/// How an event's papers are worded: SQL ↔ values.
package enum PaperSettingsStore {
    package static func find(_ event: Identifier, in tx: Reader) throws -> PaperSettings {
        try tx.first("SELECT content FROM event_papers WHERE event_id = \(event)")?.decoded("content") ?? PaperSettings()
    }

    static func set(_ settings: PaperSettings, of event: Identifier, in tx: Writer) throws {
        try tx.execute(
            """
            INSERT INTO event_papers (event_id, is_invitation_open, content)
            VALUES (\(event), \(settings.isInvitationOpen), \(json(settings)))
            ON CONFLICT (event_id) DO UPDATE SET is_invitation_open = excluded.is_invitation_open, content = excluded.content
            """)
    }
}
