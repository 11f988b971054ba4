/// What is looked at before libxml2 may see a foreign file: what it would spend time on out of all proportion. Linear, and
/// at one with libxml2 on where comments, CDATA and tags end up to libxml2's first error, where reading ends anyway.
enum XMLSurvey {
    /// Of one tag. libxml2 compares every attribute with every other.
    private static let mostAttributes = 64
    /// Of one tag. libxml2 looks every prefix up in all that are open.
    private static let mostNamespaces = 8

    /// Throws for a document type declaration, tags with more attributes than any format has, and encodings in which the
    /// characters of markup are not the bytes that they are in ASCII. Gives the encoding that the file names, in lower case.
    static func check(_ bytes: [UInt8]) throws(FormatRefusal) -> String {
        var named = ""
        var index = 0
        var line = 1
        var counted = 0
        func lineOf(_ place: Int) -> Int {
            line += bytes[counted..<place].count { $0 == 10 }
            counted = place
            return line
        }
        while let start = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
            let rest = bytes[start...]
            if rest.starts(with: "<!--".utf8) {
                index = end(of: "-->", in: bytes, from: start + 4)
            } else if rest.starts(with: "<![CDATA[".utf8) {
                index = end(of: "]]>", in: bytes, from: start + 9)
            } else if rest.starts(with: "<?".utf8) {
                index = end(of: "?>", in: bytes, from: start + 2)
                guard rest.starts(with: "<?xml ".utf8) else { continue }
                named = encoding(bytes[start..<index])
                guard isAllowed(named) else { throw FormatRefusal("encoding", line: lineOf(start)) }
            } else if rest.starts(with: "<!DOCTYPE".utf8) {
                throw FormatRefusal("doctype", line: lineOf(start))
            } else {
                guard let end = tag(bytes, from: start) else { throw FormatRefusal("tooMany", line: lineOf(start)) }
                index = end
            }
        }
        return named
    }

    /// The place behind a tag; nil if it has too much in it.
    private static func tag(_ bytes: [UInt8], from start: Int) -> Int? {
        var attributes = 0
        var namespaces = 0
        var quote: UInt8?
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if let open = quote {
                if byte == open { quote = nil }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
            case UInt8(ascii: "="): attributes += 1
            case UInt8(ascii: "x"): if bytes[index...].starts(with: "mlns".utf8) { namespaces += 1 }
            case UInt8(ascii: ">"): return index
            default: break
            }
            if attributes > mostAttributes || namespaces > mostNamespaces { return nil }
        }
        return index
    }

    /// The place behind the mark, or the end of the file.
    private static func end(of mark: StaticString, in bytes: [UInt8], from start: Int) -> Int {
        let letters = mark.withUTF8Buffer { Array($0) }
        var index = start
        while let found = bytes[min(index, bytes.count)...].firstIndex(of: letters[0]) {
            if bytes[found...].starts(with: letters) { return found + letters.count }
            index = found + 1
        }
        return bytes.count
    }

    /// What the declaration names, in lower case; "" if it names none.
    private static func encoding(_ declaration: ArraySlice<UInt8>) -> String {
        var rest = declaration.prefix(200)
        while !rest.isEmpty, !rest.starts(with: "encoding".utf8) { rest = rest.dropFirst() }
        let value = rest.dropFirst("encoding".utf8.count).drop { "= \t\r\n\"'".utf8.contains($0) }
        return String(decoding: value.prefix { !"\"' ?\t\r\n".utf8.contains($0) }, as: UTF8.self).lowercased()
    }

    /// UTF-7, UTF-32, EBCDIC and the encodings that shift could hide a tag from this look.
    private static func isAllowed(_ encoding: String) -> Bool {
        encoding.isEmpty
            || [
                "utf-8", "utf8", "utf-16", "us-ascii", "ascii", "iso-8859-", "iso8859-", "latin", "windows-125", "cp125", "koi8-",
                "shift_jis", "sjis", "euc-", "big5", "gb2312", "gbk", "gb18030", "macintosh",
            ].contains { encoding.hasPrefix($0) }
    }
}
