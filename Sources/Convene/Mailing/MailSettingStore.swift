import Base
import Store

/// Where answers to an event's letters go: SQL ↔ values.
package enum MailSettingStore {
    /// Nil for nowhere but the house's own address.
    package static func replyTo(of event: Identifier, in tx: Reader) throws -> String? {
        try tx.first("SELECT reply_to FROM mail_setting WHERE event_id = \(event)")?.text("reply_to")
    }

    static func set(replyTo address: String?, of event: Identifier, in tx: Writer) throws {
        guard let address else {
            try tx.execute("DELETE FROM mail_setting WHERE event_id = \(event)")
            return
        }
        try tx.execute(
            """
            INSERT INTO mail_setting (event_id, reply_to) VALUES (\(event), \(address))
            ON CONFLICT (event_id) DO UPDATE SET reply_to = excluded.reply_to
            """)
    }
}
