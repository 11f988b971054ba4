import Base
import CPango

/// The event's strip of shapes, as it heads its pages on the web.
extension Canvas {
    /// A strip of tiles; `rows` of them side by side. The box's breadth gives their size, nearly.
    func band(_ name: String, _ colour: PaperColour, in box: PaperBox, isUpright: Bool = false, rows: Int = 1) {
        let tiles = BandTiles(name: name).tiles
        let length = isUpright ? box.height : box.width
        let breadth = (isUpright ? box.width : box.height) / Double(max(1, rows))
        guard breadth > 1 else { return }
        // A whole number of tiles: none is cut at the end.
        let count = max(1, Int((length / breadth).rounded()))
        let side = length / Double(count)
        let sheet = onSheet(box)
        note(sheet)
        for index in 0..<count * rows {
            let (along, row) = (Double(index / rows), Double(index % rows))
            let tile = tiles[index % tiles.count]
            let x = isUpright ? row : along
            let y = isUpright ? along : row
            use(colour.tint(BandTiles.shades[tile.shade]))
            cairo_save(drawing)
            cairo_translate(drawing, isMirrored ? sheet.maxX - (x + 1) * side : sheet.x + x * side, sheet.y + y * side)
            cairo_scale(drawing, side, side)
            shape(tile.form)
            cairo_fill(drawing)
            cairo_restore(drawing)
        }
    }

    /// One tile in a square of 1 × 1; the forms are those of the pages.
    private func shape(_ form: Int) {
        cairo_new_path(drawing)
        switch form {
        case 0:  // quarter disc, upright
            cairo_arc(drawing, 1, 1, 1, .pi, 1.5 * .pi)
            cairo_line_to(drawing, 1, 1)
        case 1:  // quarter disc, hanging
            cairo_arc(drawing, 1, 0, 1, .pi / 2, .pi)
            cairo_line_to(drawing, 1, 0)
        case 2: corners([(0, 0), (1, 0), (0, 1)])
        case 3: corners([(0, 1), (0.5, 0), (1, 1)])
        case 4: cairo_arc(drawing, 0.5, 0.5, 0.5, .pi, 2 * .pi)
        case 5: corners([(0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)])
        case 6:  // leaf
            cairo_move_to(drawing, 0, 0)
            cairo_line_to(drawing, 1, 0)
            cairo_line_to(drawing, 1, 1)
            cairo_arc(drawing, 1, 0, 1, .pi / 2, .pi)
        default: cairo_arc(drawing, 0.5, 0.5, 1 / 3.0, 0, 2 * .pi)
        }
        cairo_close_path(drawing)
    }

    private func corners(_ points: [(Double, Double)]) {
        for point in points { cairo_line_to(drawing, point.0, point.1) }
    }
}
