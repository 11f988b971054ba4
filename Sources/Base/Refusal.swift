/// A "no" that people understand: a code for machines, a key of the words with its arguments, and the field it is about.
/// Everything else that is thrown is logged and shown as a plain 500.
package struct Refusal: Error, Hashable, Sendable {
    package enum Code: String, Sendable, Codable {
        case signInNeeded, forbidden, notFound, invalid, conflict, gone, tooLarge, tooMany, unsupported
    }
    package let code: Code
    /// A key of `Words/<lang>.json`.
    package let words: String
    package let arguments: [String: String]
    /// The form field or input place that it is about, if there is one.
    package let field: String?

    package init(_ code: Code, _ words: String, _ arguments: [String: String] = [:], field: String? = nil) {
        self.code = code
        self.words = words
        self.arguments = arguments
        self.field = field
    }
}
