// Thread rule of Cairo: it shares its fonts with Pango, so it lives on Pango's thread (see SetText.swift). A canvas is made,
// drawn on and finished by one job of `PaperPress`.
import Base
import CPango

/// A PDF file while it is drawn. Boxes are given from the page's start: on a mirrored page that is the right.
package final class Canvas {
    let size: PaperSize
    let isMirrored: Bool
    let type: TypeCase
    /// How many pages were begun.
    private(set) var page = 0
    var placements: [Placement] = []
    private var shapes: [Placement] = []
    /// Texts with letters that no font has.
    var missing: [String] = []
    /// Words that stand for each figure, in order.
    var figures: [String] = []
    let drawing: OpaquePointer
    private let surface: OpaquePointer
    private let sink = Sink()

    private final class Sink { var bytes: [UInt8] = [] }

    static let mostPages = 3000

    private let pause: (() -> Void)?

    private init(_ info: PaperInfo, size: PaperSize, pause: (() -> Void)?) throws(PaperFault) {
        self.pause = pause
        self.size = size
        isMirrored = info.isRightToLeft
        type = TypeCase(language: info.language, isMirrored: info.isRightToLeft)
        surface = cairo_pdf_surface_create_for_stream(
            { closure, data, length in
                guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
                let sink = Unmanaged<Sink>.fromOpaque(closure).takeUnretainedValue()
                sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
                return CAIRO_STATUS_SUCCESS
            }, Unmanaged.passUnretained(sink).toOpaque(), size.width, size.height)
        drawing = cairo_create(surface)
        // Later versions pack what `PDFCatalogue` has to find.
        cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_4)
        for (key, value) in [
            (CAIRO_PDF_METADATA_TITLE, info.title), (CAIRO_PDF_METADATA_AUTHOR, info.author),
            (CAIRO_PDF_METADATA_CREATOR, "Plenaria"), (CAIRO_PDF_METADATA_CREATE_DATE, info.created.description),
        ] { cairo_pdf_surface_set_metadata(surface, key, try PaperText(String(value.unicodeScalars.prefix(500))).line) }
        try check()
    }

    deinit {
        cairo_destroy(drawing)
        cairo_surface_finish(surface)
        cairo_surface_destroy(surface)
    }

    /// The whole of a work, on the press's thread. `pause` is called between two pages.
    static func print(_ work: some PaperWork, pause: (() -> Void)?) throws -> PrintedPaper {
        let canvas = try Canvas(work.info, size: work.size, pause: pause)
        try work.draw(on: canvas)
        if canvas.page == 0 { try canvas.beginPage() }
        if work.refusesMissingGlyphs, let text = canvas.missing.first { throw PaperFault.missingGlyph(text) }
        let bytes = try canvas.finish()
        return PrintedPaper(
            bytes: PDFCatalogue.completed(
                bytes, language: work.info.language, isMirrored: canvas.isMirrored, figures: canvas.figures), pages: canvas.page,
            missing: canvas.missing, placements: canvas.placements, shapes: canvas.shapes)
    }

    /// Every page begins with this, the first one too. Throws `PaperFault.tooMany`.
    func beginPage() throws(PaperFault) {
        guard page < Canvas.mostPages else { throw .tooMany(most: Canvas.mostPages) }
        if page > 0 { cairo_show_page(drawing) } else { cairo_tag_begin(drawing, "Document", nil) }
        page += 1
        if page > 1 { pause?() }
        try check()
    }

    private func finish() throws(PaperFault) -> [UInt8] {
        try check()
        cairo_tag_end(drawing, "Document")
        cairo_show_page(drawing)
        cairo_surface_finish(surface)
        let status = cairo_surface_status(surface)
        guard status == CAIRO_STATUS_SUCCESS else { throw .failed(String(cString: cairo_status_to_string(status))) }
        return sink.bytes
    }

    private func check() throws(PaperFault) {
        for status in [cairo_status(drawing), cairo_surface_status(surface)] where status != CAIRO_STATUS_SUCCESS {
            throw .failed(String(cString: cairo_status_to_string(status)))
        }
    }

    /// From the page's start to the sheet as one looks at it.
    func onSheet(_ box: PaperBox) -> PaperBox {
        isMirrored ? PaperBox(size.width - box.maxX, box.y, box.width, box.height) : box
    }

    /// A shape stands here, on the sheet as one looks at it.
    func note(_ box: PaperBox) { shapes.append(Placement(page: page, text: "", field: box, ink: box, size: 0, lines: 0)) }

    func use(_ colour: PaperColour) { cairo_set_source_rgb(drawing, colour.red, colour.green, colour.blue) }
}
