import CPango

/// Tables in type: a row is a piece, and the head comes again on each page.
extension Galley {
    func table(_ head: [RunText], _ rows: [[RunText]], _ isNumeric: [Bool], in lane: Lane) throws {
        guard !head.isEmpty else { return }
        let numeric = head.indices.map { $0 < isNumeric.count && isNumeric[$0] }
        let even = rows.map { row in head.indices.map { $0 < row.count ? row[$0] : RunText([]) } }
        let columns = TableColumns(needs(head, even, numeric), size: ReportType.cell.size, width: lane.width)
        for part in columns.parts {
            let row = TableRow(part, columns, numeric, lane)
            gap(13)
            try within("Table") { try body(head, even, row, columns.scale) }
            gap(15)
        }
    }

    private func needs(_ head: [RunText], _ rows: [[RunText]], _ isNumeric: [Bool]) -> [TableColumns.Need] {
        head.indices.map { column in
            var need = need(head[column], ReportType.head, isNumeric: false)
            for row in rows {
                let cell = self.need(row[column], ReportType.cell, isNumeric: isNumeric[column])
                need.natural = max(need.natural, cell.natural)
                need.least = max(need.least, cell.least)
            }
            return need
        }
    }

    /// A number stays on one line.
    private func need(_ cell: RunText, _ style: TextStyle, isNumeric: Bool) -> TableColumns.Need {
        let set = canvas.set(cell, style, language: language, linkColour: ink).set
        let share = style.size / ReportType.cell.size / SetText.size
        let natural = (set.lines.map(\.width).max() ?? 0) * share
        if isNumeric, cell.text.utf8.count < 40 { return TableColumns.Need(natural: natural, least: natural) }
        set.wrap(at: 0.01)
        return TableColumns.Need(natural: natural, least: (set.lines.map(\.width).max() ?? 0) * share)
    }

    private func body(_ head: [RunText], _ rows: [[RunText]], _ row: TableRow, _ scale: Double) throws {
        let first = try add(head, row, ReportType.head.times(scale), head: nil, isHead: true)
        // A head that takes a third of a page does not come again.
        let again = first == pieces.count - 1 ? first : nil
        let begin = first
        var last = first
        for cells in rows { last = try add(cells, row, ReportType.cell.times(scale), head: again, isHead: false) }
        let count = pieces.count
        let isShort = pieces[begin..<count].reduce(0) { $0 + $1.height } < height / 3
        keep(isShort ? begin..<count : begin..<min(count, begin + 3))
        if !isShort, count - last == 1, count - 2 > begin { keep(count - 2..<count) }
    }

    /// The first piece of the row; it has several if it is too high to stand in one.
    private func add(_ cells: [RunText], _ row: TableRow, _ style: TextStyle, head: Int?, isHead: Bool) throws -> Int {
        let fits = zip(row.columns, row.widths).map { fitted(cells[$0], style, width: $1) }
        let first = pieces.count
        let whole = TableRow.Cells(fits, row, isFromBelow: isHead, accent: isHead ? accent : nil)
        try within("TR") {
            if whole.height <= height / 3 {
                try add(whole.height, keepsWithNext: isHead, head: head, .drawing { whole.draw(on: $0, at: $1) })
                return
            }
            let lines = fits.map(\.lines.count).max() ?? 1
            for line in 0..<lines {
                let slices = fits.map { $0.lines.contains(line) ? $0.part(line..<line + 1) : nil }
                let slice = TableRow.Cells(
                    slices, row, isFromBelow: false, accent: isHead && line == lines - 1 ? accent : nil, isFirst: line == 0,
                    isLast: line == lines - 1)
                try add(slice.height, head: head, .drawing { slice.draw(on: $0, at: $1) })
            }
        }
        return first
    }
}

/// The columns that the rows of a table have in common.
struct TableRow {
    let columns: [Int]
    let widths: [Double]
    let isNumeric: [Bool]
    let lane: Lane

    init(_ columns: [Int], _ needs: TableColumns, _ isNumeric: [Bool], _ lane: Lane) {
        self.columns = columns
        widths = needs.widths(of: columns)
        self.isNumeric = columns.map { isNumeric[$0] }
        self.lane = lane
    }

    /// One row, or one line of a row that is torn; nil: nothing of this cell.
    struct Cells {
        private let fits: [FittedText?]
        private let row: TableRow
        private let isFromBelow: Bool
        /// Beneath a head.
        private let accent: PaperColour?
        private let isLast: Bool
        private let above: Double
        private let ascent: Double
        let height: Double
        private static let padding = 3.7

        init(
            _ fits: [FittedText?], _ row: TableRow, isFromBelow: Bool, accent: PaperColour?, isFirst: Bool = true,
            isLast: Bool = true
        ) {
            self.fits = fits
            self.row = row
            self.isFromBelow = isFromBelow
            self.accent = accent
            self.isLast = isLast
            above = isFirst ? Cells.padding : 0
            let ascent = fits.compactMap { $0?.ascent }.max() ?? 0
            self.ascent = ascent
            let tallest = fits.compactMap { $0.map { $0.height + ascent - $0.ascent } }.max() ?? 0
            height = max(4, tallest) + above + (isLast ? Cells.padding : 0)
        }

        func draw(on canvas: Canvas, at y: Double) {
            var x = row.lane.x
            for (index, fitted) in fits.enumerated() {
                let width = row.widths[index]
                if let fitted, !fitted.text.isEmpty {
                    let below = isLast ? Cells.padding : 0
                    let top = isFromBelow ? y + height - below - fitted.height : y + above + ascent - fitted.ascent
                    canvas.draw(fitted, in: PaperBox(x, top, width, fitted.height), row.isNumeric[index] ? .end : .start)
                } else {
                    canvas.emptyCell(accent == nil ? .cell : .headCell)
                }
                x += width + TableColumns.space
            }
            guard isLast else { return }
            let (end, bottom) = (row.lane.x + row.lane.width, y + height)
            canvas.line(from: row.lane.x, bottom, to: end, bottom, accent ?? .line, width: accent == nil ? 0.5 : 1.1)
        }
    }
}

extension Canvas {
    /// A cell without words is a cell.
    fileprivate func emptyCell(_ role: TextStyle.Role) {
        cairo_tag_begin(drawing, role.rawValue, nil)
        cairo_tag_end(drawing, role.rawValue)
    }
}

extension TextStyle {
    func times(_ scale: Double) -> TextStyle {
        var style = self
        style.size *= scale
        return style
    }
}
