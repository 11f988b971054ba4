import CPango

/// Areas, frames and lines. Each begins a path of its own: text leaves a point behind that it would be joined to.
extension Canvas {
    func fill(_ box: PaperBox, _ colour: PaperColour, radius: Double = 0) {
        outline(onSheet(box), radius)
        use(colour)
        cairo_fill(drawing)
        note(onSheet(box))
    }

    func stroke(_ box: PaperBox, _ colour: PaperColour, width: Double, radius: Double = 0) {
        outline(onSheet(box), radius)
        use(colour)
        cairo_set_line_width(drawing, width)
        cairo_stroke(drawing)
        let (sheet, breadth) = (onSheet(box), max(width, radius))
        note(PaperBox(sheet.x - width, sheet.y - width, sheet.width + 2 * width, breadth + width))
        note(PaperBox(sheet.x - width, sheet.maxY - breadth, sheet.width + 2 * width, breadth + width))
        note(PaperBox(sheet.x - width, sheet.y, breadth + width, sheet.height))
        note(PaperBox(sheet.maxX - breadth, sheet.y, breadth + width, sheet.height))
    }

    func line(from x: Double, _ y: Double, to endX: Double, _ endY: Double, _ colour: PaperColour, width: Double = 0.6) {
        let box = onSheet(PaperBox(x, y, endX - x, endY - y))
        cairo_new_path(drawing)
        cairo_move_to(drawing, box.x, box.y)
        cairo_line_to(drawing, box.maxX, box.maxY)
        use(colour)
        cairo_set_line_width(drawing, width)
        cairo_stroke(drawing)
        note(box.inset(-width, -width))
    }

    private func outline(_ box: PaperBox, _ radius: Double) {
        cairo_new_path(drawing)
        guard radius > 0 else { return cairo_rectangle(drawing, box.x, box.y, box.width, box.height) }
        let r = min(radius, box.width / 2, box.height / 2)
        cairo_arc(drawing, box.maxX - r, box.y + r, r, -.pi / 2, 0)
        cairo_arc(drawing, box.maxX - r, box.maxY - r, r, 0, .pi / 2)
        cairo_arc(drawing, box.x + r, box.maxY - r, r, .pi / 2, .pi)
        cairo_arc(drawing, box.x + r, box.y + r, r, .pi, 1.5 * .pi)
        cairo_close_path(drawing)
    }
}
