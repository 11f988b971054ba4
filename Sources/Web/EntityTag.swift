/// Entity tags in conditional requests (RFC 9110 §13.1). Ours have no comma in them.
package enum EntityTag {
    /// `If-None-Match`: a list compared weakly, or `*`.
    package static func isKnown(_ tag: String, in header: String) -> Bool {
        names(header).contains { $0 == "*" || $0 == tag || ($0.hasPrefix("W/") && $0.dropFirst(2) == tag) }
    }

    /// `If-Match`: a list compared strongly, or `*`.
    package static func isMatched(_ tag: String, in header: String) -> Bool {
        names(header).contains { $0 == "*" || $0 == tag }
    }

    private static func names(_ header: String) -> [Substring] {
        header.split(separator: ",", maxSplits: 64).map { part in
            let begin = part.drop { $0 == " " || $0 == "\t" }
            return begin[..<(begin.lastIndex { $0 != " " && $0 != "\t" }.map { begin.index(after: $0) } ?? begin.startIndex)]
        }
    }
}
