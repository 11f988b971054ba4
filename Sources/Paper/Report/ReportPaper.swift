/// A report: a text with headings, lists, tables and charts, over as many pages as it takes.
package struct ReportPaper: PaperWork {
    package let info: PaperInfo
    package let size: PaperSize
    package let band: String
    package let accent: PaperColour
    package let title: PaperText
    package let subtitle: PaperText?
    package let facts: [PaperFact]
    /// What whoever reads any page has to know ("invented sample data"): large on the first page, small on each.
    package let notice: PaperText?
    /// The heading of the table of contents; nil: there is none.
    package let contents: String?
    /// At the foot of each page: edition, address.
    package let footer: String
    /// BCP 47 of the text.
    package let language: String
    package let blocks: [PaperBlock]

    package init(
        info: PaperInfo, size: PaperSize = .a4, band: String, accent: PaperColour = .teal, title: PaperText,
        subtitle: PaperText? = nil, facts: [PaperFact] = [], notice: PaperText? = nil, contents: String? = nil, footer: String,
        language: String, blocks: [PaperBlock]
    ) {
        self.info = info
        self.size = size
        self.band = band
        self.accent = accent
        self.title = title
        self.subtitle = subtitle
        self.facts = facts
        self.notice = notice
        self.contents = contents
        self.footer = footer
        self.language = PaperLanguage.checked(language) ?? info.language
        self.blocks = blocks
    }

    package var refusesMissingGlyphs: Bool { false }
    package var isLong: Bool { true }

    private static let side = mm(30)
    private static let strip = mm(20)

    /// The column of a page, beneath its head and above its foot.
    private var column: PaperBox {
        PaperBox(ReportPaper.side, mm(25), size.width - 2 * ReportPaper.side, size.height - mm(25) - mm(26))
    }

    /// All is set in type, then cut into pages, then drawn: then each page's number is known to the list of contents.
    package func draw(on canvas: Canvas) throws {
        let column = column
        let lane = Lane(x: column.x, width: column.width)
        let head = try head(on: canvas, in: firstColumn)
        let body = Galley(on: canvas, accent: accent, language: language, height: column.height)
        try body.blocks(blocks, in: lane)
        let whole = Galley(on: canvas, accent: accent, language: language, height: column.height)
        let numbers = PageNumbers()
        try contents(in: whole, of: body.headings, in: lane, numbers)
        if whole.pieces.isEmpty { whole.gap(30) } else { whole.startPage() }
        whole.add(body)
        let below = firstColumn.y + head.height + 30
        let pages = PageBreaks.pages(of: whole.pieces, first: max(0, column.maxY - below), others: column.height)
        guard pages.count <= Canvas.mostPages else { throw PaperFault.tooMany(most: Canvas.mostPages) }
        for (page, places) in pages.enumerated() {
            for place in places where !place.isAgain {
                if let heading = whole.pieces[place.piece].heading { numbers.pages[heading] = page + 1 }
            }
        }
        var drawing = ReportPages(canvas, whole)
        for (page, places) in pages.enumerated() {
            try begin(canvas, page + 1, of: pages.count)
            if page == 0 { try head.draw() }
            try drawing.draw(places, from: page == 0 ? below : column.y, in: column)
        }
    }

    private var firstColumn: PaperBox {
        let column = column
        let top = mm(20) + ReportPaper.strip + 26
        return PaperBox(column.x, top, column.width, column.maxY - top)
    }

    /// The title, and what everyone has to know; that alone if it is long.
    private func above(_ canvas: Canvas, in box: PaperBox) {
        let words = notice?.text ?? ""
        let share = words.isEmpty ? 0.0 : words.count > 48 ? 1 : 0.5
        if share < 1 { canvas.running(title.text, in: PaperBox(box.x, box.y, box.width * (1 - share) - 6, box.height), .start) }
        if share > 0 {
            canvas.running(words, in: PaperBox(box.maxX - box.width * share, box.y, box.width * share, box.height), .end)
        }
    }

    /// The first page begins with the band, the others with the title; all end with the edition and their number.
    private func begin(_ canvas: Canvas, _ page: Int, of pages: Int) throws {
        try canvas.beginPage()
        let column = column
        if page == 1 {
            canvas.band(band, accent, in: PaperBox(column.x, mm(20), column.width, ReportPaper.strip), rows: 2)
        } else {
            above(canvas, in: PaperBox(column.x, column.y - mm(11), column.width, 12))
        }
        let y = size.height - mm(18)
        canvas.line(from: column.x, y, to: column.maxX, y, .line, width: 0.6)
        canvas.running(footer, in: PaperBox(column.x, y + 5, column.width - 70, 12), .start)
        // Numbers run left to right in every script.
        let number = PaperText("\(page) / \(pages)", "en")
        try canvas.text(number, ReportType.page, in: PaperBox(column.maxX - 60, y + 5, 60, 12), Shrinking(5), .end, .middle)
    }
}

extension Canvas {
    /// What every page says again; screen readers pass over it.
    fileprivate func running(_ text: String, in box: PaperBox, _ align: Alignment) {
        draw(label(text, ReportType.page, width: box.width), in: box, align, .middle)
    }
}
