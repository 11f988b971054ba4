import Base

/// A mail to one person, as a value. Its parts are types that cannot hold what would inject a header.
package struct MailMessage: Hashable, Sendable {
    package struct Attachment: Hashable, Sendable {
        package let name: HeaderText
        /// `text/calendar`, `application/pdf`
        package let type: String
        package let bytes: [UInt8]
        package init(name: HeaderText, type: String, bytes: [UInt8]) {
            self.name = name
            self.type = type
            self.bytes = bytes
        }
    }
    package let id: Identifier
    package let from: MailAddress
    package let fromName: HeaderText
    package let to: MailAddress
    /// Where answers go, if not to the sender.
    package let replyTo: MailAddress?
    package let subject: HeaderText
    package let text: String
    package let language: Language
    package let date: Instant
    package let attachments: [Attachment]
    /// It was handed over before, and nobody knows what became of it. Its identifier is the same.
    package let mayBeDuplicate: Bool

    package init(
        id: Identifier, from: MailAddress, fromName: HeaderText, to: MailAddress, replyTo: MailAddress? = nil,
        subject: HeaderText, text: String,
        language: Language, date: Instant, attachments: [Attachment] = [], mayBeDuplicate: Bool = false
    ) {
        self.id = id
        self.from = from
        self.fromName = fromName
        self.to = to
        self.replyTo = replyTo
        self.subject = subject
        self.text = text
        self.language = language
        self.date = date
        self.attachments = attachments
        self.mayBeDuplicate = mayBeDuplicate
    }
}
