/// Entity tags in conditional requests (RFC 9110 §13.1). Ours have no comma in them.
package enum EntityTag {
    /// `If-None-Match`: a list compared weakly, or `*`.
    package static func isKnown(_ tag: String, in header: String) -> Bool {
        names(header).contains { name in
            holds(name, "*") || holds(name, tag) || (name.starts(with: "W/".utf8) && holds(name.dropFirst(2), tag))
        }
    }

    /// `If-Match`: a list compared strongly, or `*`.
    package static func isMatched(_ tag: String, in header: String) -> Bool {
        names(header).contains { holds($0, "*") || holds($0, tag) }
    }

    private static func holds(_ name: Substring.UTF8View, _ text: String) -> Bool { name.elementsEqual(text.utf8) }

    /// Compared byte by byte (§8.8.3.2): as texts, two that look alike would be the same.
    private static func names(_ header: String) -> [Substring.UTF8View] {
        header.utf8.split(separator: UInt8(ascii: ","), maxSplits: 64).map { part in
            let begin = part.drop(while: isBlank)
            guard let last = begin.lastIndex(where: { !isBlank($0) }) else { return begin.prefix(0) }
            return begin[...last]
        }
    }
    private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 }
}
