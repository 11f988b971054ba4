/// Why something was not printed. The text is what the caller gave, for a message to whoever asked; it is not for logs.
package enum PaperFault: Error, Hashable, Sendable {
    /// No font has a letter of this text.
    case missingGlyph(String)
    /// Not even very small, or more than a text of its kind may have.
    case doesNotFit(String)
    /// More badges, rows or pages than one file may have.
    case tooMany(most: Int)
    /// More than a QR code can hold, or nothing.
    case unfitForCode(String)
    /// The press has as much to do as it may have; come again.
    case busy
    /// The drawing library gave up, in its words.
    case failed(String)
}
