// Thread rule of Pango: one thread for the whole process. Its font map belongs to a thread and is warm there alone, and two
// threads at once end the process. `PaperPress` owns that thread; everything here happens on it.
import CPango

/// How a text looks.
struct TextStyle {
    enum Role: String {
        case title = "H1"
        case heading = "H2"
        case third = "H3"
        case fourth = "H4"
        case fifth = "H5"
        case sixth = "H6"
        case paragraph = "P"
        case label = "Lbl"
        case code = "Code"
        case headCell = "TH"
        case cell = "TD"
        case caption = "Caption"
        /// Of the page or of a drawing, and not read out by itself.
        case none = ""
    }
    var face: Typeface = .sans
    var isBold = false
    /// In points.
    var size: Double
    var colour: PaperColour = .ink
    /// Lines stand this many sizes apart.
    var leading = 1.3
    /// What it is in the structure that a screen reader follows.
    var role: Role = .paragraph

    static func serif(_ size: Double, bold: Bool = false, _ colour: PaperColour = .ink, role: Role = .paragraph) -> TextStyle {
        TextStyle(face: .serif, isBold: bold, size: size, colour: colour, role: role)
    }
    static func sans(_ size: Double, bold: Bool = false, _ colour: PaperColour = .ink, role: Role = .paragraph) -> TextStyle {
        TextStyle(face: .sans, isBold: bold, size: size, colour: colour, role: role)
    }
}

/// A paragraph set in type at one size, to be drawn at any: fonts are looked for once, not once a size, and what fits is
/// arithmetic. All measures are in points at `SetText.size`.
final class SetText {
    static let size = 32.0

    struct Line {
        /// Its bytes of the text.
        let range: Range<Int>
        /// Where it begins in the layout's own axes.
        let x: Double
        let width: Double
        /// From the line's start and its baseline.
        let ink: PaperBox
        let baseline: Double
        let top: Double
        let bottom: Double
    }

    let layout: OpaquePointer
    private(set) var lines: [Line] = []
    /// Words that lead somewhere.
    let links: [TextSpan]

    init(
        _ text: String, in context: OpaquePointer, font: OpaquePointer, style: TextStyle, language: String?, auto: Bool,
        spans: [TextSpan] = []
    ) {
        links = spans.filter { $0.link != nil }
        layout = pango_layout_new(context)
        pango_layout_set_font_description(layout, font)
        pango_layout_set_auto_dir(layout, auto ? 1 : 0)
        pango_layout_set_text(layout, text, Int32(text.utf8.count))
        let attributes = pango_attr_list_new()
        if let language { pango_attr_list_insert(attributes, pango_attr_language_new(pango_language_from_string(language))) }
        if !Typeface.isTall(text) {
            // Fonts differ much in the height of their lines (Arabic ones take twice the size); a page wants one rhythm.
            let height = Int32(style.leading * SetText.size * Double(PANGO_SCALE))
            pango_attr_list_insert(attributes, pango_attr_line_height_new_absolute(height))
        }
        if style.face == .serif { enlargeArabic(in: text, attributes) }
        for span in spans { span.add(to: attributes, of: text) }
        pango_layout_set_attributes(layout, attributes)
        pango_attr_list_unref(attributes)
        measure()
    }

    deinit { plenaria_pango_free(UnsafeMutableRawPointer(layout)) }

    /// The letters of Noto Naskh are drawn smaller than those of Noto Serif at one size.
    private func enlargeArabic(in text: String, _ attributes: OpaquePointer?) {
        for part in text.unicodeScalars.split(whereSeparator: { !Typeface.isArabic($0) }) {
            let place = UInt32(text.utf8.distance(from: text.startIndex, to: part.startIndex))
            let scale = pango_attr_scale_new(1.18)
            scale?.pointee.start_index = place
            scale?.pointee.end_index = place + UInt32(part.reduce(0) { $0 + UTF8.width($1) })
            pango_attr_list_insert(attributes, scale)
        }
    }

    /// Letters that no font has.
    var unknown: Int { Int(pango_layout_get_unknown_glyphs_count(layout)) }
    var isRightToLeft: Bool { pango_layout_get_direction(layout, 0) == PANGO_DIRECTION_RTL }
    var height: Double { lines.last?.bottom ?? 0 }

    enum Breaking { case words, anywhere }

    /// Breaks lines at a width; nil is one line.
    func wrap(at width: Double?, _ breaking: Breaking = .words) {
        pango_layout_set_wrap(layout, breaking == .words ? PANGO_WRAP_WORD : PANGO_WRAP_WORD_CHAR)
        pango_layout_set_width(layout, width.map { Int32(min(1e9, max(1, $0 * Double(PANGO_SCALE)))) } ?? -1)
        measure()
    }

