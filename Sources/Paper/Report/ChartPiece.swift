import CPango

/// A drawing that knows how high it is and can be drawn from any height on.
protocol ChartDrawing {
    var height: Double { get }
    /// As low as it may be drawn.
    var least: Double { get }
    /// `height` is no less than `least`.
    func draw(on canvas: Canvas, at y: Double, height: Double)
}

/// Charts: the title above, the drawing, the note beneath; never torn. Rows that do not fit on a page are drawn in parts.
extension Galley {
    func chart(_ chart: PaperChart, in lane: Lane) throws {
        let note = chart.note.map { canvas.label($0, ReportType.note, width: lane.width, lines: 12) }
        let most = height - 130 - (note?.height ?? 0)
        let drawings = drawings(chart.kind, lane, most)
        for (index, drawing) in drawings.enumerated() {
            let number = drawings.count > 1 ? " (\(index + 1)/\(drawings.count))" : ""
            let title = canvas.label(chart.title + number, ReportType.figure, width: lane.width, lines: 4)
            try add(drawing, title, index == drawings.count - 1 ? note : nil, chart.alternative, lane)
        }
    }

    private func drawings(_ kind: PaperChart.Kind, _ lane: Lane, _ most: Double) -> [any ChartDrawing] {
        switch kind {
        case .bars(let rows): BarDrawing.parts(rows, isRanges: false, on: canvas, ink, lane, most: most)
        case .ranges(let rows): BarDrawing.parts(rows, isRanges: true, on: canvas, ink, lane, most: most)
        case .radar(let axes, let series):
            (3...24).contains(axes.count)
                ? [RadarDrawing(axes, series, on: canvas, ink, lane)] : [LineDrawing(axes, series, [], on: canvas, ink, lane)]
        case .lines(let categories, let series, let scale): [LineDrawing(categories, series, scale, on: canvas, ink, lane)]
        case .map(let outline, let aspect, let places): [MapDrawing(outline, aspect, places, on: canvas, ink, lane, most: most)]
        }
    }

    private func add(_ drawing: any ChartDrawing, _ title: FittedText, _ note: FittedText?, _ words: String, _ lane: Lane) throws
    {
        let body = 9 + title.height + 9
        let rest = body + (note.map { $0.height + 9 } ?? 0) + 9
        gap(16)
        try add(
            rest + drawing.height,
            .elastic(least: rest + drawing.least) { canvas, y, height in
                canvas.line(from: lane.x, y, to: lane.x + lane.width, y, .softInk, width: 0.8)
                canvas.draw(title, in: PaperBox(lane.x, y + 9, lane.width, title.height), .natural)
                canvas.figure(words) { drawing.draw(on: canvas, at: y + body, height: height - rest) }
                if let note {
                    let top = y + height - 9 - note.height
                    canvas.draw(note, in: PaperBox(lane.x, top, lane.width, note.height), .natural)
                }
                canvas.line(from: lane.x, y + height, to: lane.x + lane.width, y + height, .line, width: 0.6)
            })
        gap(18)
    }
}

extension PaperChart {
    /// For whoever does not see it.
    var alternative: String {
        let words: [String] =
            switch kind {
            case .bars(let rows), .ranges(let rows): rows.map { "\($0.label): \($0.value)" }
            case .radar(let axes, let series): series.map(\.name) + axes
            case .lines(let categories, let series, _): series.map(\.name) + categories
            case .map(_, _, let places): places.map(\.label)
            }
        return ([title] + words).joined(separator: "; ")
    }
}

extension Canvas {
    /// What is drawn within is one picture to a screen reader, with words that stand for it.
    func figure(_ words: String, _ draw: () -> Void) {
        cairo_tag_begin(drawing, "Figure", nil)
        draw()
        cairo_tag_end(drawing, "Figure")
        figures.append(String(words.prefix(2000)))
    }

    /// Words that have to fit: smaller by a little, on some lines. What is longer than any label is cut.
    func label(_ text: String, _ style: TextStyle, width: Double, lines: Int = 1) -> FittedText {
        let floors = [lines == 1 ? 0.76 : 0.92] + Array(repeating: 0.86, count: max(0, lines - 2)) + (lines > 1 ? [0.8] : [])
        let shrinking = Shrinking(floors.map { $0 * style.size })
        let height = Double(lines) * style.leading * style.size * 1.25 + 2
        var words = String(String.UnicodeScalarView(text.unicodeScalars.prefix(lines > 4 ? 950 : 300)))
        while !words.isEmpty {
            if let fitted = try? fit(PaperText(words), style, width: max(8, width), height: height, shrinking),
                fitted.lines.count <= lines && fitted.size >= style.size * 0.5 || words.count < 12
            {
                return fitted
            }
            let kept = words.count * 2 / 3 - 1
            words = kept > 0 ? words.prefix(kept) + "…" : ""
        }
        return FittedText("", type.set("", style, language: nil), style, scale: style.size / SetText.size)
    }
}
