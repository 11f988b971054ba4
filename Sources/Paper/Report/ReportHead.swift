/// The first page: the band, the title, what it is about, and what is in it.
extension ReportPaper {
    /// In the column; as large as it fits in most of the page.
    func head(on canvas: Canvas, in column: PaperBox) throws -> (height: Double, draw: () throws -> Void) {
        let most = PaperBox(column.x, column.y, column.width, column.height * 0.8)
        for scale in Flow.gently {
            let trial = Flow(on: canvas, in: most, scale: scale, isTrial: true)
            try compose(trial)
            guard trial.y <= most.maxY else { continue }
            return (trial.y - most.y, { try compose(Flow(on: canvas, in: most, scale: scale)) })
        }
        throw PaperFault.doesNotFit(title.text)
    }

    private func compose(_ flow: Flow) throws {
        try flow.field(title, .serif(27, bold: true, role: .title), height: 150, Shrinking(22, 20, 18))
        if let subtitle {
            flow.gap(7)
            try flow.field(subtitle, .sans(12.5, .softInk), height: 70, Shrinking(11.5, 11, 10))
        }
        if !facts.isEmpty {
            flow.gap(20)
            flow.rule(.line)
            flow.gap(11)
            // Four in two rows; an address has room there.
            let columns = facts.count == 4 ? 2 : 3
            try flow.facts(facts, label: .sans(8.5, .softInk), value: .sans(10, bold: true), columns: columns)
        }
        if let notice {
            flow.gap(18)
            let style = TextStyle.sans(9.5, bold: true)
            let cell = Flow.Cell(x: 14, width: flow.column.width - 26, texts: [(notice, style)])
            try flow.row([cell], padding: 8) { box in
                flow.canvas.fill(box, .wash)
                flow.canvas.fill(PaperBox(box.x, box.y, 3, box.height), accent)
            }
        }
    }

    /// Chapters and their sections with the pages that `numbers` will know when they are cut.
    func contents(in galley: Galley, of headings: [ReportHeading], in lane: Lane, _ numbers: PageNumbers) throws {
        guard let contents, !headings.isEmpty else { return }
        var style = ReportType.heading(2, galley.ink).style
        style.role = .heading
        galley.gap(30)
        try galley.paragraph(RunText([PaperRun(contents)]), style, in: lane, keepsWithNext: true)
        galley.gap(8)
        let highest = headings.map(\.level).min() ?? 1
        try galley.within("TOC") {
            for (index, heading) in headings.enumerated() where heading.level <= highest + 1 {
                try entry(heading, index, isHighest: heading.level == highest, in: galley, lane, numbers)
            }
        }
    }

    private func entry(
        _ heading: ReportHeading, _ index: Int, isHighest: Bool, in galley: Galley, _ lane: Lane, _ numbers: PageNumbers
    ) throws {
        let style = TextStyle(isBold: isHighest, size: isHighest ? 10.5 : 9.5, leading: 1.3)
        let inset = isHighest ? 0.0 : 14.0
        let fitted = galley.fitted(heading.runs, style, width: lane.width - inset - 46)
        let most = fitted.height > galley.height / 3 ? fitted.part(0..<1) : fitted
        galley.gap(isHighest ? 8 : 3.5)
        try galley.within("TOCI") {
            try galley.add(
                most.height,
                .drawing { canvas, y in
                    canvas.draw(most, in: PaperBox(lane.x + inset, y, lane.width - inset - 46, most.height))
                    let number = try canvas.set(PaperText(String(numbers.pages[index] ?? 0), "en"), style)
                    let page = FittedText(number.text, number.set, style, scale: style.size / SetText.size)
                    canvas.draw(
                        page, in: PaperBox(lane.x + lane.width - 40, y + most.height - page.height, 40, page.height), .end)
                    canvas.link(to: ReportPaper.name(index), in: PaperBox(lane.x, y, lane.width, most.height))
                })
        }
    }

    static func name(_ heading: Int) -> String { "heading-\(heading)" }
}

/// On which page each heading came to stand.
final class PageNumbers {
    var pages: [Int: Int] = [:]
}
