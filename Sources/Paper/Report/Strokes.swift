import CPango

/// Lines, discs and areas of charts; points are given from the page's start.
extension Canvas {
    struct Stroke {
        var colour: PaperColour
        var width: Double
        var dash: [Double] = []
    }

    func disc(_ x: Double, _ y: Double, radius: Double, _ fill: PaperColour, edge: Stroke? = nil) {
        let sheet = onSheet(PaperBox(x, y, 0, 0))
        cairo_new_path(drawing)
        cairo_arc(drawing, sheet.x, sheet.y, radius, 0, 2 * .pi)
        finish(fill, edge)
        let whole = radius + (edge?.width ?? 0)
        note(PaperBox(sheet.x - whole, sheet.y - whole, 2 * whole, 2 * whole))
    }

    /// A line through some points, or an area if it has a colour within.
    func path(_ points: [(x: Double, y: Double)], _ fill: PaperColour?, edge: Stroke? = nil, isClosed: Bool = false) {
        let sheet = points.map { onSheet(PaperBox($0.x, $0.y, 0, 0)) }
        guard let first = sheet.first, sheet.count > 1 else { return }
        cairo_new_path(drawing)
        cairo_move_to(drawing, first.x, first.y)
        for point in sheet.dropFirst() { cairo_line_to(drawing, point.x, point.y) }
        if isClosed { cairo_close_path(drawing) }
        finish(fill, edge)
        let around = (edge?.width ?? 0) + 0.5
        if fill != nil { note(sheet.dropFirst().reduce(first) { $0.union($1) }.inset(-around, -around)) }
        if edge != nil {
            for (start, end) in zip(sheet, sheet.dropFirst() + (isClosed ? [first] : [])) {
                note(start.union(end).inset(-around, -around))
            }
        }
    }

    private func finish(_ fill: PaperColour?, _ edge: Stroke?) {
        if let fill {
            use(fill)
            cairo_fill_preserve(drawing)
        }
        if let edge {
            use(edge.colour)
            cairo_set_line_width(drawing, edge.width)
            cairo_set_line_join(drawing, CAIRO_LINE_JOIN_ROUND)
            cairo_set_line_cap(drawing, edge.dash.isEmpty ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT)
            cairo_set_dash(drawing, edge.dash, Int32(edge.dash.count), 0)
            cairo_stroke_preserve(drawing)
            cairo_set_dash(drawing, nil, 0, 0)
            cairo_set_line_cap(drawing, CAIRO_LINE_CAP_BUTT)
            cairo_set_line_join(drawing, CAIRO_LINE_JOIN_MITER)
        }
        cairo_new_path(drawing)
    }
}

/// How a series is told from others without colour: by its dashes and the shape of its points.
struct SeriesLook {
    let stroke: Canvas.Stroke
    private let shape: Int
    private let isHollow: Bool

    init(_ index: Int, _ accent: PaperColour) {
        let dashes: [[Double]] = [[], [5, 2.5], [1.6, 1.8], [8, 2.5, 1.6, 2.5], [3, 1.6], [12, 3]]
        let colours: [PaperColour] = [accent, .ink, .softInk]
        stroke = Canvas.Stroke(
            colour: colours[min(index, 2)], width: index == 0 ? 2 : 1.2, dash: dashes[index % dashes.count])
        shape = index % 4
        isHollow = index / 4 % 2 == 1
    }

    func point(_ x: Double, _ y: Double, on canvas: Canvas) {
        let fill = isHollow ? PaperColour.white : stroke.colour
        let edge = Canvas.Stroke(colour: isHollow ? stroke.colour : .white, width: 0.9)
        let r = 2.9
        switch shape {
        case 0: canvas.disc(x, y, radius: r, fill, edge: edge)
        case 1: canvas.path([(x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r)], fill, edge: edge, isClosed: true)
        case 2: canvas.path([(x, y - r - 0.6), (x + r + 0.4, y + r), (x - r - 0.4, y + r)], fill, edge: edge, isClosed: true)
        default:
            let d = r + 0.9
            canvas.path([(x, y - d), (x + d, y), (x, y + d), (x - d, y)], fill, edge: edge, isClosed: true)
        }
    }

    /// As it stands beside its name.
    func sample(from x: Double, to end: Double, _ y: Double, on canvas: Canvas) {
        canvas.path([(x, y), (end, y)], nil, edge: stroke)
        point((x + end) / 2, y, on: canvas)
    }
}