    private func measure() {
        lines = []
        let iterator = pango_layout_get_iter(layout)
        defer { pango_layout_iter_free(iterator) }
        repeat {
            var ink = PangoRectangle()
            var logical = PangoRectangle()
            pango_layout_iter_get_line_extents(iterator, &ink, &logical)
            let baseline = points(pango_layout_iter_get_baseline(iterator))
            let box = PaperBox(
                points(ink.x - logical.x), points(ink.y) - baseline, points(ink.width), points(ink.height))
            let top = lines.last?.bottom ?? points(logical.y)
            lines.append(
                Line(
                    range: SetText.bytes(of: iterator), x: points(logical.x), width: points(logical.width), ink: box,
                    baseline: baseline, top: top,
                    bottom: points(logical.y + logical.height)))
        } while pango_layout_iter_next_line(iterator) != 0
    }

    /// What some lines take at a scale, with ink that stands out of its line; from the start and top of the first line.
    func extent(of range: Range<Int>, scale: Double) -> PaperBox {
        guard let first = range.first else { return PaperBox(0, 0, 0, 0) }
        let top = lines[first].top
        var box = PaperBox(0, 0, 0, (lines[range.upperBound - 1].bottom - top) * scale)
        for line in lines[range] {
            let ink = PaperBox(
                line.ink.x * scale, (line.baseline - top + line.ink.y) * scale, line.ink.width * scale, line.ink.height * scale)
            box = box.union(PaperBox(0, box.y, line.width * scale, box.height)).union(ink)
        }
        return box
    }

    /// Draws one line with its baseline at the origin of the drawing's own axes.
    func show(line index: Int, on drawing: OpaquePointer) {
        guard let line = pango_layout_get_line_readonly(layout, Int32(index)) else { return }
        pango_cairo_show_layout_line(drawing, line)
    }

    private static func bytes(of iterator: OpaquePointer?) -> Range<Int> {
        guard let line = pango_layout_iter_get_line_readonly(iterator) else { return 0..<0 }
        let start = Int(line.pointee.start_index)
        return start..<start + Int(line.pointee.length)
    }

    func points(_ units: Int32) -> Double { Double(units) / Double(PANGO_SCALE) }
}

/// Pango's settings for one file: fonts by name, no hinting, so that a text measures the same at any size.
final class TypeCase {
    private let leftToRight: OpaquePointer
    private let rightToLeft: OpaquePointer
    private let isMirrored: Bool
    private let language: String
    private var fonts: [Font: OpaquePointer] = [:]

    private struct Font: Hashable {
        let face: Typeface
        let isBold: Bool
        let isEastern: Bool
        let region: String
    }

    init(language: String, isMirrored: Bool) {
        self.language = language
        self.isMirrored = isMirrored
        leftToRight = TypeCase.context(language, PANGO_DIRECTION_LTR)
        rightToLeft = TypeCase.context(language, PANGO_DIRECTION_RTL)
    }

    deinit {
        for font in fonts.values { pango_font_description_free(font) }
        plenaria_pango_free(UnsafeMutableRawPointer(leftToRight))
        plenaria_pango_free(UnsafeMutableRawPointer(rightToLeft))
    }

    private static func context(_ language: String, _ direction: PangoDirection) -> OpaquePointer {
        let context = plenaria_pango_context()!
        pango_cairo_context_set_resolution(context, 72)
        pango_context_set_round_glyph_positions(context, 0)
        pango_context_set_language(context, pango_language_from_string(language))
        pango_context_set_base_dir(context, direction)
        let options = cairo_font_options_create()
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        pango_cairo_context_set_font_options(context, options)
        cairo_font_options_destroy(options)
        return context
    }

    /// A language that was given decides the direction; else the first strong letter does, and if there is none, the page.
    func set(_ text: String, _ style: TextStyle, language own: String?) -> SetText {
        let isRightToLeft = own.map(PaperLanguage.isRightToLeft) ?? isMirrored
        return SetText(
            text, in: isRightToLeft ? rightToLeft : leftToRight, font: font(style, own ?? language), style: style,
            language: own ?? language, auto: own == nil)
    }

    /// Words whose direction is known, with parts that look otherwise.
    func set(_ text: String, _ style: TextStyle, language: String, isRightToLeft: Bool, spans: [TextSpan]) -> SetText {
        SetText(
            text, in: isRightToLeft ? rightToLeft : leftToRight, font: font(style, language), style: style, language: language,
            auto: false, spans: spans)
    }

    private func font(_ style: TextStyle, _ language: String) -> OpaquePointer {
        let key = Font(
            face: style.face, isBold: style.isBold, isEastern: Typeface.isEastern(language), region: Typeface.region(of: language)
        )
        if let known = fonts[key] { return known }
        let font = pango_font_description_new()!
        pango_font_description_set_family(font, style.face.families(for: language))
        pango_font_description_set_weight(font, style.isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
        pango_font_description_set_absolute_size(font, SetText.size * Double(PANGO_SCALE))
        fonts[key] = font
        return font
    }
}
