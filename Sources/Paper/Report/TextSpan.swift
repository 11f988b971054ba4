import CPango

/// A part of a set text that looks otherwise than the rest.
struct TextSpan {
    /// Bytes of the text.
    let range: Range<Int>
    var isStrong = false
    var isEmphasis = false
    var isCode = false
    var link: String?
    var linkColour = PaperColour.ink

    init(_ range: Range<Int>, _ run: PaperRun, linkColour: PaperColour) {
        self.range = range
        isStrong = run.isStrong
        isEmphasis = run.isEmphasis
        isCode = run.isCode
        link = run.link
        self.linkColour = linkColour
    }

    func add(to attributes: OpaquePointer?, of text: String) {
        if isCode {
            insert(pango_attr_family_new(Typeface.codeFamilies(for: nil)), range, attributes)
            insert(pango_attr_scale_new(0.94), range, attributes)
        }
        if isStrong { insert(pango_attr_weight_new(PANGO_WEIGHT_BOLD), range, attributes) }
        if isEmphasis { for (part, isSlanted) in emphasised(text) { emphasise(part, isSlanted, attributes) } }
        if link != nil {
            let colour = [linkColour.red, linkColour.green, linkColour.blue].map { UInt16($0 * 65535) }
            insert(pango_attr_foreground_new(colour[0], colour[1], colour[2]), range, attributes)
            insert(pango_attr_underline_new(PANGO_UNDERLINE_SINGLE), range, attributes)
        }
    }

    private func emphasise(_ part: Range<Int>, _ isSlanted: Bool, _ attributes: OpaquePointer?) {
        let slant = isSlanted ? pango_attr_style_new(PANGO_STYLE_ITALIC) : pango_attr_weight_new(PANGO_WEIGHT_BOLD)
        insert(slant, part, attributes)
    }

    private func insert(_ attribute: UnsafeMutablePointer<PangoAttribute>?, _ range: Range<Int>, _ attributes: OpaquePointer?) {
        guard let attribute else { return }
        attribute.pointee.start_index = UInt32(range.lowerBound)
        attribute.pointee.end_index = UInt32(range.upperBound)
        pango_attr_list_insert(attributes, attribute)
    }

    /// Latin, Greek and Cyrillic letters have an italic. Others would be slanted by force, Arabic ones against their own
    /// direction; they are bold.
    private func emphasised(_ text: String) -> [(Range<Int>, isSlanted: Bool)] {
        let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
        let end = text.utf8.index(start, offsetBy: range.count)
        var parts: [(Range<Int>, isSlanted: Bool)] = []
        var place = range.lowerBound
        for scalar in text.unicodeScalars[start..<end] {
            let next = place + UTF8.width(scalar)
            let isSlanted = scalar.properties.isAlphabetic ? TextSpan.hasItalic(scalar) : parts.last?.isSlanted ?? true
            if let last = parts.last, last.isSlanted == isSlanted {
                parts[parts.count - 1].0 = last.0.lowerBound..<next
            } else {
                parts.append((place..<next, isSlanted))
            }
            place = next
        }
        return parts
    }

    private static func hasItalic(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x530 || (0x1e00...0x1fff).contains(scalar.value) || (0x2c60...0x2c7f).contains(scalar.value)
            || (0xa720...0xa7ff).contains(scalar.value) || (0xfb00...0xfb06).contains(scalar.value)
    }
}
