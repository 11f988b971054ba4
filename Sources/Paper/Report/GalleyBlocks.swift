/// Each kind of block in type.
extension Galley {
    func blocks(_ blocks: [PaperBlock], in lane: Lane, _ style: TextStyle = ReportType.body) throws {
        for block in blocks { try self.block(block, in: lane, style) }
    }

    private func block(_ block: PaperBlock, in lane: Lane, _ style: TextStyle) throws {
        switch block {
        case .heading(let level, let runs): try heading(level, runs, in: lane)
        case .paragraph(let runs):
            gap(7.5)
            try paragraph(RunText(runs), style, in: lane)
            gap(7.5)
        case .list(let start, let items): try list(start, items, in: lane, style)
        case .quote(let inner): try quote(inner, in: lane)
        case .table(let head, let rows, let isNumeric):
            try table(head.map(RunText.init), rows.map { $0.map(RunText.init) }, isNumeric, in: lane)
        case .code(let text): try code(text, in: lane)
        case .rule: try rule(in: lane)
        case .chart(let chart): try self.chart(chart, in: lane)
        }
    }

    private func heading(_ level: Int, _ runs: [PaperRun], in lane: Lane) throws {
        let text = RunText(runs)
        guard !text.line.isEmpty else { return }
        let (style, above, below) = ReportType.heading(level, ink)
        gap(above)
        let first = pieces.count
        try paragraph(text, style, in: lane, keepsWithNext: true)
        gap(below)
        guard first < pieces.count else { return }
        let plain = RunText(runs.map { PaperRun($0.text) })
        add(ReportHeading(level: max(1, level), text: text.line, runs: plain), at: first)
        guard level <= 1 else { return }
        let accent = accent
        mark(first) { canvas, y in canvas.line(from: lane.x, y - 7, to: lane.x + 34, y - 7, accent, width: 2.4) }
    }

    /// Numbers end where the room for them ends, in the direction of the page.
    private func list(_ start: Int?, _ items: [[PaperBlock]], in lane: Lane, _ style: TextStyle) throws {
        var number = style
        number.role = .label
        let marks = items.indices.map { index in start.map { "\($0 + index)." } ?? "•" }
        let fits = marks.map { fitted(RunText([PaperRun($0)]), number, width: 200) }
        let breadth = max(8, fits.map(\.width).max() ?? 0)
        let inner = lane.indented(by: breadth + (start == nil ? 8 : 6))
        // Items of one paragraph each stand close.
        let isTight = items.allSatisfy { $0.count <= 1 }
        let isNested = isInList
        gap(7.5)
        try within("L") {
            for (index, (item, mark)) in zip(items, fits).enumerated() {
                let first = pieces.count
                try within("LI") {
                    try blocks(item.isEmpty ? [.paragraph([PaperRun("\u{a0}")])] : item, in: inner, style)
                }
                let room = inner.x - lane.x
                guard first < pieces.count else { continue }
                if index > 0 || isNested { space(isTight ? 3 : 6, above: first) }
                guard room >= breadth else { continue }
                let top = pieces[first].ascent - mark.ascent
                self.mark(first) { canvas, y in
                    let box = PaperBox(lane.x, y + top, breadth, mark.height)
                    canvas.draw(mark, in: box, start == nil ? .start : .end)
                }
            }
        }
        gap(7.5)
    }

    private func quote(_ inner: [PaperBlock], in lane: Lane) throws {
        let accent = accent
        gap(10)
        try within("BlockQuote") {
            try framed { canvas, box in
                canvas.fill(PaperBox(lane.x, box.y + 1, 2.2, box.height - 2), accent.tint(0.55))
            } _: {
                try blocks(inner, in: lane.indented(by: 15), ReportType.quote)
            }
        }
        gap(10)
    }

    /// Runs from left to right in every report; a line that is too long goes on in the next.
    private func code(_ text: String, in lane: Lane) throws {
        let lines = CodeText.lines(text)
        let inner = Lane(x: lane.x + 10, width: max(60, lane.width - 20))
        gap(10)
        let first = pieces.count
        try framed { canvas, box in
            canvas.fill(PaperBox(lane.x, box.y, lane.width, box.height), .wash, radius: 3)
        } _: {
            try space(7)
            for line in lines {
                for part in line {
                    let set = canvas.code(part, ReportType.code)
                    canvas.wrap(set, ReportType.code, width: inner.width)
                    let fitted = FittedText(part, set, ReportType.code, scale: ReportType.code.size / SetText.size)
                    for index in fitted.lines {
                        try add(fitted.part(index..<index + 1).height, .lines(fitted, index..<index + 1, inner, .natural))
                    }
                }
            }
            try space(7)
        }
        // A few lines stay together; of many, the room above stays with the first and the room below with the last.
        let last = pieces.count
        keep(last - first <= 14 ? first..<last : first..<first + 3)
        keep(last - 3..<last)
        gap(10)
    }

    private func space(_ height: Double) throws { try add(height, .drawing { _, _ in }) }

    private func rule(in lane: Lane) throws {
        gap(16)
        let third = lane.width / 3
        try add(
            0.6,
            .drawing { canvas, y in
                canvas.line(from: lane.x + third, y, to: lane.x + 2 * third, y, .softInk, width: 0.6)
            })
        gap(16)
    }
}
