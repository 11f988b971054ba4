import CPango

/// Draws the pages that were cut.
struct ReportPages {
    let canvas: Canvas
    let pieces: [Piece]
    let headings: [ReportHeading]
    private var open: [Piece.Tag] = []
    /// The outline's entries that others may stand beneath, with their levels.
    private var entries: [(level: Int, id: Int32)] = []

    init(_ canvas: Canvas, _ galley: Galley) {
        self.canvas = canvas
        pieces = galley.pieces
        headings = galley.headings
    }

    /// `top` is the column's.
    mutating func draw(_ places: [PageBreaks.Place], from top: Double, in column: PaperBox) throws {
        var drawn: Set<Int> = []
        var index = 0
        while index < places.count {
            let place = places[index]
            let piece = pieces[place.piece]
            for frame in piece.frames where drawn.insert(frame.id).inserted {
                let inside = places.filter { pieces[$0.piece].frames.contains { $0.id == frame.id } }
                let end = inside.map { $0.y + $0.height }.max() ?? place.y
                frame.draw(canvas, PaperBox(column.x, top + place.y, column.width, end - place.y))
            }
            enter(piece.tags)
            if let heading = piece.heading, !place.isAgain { mark(heading, at: top + place.y, in: column) }
            for marker in piece.markers { try marker(canvas, top + place.y) }
            index += try draw(places[index...], top)
        }
        enter([])
    }

    /// One piece, or lines of one paragraph that follow one another. Returns how many.
    private func draw(_ places: ArraySlice<PageBreaks.Place>, _ top: Double) throws -> Int {
        guard let first = places.first else { return 1 }
        switch pieces[first.piece].content {
        case .drawing(let draw):
            try draw(canvas, top + first.y)
            return 1
        case .elastic(_, let draw):
            try draw(canvas, top + first.y, first.height)
            return 1
        case .lines(let fitted, let range, let lane, let align):
            var end = range.upperBound
            var count = 1
            for place in places.dropFirst() {
                guard case .lines(let other, let more, _, _) = pieces[place.piece].content, other.typeset === fitted.typeset,
                    more.lowerBound == end
                else { break }
                end = more.upperBound
                count += 1
            }
            let part = fitted.part(range.lowerBound..<end)
            canvas.draw(part, in: PaperBox(lane.x, top + first.y, lane.width, part.height), align)
            return count
        }
    }

    /// Steps of the structure end with their page: marks of a file's content do not reach over pages.
    private mutating func enter(_ tags: [Piece.Tag]) {
        let shared = zip(open, tags).prefix { $0 == $1 }.count
        for tag in open[shared...].reversed() { cairo_tag_end(canvas.drawing, tag.name) }
        for tag in tags[shared...] { cairo_tag_begin(canvas.drawing, tag.name, nil) }
        open = tags
    }

    private mutating func mark(_ index: Int, at y: Double, in column: PaperBox) {
        let heading = headings[index]
        canvas.anchor(ReportPaper.name(index), in: PaperBox(column.x, y, column.width, 1))
        entries.removeAll { $0.level >= heading.level }
        let id = canvas.outline(heading.text, to: ReportPaper.name(index), beneath: entries.last?.id)
        entries.append((heading.level, id))
    }
}

extension Canvas {
    /// An entry of the file's outline, which readers show beside the pages. The highest stand open.
    func outline(_ text: String, to name: String, beneath parent: Int32?) -> Int32 {
        let flags = parent == nil ? CAIRO_PDF_OUTLINE_FLAG_OPEN : cairo_pdf_outline_flags_t(0)
        return cairo_pdf_surface_add_outline(
            cairo_get_target(drawing), parent ?? CAIRO_PDF_OUTLINE_ROOT, String(text.prefix(300)), "dest='\(name)'", flags)
    }
}
