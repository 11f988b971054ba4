import CPango

extension Canvas {
    /// A QR code, black whatever the colours around it; its dark modules fill the box, which is a square. The quiet zone lies
    /// around the box on the white of the paper, so that the code lines up with the words; nothing else may come there.
    func code(_ text: String, in box: PaperBox, level: QRMatrix.Level = .medium) throws(PaperFault) {
        let matrix = try QRMatrix(text, level: level)
        let sheet = onSheet(PaperBox(box.x, box.y, min(box.width, box.height), min(box.width, box.height)))
        let module = sheet.width / Double(matrix.side)
        let quiet = Double(QRMatrix.quiet) * module
        cairo_save(drawing)
        cairo_new_path(drawing)
        cairo_translate(drawing, sheet.x, sheet.y)
        cairo_scale(drawing, module, module)
        // One path: fields that touch must not leave a hair of white between them.
        for run in matrix.runs { cairo_rectangle(drawing, Double(run.x), Double(run.y), Double(run.length), 1) }
        use(PaperColour(0))
        cairo_fill(drawing)
        cairo_restore(drawing)
        let quietZone = sheet.inset(-quiet, -quiet)
        placements.append(Placement(page: page, text: text, field: quietZone, ink: quietZone, size: module, lines: 0))
    }
}
