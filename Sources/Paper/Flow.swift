/// Things beneath one another in a column: measured, and drawn unless it is a trial. What no longer fits goes to the next page,
/// if there may be one.
final class Flow {
    let canvas: Canvas
    /// From the page's start; what is left of it begins at `y`.
    private(set) var column: PaperBox
    private(set) var y: Double
    /// Sizes and gaps are multiplied by it.
    let scale: Double
    let isTrial: Bool
    /// Begins a page and tells the column on it; nil if there may be none.
    private let turn: (() throws -> PaperBox)?

    init(on canvas: Canvas, in column: PaperBox, scale: Double = 1, isTrial: Bool = false, turn: (() throws -> PaperBox)? = nil) {
        self.canvas = canvas
        self.column = column
        y = column.y
        self.scale = scale
        self.isTrial = isTrial
        self.turn = turn
    }

    /// Draws at the largest scale at which it fits in the column. Nil and nothing drawn if it fits at none.
    static func settled(
        on canvas: Canvas, in column: PaperBox, scales: [Double], _ vertical: VerticalAlignment = .top,
        _ compose: (Flow) throws -> Void
    ) throws -> Flow? {
        for scale in scales {
            let trial = Flow(on: canvas, in: column, scale: scale, isTrial: true)
            try compose(trial)
            guard trial.y <= column.maxY + 0.01 else { continue }
            let spare = column.maxY - trial.y
            let lowered = column.moved(0, vertical == .top ? 0 : vertical == .middle ? spare / 2 : spare)
            let flow = Flow(on: canvas, in: lowered, scale: scale)
            try compose(flow)
            return flow
        }
        return nil
    }

    var isAtTop: Bool { y <= column.y + 0.01 }

    func gap(_ height: Double) { y += height * scale }

    func rule(_ colour: PaperColour, width: Double = 0.6) {
        if !isTrial { canvas.line(from: column.x, y, to: column.maxX, y, colour, width: width) }
    }

    /// Goes to the next page unless `height` is left on this one.
    func need(_ height: Double) throws {
        guard y + height > column.maxY + 0.01, !isAtTop, !isTrial, let turn else { return }
        column = try turn()
        y = column.y
    }

    private func scaled(_ style: TextStyle) -> TextStyle {
        var style = style
        style.size *= scale
        return style
    }

    /// Paragraphs, each in its own direction, with a gap between two. Lines go on the next page one by one.
    func paragraphs(_ text: PaperText, _ style: TextStyle, _ align: Alignment = .natural, gap between: Double = 6) throws {
        for (index, paragraph) in try text.paragraphs.enumerated() {
            if index > 0 { gap(between) }
            let fitted = try canvas.flowing(paragraph, scaled(style), language: text.language, width: column.width)
            try split(fitted, align)
        }
    }

    private func split(_ fitted: FittedText, _ align: Alignment) throws {
        var rest = fitted.lines
        while !rest.isEmpty {
            var count = rest.count
            if !isTrial, turn != nil {
                while count > 0, y + fitted.part(rest.prefix(count)).height > column.maxY { count -= 1 }
                // Neither the first line of a paragraph nor its last stands alone.
                if count < rest.count, rest.count - count < 2 { count -= 1 }
                if count < min(2, rest.count), !isAtTop {
                    try need(.infinity)
                    continue
                }
                count = max(1, count)
            }
            let part = fitted.part(rest.prefix(count))
            if !isTrial { canvas.draw(part, in: PaperBox(column.x, y, column.width, part.height), align) }
            y += part.height
            rest = rest.dropFirst(count)
        }
    }

    /// One field that shrinks to what it may take.
    func field(
        _ text: PaperText, _ style: TextStyle, height: Double, _ shrinking: Shrinking, _ align: Alignment = .start
    ) throws {
        let floors = Shrinking(shrinking.floors.map { $0 * scale })
        let fitted = try canvas.fit(text, scaled(style), width: column.width, height: height * scale, floors)
        try need(fitted.height)
        if !isTrial { canvas.draw(fitted, in: PaperBox(column.x, y, column.width, fitted.height), align) }
        y += fitted.height
    }

    /// A cell of a row: texts beneath one another at an offset from the column's start.
    struct Cell {
        let x: Double
        let width: Double
        let texts: [(text: PaperText, style: TextStyle)]
        var align: Alignment = .start
        /// Its last line stands with the others' last lines, not its first with their first.
        var isFromBelow = false
    }

    /// Cells side by side, their first lines on one baseline; never torn. `draw` gets the row's box before its words. Returns
    /// its height.
    @discardableResult
    func row(_ cells: [Cell], padding: Double = 0, _ draw: (PaperBox) -> Void = { _ in }) throws -> Double {
        let set = try cells.map { cell in try cell.texts.map { try limited($0.text, scaled($0.style), cell.width) } }
        let ascent = set.compactMap { $0.first?.ascent }.max() ?? 0
        let heights = set.map { texts in texts.reduce(ascent - (texts.first?.ascent ?? 0)) { $0 + $1.height } }
        let height = (heights.max() ?? 0) + 2 * padding
        try need(height)
        if !isTrial {
            draw(PaperBox(column.x, y, column.width, height))
            for (cell, texts) in zip(cells, set) {
                var top = y + padding + ascent - (texts.first?.ascent ?? 0)
                if cell.isFromBelow { top = y + height - padding - texts.reduce(0) { $0 + $1.height } }
                for text in texts {
                    canvas.draw(text, in: PaperBox(column.x + cell.x, top, cell.width, text.height), cell.align)
                    top += text.height
                }
            }
        }
        y += height
        return height
    }

    /// At its size if its words fit in the breadth and it takes no more than a third of the column, else smaller.
    private func limited(_ text: PaperText, _ style: TextStyle, _ width: Double) throws -> FittedText {
        let (line, typeset) = try canvas.set(text, style)
        var style = style
        typeset.wrap(at: width * SetText.size / style.size)
        let breadth = typeset.extent(of: 0..<typeset.lines.count, scale: style.size / SetText.size).width
        // A number that is a little too long is better small than on two lines.
        if breadth > width { style.size *= max(0.76, 0.995 * width / breadth) }
        canvas.wrap(typeset, style, width: width)
        let fitted = FittedText(line, typeset, style, scale: style.size / SetText.size)
        let most = column.height / 3
        return fitted.height <= most ? fitted : try canvas.fit(text, style, width: width, height: most, Shrinking(style.size))
    }
}

extension Shrinking {
    init(_ floors: [Double]) { self.floors = floors }
}
