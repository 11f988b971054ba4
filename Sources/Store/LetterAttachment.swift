/// A file that goes with a letter. It is made when the letter is sent and never kept: a ticket that is printed then says what
/// holds then, and ten thousand letters that wait hold no ten thousand tickets.
package struct LetterAttachment: Sendable, Hashable, Codable {
    /// Names who makes it: a key of a module's `attachments`.
    package let kind: String
    /// As the file is called.
    package let name: String
    /// `text/calendar`, `application/pdf`
    package let type: String
    /// What its maker needs to know.
    package let key: String
    package init(kind: String, name: String, type: String, key: String) {
        self.kind = kind
        self.name = name
        self.type = type
        self.key = key
    }
}
