import Base

/// What kind of file it is, by its first bytes: what is no schedule is refused by its name.
enum ForeignKind {
    /// Nil unless it is something that is certainly no text with a schedule in it.
    static func refusal(_ bytes: [UInt8]) -> FormatRefusal? {
        if bytes.starts(with: [0x50, 0x4b, 3, 4]) { return FormatRefusal(isOffice(bytes) ? "office" : "archive", line: 1) }
        if bytes.starts(with: [0xd0, 0xcf, 0x11, 0xe0]) { return FormatRefusal("office", line: 1) }
        let archives: [[UInt8]] = [
            [0x1f, 0x8b], [0x42, 0x5a, 0x68], [0xfd, 0x37, 0x7a, 0x58], [0x37, 0x7a, 0xbc, 0xaf], [0x52, 0x61, 0x72, 0x21],
            [0x28, 0xb5, 0x2f, 0xfd],
        ]
        if archives.contains(where: { bytes.starts(with: $0) }) { return FormatRefusal("archive", line: 1) }
        let pictures: [[UInt8]] = [
            [0x89, 0x50, 0x4e, 0x47], [0xff, 0xd8, 0xff], [0x47, 0x49, 0x46, 0x38], [0x52, 0x49, 0x46, 0x46],
        ]
        if pictures.contains(where: { bytes.starts(with: $0) }) { return FormatRefusal("picture", line: 1) }
        let start = beginning(bytes)
        if bytes[start...].starts(with: "%PDF".utf8) { return FormatRefusal("pdf", line: 1) }
        return page(bytes, from: start)
    }

    /// The first file of a zip: office programs begin with their table of contents.
    private static func isOffice(_ bytes: [UInt8]) -> Bool {
        guard bytes.count > 30 else { return true }
        let length = Int(bytes[26]) | Int(bytes[27]) << 8
        let name = String(decoding: bytes[30..<min(bytes.count, 30 + length)], as: UTF8.self)
        return ["[Content_Types].xml", "_rels/", "docProps/", "xl/", "word/", "ppt/", "mimetype"].contains { name.hasPrefix($0) }
    }

    /// A page of the web, with or without its DOCTYPE, behind a declaration and comments.
    private static func page(_ bytes: [UInt8], from start: Int) -> FormatRefusal? {
        var index = start
        let end = min(bytes.count, start + 8_000)
        while index < end {
            if bytes[index] <= 32 {
                index += 1
            } else if bytes[index...].starts(with: "<?".utf8) {
                index = (bytes[index..<end].firstIndex(of: UInt8(ascii: ">")) ?? end) + 1
            } else if bytes[index...].starts(with: "<!--".utf8) {
                while index < end, !bytes[index...].starts(with: "-->".utf8) { index += 1 }
                index += 3
            } else {
                let head = String(decoding: bytes[index..<min(end, index + 20)], as: UTF8.self).lowercased()
                guard head.hasPrefix("<!doctype html") || head.hasPrefix("<html") else { return nil }
                return FormatRefusal(
                    "html", line: TextEncoding.line(of: index, in: bytes[...]), ["found": "html", "expected": "schedule"])
            }
        }
        return nil
    }

    /// Behind a byte order mark and blanks.
    private static func beginning(_ bytes: [UInt8]) -> Int {
        let mark = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
        return bytes[mark...].firstIndex { $0 > 32 } ?? bytes.count
    }

    /// A calendar may stand in a comment of a page or behind the head of a mail.
    static func looksLikeCalendar(_ bytes: [UInt8]) -> Bool {
        guard !TextEncoding.isWide(bytes) else { return false }
        let head = String(decoding: bytes.prefix(4_000), as: UTF8.self)
        guard let first = head.trimmed.first, first != "{", first != "[", head.uppercased().contains("BEGIN:V") else {
            return false
        }
        return first != "<" || (head.trimmed.hasPrefix("<!--") && !head.contains("<schedule"))
    }

    /// XML begins with `<`, after a byte order mark or blanks; in UTF-16 the other byte is zero.
    static func looksLikeXML(_ bytes: [UInt8]) -> Bool {
        let marks: Set<UInt8> = [0xef, 0xbb, 0xbf, 0xff, 0xfe, 0, 9, 10, 13, 32]
        return bytes.prefix(256).first { !marks.contains($0) } == UInt8(ascii: "<")
    }

    /// By its first character, or by the file's name where that is none of a table's either.
    static func looksLikeJSON(_ text: String, name: String) -> Bool {
        let first = text.unicodeScalars.first { !$0.properties.isWhitespace && $0 != "\u{FEFF}" }
        return first == "{" || first == "[" || name.hasSuffix(".json")
    }
}
