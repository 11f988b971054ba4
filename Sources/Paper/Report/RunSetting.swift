import CPango

/// Paragraphs with strong, emphasised and linked words.
extension Canvas {
    /// Signs that no font has are left out; letters that no font has are noted and marked.
    func set(_ runs: RunText, _ style: TextStyle, language: String, linkColour: PaperColour) -> (text: String, set: SetText) {
        let isRightToLeft = isRightToLeft(runs)
        let first = runs.text
        let set = type.set(
            first, style, language: language, isRightToLeft: isRightToLeft, spans: runs.spans(linkColour: linkColour))
        guard set.unknown > 0 else { return (first, set) }
        let kept = runs.without(set.unknownPlaces) { isWritten($0) }
        let text = kept.text
        let again = type.set(
            text, style, language: language, isRightToLeft: isRightToLeft, spans: kept.spans(linkColour: linkColour))
        if again.unknown > 0 { missing.append(String(text.prefix(PaperText.mostScalars))) }
        return (text, again)
    }

    /// A paragraph runs as its page does unless its letters say otherwise: an English quotation in an Arabic report does not,
    /// an Arabic sentence that begins with a Latin name does.
    private func isRightToLeft(_ runs: RunText) -> Bool {
        let letters = runs.letters
        if isMirrored { return letters.rightToLeft > 0 || letters.leftToRight == 0 }
        return letters.rightToLeft > letters.leftToRight
    }

    func tags(of fitted: FittedText) -> [String] {
        guard fitted.style.role != .none else { return [] }
        return [fitted.style.role.rawValue] + (fitted.typeset.links.isEmpty ? [] : ["Span"])
    }

    /// Where words of a line lead: rectangles that a reader can press.
    func rects(of fitted: FittedText, line index: Int, from x: Double, _ baseline: Double) -> [(
        address: String, rects: [PaperBox]
    )] {
        let line = fitted.typeset.lines[index]
        return fitted.typeset.links.compactMap { span in
            guard let link = span.link, span.range.overlaps(line.range) else { return nil }
            let rects = fitted.typeset.breadths(of: span.range, line: index).map { start, width in
                PaperBox(x + start * fitted.scale, baseline - 0.95 * fitted.size, width * fitted.scale, 1.25 * fitted.size)
            }
            return rects.isEmpty ? nil : (link, rects)
        }
    }

    func lead(_ links: [(address: String, rects: [PaperBox])]) {
        for link in links { leads("uri='\(Canvas.quoted(link.address))'", link.rects) }
    }

    /// Within a page of the same file, in a box from the page's start.
    func link(to name: String, in box: PaperBox) { leads("dest='\(Canvas.quoted(name))'", [onSheet(box)]) }

    private func leads(_ target: String, _ rects: [PaperBox]) {
        let numbers = rects.flatMap { [$0.x, $0.y, $0.width, $0.height].map(Canvas.number) }.joined(separator: " ")
        cairo_tag_begin(drawing, "Link", "\(target) rect=[\(numbers)]")
        cairo_tag_end(drawing, "Link")
    }

    /// Something that others lead to.
    func anchor(_ name: String, in box: PaperBox) {
        let sheet = onSheet(box)
        cairo_tag_begin(
            drawing, "cairo.dest",
            "name='\(Canvas.quoted(name))' x=\(Canvas.number(sheet.x)) y=\(Canvas.number(max(0, sheet.y - 6)))")
        cairo_tag_end(drawing, "cairo.dest")
    }

    private static func number(_ value: Double) -> String { String((value * 100).rounded() / 100) }

    /// Cairo reads ASCII within quotes.
    private static func quoted(_ text: String) -> String {
        text.utf8.map { byte in
            switch byte {
            case UInt8(ascii: "'"): "%27"
            case UInt8(ascii: "\\"): "%5C"
            case 0x21...0x7e: String(UnicodeScalar(byte))
            default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }.joined()
    }
}

extension SetText {
    /// The bytes of what no font has.
    var unknownPlaces: Set<Int> {
        var found: Set<Int> = []
        let iterator = pango_layout_get_iter(layout)
        defer { pango_layout_iter_free(iterator) }
        repeat {
            guard let run = pango_layout_iter_get_run_readonly(iterator) else { continue }
            let glyphs = run.pointee.glyphs.pointee
            for index in 0..<Int(glyphs.num_glyphs) where glyphs.glyphs[index].glyph & 0x1000_0000 != 0 {
                found.insert(Int(run.pointee.item.pointee.offset) + Int(glyphs.log_clusters[index]))
            }
        } while pango_layout_iter_next_run(iterator) != 0
        return found
    }

    /// Where some bytes stand in a line, from the line's start on the left: more than one place where directions meet.
    func breadths(of bytes: Range<Int>, line index: Int) -> [(start: Double, width: Double)] {
        guard let line = pango_layout_get_line_readonly(layout, Int32(index)) else { return [] }
        let within = bytes.clamped(to: lines[index].range)
        guard !within.isEmpty else { return [] }
        var ranges: UnsafeMutablePointer<Int32>?
        var count: Int32 = 0
        pango_layout_line_get_x_ranges(line, Int32(within.lowerBound), Int32(within.upperBound), &ranges, &count)
        defer { g_free(ranges) }
        guard let ranges else { return [] }
        return (0..<Int(count)).map { place in
            let (from, to) = (points(ranges[2 * place]), points(ranges[2 * place + 1]))
            return (from - lines[index].x, to - from)
        }.filter { $0.width > 0.01 }
    }
}
