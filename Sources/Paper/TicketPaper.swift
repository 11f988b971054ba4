/// What somebody shows at the door, and what she needs to find it.
package struct TicketPaper: PaperWork {
    package let info: PaperInfo
    package let size: PaperSize
    /// The name from which the event's strip is drawn.
    package let band: String
    package let accent: PaperColour
    package let event: PaperText
    /// When, where.
    package let facts: [PaperFact]
    package let holder: PaperName
    package let holderLabel: PaperText
    /// Category, reference number.
    package let details: [PaperFact]
    package let code: String
    package let instructions: [PaperText]
    package let sessionsHeading: PaperText?
    package let sessions: [PaperSession]

    package init(
        info: PaperInfo, size: PaperSize = .a4, band: String, accent: PaperColour = .teal, event: PaperText, facts: [PaperFact],
        holderLabel: PaperText, holder: PaperName, details: [PaperFact], code: String, instructions: [PaperText] = [],
        sessionsHeading: PaperText? = nil, sessions: [PaperSession] = []
    ) {
        self.info = info
        self.size = size
        self.band = band
        self.accent = accent
        self.event = event
        self.facts = facts
        self.holderLabel = holderLabel
        self.holder = holder
        self.details = details
        self.code = code
        self.instructions = instructions
        self.sessionsHeading = sessionsHeading
        self.sessions = sessions
    }

    package var refusesMissingGlyphs: Bool { true }
    private static let margin = mm(18)
    private static let edge = mm(50)

    package func draw(on canvas: Canvas) throws {
        let page = PaperBox(0, 0, size.width, size.height).inset(TicketPaper.margin, TicketPaper.margin)
        try canvas.beginPage()
        canvas.band(band, accent, in: PaperBox(page.x, page.y, page.width, 18))
        let column = PaperBox(page.x, page.y + 34, page.width, page.height - 34)
        let flow = Flow(on: canvas, in: column) {
            try canvas.beginPage()
            canvas.band(band, accent, in: PaperBox(page.x, page.y, page.width, 9))
            return PaperBox(page.x, page.y + 24, page.width, page.height - 24)
        }
        try flow.field(event, .serif(27, bold: true, role: .title), height: 100, Shrinking(24, 20, 16))
        flow.gap(14)
        try flow.facts(facts, label: .sans(9, .softInk), value: .sans(11.5, bold: true), columns: 2)
        flow.gap(20)
        try card(in: flow)
        flow.gap(20)
        for text in instructions {
            try flow.paragraphs(text, .sans(10.5), gap: 5)
            flow.gap(6)
        }
        guard !sessions.isEmpty else { return }
        flow.gap(12)
        if let heading = sessionsHeading {
            try flow.need(70)
            try flow.field(heading, .serif(15, bold: true, role: .heading), height: 40, Shrinking(12, 11))
            flow.gap(6)
        }
        try flow.sessions(sessions, title: .sans(10.5), note: .sans(9, .softInk))
    }

    /// Who it is for and the code, in a frame with the colour at its start.
    private func card(in flow: Flow) throws {
        let canvas = flow.canvas
        let edge = TicketPaper.edge
        let box = PaperBox(flow.column.x, flow.y, flow.column.width, edge + 40)
        try flow.need(box.height)
        canvas.stroke(box, .line, width: 0.8, radius: 6)
        canvas.fill(PaperBox(box.x, box.y, 5, box.height), accent)
        try canvas.code(code, in: PaperBox(box.maxX - edge - 20, box.y + 20, edge, edge))
        let words = PaperBox(box.x + 22, box.y + 18, box.width - edge - 64, box.height - 36)
        let settled = try Flow.settled(on: canvas, in: words, scales: Flow.gently, .middle) { inner in
            try inner.field(holderLabel, .sans(9, .softInk), height: 24, Shrinking(7))
            inner.gap(2)
            try inner.field(
                holder.written, .serif(23, bold: true, role: .heading), height: 84, Shrinking(19, 16, 13))
            if let latin = holder.latin { try inner.field(latin, .sans(12, .softInk), height: 34, Shrinking(10, 9)) }
            inner.gap(12)
            try inner.facts(details, label: .sans(9, .softInk), value: .sans(12.5, bold: true), columns: 2)
        }
        guard settled != nil else { throw PaperFault.doesNotFit(holder.written.text) }
        flow.gap(box.height)
    }
}

extension Flow {
    /// For what should keep its size and may shrink if need be.
    static let gently: [Double] = [1, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64, 0.58, 0.5, 0.4, 0.3, 0.2]
}
