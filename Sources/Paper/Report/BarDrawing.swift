/// Rows with a bar each, or with a range and a dot: names at the start, figures at the end, each in a column.
struct BarDrawing: ChartDrawing {
    private struct Line {
        let row: PaperChart.Row
        let label: FittedText
        let value: FittedText
        let height: Double
        /// With less room above and below its words.
        var least: Double { min(height, max(height * 0.78, max(label.height, value.height) + 1.5)) }
    }

    private let lines: [Line]
    private let isRanges: Bool
    private let accent: PaperColour
    private let lane: Lane
    private let labels: Double
    private let values: Double
    /// Some rows are what the text is about; the others recede.
    private let hasMarked: Bool

    var height: Double { lines.reduce(0) { $0 + $1.height } }
    var least: Double { lines.reduce(0) { $0 + $1.least } }

    /// At the size that suits their number; in parts if they do not fit in `most` points.
    static func parts(
        _ rows: [PaperChart.Row], isRanges: Bool, on canvas: Canvas, _ accent: PaperColour, _ lane: Lane, most: Double
    ) -> [BarDrawing] {
        let sizes: [(type: Double, pitch: Double, lines: Int)] = [(9, 18, 2), (8.4, 15, 1), (7.6, 12.4, 1)]
        let whole = sizes.lazy.map { size in set(rows, size, on: canvas, lane) }.first { lines in
            lines.reduce(0) { $0 + $1.height } <= most
        }
        var parts: [[Line]] = [[]]
        var height = 0.0
        for line in whole ?? set(rows, sizes[1], on: canvas, lane) {
            if height + line.height > most, height > 0 {
                parts.append([])
                height = 0
            }
            parts[parts.count - 1].append(line)
            height += line.height
        }
        let all = parts.flatMap(\.self)
        let labels = all.map(\.label.width).max() ?? 0
        let values = all.map(\.value.width).max() ?? 0
        return parts.map {
            BarDrawing(
                lines: $0, isRanges: isRanges, accent: accent, lane: lane, labels: labels, values: values,
                hasMarked: rows.contains(where: \.isMarked))
        }
    }

    private static func set(
        _ rows: [PaperChart.Row], _ size: (type: Double, pitch: Double, lines: Int), on canvas: Canvas, _ lane: Lane
    ) -> [Line] {
        rows.map { row in
            let style = TextStyle(isBold: row.isMarked, size: size.type, leading: 1.2, role: .none)
            let label = canvas.label(row.label, style, width: lane.width * 0.36, lines: size.lines)
            let value = canvas.label(row.value, style, width: lane.width * 0.22)
            return Line(row: row, label: label, value: value, height: max(size.pitch, max(label.height, value.height) + 4))
        }
    }

    func draw(on canvas: Canvas, at y: Double, height: Double) {
        let give = self.height - least
        let share = give > 0 ? min(1, max(0, (height - least) / give)) : 1
        var top = y
        for line in lines {
            let tall = line.least + (line.height - line.least) * share
            let box = PaperBox(lane.x, top, lane.width, tall)
            canvas.draw(line.label, in: PaperBox(box.x, top, labels, tall), .start, .middle)
            canvas.draw(line.value, in: PaperBox(box.maxX - values, top, values, tall), .end, .middle)
            let start = box.x + labels + (labels > 0 ? 11 : 0)
            let plot = PaperBox(start, top, max(10, box.maxX - values - 10 - start), tall)
            if isRanges { range(line.row, in: plot, on: canvas) } else { bar(line.row, in: plot, on: canvas) }
            top += tall
        }
    }

    private func bar(_ row: PaperChart.Row, in plot: PaperBox, on canvas: Canvas) {
        let thickness = min(10, plot.height * 0.56)
        let top = plot.y + (plot.height - thickness) / 2
        canvas.fill(PaperBox(plot.x, top, plot.width, thickness), PaperColour.line.tint(0.45))
        if let share = row.share {
            let length = max(0.6, BarDrawing.place(share, plot.width))
            canvas.fill(PaperBox(plot.x, top, length, thickness), hasMarked && !row.isMarked ? accent.tint(0.45) : accent)
        }
        if let low = row.low, let high = row.high { whisker(low, high, in: plot, thickness * 0.5, on: canvas) }
        stroke(row.mark, in: plot, thickness, on: canvas)
    }

    private func range(_ row: PaperChart.Row, in plot: PaperBox, on canvas: Canvas) {
        let middle = plot.y + plot.height / 2
        canvas.line(from: plot.x, middle, to: plot.maxX, middle, .line, width: 0.7)
        if let low = row.low, let high = row.high {
            let from = plot.x + BarDrawing.place(min(low, high), plot.width)
            let to = plot.x + BarDrawing.place(max(low, high), plot.width)
            let tint = accent.tint(row.isMarked ? 0.6 : 0.34)
            canvas.fill(PaperBox(from - 0.5, middle - 3, max(1, to - from + 1), 6), tint, radius: 3)
        }
        stroke(row.mark, in: plot, 8, on: canvas)
        if let share = row.share {
            let x = plot.x + BarDrawing.place(share, plot.width)
            canvas.disc(x, middle, radius: row.isMarked ? 4.2 : 3.4, accent, edge: Canvas.Stroke(colour: .white, width: 1))
        }
    }

    private func whisker(_ low: Double, _ high: Double, in plot: PaperBox, _ cap: Double, on canvas: Canvas) {
        let middle = plot.y + plot.height / 2
        let from = plot.x + BarDrawing.place(min(low, high), plot.width)
        let to = plot.x + BarDrawing.place(max(low, high), plot.width)
        canvas.line(from: from, middle, to: to, middle, .ink, width: 0.9)
        for x in [from, to] { canvas.line(from: x, middle - cap / 2, to: x, middle + cap / 2, .ink, width: 0.9) }
    }

    private func stroke(_ mark: Double?, in plot: PaperBox, _ thickness: Double, on canvas: Canvas) {
        guard let mark else { return }
        let x = plot.x + BarDrawing.place(mark, plot.width)
        let middle = plot.y + plot.height / 2
        let reach = thickness / 2 + min(2.2, max(0, (plot.height - thickness) / 2 - 0.5))
        canvas.line(from: x, middle - reach, to: x, middle + reach, .white, width: 3.4)
        canvas.line(from: x, middle - reach, to: x, middle + reach, .ink, width: 1.5)
    }

    /// A share of the scale in points; what is no number stands at its beginning.
    static func place(_ share: Double, _ length: Double) -> Double { share.isNaN ? 0 : min(1, max(0, share)) * length }
}
