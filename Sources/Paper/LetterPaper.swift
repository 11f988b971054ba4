/// A letter of invitation, as a consulate wants it.
package struct LetterPaper: PaperWork {
    package let info: PaperInfo
    package let size: PaperSize
    package let band: String
    package let accent: PaperColour
    /// Who writes: the name first, then the address.
    package let letterhead: [PaperText]
    /// To whom.
    package let address: [PaperText]
    package let date: PaperText
    package let reference: PaperFact?
    package let subject: PaperText?
    package let paragraphs: [PaperText]
    package let closing: PaperText?
    package let signatories: [PaperSignatory]
    package let verification: PaperVerification?

    package init(
        info: PaperInfo, size: PaperSize = .a4, band: String, accent: PaperColour = .teal, letterhead: [PaperText],
        address: [PaperText], date: PaperText, reference: PaperFact? = nil, subject: PaperText? = nil, paragraphs: [PaperText],
        closing: PaperText? = nil, signatories: [PaperSignatory] = [], verification: PaperVerification? = nil
    ) {
        self.info = info
        self.size = size
        self.band = band
        self.accent = accent
        self.letterhead = letterhead
        self.address = address
        self.date = date
        self.reference = reference
        self.subject = subject
        self.paragraphs = paragraphs
        self.closing = closing
        self.signatories = signatories
        self.verification = verification
    }

    package var refusesMissingGlyphs: Bool { true }
    private static let side = mm(25)
    private static let edge = mm(22)
    private static let body = TextStyle(face: .serif, size: 11, leading: 1.42)

    package func draw(on canvas: Canvas) throws {
        let page = PaperBox(LetterPaper.side, mm(16), size.width - 2 * LetterPaper.side, size.height - mm(16) - mm(18))
        let foot = verification == nil ? 0 : LetterPaper.edge + 18
        try begin(canvas, page)
        let flow = Flow(on: canvas, in: PaperBox(page.x, page.y + 30, page.width, page.height - 30 - foot)) {
            try end(canvas, page)
            try begin(canvas, page)
            return PaperBox(page.x, page.y + 34, page.width, page.height - 34 - foot)
        }
        try head(flow)
        for paragraph in paragraphs {
            try flow.paragraphs(paragraph, LetterPaper.body, gap: 8)
            flow.gap(8)
        }
        // The names stay with the closing words.
        try flow.need(closing == nil || signatories.isEmpty ? 0 : 130)
        if let closing {
            flow.gap(4)
            try flow.paragraphs(closing, LetterPaper.body)
        }
        try flow.signatories(
            signatories, hand: 40, name: .serif(11, bold: true), office: .sans(9.5, .softInk),
            columns: min(2, signatories.count + 1))
        try end(canvas, page)
    }

    /// Each page has the strip and, at its foot, the way to check it.
    private func begin(_ canvas: Canvas, _ page: PaperBox) throws {
        try canvas.beginPage()
        canvas.band(band, accent, in: PaperBox(page.x, page.y, page.width, 14))
    }

    private func end(_ canvas: Canvas, _ page: PaperBox) throws {
        guard let verification else { return }
        try canvas.verification(
            verification, reference: canvas.page == 1 ? nil : reference,
            in: PaperBox(page.x, page.maxY - LetterPaper.edge, page.width, LetterPaper.edge), edge: LetterPaper.edge)
    }

    private func head(_ flow: Flow) throws {
        for (index, line) in letterhead.enumerated() {
            let style: TextStyle = index == 0 ? .serif(15, bold: true, accent.readable, role: .title) : .sans(9.5, .softInk)
            try flow.field(line, style, height: index == 0 ? 46 : 28, index == 0 ? Shrinking(12, 11) : Shrinking(8, 8))
        }
        flow.gap(26)
        let half = flow.column.width * 0.56
        let end = flow.column.width - half - 20
        var right: [(PaperText, TextStyle)] = [(date, .sans(10))]
        if let reference {
            right.append((reference.label, .sans(8.5, .softInk)))
            right += reference.values.map { ($0, .sans(10, bold: true)) }
        }
        try flow.row([
            Flow.Cell(x: 0, width: half, texts: address.map { ($0, .serif(11)) }),
            Flow.Cell(x: half + 20, width: end, texts: right, align: .end),
        ])
        flow.gap(26)
        if let subject {
            try flow.paragraphs(subject, .serif(12.5, bold: true, role: .heading))
            flow.gap(12)
        }
    }
}

extension Canvas {
    /// The code at the end, beside it what it is for and the address to type.
    func verification(_ verification: PaperVerification, reference: PaperFact?, in box: PaperBox, edge: Double) throws {
        try code(verification.code, in: PaperBox(box.maxX - edge, box.y, edge, edge))
        let words = PaperBox(box.x, box.y, box.width - edge - 16, edge)
        let settled = try Flow.settled(on: self, in: words, scales: Flow.gently, .middle) { flow in
            try flow.field(verification.explanation, .sans(9, .softInk), height: 40, Shrinking(8, 8, 7), .end)
            flow.gap(1)
            // An address runs left to right in every script.
            try flow.field(PaperText(verification.address, "en"), .sans(9, bold: true), height: 28, Shrinking(7, 7), .end)
            if let reference, let number = reference.values.first {
                flow.gap(3)
                try flow.row([
                    Flow.Cell(
                        x: 0, width: flow.column.width, texts: [(reference.label, .sans(8, .softInk)), (number, .sans(9))],
                        align: .end)
                ])
            }
        }
        guard settled != nil else { throw PaperFault.doesNotFit(verification.address) }
    }
}
