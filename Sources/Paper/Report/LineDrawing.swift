/// Lines over categories. Each is named at its end, so that no one has to look up a key; with many there is a key beneath.
struct LineDrawing: ChartDrawing {
    private let series: [PaperChart.Series]
    private let accent: PaperColour
    private let lane: Lane
    private let scale: [FittedText]
    private let scaleWidth: Double
    private let categories: [FittedText]
    /// Every which category is named.
    private let stride: Int
    private let names: [FittedText]
    private let namesWidth: Double
    private let key: ChartKey?
    private let plotHeight: Double
    private let foot: Double
    private static let small = TextStyle(size: 8.2, colour: .softInk, leading: 1.2, role: .none)
    private static let name = TextStyle(size: 8.6, leading: 1.2, role: .none)

    init(
        _ categories: [String], _ series: [PaperChart.Series], _ scale: [String], on canvas: Canvas, _ accent: PaperColour,
        _ lane: Lane
    ) {
        self.series = series
        self.accent = accent
        self.lane = lane
        self.scale = scale.prefix(12).map { canvas.label($0, LineDrawing.small, width: lane.width * 0.18) }
        scaleWidth = self.scale.map(\.width).max() ?? 0
        let isNamed = (2...7).contains(series.count) && lane.width > 240
        names = isNamed ? series.map { canvas.label($0.name, LineDrawing.name, width: lane.width * 0.24, lines: 2) } : []
        namesWidth = names.map(\.width).max() ?? 0
        key = isNamed || series.isEmpty ? nil : ChartKey(series.map(\.name), on: canvas, accent, lane)
        plotHeight = min(220, max(110, lane.width * 0.44, names.reduce(0) { $0 + $1.height + 2 }))
        let count = max(1, categories.count)
        let room = lane.width - scaleWidth - (isNamed ? namesWidth + 30 : 0) - 26
        let step = count > 1 ? room / Double(count - 1) : room
        let wide = categories.map { canvas.label($0, LineDrawing.small, width: 90) }.map(\.width).max() ?? 0
        let stride = max(1, Int(((min(wide, 64) + 8) / max(step, 0.01)).rounded(.up)))
        self.stride = stride
        self.categories = categories.enumerated().map { index, text in
            let words = index % stride == 0 ? text : ""
            return canvas.label(words, LineDrawing.small, width: max(24, step * Double(stride) - 6), lines: 2)
        }
        foot = (self.categories.map(\.height).max() ?? 0) + 6
    }

    var height: Double { 6 + plotHeight + foot + (key.map { $0.height + 8 } ?? 0) }
    var least: Double { height }

    private func plot(at y: Double) -> PaperBox {
        let start = lane.x + scaleWidth + (scaleWidth > 0 ? 8 : 0)
        let end = lane.x + lane.width - (names.isEmpty ? 0 : namesWidth + 30)
        return PaperBox(start, y + 6, max(20, end - start), plotHeight)
    }

    func draw(on canvas: Canvas, at y: Double, height _: Double) {
        let plot = plot(at: y)
        grid(plot, on: canvas)
        for (index, text) in categories.enumerated() {
            let middle = x(index, in: plot)
            let from = min(max(lane.x, middle - text.width / 2), lane.x + lane.width - text.width)
            canvas.draw(text, in: PaperBox(from, plot.maxY + 6, text.width, text.height), .centre)
        }
        // The first is drawn last, above the others.
        for (index, one) in series.enumerated().reversed() { line(one, SeriesLook(index, accent), in: plot, on: canvas) }
        if !names.isEmpty { name(plot, on: canvas) }
        key?.draw(on: canvas, at: plot.maxY + foot + 8)
    }

    private func grid(_ plot: PaperBox, on canvas: Canvas) {
        // Of two labels each stands at an end.
        let steps = scale.count > 2 ? scale.count : 5
        for index in 0..<steps {
            let y = plot.maxY - plot.height * Double(index) / Double(steps - 1)
            canvas.line(from: plot.x, y, to: plot.maxX, y, index == 0 ? .softInk : .line, width: index == 0 ? 0.8 : 0.5)
            let place = scale.count == 2 && index == steps - 1 ? 1 : index
            guard scale.count > 1, place < scale.count, scale.count > 2 || place * (steps - 1) == index else { continue }
            let text = scale[place]
            canvas.draw(text, in: PaperBox(lane.x, y - text.height / 2, scaleWidth, text.height), .end)
        }
    }

