import Base

/// What a page needs to know of its reader, beside its own values: the words, the links, the clock and the zone.
package struct Scene: Sendable {
    package var words: Words
    /// The zone the reader asked for with `?tz=`; nil leaves it to the browser.
    package var zone: Zone?
    package var now: Instant
    package var viewer: Viewer?
    /// The masked token that every form carries; nil on pages that may be cached.
    package var formToken: String?
    /// Query parts that every link of the page keeps: the language and zone that were asked for by address.
    package var kept: [(name: String, value: String)]
    /// Path and query of this page, for the language and zone choosers.
    package var path: String
    /// The form before this page was taken: the page says so once.
    package var isDone = false

    package init(
        words: Words, zone: Zone? = nil, now: Instant, viewer: Viewer? = nil, formToken: String? = nil,
        kept: [(name: String, value: String)] = [], path: String = "/"
    ) {
        self.words = words
        self.zone = zone
        self.now = now
        self.viewer = viewer
        self.formToken = formToken
        self.kept = kept
        self.path = path
    }

    package var language: Language { words.language }

    /// A path of this site with the language and zone that the reader asked for.
    package func link(_ path: String) -> String {
        guard !kept.isEmpty else { return path }
        let parts = path.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        var out = String(parts[0])
        for (name, value) in kept { out += (out.contains("?") ? "&" : "?") + name + "=" + percentEncoded(value) }
        return parts.count > 1 ? out + "#" + parts[1] : out
    }

    /// The hidden field against forged requests.
    package var guardField: Markup {
        guard let formToken else { return .empty }
        return #"<input type="hidden" name="_token" value="\#(formToken)">"#
    }

    /// A text in the reader's language, marked with its own language where that differs.
    package func text(_ text: Localized) -> Markup {
        let (words, tag) = text.reading(language)
        if Language(tag: tag) == language { return "\(words)" }
        return #"<span lang="\#(tag)" dir="auto">\#(words)</span>"#
    }
}

/// For a query value: everything but unreserved characters (RFC 3986 §2.3) as `%XX`.
package func percentEncoded(_ text: String) -> String {
    var out: [UInt8] = []
    let hex = Array("0123456789ABCDEF".utf8)
    for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
            out.append(byte)
        default: out += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
        }
    }
    return String(decoding: out, as: UTF8.self)
}
