/// What hangs at a room's door for a day.
package struct DoorSign: PaperWork {
    package let info: PaperInfo
    /// A4 or Letter, upright or landscape.
    package let size: PaperSize
    package let band: String
    package let accent: PaperColour
    package let event: PaperText
    /// The room's name, in up to three languages; the first is the largest.
    package let names: [PaperText]
    package let day: PaperText
    package let sessions: [PaperSession]
    /// A line at the foot, and what its code holds: the room's page.
    package let note: PaperText?
    package let code: String?

    package init(
        info: PaperInfo, size: PaperSize = .a4, band: String, accent: PaperColour = .teal, event: PaperText, names: [PaperText],
        day: PaperText, sessions: [PaperSession], note: PaperText? = nil, code: String? = nil
    ) {
        self.info = info
        self.size = size
        self.band = band
        self.accent = accent
        self.event = event
        self.names = names
        self.day = day
        self.sessions = sessions
        self.note = note
        self.code = code
    }

    package var refusesMissingGlyphs: Bool { false }
    private static let margin = mm(17)
    private static let edge = mm(25)
    private var isLandscape: Bool { size.width > size.height }

    /// Upright: the room above its day. Landscape: the room beside its day.
    package func draw(on canvas: Canvas) throws {
        let page = PaperBox(0, 0, size.width, size.height).inset(DoorSign.margin, DoorSign.margin)
        let column = try begin(canvas, page)
        let compose = { (flow: Flow) in
            try flow.sessions(sessions, title: .serif(20, bold: true), note: .sans(14.5, .softInk))
        }
        if try Flow.settled(on: canvas, in: column, scales: [1.25, 1.12, 1, 0.9, 0.8, 0.7, 0.62], .top, compose) == nil {
            // More than one sheet can show at a size that is read from a step away.
            try compose(Flow(on: canvas, in: column, scale: 0.62) { try begin(canvas, page) })
        }
    }

    /// A page with everything but the sessions; returns the box for them.
    private func begin(_ canvas: Canvas, _ page: PaperBox) throws -> PaperBox {
        try canvas.beginPage()
        canvas.band(band, accent, in: PaperBox(page.x, page.y, page.width, 26))
        let top = page.y + 40
        let foot = code == nil && note == nil ? 0 : DoorSign.edge + 16
        guard isLandscape else {
            let flow = Flow(on: canvas, in: PaperBox(page.x, top, page.width, page.height * 0.5))
            try room(in: flow, height: size.height * 0.2)
            flow.gap(14)
            try flow.field(day, .sans(19, bold: true), height: 50, Shrinking(14, 12))
            flow.gap(12)
            try drawFoot(on: canvas, in: PaperBox(page.x, page.maxY - DoorSign.edge, page.width, DoorSign.edge))
            return PaperBox(page.x, flow.y, page.width, page.maxY - foot - flow.y)
        }
        let start = PaperBox(page.x, top, page.width * 0.43, page.maxY - top - foot)
        try room(in: Flow(on: canvas, in: start), height: start.height * 0.55)
        try drawFoot(on: canvas, in: PaperBox(page.x, page.maxY - DoorSign.edge, start.width, DoorSign.edge))
        let x = start.maxX + mm(11)
        let flow = Flow(on: canvas, in: PaperBox(x, top, page.maxX - x, page.maxY - top))
        try flow.field(day, .sans(19, bold: true), height: 50, Shrinking(14, 12))
        flow.gap(12)
        return PaperBox(x, flow.y, page.maxX - x, page.maxY - flow.y)
    }

    private func room(in flow: Flow, height: Double) throws {
        try flow.field(event, .sans(13, bold: true, accent.readable), height: 40, Shrinking(11, 10))
        flow.gap(8)
        for (index, name) in names.prefix(3).enumerated() {
            if index == 0 {
                var style = TextStyle.serif(66, bold: true, role: .title)
                style.leading = 1.12
                try flow.field(name, style, height: height, Shrinking(46, 36, 28))
            } else {
                try flow.field(name, .serif(28, .softInk, role: .heading), height: height * 0.32, Shrinking(20, 17))
            }
            flow.gap(index == 0 ? 6 : 2)
        }
    }

    /// The code, and what it is for beside it.
    private func drawFoot(on canvas: Canvas, in box: PaperBox) throws {
        let edge = code == nil ? 0 : DoorSign.edge
        if let code { try canvas.code(code, in: PaperBox(box.x, box.y, edge, edge)) }
        guard let note else { return }
        let words = PaperBox(box.x + edge + (code == nil ? 0 : 16), box.y, box.width - edge - 16, box.height)
        try canvas.text(note, .sans(12.5, .softInk), in: words, Shrinking(10, 9, 8), .start, .middle)
    }
}
