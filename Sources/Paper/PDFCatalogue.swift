/// What Cairo cannot write into a PDF's catalogue: its language, that its structure is complete (so that it is read as a
/// tagged file), and that the title is shown instead of the file's name; and the words of figures. Appended as the format
/// foresees it, as an update (ISO 32000-1 §7.5.6); nothing before it changes.
enum PDFCatalogue {
    /// The same bytes if their end is not what we know. `figures` are words for each, in the order in which they were drawn.
    static func completed(_ bytes: [UInt8], language: String, isMirrored: Bool, figures: [String] = []) -> [UInt8] {
        guard let trailer = lastRange(of: "trailer", in: bytes, before: bytes.count) else { return bytes }
        let tail = String(decoding: bytes[trailer...], as: UTF8.self)
        guard let root = number(after: "/Root", in: tail), let size = number(after: "/Size", in: tail),
            let info = number(after: "/Info", in: tail), let previous = number(after: "startxref", in: tail),
            let begin = lastRange(of: "\n\(root) 0 obj", in: bytes, before: trailer),
            let end = firstRange(of: "endobj", in: bytes, after: begin)
        else { return bytes }
        let old = String(decoding: bytes[(begin + 1)..<end], as: UTF8.self)
        guard old.contains("/Type /Catalog"), let close = old.range(of: ">>", backwards: true) else { return bytes }
        let additions =
            "   /Lang (\(language))\n\(old.contains("/MarkInfo") ? "" : "   /MarkInfo << /Marked true >>\n")"
            + "   /ViewerPreferences << /DisplayDocTitle true\(isMirrored ? " /Direction /R2L" : "") >>\n"
        let catalogue = String(old[..<close.lowerBound]) + additions + String(old[close.lowerBound...]) + "endobj\n"
        let objects = [(id: root, object: catalogue)] + PDFFigures.described(in: bytes, figures)
        var update = ""
        var entries = ""
        for (id, object) in objects {
            let offset = String(bytes.count + update.utf8.count)
            entries += "\(id) 1\n\(String(repeating: "0", count: 10 - offset.count))\(offset) 00000 n \n"
            update += object
        }
        let place = bytes.count + update.utf8.count
        update +=
            "xref\n\(entries)trailer\n<< /Size \(size)\n   /Root \(root) 0 R\n   /Info \(info) 0 R\n"
            + "   /Prev \(previous)\n>>\nstartxref\n\(place)\n%%EOF\n"
        return bytes + Array(update.utf8)
    }

    private static func number(after word: String, in text: String) -> Int? {
        guard let range = text.range(of: word, backwards: true) else { return nil }
        return Int(text[range.upperBound...].drop { $0 == " " || $0 == "\n" }.prefix { $0.isNumber })
    }

    private static func lastRange(of word: String, in bytes: [UInt8], before end: Int) -> Int? {
        let word = Array(word.utf8)
        guard end >= word.count else { return nil }
        return stride(from: end - word.count, through: 0, by: -1).first {
            bytes[$0] == word[0] && bytes[$0...].starts(with: word)
        }
    }

    private static func firstRange(of word: String, in bytes: [UInt8], after start: Int) -> Int? {
        let word = Array(word.utf8)
        return (start..<max(start, bytes.count - word.count)).first { bytes[$0] == word[0] && bytes[$0...].starts(with: word) }
    }
}

extension String {
    fileprivate func range(of word: String, backwards: Bool) -> Range<String.Index>? {
        guard backwards else { return firstRange(of: word) }
        return ranges(of: word).last
    }
}
