/// Whether markup holds nothing but the tags that our Markdown writes, each closed in its order.
enum TagBalance {
    private static let known: Set<String> = [
        "p", "h1", "h2", "h3", "h4", "h5", "h6", "code", "pre", "em", "strong", "s", "blockquote", "ul", "ol", "li", "a", "div",
        "table", "thead", "tbody", "tr", "th", "td",
    ]

    static func holds(_ markup: [UInt8]) -> Bool {
        var open: [String] = []
        var rest = markup[...]
        while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
            guard let end = rest[start...].firstIndex(of: UInt8(ascii: ">")) else { return false }
            let tag = String(decoding: rest[(start + 1)..<end], as: UTF8.self)
            rest = rest[(end + 1)...]
            let name = String(tag.prefix { $0 != " " })
            if ["br", "hr"].contains(name) { continue }
            if name.hasPrefix("/") {
                guard open.popLast() == String(name.dropFirst()) else { return false }
            } else {
                guard known.contains(name), isHarmless(tag) else { return false }
                open.append(name)
            }
        }
        return open.isEmpty
    }

    /// Attributes are an address, a start or what stands on our own tables. `#` is what an address that cannot be followed
    /// becomes.
    private static func isHarmless(_ tag: String) -> Bool {
        guard tag.contains("=") else { return true }
        let begin = tag.prefix(24).lowercased()
        return [
            "a href=\"https://", "a href=\"http://", "a href=\"mailto:", "a href=\"#\"", "ol start=\"", "th scope=\"col\"",
            "div class=\"table-wrap\"", "table class=\"table\"",
        ].contains { begin.hasPrefix($0.prefix(24)) }
    }
}
