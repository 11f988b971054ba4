import Foundation

/// A regular expression, compiled once.
struct Pattern: @unchecked Sendable {
    private let expression: NSRegularExpression?

    /// What cannot be compiled matches nothing; the rules' own tests would show it.
    init(_ pattern: String, ignoringCase: Bool = false) {
        let options: NSRegularExpression.Options = ignoringCase ? [.caseInsensitive, .anchorsMatchLines] : [.anchorsMatchLines]
        expression = try? NSRegularExpression(pattern: pattern, options: options)
    }

    struct Match {
        /// Group 0 is the whole match; a group that took no part is empty.
        let groups: [String]
        let range: Range<String.Index>
    }

    func matches(in text: String) -> [Match] {
        let whole = NSRange(text.startIndex..., in: text)
        return (expression?.matches(in: text, range: whole) ?? []).compactMap { result in
            guard let range = Range(result.range, in: text) else { return nil }
            let groups = (0..<result.numberOfRanges).map { index in
                Range(result.range(at: index), in: text).map { String(text[$0]) } ?? ""
            }
            return Match(groups: groups, range: range)
        }
    }

    func first(in text: String) -> Match? { matches(in: text).first }
    func occurs(in text: String) -> Bool {
        expression?.firstMatch(in: text, range: NSRange(text.startIndex..., in: text)) != nil
    }
    func removed(from text: String) -> String {
        expression?.stringByReplacingMatches(in: text, range: NSRange(text.startIndex..., in: text), withTemplate: "") ?? text
    }
}
