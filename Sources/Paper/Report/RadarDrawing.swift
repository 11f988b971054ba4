import Foundation

/// Outlines over axes around a centre: the first axis is above, the others follow in the direction of reading.
struct RadarDrawing: ChartDrawing {
    private let series: [PaperChart.Series]
    private let accent: PaperColour
    private let lane: Lane
    private let radius: Double
    private let labels: [FittedText]
    /// Of each label, from the centre.
    private let boxes: [PaperBox]
    private let key: ChartKey
    /// Above and below the centre.
    private let above: Double
    private let below: Double
    private static let style = TextStyle(size: 8.6, leading: 1.2, role: .none)

    init(_ axes: [String], _ series: [PaperChart.Series], on canvas: Canvas, _ accent: PaperColour, _ lane: Lane) {
        self.series = series
        self.accent = accent
        self.lane = lane
        let radius = min(118, lane.width * 0.27)
        self.radius = radius
        let side = lane.width / 2 - radius * 0.8 - 12
        let labels = axes.indices.map { index in
            let isAxial = abs(RadarDrawing.direction(index, axes.count).x) < 0.15
            return canvas.label(axes[index], RadarDrawing.style, width: isAxial ? lane.width * 0.6 : side * 0.9, lines: 2)
        }
        self.labels = labels
        boxes = RadarDrawing.places(labels, radius, half: lane.width / 2)
        key = ChartKey(series.map(\.name), on: canvas, accent, lane)
        above = max(radius, -(boxes.map(\.y).min() ?? 0))
        below = max(radius, boxes.map(\.maxY).max() ?? 0)
    }

    var height: Double { above + below + 14 + key.height }
    var least: Double { height }

    /// Of an axis, outwards: x towards the page's end, y downwards.
    private static func direction(_ index: Int, _ count: Int) -> (x: Double, y: Double) {
        let angle = 2 * .pi * Double(index) / Double(count)
        return (sin(angle), -cos(angle))
    }

    /// Beside the ends of their axes, moved apart on each side; those above and below stand clear of all others.
    private static func places(_ labels: [FittedText], _ radius: Double, half: Double) -> [PaperBox] {
        var boxes = labels.map { PaperBox(0, 0, $0.width + 0.5, $0.height) }
        let ways = labels.indices.map { direction($0, labels.count) }
        for isStart in [true, false] {
            let side = labels.indices.filter { abs(ways[$0].x) >= 0.15 && (ways[$0].x < 0) == isStart }
            let wanted = side.map { index in
                (
                    top: ways[index].y * (radius + 10) - boxes[index].height / 2 * (1 - 0.6 * ways[index].y),
                    height: boxes[index].height + 2
                )
            }
            for (index, top) in zip(side, Spread.apart(wanted, within: -radius * 1.6, radius * 1.6)) {
                let x = ways[index].x * (radius + 10)
                boxes[index].y = top
                boxes[index].x = isStart ? max(-half, x - boxes[index].width) : min(x, half - boxes[index].width)
            }
        }
        let sides = labels.indices.filter { abs(ways[$0].x) >= 0.15 }
        for index in labels.indices where abs(ways[index].x) < 0.15 {
            let (box, isAbove) = (boxes[index], ways[index].y < 0)
            let near = sides.map { boxes[$0] }.filter { abs($0.x + $0.width / 2) < ($0.width + box.width) / 2 + 4 }
            boxes[index].x = -box.width / 2
            boxes[index].y =
                isAbove
                ? min(-radius - 6, near.map(\.y).min() ?? 0) - box.height - 1
                : max(radius + 6, near.map(\.maxY).max() ?? 0) + 1
        }
        return boxes
    }

    func draw(on canvas: Canvas, at y: Double, height _: Double) {
        let centre = (x: lane.x + lane.width / 2, y: y + above)
        let count = labels.count
        let point = { (index: Int, share: Double) -> (x: Double, y: Double) in
            let way = RadarDrawing.direction(index, count)
            let length = BarDrawing.place(share, radius)
            return (centre.x + way.x * length, centre.y + way.y * length)
        }
        if let first = series.first, first.points.count >= count, first.points.prefix(count).allSatisfy({ $0 != nil }) {
            let area = first.points.prefix(count).enumerated().map { point($0, $1 ?? 0) }
            canvas.path(area, accent.tint(0.14), isClosed: true)
        }
        for share in [0.25, 0.5, 0.75, 1] {
            let edge = Canvas.Stroke(colour: share == 1 ? .softInk.tint(0.55) : .line, width: share == 1 ? 0.7 : 0.5)
            canvas.path((0..<count).map { point($0, share) }, nil, edge: edge, isClosed: true)
        }
        for index in 0..<count { canvas.path([centre, point(index, 1)], nil, edge: Canvas.Stroke(colour: .line, width: 0.5)) }
        for (index, one) in series.enumerated().reversed() { outline(one, SeriesLook(index, accent), point, on: canvas) }
        for (box, text) in zip(boxes, labels) {
            let align: Alignment = abs(box.x + box.width / 2) < 1 ? .centre : box.x < 0 ? .end : .start
            canvas.draw(text, in: box.moved(centre.x, centre.y), align)
        }
        key.draw(on: canvas, at: y + above + below + 14)
    }

    /// Where a figure is missing there is a gap.
    private func outline(
        _ series: PaperChart.Series, _ look: SeriesLook, _ point: (Int, Double) -> (x: Double, y: Double), on canvas: Canvas
    ) {
        let count = labels.count
        let shares = (0..<count).map { $0 < series.points.count ? series.points[$0] : nil }
        for index in 0..<count {
            let next = (index + 1) % count
            guard let from = shares[index], let to = shares[next] else { continue }
            canvas.path([point(index, from), point(next, to)], nil, edge: look.stroke)
        }
        for (index, share) in shares.enumerated() {
            guard let share else { continue }
            let place = point(index, share)
            look.point(place.x, place.y, on: canvas)
        }
    }
}
