/// Somebody took part, spoke, was trained: said by an institution, signed, and to be checked by anyone.
package struct CertificatePaper: PaperWork {
    package let info: PaperInfo
    package let size: PaperSize
    package let band: String
    package let accent: PaperColour
    /// Who says it: the institution, the event.
    package let issuer: [PaperText]
    package let title: PaperText
    /// "This is to certify that"
    package let lead: PaperText
    package let name: PaperName
    package let body: [PaperText]
    /// Hours, place, language.
    package let facts: [PaperFact]
    package let sessionsHeading: PaperText?
    package let sessions: [PaperSession]
    package let date: PaperText
    package let number: PaperFact
    package let signatories: [PaperSignatory]
    package let verification: PaperVerification

    package init(
        info: PaperInfo, size: PaperSize = PaperSize.a4.landscape, band: String, accent: PaperColour = .teal, issuer: [PaperText],
        title: PaperText, lead: PaperText, name: PaperName, body: [PaperText], facts: [PaperFact] = [],
        sessionsHeading: PaperText? = nil, sessions: [PaperSession] = [], date: PaperText, number: PaperFact,
        signatories: [PaperSignatory], verification: PaperVerification
    ) {
        self.info = info
        self.size = size
        self.band = band
        self.accent = accent
        self.issuer = issuer
        self.title = title
        self.lead = lead
        self.name = name
        self.body = body
        self.facts = facts
        self.sessionsHeading = sessionsHeading
        self.sessions = sessions
        self.date = date
        self.number = number
        self.signatories = signatories
        self.verification = verification
    }

    package var refusesMissingGlyphs: Bool { true }
    private static let strip = mm(16)
    private static let edge = mm(23)

    /// The strip stands at the page's start; words begin beside it. Who says it stands above, what is said in the middle, who
    /// signs and how to check it below.
    package func draw(on canvas: Canvas) throws {
        let page = try begin(canvas)
        let head = Flow(on: canvas, in: PaperBox(page.x, page.y, page.width, page.height / 4))
        for (index, line) in issuer.enumerated() {
            let style: TextStyle = index == 0 ? .sans(13, bold: true, accent.readable) : .sans(10.5, .softInk)
            try head.field(line, style, height: 34, Shrinking(10, 9))
        }
        let foot = PaperBox(page.x, page.maxY - 104, page.width, 104)
        let words = PaperBox(page.x, head.y + 8, page.width, foot.y - head.y - 20)
        let whole = { (flow: Flow) in
            try say(in: flow)
            try list(in: flow)
        }
        // A size that one still reads well at arm's length; sessions that do not fit so go on pages of their own.
        var isWhole = false
        if sessions.count <= 8 {
            isWhole = try Flow.settled(on: canvas, in: words, scales: [1.12, 1.06, 1, 0.94, 0.88, 0.82], .middle, whole) != nil
        }
        if !isWhole,
            try Flow.settled(on: canvas, in: words, scales: [1.12, 1.06] + Flow.gently.filter { $0 >= 0.5 }, .middle, say) == nil
        {
            throw PaperFault.doesNotFit(body.first?.text ?? name.written.text)
        }
        try drawFoot(on: canvas, in: foot)
        if !isWhole { try drawAnnex(on: canvas) }
    }

    /// A page with its strip and its hair line; returns the box of the words.
    private func begin(_ canvas: Canvas) throws -> PaperBox {
        try canvas.beginPage()
        let sheet = PaperBox(0, 0, size.width, size.height).inset(mm(11), mm(11))
        canvas.stroke(sheet, accent.tint(0.55), width: 0.8)
        canvas.band(
            band, accent, in: PaperBox(sheet.x, sheet.y, CertificatePaper.strip, sheet.height), isUpright: true, rows: 2)
        let x = sheet.x + CertificatePaper.strip + mm(15)
        return PaperBox(x, sheet.y + mm(12), sheet.maxX - mm(14) - x, sheet.height - mm(24))
    }

    private func say(in flow: Flow) throws {
        try flow.field(title, .serif(33, bold: true, role: .title), height: 92, Shrinking(27, 22))
        flow.gap(10)
        try flow.field(lead, .serif(13, .softInk), height: 40, Shrinking(11, 10))
        flow.gap(4)
        var written = TextStyle.serif(36, bold: true, accent.readable, role: .heading)
        written.leading = 1.2
        try flow.field(name.written, written, height: 120, Shrinking(26, 21, 16))
        if let latin = name.latin { try flow.field(latin, .serif(17, .softInk), height: 48, Shrinking(12, 11)) }
        flow.gap(10)
        for paragraph in body {
            try flow.paragraphs(paragraph, TextStyle(face: .serif, size: 13, leading: 1.4), gap: 4)
            flow.gap(4)
        }
        if !facts.isEmpty {
            flow.gap(7)
            try flow.facts(facts, label: .sans(8.5, .softInk), value: .sans(11, bold: true), columns: 4)
        }
    }

    private func list(in flow: Flow) throws {
        guard !sessions.isEmpty else { return }
        flow.gap(9)
        if let heading = sessionsHeading { try flow.field(heading, .sans(8.5, .softInk), height: 24, Shrinking(7)) }
        flow.gap(1)
        try flow.sessions(sessions, title: .sans(10), note: .sans(8.5, .softInk), divided: false)
    }

    /// Date, number and hands to the start; the way to check it at the end.
    private func drawFoot(on canvas: Canvas, in box: PaperBox) throws {
        let edge = CertificatePaper.edge
        let end = PaperBox(box.maxX - mm(76), box.maxY - edge, mm(76), edge)
        let start = PaperBox(box.x, box.y, box.width - end.width - mm(6), box.height)
        let settled = try Flow.settled(on: canvas, in: start, scales: Flow.gently, .bottom) { flow in
            let half = (flow.column.width - 24 * flow.scale) / 2
            let numbered = ([number.label] + number.values).enumerated().map { index, text in
                (text, index == 0 ? TextStyle.sans(8.5, .softInk) : .sans(10.5))
            }
            try flow.row([
                Flow.Cell(x: 0, width: half, texts: numbered),
                Flow.Cell(x: half + 24 * flow.scale, width: half, texts: [(date, .sans(10.5))], isFromBelow: true),
            ])
            try flow.signatories(
                signatories, hand: 36, name: .serif(11, bold: true), office: .sans(9, .softInk),
                columns: max(2, min(3, signatories.count)))
        }
        guard settled != nil else { throw PaperFault.doesNotFit(signatories.first?.name.text ?? date.text) }
        try canvas.verification(verification, reference: nil, in: end, edge: edge)
    }

    /// All sessions, on pages that bear the name and the number.
    private func drawAnnex(on canvas: Canvas) throws {
        guard !sessions.isEmpty else { return }
        let turn = { () throws -> PaperBox in
            let text = try begin(canvas)
            let head = Flow(on: canvas, in: text)
            try head.field(name.written, .serif(15, bold: true, role: .heading), height: 40, Shrinking(11, 10))
            try head.row([
                Flow.Cell(x: 0, width: text.width, texts: ([number.label] + number.values).map { ($0, .sans(9, .softInk)) })
            ])
            head.gap(12)
            return PaperBox(text.x, head.y, text.width, text.maxY - head.y)
        }
        let flow = Flow(on: canvas, in: try turn(), turn: turn)
        if let heading = sessionsHeading {
            try flow.field(heading, .sans(11, bold: true, accent.readable), height: 34, Shrinking(9, 8))
            flow.gap(6)
        }
        try flow.sessions(sessions, title: .sans(11), note: .sans(9, .softInk))
    }
}