    private func x(_ index: Int, in plot: PaperBox) -> Double {
        let inner = plot.inset(9, 0)
        guard categories.count > 1 else { return inner.x + inner.width / 2 }
        return inner.x + inner.width * Double(index) / Double(categories.count - 1)
    }

    private func point(_ index: Int, _ share: Double, in plot: PaperBox) -> (x: Double, y: Double) {
        (x(index, in: plot), plot.maxY - BarDrawing.place(share, plot.height))
    }

    private func line(_ series: PaperChart.Series, _ look: SeriesLook, in plot: PaperBox, on canvas: Canvas) {
        var run: [(x: Double, y: Double)] = []
        let points = series.points.prefix(categories.count).enumerated().map { index, share in
            share.map { point(index, $0, in: plot) }
        }
        for place in points + [nil] {
            if let place {
                run.append(place)
            } else {
                canvas.path(run, nil, edge: look.stroke)
                run = []
            }
        }
        for place in points.compactMap(\.self) { look.point(place.x, place.y, on: canvas) }
    }

    /// Beside the last point of each, moved apart where they would touch.
    private func name(_ plot: PaperBox, on canvas: Canvas) {
        let ends = series.map { one in
            one.points.prefix(categories.count).last { $0 != nil }.flatMap(\.self).map {
                plot.maxY - BarDrawing.place($0, plot.height)
            }
                ?? plot.maxY
        }
        let tops = Spread.apart(zip(ends, names).map { ($0 - $1.height / 2, $1.height + 2) }, within: plot.y - 6, plot.maxY + 6)
        for (index, text) in names.enumerated() {
            let middle = tops[index] + text.height / 2
            SeriesLook(index, accent).sample(from: plot.maxX + 6, to: plot.maxX + 24, middle, on: canvas)
            canvas.draw(text, in: PaperBox(plot.maxX + 30, tops[index], namesWidth, text.height), .start)
        }
    }
}

/// Moves boxes beneath one another apart.
enum Spread {
    /// `wanted` are tops and heights, in any order; what comes out does not overlap if there is room between `top` and `bottom`.
    static func apart(_ wanted: [(top: Double, height: Double)], within top: Double, _ bottom: Double) -> [Double] {
        let order = wanted.indices.sorted { (wanted[$0].top, $0) < (wanted[$1].top, $1) }
        var tops = wanted.map(\.top)
        var least = top
        for index in order {
            tops[index] = max(tops[index], least)
            least = tops[index] + wanted[index].height
        }
        var most = bottom
        for index in order.reversed() {
            tops[index] = min(tops[index], most - wanted[index].height)
            most = tops[index]
        }
        return tops
    }
}

/// What each look means, side by side in as many rows as it takes.
struct ChartKey {
    private let names: [FittedText]
    private let places: [(x: Double, y: Double)]
    private let accent: PaperColour
    let height: Double
    private static let style = TextStyle(size: 8.6, leading: 1.2, role: .none)
    private static let sample = 22.0

    init(_ names: [String], on canvas: Canvas, _ accent: PaperColour, _ lane: Lane) {
        self.accent = accent
        let fits = names.map { canvas.label($0, ChartKey.style, width: lane.width - ChartKey.sample - 6, lines: 2) }
        self.names = fits
        var places: [(x: Double, y: Double)] = []
        var (x, y, row) = (0.0, 0.0, 0.0)
        for fitted in fits {
            let width = ChartKey.sample + 6 + fitted.width
            if x > 0, x + width > lane.width {
                y += row + 3
                (x, row) = (0, 0)
            }
            places.append((lane.x + x, y))
            x += width + 18
            row = max(row, fitted.height)
        }
        self.places = places
        height = y + row
    }

    func draw(on canvas: Canvas, at y: Double) {
        for (index, text) in names.enumerated() {
            let place = places[index]
            let top = y + place.y
            SeriesLook(index, accent).sample(from: place.x, to: place.x + ChartKey.sample, top + text.height / 2, on: canvas)
            canvas.draw(text, in: PaperBox(place.x + ChartKey.sample + 6, top, text.width + 0.5, text.height), .start)
        }
    }
}
