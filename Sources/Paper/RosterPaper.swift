/// A list on paper: participants at the door, signatures, seats.
package struct RosterPaper: PaperWork {
    package struct Column: Hashable, Sendable {
        package let heading: PaperText
        /// Its share of the breadth, beside the others' shares.
        package let share: Double
        /// An empty box to tick instead of words; its cells are passed over.
        package let isTick: Bool
        package init(_ heading: PaperText, share: Double = 1, isTick: Bool = false) {
            self.heading = heading
            self.share = max(0.1, share)
            self.isTick = isTick
        }
    }

    package let info: PaperInfo
    package let size: PaperSize
    package let accent: PaperColour
    package let title: PaperText
    package let subtitle: PaperText?
    package let columns: [Column]
    /// A cell for each column; what is missing is empty.
    package let rows: [[PaperText]]
    /// Beside the page's number: when it was printed, who may read it.
    package let note: PaperText?
    package static let mostRows = 5000
    package static let mostColumns = 12

    package init(
        info: PaperInfo, size: PaperSize = .a4, accent: PaperColour = .teal, title: PaperText, subtitle: PaperText? = nil,
        columns: [Column], rows: [[PaperText]], note: PaperText? = nil
    ) {
        self.info = info
        self.size = size
        self.accent = accent
        self.title = title
        self.subtitle = subtitle
        self.columns = columns
        self.rows = rows
        self.note = note
    }

    package var refusesMissingGlyphs: Bool { false }
    package var isLong: Bool { rows.count > 200 }
    private static let margin = mm(15)
    private static let body = TextStyle.sans(9.5)
    private static let head = TextStyle.sans(8.5, bold: true, .softInk)
    private static let space = 9.0
    private static let padding = 3.4

    package func draw(on canvas: Canvas) throws {
        guard rows.count <= RosterPaper.mostRows else { throw PaperFault.tooMany(most: RosterPaper.mostRows) }
        guard (1...RosterPaper.mostColumns).contains(columns.count) else {
            throw PaperFault.tooMany(most: RosterPaper.mostColumns)
        }
        let page = PaperBox(0, 0, size.width, size.height).inset(RosterPaper.margin, RosterPaper.margin)
        // How many pages there are is known when all rows were measured.
        let pages = try breaks(on: canvas, in: page)
        for (index, range) in pages.enumerated() {
            try canvas.beginPage()
            let flow = try begin(on: canvas, in: page, isFirst: index == 0, isTrial: false)
            for row in range { try add(rows[row], to: flow) }
            canvas.line(from: page.x, flow.y, to: page.maxX, flow.y, .line)
            try foot(on: canvas, in: page, number: "\(index + 1) / \(pages.count)")
        }
    }

    /// The rows of each page.
    private func breaks(on canvas: Canvas, in page: PaperBox) throws -> [Range<Int>] {
        var pages: [Range<Int>] = []
        var first = 0
        var flow = try begin(on: canvas, in: page, isFirst: true, isTrial: true)
        var index = 0
        while index < rows.count {
            try add(rows[index], to: flow)
            if flow.y > flow.column.maxY, index > first {
                pages.append(first..<index)
                guard pages.count < Canvas.mostPages else { throw PaperFault.tooMany(most: Canvas.mostPages) }
                first = index
                flow = try begin(on: canvas, in: page, isFirst: false, isTrial: true)
                continue
            }
            index += 1
        }
        return pages + [first..<rows.count]
    }

    /// Title and headings; the headings come again on each page.
    private func begin(on canvas: Canvas, in page: PaperBox, isFirst: Bool, isTrial: Bool) throws -> Flow {
        let flow = Flow(on: canvas, in: PaperBox(page.x, page.y, page.width, page.height - 24), isTrial: isTrial)
        if isFirst {
            try flow.field(title, .serif(19, bold: true, role: .title), height: 60, Shrinking(15, 13))
            if let subtitle {
                flow.gap(2)
                try flow.field(subtitle, .sans(10.5, .softInk), height: 40, Shrinking(9, 8))
            }
            flow.gap(12)
        }
        try flow.row(cells(columns.map(\.heading), RosterPaper.head), padding: RosterPaper.padding)
        if !isTrial { canvas.line(from: page.x, flow.y, to: page.maxX, flow.y, accent, width: 1.2) }
        return flow
    }

    private func add(_ row: [PaperText], to flow: Flow) throws {
        let words = columns.indices.map { columns[$0].isTick || $0 >= row.count ? "" : row[$0] }
        let isFirst = flow.isTrial
        try flow.row(cells(words, RosterPaper.body), padding: RosterPaper.padding) { box in
            if !isFirst { flow.canvas.line(from: box.x, box.y, to: box.maxX, box.y, .line, width: 0.4) }
            for (column, place) in zip(columns, places) where column.isTick {
                let side = 9.5
                flow.canvas.stroke(
                    PaperBox(box.x + place.x, box.y + (min(box.height, 20) - side) / 2, side, side), .softInk, width: 0.7,
                    radius: 1.5)
            }
        }
    }

    private func cells(_ words: [PaperText], _ style: TextStyle) -> [Flow.Cell] {
        zip(words, places).map { Flow.Cell(x: $1.x, width: $1.width, texts: [($0, style)]) }
    }

    private var places: [(x: Double, width: Double)] {
        let all = size.width - 2 * RosterPaper.margin - RosterPaper.space * Double(columns.count - 1)
        let shares = columns.reduce(0) { $0 + $1.share }
        var x = 0.0
        return columns.map { column in
            let width = all * column.share / shares
            defer { x += width + RosterPaper.space }
            return (x, width)
        }
    }

    private func foot(on canvas: Canvas, in page: PaperBox, number: String) throws {
        let line = PaperBox(page.x, page.maxY - 14, page.width - 80, 14)
        if let note { try canvas.text(note, .sans(8.5, .softInk), in: line, Shrinking(5), .start, .bottom) }
        let corner = PaperBox(page.maxX - 70, page.maxY - 14, 70, 14)
        // Numbers run left to right in every script.
        try canvas.text(PaperText(number, "en"), .sans(8.5, .softInk), in: corner, Shrinking(5), .end, .bottom)
    }
}
