import Base
import Store

/// The organisers' own wordings: SQL ↔ values.
package enum MailTemplateStore {
    /// All that a letter to somebody who registered is made of. One statement: it is asked for each confirmation of a rush.
    struct Ground: Sendable {
        let event: Event
        let category: PlaceCategory
        let wording: MailWording?
        let replyTo: String?
    }

    static func ground(of one: Registration, _ occasion: MailOccasion, in tx: Reader) throws -> Ground? {
        try tx.first(
            """
            SELECT e.*, p.content AS category_content, t.wording AS wording, s.reply_to AS reply_to FROM event e
            JOIN place_category p ON p.id = \(one.category)
            LEFT JOIN mail_setting s ON s.event_id = e.id
            LEFT JOIN mail_template t ON t.event_id = e.id AND t.occasion = \(occasion.rawValue) WHERE e.id = \(one.event)
            """
        ).map { row in
            Ground(
                event: try EventStore.event(row), category: try row.recalled("category_content"),
                wording: try row.optionalText("wording") == nil ? nil : try row.recalled("wording"),
                replyTo: try row.optionalText("reply_to"))
        }
    }

    package static func all(of event: Identifier, in tx: Reader) throws -> [MailOccasion: MailWording] {
        var found: [MailOccasion: MailWording] = [:]
        for row in try tx.rows("SELECT occasion, wording FROM mail_template WHERE event_id = \(event)") {
            if let occasion = MailOccasion(rawValue: try row.text("occasion")) { found[occasion] = try row.recalled("wording") }
        }
        return found
    }

    package static func find(_ occasion: MailOccasion, of event: Identifier, in tx: Reader) throws -> MailWording? {
        try tx.first("SELECT wording FROM mail_template WHERE event_id = \(event) AND occasion = \(occasion.rawValue)")?
            .recalled("wording")
    }

    static func set(_ wording: MailWording, for occasion: MailOccasion, of event: Identifier, in tx: Writer) throws {
        try tx.execute(
            """
            INSERT INTO mail_template (event_id, occasion, wording) VALUES (\(event), \(occasion.rawValue), \(json(wording)))
            ON CONFLICT (event_id, occasion) DO UPDATE SET wording = excluded.wording
            """)
    }

    static func remove(_ occasion: MailOccasion, of event: Identifier, in tx: Writer) throws {
        try tx.execute("DELETE FROM mail_template WHERE event_id = \(event) AND occasion = \(occasion.rawValue)")
    }
}
