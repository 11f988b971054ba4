/// Discs on the outlines of land, the stronger in colour the higher their share. A map is never mirrored: east is on the right in every language.
struct MapDrawing: ChartDrawing {
    private let outline: [[PaperChart.Point]]
    private let places: [PaperChart.Place]
    private let labels: [FittedText]
    private let accent: PaperColour
    private let lane: Lane
    private let width: Double
    let height: Double
    var least: Double { height }
    private static let style = TextStyle(size: 7.8, leading: 1.15, role: .none)
    private static let mostLabels = 60

    init(
        _ outline: [[PaperChart.Point]], _ aspect: Double, _ places: [PaperChart.Place], on canvas: Canvas, _ accent: PaperColour,
        _ lane: Lane, most: Double
    ) {
        self.outline = outline
        self.accent = accent
        self.lane = lane
        // The highest have their labels first, and lie upon the others.
        self.places = places.sorted { ($0.share ?? 0) > ($1.share ?? 0) }
        let ratio = aspect.isFinite && aspect > 0.2 ? aspect : 2
        width = min(lane.width, most * ratio)
        height = width / ratio
        labels = self.places.prefix(MapDrawing.mostLabels).map { place in
            var style = MapDrawing.style
            style.isBold = place.isMarked
            return canvas.label(place.label, style, width: 110)
        }
    }

    /// From the page's start, as everything is given to a canvas.
    private func onPage(_ point: PaperChart.Point, _ y: Double, _ canvas: Canvas) -> (x: Double, y: Double) {
        let across = BarDrawing.place(point.x, width)
        let start = lane.x + (lane.width - width) / 2
        return (start + (canvas.isMirrored ? width - across : across), y + BarDrawing.place(point.y, height))
    }

    private func radius(_ place: PaperChart.Place) -> Double {
        place.share == nil ? 1.6 : place.isMarked ? 5 : 4
    }

    func draw(on canvas: Canvas, at y: Double, height _: Double) {
        for form in outline {
            let edge = Canvas.Stroke(colour: .white, width: 0.3)
            canvas.path(form.map { onPage($0, y, canvas) }, PaperColour.line.tint(0.75), edge: edge, isClosed: true)
        }
        for place in places.reversed() {
            let centre = onPage(place.point, y, canvas)
            // The palest must not be lost on the land.
            let fill = place.share.map { accent.tint(0.12 + 0.88 * BarDrawing.place($0, 1)) } ?? .white
            let edge = Canvas.Stroke(colour: accent, width: place.isMarked ? 1.4 : 0.6)
            canvas.disc(centre.x, centre.y, radius: radius(place), fill, edge: edge)
        }
        label(on: canvas, at: y)
    }

    /// Each where it touches no other label and no disc: at the disc's end, its start, above or below.
    private func label(on canvas: Canvas, at y: Double) {
        let map = PaperBox(lane.x, y, lane.width, height)
        var taken = places.map { place in
            let centre = onPage(place.point, y, canvas)
            return PaperBox(centre.x, centre.y, 0, 0).inset(-radius(place), -radius(place))
        }
        let order = labels.indices.sorted {
            places[$0].isMarked && !places[$1].isMarked || places[$0].isMarked == places[$1].isMarked && $0 < $1
        }
        for index in order {
            let (place, text) = (places[index], labels[index])
            let centre = onPage(place.point, y, canvas)
            let reach = radius(place) + 2
            let (w, h) = (text.width + 0.5, text.height)
            let free = [
                PaperBox(centre.x + reach, centre.y - h / 2, w, h), PaperBox(centre.x - reach - w, centre.y - h / 2, w, h),
                PaperBox(centre.x - w / 2, centre.y - reach - h, w, h), PaperBox(centre.x - w / 2, centre.y + reach, w, h),
            ].first { box in map.contains(box, slack: 0) && !taken.contains { $0.overlaps(box) } }
            guard let free else { continue }
            taken.append(free)
            canvas.draw(text, in: free, .centre)
        }
    }
}
